import { describe, expect, it } from 'vitest';
import { createChecklist } from '#infra/connect/checklist.ts';
import type { Answered, Asked, Call } from '#infra/smoke/call.ts';
import { type KeptAccount, type Smoke, smoke } from '#infra/smoke/run.ts';

/** What the smoke script says of a station that is right, and of each way in which one can be wrong. */

const secret = 'canary-webhook-secret';
const account: KeptAccount = {
  bot: '4242',
  token: 'canary-token',
  number: '10654',
  webhookSecrets: [secret],
  verifyToken: 'canary-verify-token',
  apiUrl: '',
};

/** A station as it should be. */
function right({ method, path, headers = {}, body = '' }: Asked): Answered {
  const answer = (status: number, text = ''): Answered => ({ status, body: text, milliseconds: 12 });
  if (path.startsWith('/whatsapp?')) {
    const query = new URLSearchParams(path.split('?')[1]);
    return query.get('hub.verify_token') === 'canary-verify-token'
      ? answer(200, query.get('hub.challenge') ?? '')
      : answer(403);
  }
  if (method !== 'POST') return answer(404);
  if (body.length > 4 * 1024 * 1024) return answer(413);
  if (path === '/telegram') return answer(headers['x-telegram-bot-api-secret-token'] === secret ? 200 : 401);
  return answer(body.includes('whatsapp_business_account') ? 200 : 401);
}

async function run(call: Call, changes: Partial<Smoke> = {}) {
  const lines: string[] = [];
  const list = createChecklist((line) => lines.push(line));
  await smoke({
    list,
    call,
    stage: 'prod',
    account: async () => account,
    deadLetters: async () => new Map([['inbound', 0]]),
    ask: null,
    ...changes,
  });
  return {
    text: lines.join('\n'),
    wrongs: list.wrongs(),
    crosses: lines.filter((line) => line.startsWith('✗')),
  };
}

describe('the smoke script', () => {
  it('finds nothing wrong with a station that is right, and shows no secret', async () => {
    const { text, crosses } = await run(async (asked) => right(asked));
    expect(crosses).toEqual([]);
    expect(text).toContain('half within 12 ms');
    expect(text).not.toContain('canary');
  });

  const broken: readonly [string, (asked: Asked) => Answered | undefined, RegExp][] = [
    [
      'is not there',
      () => ({ reason: 'ENOTFOUND' }),
      /No answer came \(ENOTFOUND\) -> There is no such name/,
    ],
    [
      'has a certificate of another name',
      () => ({ reason: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
      /-> The certificate/,
    ],
    [
      'takes updates without a secret',
      ({ path }) => status(path === '/telegram', 200),
      /answers 200 and not 401/,
    ],
    [
      'takes what nobody signed',
      ({ path }) => status(path === '/whatsapp', 200),
      /POST \/whatsapp answers 200/,
    ],
    [
      'refuses its own secret',
      ({ path, method }) => status(path === '/telegram' && method === 'POST', 401),
      /answers 401 and not 200 -> A function keeps/,
    ],
    [
      'shakes every hand',
      ({ path }) => status(path.startsWith('/whatsapp?'), 200),
      /GET \/whatsapp answers 200 and not 403/,
    ],
    [
      'says something else than the challenge',
      ({ path }) => says(path.includes('canary'), '1'),
      /GET \/whatsapp answers 200/,
    ],
    ['takes bodies of any length', ({ body = '' }) => status(body.length > 5_000_000 / 1.2, 401), /not 413/],
    [
      'opens links that nobody was given',
      ({ path }) => status(path.startsWith('/h/'), 200),
      /GET \/h\/\S+ answers 200/,
    ],
    [
      'fails at HEAD',
      ({ method }) => status(method === 'HEAD', 503),
      /HEAD \/c\/\S+ answers 503 and not 404 -> Look at the log of links/,
    ],
    ['fails', ({ path }) => status(path === '/telegram', 503), /-> Look at the log of telegram-webhook/],
    [
      'takes too many calls',
      ({ path }) => status(path === '/telegram', 429),
      /429 and not 401 -> Wait a minute/,
    ],
    [
      'lacks a route',
      ({ path }) => status(path === '/telegram', 404),
      /-> This is not the station’s address/,
    ],
    [
      'is slow',
      ({ path }) => (path === '/telegram' ? { status: 401, body: '', milliseconds: 4_000 } : undefined),
      /the slowest 4000 ms, .* -> Run it again/,
    ],
  ];
  it.each(broken)('says what to do where the address %s', async (_what, change, expected) => {
    const { crosses } = await run(async (asked) => change(asked) ?? right(asked));
    expect(crosses.join('\n')).toMatch(expected);
  });

  it('does without a messenger that the station does not have, and tells what keeps it from the secrets', async () => {
    const none = await run(async (asked) => right(asked), {
      account: async (messenger) =>
        messenger === 'telegram' ? 'none' : { says: 'AWS did not let us', todo: 'Use other credentials' },
    });
    expect(none.text).toContain('! No secrets of Telegram are kept');
    expect(none.crosses).toEqual(['✗ AWS did not let us -> Use other credentials']);
  });

  it('counts dead letters at the end', async () => {
    const { crosses } = await run(async (asked) => right(asked), {
      deadLetters: async () =>
        new Map([
          ['inbound', 2],
          ['jobs', 0],
        ]),
    });
    expect(crosses).toEqual([
      '✗ Dead letters: inbound: 2 -> Run npm run ops -- dead-letters list --stage prod',
    ]);
  });

  it('asks a person for what only a person sees', async () => {
    const questions: string[] = [];
    const { crosses, text } = await run(async (asked) => right(asked), {
      ask: async (question) => {
        questions.push(question);
        return question.includes('photo') ? 'n' : '';
      },
    });
    expect(questions.join('\n')).toMatch(/\/start[\s\S]*WhatsApp[\s\S]*photo[\s\S]*station-prod-deadLetters/);
    expect(crosses).toHaveLength(1);
    expect(crosses[0]).toMatch(/-> Look at the log of media$/);
    expect(text).toContain('✓ Seen: your phone shows that word');
  });
});

function status(when: boolean, code: number): Answered | undefined {
  return when ? { status: code, body: '', milliseconds: 1 } : undefined;
}
function says(when: boolean, body: string): Answered | undefined {
  return when ? { status: 200, body, milliseconds: 1 } : undefined;
}
