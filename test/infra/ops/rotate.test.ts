import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createChecklist } from '#infra/connect/checklist.ts';
import type { Messenger, SecretStore } from '#infra/connect/secret-store.ts';
import { rotateTelegram } from '#infra/ops/rotate-telegram.ts';
import { rotateWhatsApp } from '#infra/ops/rotate-whatsapp.ts';
import type { Rotation } from '#infra/ops/rotation.ts';
import { channelOf } from '#shared/channels/registry.ts';
import { type HttpClient, sharedHttpClient } from '#shared/runtime/http-client.ts';
import { cached, type SecretSource } from '#shared/runtime/secrets.ts';
import { NIKOS, startRig, TOKEN } from '../../local/telegram/rig.ts';

/** Secrets are exchanged while messages come in: functions that read them at other times refuse none of them. */

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-03-02T08:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** Parameters in memory. */
function store(values: Record<Messenger, Record<string, unknown>>): SecretStore {
  return {
    where: () => 'memory',
    read: async (messenger) => ({ kind: 'found', value: values[messenger] }),
    write: async (messenger, value) => {
      values[messenger] = value;
      return null;
    },
  };
}

/** Functions as AWS keeps them: each read the secrets at another time, and keeps them for five minutes. */
function functionsOf(messenger: Messenger, values: Record<Messenger, Record<string, unknown>>) {
  const { account } = channelOf({ channel: messenger });
  const read = async () => ({ ...account.schema.parse(values[messenger]), apiUrl: '' });
  return Array.from({ length: 5 }, (): SecretSource => cached(read));
}

function told() {
  const lines: string[] = [];
  return { lines, list: createChecklist((line) => lines.push(line)) };
}

const everyMs = 20_000;

describe('the secret of Telegram’s webhook', () => {
  it('changes while updates come, and none is refused or lost', async () => {
    const rig = await startRig();
    const values = {
      telegram: { botToken: TOKEN, webhookSecrets: ['hook-secret', 'one of long ago'] },
      whatsapp: {},
    };
    const functions = functionsOf('telegram', values);
    const { verify } = channelOf({ channel: 'telegram' });
    const statuses: number[] = [];
    let turn = 0;
    const judge = async (headers: unknown) => {
      const request = { headers: z.record(z.string(), z.string()).parse(headers), body: Buffer.alloc(0) };
      const account = await functions[turn++ % functions.length]?.get();
      return account && verify(request, account) ? 200 : 401;
    };
    rig.answers(async () => {
      const status = await judge(rig.posted.at(-1)?.headers);
      statuses.push(status);
      return { status };
    });
    for (const source of functions) {
      await source.get();
      pass(61_000);
    }
    let said = 0;
    const wait = async (ms: number) => {
      for (let left = ms; left > 0; left -= everyMs) {
        pass(Math.min(left, everyMs));
        rig.clock.now = Date.now();
        said += 1;
        await rig.says(NIKOS, `message ${said}`);
      }
    };
    rig.clock.now = Date.now();
    const { result } = await rig.call('getWebhookInfo');
    const { url } = z.object({ url: z.string() }).parse(result);
    const { lines, list } = told();
    const rotation: Rotation = {
      told: list,
      ask: null,
      http: async (request) =>
        request.url === url
          ? {
              kind: 'answered',
              status: await judge(request.headers),
              headers: {},
              body: Buffer.alloc(0),
            }
          : sharedHttpClient()(request),
      secrets: store(values),
      apiUrls: { telegram: rig.telegram.apiUrl, whatsapp: '' },
      webhooks: { telegram: url, whatsapp: '' },
      wait,
    };
    await rotateTelegram(rotation);
    expect(list.wrongs(), lines.join('\n')).toBe(0);
    const { webhookSecrets } = z.object({ webhookSecrets: z.array(z.string()) }).parse(values.telegram);
    expect(webhookSecrets).toHaveLength(1);
    expect(webhookSecrets).not.toContain('hook-secret');
    expect(lines.join('\n')).not.toContain(webhookSecrets[0]);
    await wait(6 * 60_000);
    expect(statuses.length).toBeGreaterThan(30);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    const texts = new Set(rig.posted.map(({ update }) => update.message?.text));
    for (let number = 1; number <= said; number += 1) expect(texts).toContain(`message ${number}`);
    // Nobody who knew the old one is let in any more.
    for (const source of functions)
      expect(
        verify(
          { headers: { 'x-telegram-bot-api-secret-token': 'hook-secret' }, body: Buffer.alloc(0) },
          await source.get(),
        ),
      ).toBe(false);
  });

  it('stays as it is where Telegram brings its updates elsewhere', async () => {
    const rig = await startRig();
    const values = { telegram: { botToken: TOKEN, webhookSecrets: ['hook-secret'] }, whatsapp: {} };
    const { lines, list } = told();
    await rotateTelegram({
      told: list,
      ask: null,
      http: sharedHttpClient(),
      secrets: store(values),
      apiUrls: { telegram: rig.telegram.apiUrl, whatsapp: '' },
      webhooks: { telegram: 'https://elsewhere.example/telegram', whatsapp: '' },
      wait: async () => {},
    });
    expect(lines.join('\n')).toContain('✗ Telegram does not bring its updates here');
    expect(values.telegram.webhookSecrets).toEqual(['hook-secret']);
  });
});

