import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLinks } from '#functions/links/links.ts';
import { most, pageHeaders, pageOf } from '#functions/links/page.ts';
import type { Line } from '#functions/links/talk.ts';
import { addressOf } from '#shared/domain/address.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import type { LinkTarget } from '#shared/domain/facts.ts';
import type { InboundEvent } from '#shared/domain/inbound.ts';
import type { Language } from '#shared/domain/language.ts';
import { type Outbound, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { customerItem } from '#shared/store/customer.ts';
import { linkItem } from '#shared/store/link.ts';
import { outboxItem } from '#shared/store/outbox.ts';
import { transcriptItem } from '#shared/store/transcript.ts';
import { textFor } from '#shared/text/text.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { capture } from '../../runtime/capture.ts';
import { contextOf, eventOf } from '../../runtime/lambda.ts';

const now = Date.parse('2026-11-24T10:00:00Z');
const token = 'canary0123456789-_ABCd';
const nikos = 'telegram/4242/501/';
const elsewhere = 'whatsapp/1/GR.2/';
const minute = 60_000;

const relay = (text: string, more: Partial<Extract<Outbound, { kind: 'relay' }>> = {}): Outbound => ({
  kind: 'relay',
  content: { kind: 'text', text: { text } },
  sign: phrase('relaySign', { name: 'maria' }),
  replyTo: null,
  target: null,
  ...more,
});

/** A table with one customer's talk, and the function over it. */
function talk(language: Language = 'en') {
  const table = memoryTable();
  const put = (Item: Record<string, unknown>) =>
    table.client.send(new PutCommand({ TableName: table.name, Item }));
  const handler = createLinks({
    table,
    textFor: (reader) => textFor(reader, station),
    defaultLanguage: 'el',
    zone: station.zone,
    share: async (key) => `https://files.example/${key}`,
    now: () => now,
  });
  let count = 0;
  const link = (to: LinkTarget = { of: 'history' }, expiresAt = now / 1000 + 3_600) =>
    put(linkItem(token, { customer: nikos, to, language }, expiresAt));
  return {
    put,
    link,
    async begin(name = 'Nikos') {
      await put(customerItem({ ...newCustomer(nikos, name), addresses: [nikos, elsewhere] }));
      await link();
    },
    came(event: InboundEvent, at: number, address = nikos) {
      count += 1;
      const inbound = {
        id: `u${count}`,
        address: addressOf(address),
        at,
        from: null,
        messageId: null,
        event,
      };
      return put(transcriptItem(inbound, { wake: [], quiet: null, jobs: [] }, at));
    },
    went(messages: readonly Outbound[], at: number, more: Record<string, unknown> = {}) {
      count += 1;
      const sk = `v${String(count).padStart(8, '0')}`;
      const row = {
        destination: nikos,
        sk,
        language: 'el' as const,
        messages: [...messages],
        tapId: null,
        messageId: null,
        cause: 'person' as const,
        priority: 'answer' as const,
        openUntil: null,
        car: '',
        again: null,
        notBefore: 0,
      };
      return put({ ...outboxItem(row, at), ...more }).then(() => sk);
    },
    open: (name = token, method = 'GET') =>
      handler(eventOf({ method, path: `/h/${name}`, names: { token: name } }), contextOf('r1')),
  };
}

/** What stands on the page, a line a bubble: class, who, what. */
function bubbles(body: string | undefined): readonly string[] {
  return [
    ...(body ?? '').matchAll(
      /<article class="([^"]*)"><p class="who">([^<]*)<\/p><p class="said">([^<]*)<\/p>/g,
    ),
  ].map(([, by, who, said]) => `${by} | ${who} | ${said}`);
}

let written: ReturnType<typeof capture>;
beforeEach(() => {
  written = capture();
});
afterEach(() => vi.restoreAllMocks());

