import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ShownMessage } from '#infra/local/phone-api.ts';
import type { MessengerPhones } from '#infra/local/phones/types.ts';
import { type Station, startStation } from '#infra/local/runner/station.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';

/** A Monday morning: the station is open, and tomorrow is an ordinary day. */
const monday = '2026-11-23T08:12:00Z';
/** Nikos has both phones and reads Greek. */
const chats = { telegram: '7000001', whatsapp: 'wa-306900000001' } as const;
const say = (what: Parameters<typeof words>[1]) => words('el', what);

let folder: string;
let station: Station;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'both-phones-'));
  station = await startStation({ settings: { DATA_DIR: folder, PORT: '0', STATION_NOW: monday } });
});
afterAll(async () => {
  await station?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function phonesOf(messenger: keyof typeof chats): MessengerPhones {
  const simulator = station.messengers[messenger];
  if (!simulator) throw new Error(`${messenger} is not played here`);
  return simulator.phones;
}

type Choice = { readonly text: string; readonly data: string };

function choicesOn(message: ShownMessage): readonly Choice[] {
  const buttons = message.buttons.flat().flatMap((one) => (one.kind === 'callback' ? [one] : []));
  const rows = message.list?.sections.flatMap((section) => section.rows) ?? [];
  return [...buttons, ...rows.map(({ title, description, data }) => ({ text: description || title, data }))];
}

function phoneOf(messenger: keyof typeof chats) {
  const chat = chats[messenger];
  const messages = () => phonesOf(messenger).chat(chat)?.messages ?? [];
  const find = (fits: (choice: Choice) => boolean) => {
    const message = messages().findLast((one) => choicesOn(one).some(fits));
    const choice = message && choicesOn(message).find(fits);
    return choice && { message, choice };
  };
  return {
    messages,
    texts: () =>
      messages().flatMap(({ from, content }) =>
        from === 'bot' && content.kind === 'text' ? [content.text] : [],
      ),
    async says(text: string) {
      phonesOf(messenger).act({ do: 'say', chat, text });
      await station.settled();
    },
    /** Looks further where a list shows only a part. */
    async taps(label: string | RegExp): Promise<void> {
      const isCalled = ({ text }: Choice) => (typeof label === 'string' ? text === label : label.test(text));
      // A messenger's pace may hold the next card back for a moment.
      const found = await vi.waitFor(
        () => {
          const offered = find(isCalled) ?? find(({ data }) => /\.m\d+\.\d+$/.test(data));
          if (!offered) throw new Error(`Nobody offers ${label}: ${JSON.stringify(messages().at(-1))}`);
          return offered;
        },
        { timeout: 10_000 },
      );
      phonesOf(messenger).act({ do: 'tap', chat, messageId: found.message.id, data: found.choice.data });
      await station.settled();
      if (!isCalled(found.choice)) await this.taps(label);
    },
  };
}

describe.each(['telegram', 'whatsapp'] as const)('on the %s phone of the page', (messenger) => {
  const phone = phoneOf(messenger);

  it('a visit is booked, and its calendar file can be had', async () => {
    await phone.says(say(phrase('labelBook')));
    await phone.taps(serviceRow('el', 'oil'));
    await phone.says(messenger === 'telegram' ? 'Octavia ABC-4821' : 'Corolla XYZ-1234');
    await phone.taps(say(phrase('labelMoreTimes')));
    await phone.taps(say(phrase('labelOtherDay')));
    await phone.taps(/27/);
    await phone.taps(aTime);
    await phone.taps(say(phrase('labelLeave')));
    const files = () =>
      messenger === 'telegram'
        ? phone.messages().filter(({ content }) => content.kind === 'document')
        : phone.texts().flatMap((text) => text.match(/http\S+\/c\/\S+\.ics/g) ?? []);
    await expect.poll(() => files().length, { timeout: 10_000 }).toBe(1);
    expect(phone.texts().join('\n')).toContain(messenger === 'telegram' ? 'Octavia …4821' : 'Corolla …1234');
    expect(station.deadLetters()).toEqual([]);
  });
});

describe('the station with both messengers', () => {
  it('gives the calendar file of a link out, and nothing under any other', async () => {
    const [link = ''] = phoneOf('whatsapp')
      .texts()
      .flatMap((text) => text.match(/http\S+\/c\/\S+\.ics/g) ?? []);
    const file = await fetch(link);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(await file.text()).toContain('BEGIN:VEVENT');
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(link.replace(/.\.ics$/, '~.ics'))).status).toBe(404);
  });

  it('marks what a WhatsApp person wrote as read, and tells of every message whether it arrived', () => {
    const mine = phoneOf('whatsapp')
      .messages()
      .filter(({ from }) => from === 'person');
    expect(mine.length).toBeGreaterThan(3);
    expect(mine.filter(({ read, delivered }) => !read || delivered === false)).toEqual([]);
  });

  it('had its templates approved before anybody needs one', () => {
    const created = station.messengers.whatsapp?.ledger().filter(({ call }) => call === 'create-template');
    expect(created?.length).toBeGreaterThanOrEqual(16);
    expect(created?.filter(({ status }) => status !== 200)).toEqual([]);
  });

  it('reminds with a template where it may not write freely any more, whose answer opens the window again', async () => {
    const phone = phoneOf('whatsapp');
    await phone.taps(say(phrase('labelConsentYes')));
    await station.setNow('2026-11-26T17:00:00Z');
    const reminder = phone.messages().at(-1);
    expect(reminder).toMatchObject({ from: 'bot', template: 'visit_reminder' });
    await phone.taps(say(phrase('labelComing')));
    expect(phone.messages().at(-1)).toMatchObject({ from: 'bot', content: { kind: 'text' } });
    expect(phone.messages().at(-1)?.template).toBeUndefined();
    expect(station.deadLetters()).toEqual([]);
  });
});