describe('the secrets of WhatsApp', () => {
  const number = '106540352242922';
  const kept = () => ({
    telegram: {},
    whatsapp: {
      accessToken: 'EAAold',
      appSecrets: ['secret-old'],
      verifyToken: 'verify',
      phoneNumberId: number,
    },
  });

  /** Meta as far as it is asked: it knows the number by either token, and the app by its newest secret. */
  const meta: HttpClient = async ({ url, headers }) => {
    const path = new URL(url).pathname;
    const bearer = headers.authorization ?? '';
    const entities = [{ entity_type: 'APP', id: '77', can_send_message: 'AVAILABLE' }];
    const known = path.endsWith('debug_token')
      ? bearer === 'Bearer 77|secret-new'
      : /EAA(old|new)$/.test(bearer);
    const body = !known
      ? { error: { message: 'Invalid OAuth access token', code: 190 } }
      : path.endsWith('debug_token')
        ? { data: { is_valid: true, expires_at: 0, scopes: [] } }
        : {
            id: number,
            display_phone_number: '+30 2310 555 777',
            verified_name: 'Station',
            health_status: { can_send_message: 'AVAILABLE', entities },
          };
    return {
      kind: 'answered',
      status: known ? 200 : 401,
      headers: {},
      body: Buffer.from(JSON.stringify(body)),
    };
  };

  function rotationWith(
    values: ReturnType<typeof kept>,
    answers: string[],
    wait: (ms: number) => Promise<void>,
  ) {
    const { lines, list } = told();
    const rotation: Rotation = {
      told: list,
      ask: async () => answers.shift() ?? '',
      http: meta,
      secrets: store(values),
      apiUrls: { telegram: '', whatsapp: 'https://graph.example/v26.0' },
      webhooks: { telegram: '', whatsapp: '' },
      wait,
    };
    return { lines, list, rotation };
  }

  it('change while messages come: what is refused in the first minutes comes again, and nothing is lost', async () => {
    const values = kept();
    const functions = functionsOf('whatsapp', values);
    const { verify } = channelOf({ channel: 'whatsapp' });
    for (const source of functions) await source.get();
    // The owner has reset the secret just now: Meta signs with the new one, and tries again what was refused.
    let waiting: string[] = [];
    const taken: string[] = [];
    let said = 0;
    const bring = async () => {
      const bodies = [...waiting, `message ${++said}`];
      waiting = [];
      for (const [index, text] of bodies.entries()) {
        const body = Buffer.from(text);
        const signature = createHmac('sha256', 'secret-new').update(body).digest('hex');
        const source = functions[index % functions.length];
        const account = await source?.get();
        if (account && verify({ headers: { 'x-hub-signature-256': `sha256=${signature}` }, body }, account))
          taken.push(text);
        else waiting.push(text);
      }
    };
    const wait = async (ms: number) => {
      for (let left = ms; left > 0; left -= everyMs) {
        pass(Math.min(left, everyMs));
        await bring();
      }
    };
    const { lines, list, rotation } = rotationWith(values, ['EAAnew', 'secret-new'], wait);
    await bring();
    await rotateWhatsApp(rotation);
    expect(list.wrongs(), lines.join('\n')).toBe(0);
    expect(values.whatsapp).toEqual({
      ...kept().whatsapp,
      accessToken: 'EAAnew',
      appSecrets: ['secret-new'],
    });
    await bring();
    expect(waiting).toEqual([]);
    expect([...new Set(taken)]).toHaveLength(said);
    for (const secret of ['EAAnew', 'secret-new', 'secret-old'])
      expect(lines.join('\n')).not.toContain(secret);
  });

  it.each([
    [
      'a token that Meta does not take',
      ['EAAwrong', 'EAAwrong', ''],
      'Meta does not take the new access token',
    ],
    ['an app secret that Meta does not take', ['', 'wrong', ''], 'Meta does not take the new app secret'],
    ['Enter', ['', ''], 'Nothing was changed'],
  ])('stay as they are after %s', async (_what, answers, says) => {
    const values = kept();
    const { lines, rotation } = rotationWith(values, [...answers], async () => {});
    await rotateWhatsApp(rotation);
    expect(lines.join('\n')).toContain(says);
    expect(values).toEqual(kept());
  });
});