describe('the page of a talk', () => {
  it('shows who said what and when, of all the customer’s messengers, in the reader’s words', async () => {
    const { begin, came, went, open } = talk('ru');
    await begin();
    await came({ kind: 'text', text: 'Здравствуйте' }, now - 50 * minute);
    const sk = await went(
      [
        say(phrase('menu'), [
          [{ kind: 'act', label: phrase('labelBook'), action: { flow: 'book', data: {} } }],
        ]),
      ],
      now - 49 * minute,
    );
    await came({ kind: 'tap', tapId: 't', offer: { row: sk, option: 0 } }, now - 48 * minute);
    const file = { id: 'f', bytes: 1, mime: null, name: 'Счёт.pdf' };
    await came({ kind: 'file', what: 'document', file, caption: 'вот счёт' }, now - 30 * minute, elsewhere);
    await went([relay('Колодки уже здесь')], now - 20 * minute);
    await went([relay('Колодки завтра', { target: '7' })], now - 19 * minute, { outcome: 'undeliverable' });
    const { statusCode, headers, body } = await open();
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject(pageHeaders);
    expect(body).toContain('<html lang="ru">');
    expect(body).toContain('<h1>Вся переписка: Nikos</h1>');
    const text = textFor('ru', station);
    expect(bubbles(body)).toEqual([
      'customer | Nikos · 11:10 | Здравствуйте',
      `bot | Бот · 11:11 | ${text.say(phrase('menu'))}`,
      `customer | Nikos · 11:12 | Нажата кнопка: ${text.say(phrase('labelBook'))}`,
      'customer | Nikos · 11:30 | [документ: Счёт.pdf]\nвот счёт',
      'advisor | Мария · 11:40 | Колодки уже здесь',
      'advisor lost | Мария · 11:41 · 💔 | Исправлено: Колодки завтра',
    ]);
  });

  it('has words for files and places, and leaves out what nobody said', async () => {
    const { begin, came, open } = talk();
    await begin('');
    const file = { id: 'f', bytes: 1, mime: null, name: null };
    const events: readonly InboundEvent[] = [
      { kind: 'photo', file, caption: 'the left door', album: null },
      { kind: 'file', what: 'voice', file, caption: '' },
      { kind: 'location', latitude: 40.6, longitude: 22.9 },
      { kind: 'contact', phone: '+302310000000', own: true },
      { kind: 'reaction', messageId: '1', emoji: '👍' },
      { kind: 'edited', messageId: '1', text: 'the right door' },
      { kind: 'unsupported', what: 'poll' },
      { kind: 'timer', key: 'k', dueAt: 1 },
      { kind: 'fetched', outcome: { kind: 'failed', why: 'gone' }, ticket: null },
    ];
    for (const [index, event] of events.entries()) await came(event, now + index * 1000);
    const { body } = await open();
    expect(bubbles(body).map((line) => line.split(' | ')[2])).toEqual([
      '[photo]\nthe left door',
      '[voice message]',
      '[a place on the map]',
      '[a phone number]',
      '👍',
      'Edited: the right door',
      '[a message that does not open here]',
    ]);
    expect(body).not.toContain('302310000000');
    expect(body).not.toContain('40.6');
  });

  it('says so where nothing was said yet, and who asks may only look whether it is there', async () => {
    const { begin, open } = talk();
    await begin();
    expect((await open()).body).toContain('Nothing has been said yet.');
    expect(await open(token, 'HEAD')).toMatchObject({ statusCode: 200, body: '' });
    expect(await open(token, 'POST')).toMatchObject({ statusCode: 405 });
  });

  it('goes on to open when a row was written by a newer version', async () => {
    const { begin, came, put, open } = talk();
    await begin();
    await came({ kind: 'text', text: 'hello' }, now);
    await put({ pk: `L#${nikos}`, sk: 'in#new', at: now, event: { kind: 'hologram' } });
    await put({ pk: `O#${nikos}`, sk: 'v9', messages: [{ kind: 'hologram' }] });
    expect(bubbles((await open()).body)).toEqual(['customer | Nikos · 12:00 | hello']);
  });
});

describe('whatever people write', () => {
  const evil = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</p></article><style>*{display:none}</style>',
    '<!-- --><svg/onload=alert(1)>',
    '&lt;b&gt; &amp; javascript:alert(1)',
    '\u202egnp.exe',
  ];

  it('is text on the page, in names, words, file names and buttons', async () => {
    for (const text of evil) {
      const { begin, came, went, open } = talk();
      await begin(text);
      const file = { id: text, bytes: 1, mime: text, name: text };
      await came({ kind: 'text', text }, now);
      await came({ kind: 'file', what: 'document', file, caption: text }, now);
      await went([relay(text, { sign: phrase('relaySign', { name: text }) })], now);
      const { body = '' } = await open();
      expect(tagsOf(body)).toEqual(tagsOf(body).filter((tag) => ours.has(tag)));
      expect(body).not.toMatch(/\u202e|<script|<img|<svg|<!--/);
      expect(bubbles(body)).toHaveLength(3);
    }
  });

  it('makes no tag of its own, whatever letters it has', () => {
    const text = textFor('en', station);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (said, who) => {
        const lines: readonly Line[] = [
          { at: now, by: 'customer', who, said: `${said}<b>`, lost: false, file: null },
        ];
        const body = pageOf({ name: who, lines, cut: false, zone: station.zone }, text);
        expect(tagsOf(body).filter((tag) => !ours.has(tag))).toEqual([]);
        expect(body.match(/<article/g)).toHaveLength(1);
      }),
    );
  });

  it('may be very much: the newest lines are shown, and it is said that there are older ones', () => {
    const text = textFor('en', station);
    const line = (said: string): Line => ({ at: now, by: 'bot', who: 'Bot', said, lost: false, file: null });
    const many = Array.from({ length: most.lines + 5 }, (_, index) => line(`line ${index}.`));
    const page = pageOf({ name: '', lines: many, cut: false, zone: station.zone }, text);
    expect(page.match(/<article/g)).toHaveLength(most.lines);
    expect(page).toContain('Only the newest 1,000 lines are shown');
    expect(page).not.toContain('line 4.');
    expect(page).toContain('line 5.');
    const long = Array.from({ length: 900 }, () => line('&'.repeat(4_000)));
    const heavy = pageOf({ name: '', lines: long, cut: false, zone: station.zone }, text);
    expect(Buffer.byteLength(heavy)).toBeLessThan(5_900_000);
    expect(heavy).toContain('Only the newest');
    expect(pageOf({ name: '', lines: [line('one')], cut: true, zone: station.zone }, text)).toContain(
      'Only the newest line',
    );
  });
});

/** Tags that the page itself has. */
const ours = new Set([
  'html',
  'head',
  'meta',
  'title',
  'style',
  'body',
  'main',
  'h1',
  'h2',
  'article',
  'p',
  '!doctype',
]);

function tagsOf(body: string): readonly string[] {
  return [...body.matchAll(/<\/?([!\w]+)/g)].map(([, tag = '']) => tag.toLowerCase());
}

describe('the page is closed', () => {
  it('to caches, finders, frames, scripts and whoever comes next', () => {
    expect(pageHeaders['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; /,
    );
    expect(pageHeaders['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(pageHeaders['content-security-policy']).not.toContain('unsafe');
  });

  it('to whoever has no link of this kind, an old one, or none', async () => {
    const { begin, link, open } = talk('uk');
    await begin();
    expect(await open()).toMatchObject({
      statusCode: 200,
      headers: {
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      },
    });
    for (const name of ['', 'x', `${token}x`, token.toLowerCase(), `${token}.ics`, '../canary', '%2e%2e'])
      expect(await open(name), name).toMatchObject({ statusCode: 404 });
    await link({ of: 'visit', visit: '7K2M4Q' });
    expect(await open()).toMatchObject({ statusCode: 404 });
    await link({ of: 'history' }, now / 1000);
    const gone = await open();
    expect(gone).toMatchObject({ statusCode: 410, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    expect(gone.body).toBe(textFor('uk', station).say(phrase('mediaHistoryGone')));
  });

  it('and opens no calendar file with its token', async () => {
    const { begin, open } = talk();
    await begin();
    const table = await open(`${token}.ics`);
    expect(table.statusCode).toBe(404);
  });

  it('to the log: neither the token nor a word stands there', async () => {
    const { begin, came, open } = talk();
    await begin('canary-name');
    await came({ kind: 'text', text: 'canary-words' }, now);
    await open();
    await open('canary-unknown-token-ab');
    expect(written.text()).not.toContain('canary');
  });
});
