import { describe, expect, it } from 'vitest';
import { allowedUpdates } from '#infra/connect/webhook.ts';
import type { PhoneAct } from '#infra/local/phone-api.ts';
import type { Account, Sent } from '#shared/channels/channel.ts';
import { account as source } from '#shared/channels/telegram/account.ts';
import { parse } from '#shared/channels/telegram/parse.ts';
import { render } from '#shared/channels/telegram/render.ts';
import { send } from '#shared/channels/telegram/send.ts';
import { topics } from '#shared/channels/telegram/topics.ts';
import { contentOf } from '#shared/desk/content.ts';
import type { Address } from '#shared/domain/address.ts';
import type { Content } from '#shared/domain/content.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { type Outbound, type Relay, say } from '#shared/domain/outbound.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { GROUP, JPEG, JPEG_URL, NIKOS, type Rig, startedRig, TOKEN } from '../../local/telegram/rig.ts';
import { context, text, words } from '../sample.ts';

/**
 * What a person sends to the played Telegram is read, passed on to the other side and taken there: by the strict server's own
 * rules, with no field that it does not know.
 */
const given = source.given({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: 's' });
if (!given) throw new Error('no account');
const bot = given.bot;
const http = createHttpClient();
const ELENI = '5000002';
const PDF_URL = `data:application/pdf;base64,${Buffer.from('%PDF-1.4').toString('base64')}`;
const WEBP_URL = `data:image/webp;base64,${Buffer.from('RIFF\0\0\0\0WEBPVP8 ').toString('base64')}`;
const files = new Map([
  ['photo', { mime: 'image/jpeg', content: JPEG }],
  ['paper', { mime: 'application/pdf', content: Buffer.from('%PDF-1.4') }],
]);

type Table = Rig & { readonly account: Account; readonly topic: Address; readonly nikos: Address };

async function table(): Promise<Table> {
  const rig = await startedRig({ allowedUpdates });
  const account = { ...given, apiUrl: rig.telegram.apiUrl } as const satisfies Partial<Account>;
  const whole: Account = {
    bot,
    token: TOKEN,
    number: '',
    webhookSecrets: [],
    verifyToken: '',
    apiUrl: account.apiUrl,
  };
  const group: Address = { channel: 'telegram', bot, chat: String(GROUP), thread: '' };
  const made = await send(topics.create(group, 'Nikos · Octavia'), whole, http);
  if (made.kind !== 'sent' || made.messageId === null) throw new Error('no topic was made');
  await rig.telegram.settled();
  rig.posted.length = 0;
  const topic = { ...group, thread: made.messageId };
  return { ...rig, account: whole, topic, nikos: { ...group, chat: String(NIKOS) } };
}

async function heard(rig: Table, act: PhoneAct): Promise<readonly Inbound[]> {
  rig.posted.length = 0;
  rig.telegram.phones.act(act);
  await rig.telegram.settled();
  return rig.posted.flatMap(({ raw }) =>
    parse(Buffer.from(JSON.stringify(raw)), { bot }).flatMap((one) => ('ignored' in one ? [] : [one])),
  );
}

async function show(rig: Table, messages: readonly Outbound[], to: Address): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (const { payload } of render(messages, to, text, { ...context, files })) {
    const result = await send(payload, rig.account, http);
    expect(rig.telegram.ledger().at(-1)).toMatchObject({ status: 200, unknownFields: [], violations: [] });
    if (result.kind !== 'sent') throw new Error(`not taken: ${JSON.stringify(result)}`);
    sent.push(result);
  }
  return sent;
}

function relay(content: Content, rest: Partial<Relay> = {}): Relay {
  return { kind: 'relay', content, sign: null, replyTo: null, target: null, ...rest };
}

function relays(inbounds: readonly Inbound[], rest: Partial<Relay> = {}): readonly Relay[] {
  return inbounds.flatMap((inbound) => {
    const content = contentOf(inbound);
    return content ? [relay(content, rest)] : [];
  });
}

function seen(rig: Table, chat: number | string, last: number) {
  return rig.telegram.phones.chat(String(chat))?.messages.slice(-last) ?? [];
}

const acts: readonly (readonly [string, (where: { chat: string }) => PhoneAct, readonly string[]])[] = [
  ['words', (where) => ({ do: 'say', text: 'Ready at 5 pm', ...where }), ['text']],
  ['a photo', (where) => ({ do: 'photos', images: [JPEG_URL], caption: 'here', ...where }), ['photo']],
  [
    'an album',
    (where) => ({ do: 'photos', images: [JPEG_URL, JPEG_URL, JPEG_URL], caption: 'here', ...where }),
    ['photo', 'photo', 'photo'],
  ],
  ['a document', (where) => ({ do: 'document', name: 'bill.pdf', data: PDF_URL, ...where }), ['document']],
  ['a voice message', (where) => ({ do: 'voice', seconds: 3, ...where }), ['voice']],
  ['a video', (where) => ({ do: 'video', seconds: 4, note: false, caption: 'hear', ...where }), ['video']],
  ['a round video', (where) => ({ do: 'video', seconds: 4, note: true, caption: '', ...where }), ['video']],
  ['a sticker', (where) => ({ do: 'sticker', emoji: '👍', data: WEBP_URL, ...where }), ['sticker']],
  ['a place', (where) => ({ do: 'location', latitude: 40.6, longitude: 22.9, ...where }), ['location']],
  ['a contact', (where) => ({ do: 'contact', own: false, ...where }), ['contact']],
];

describe('what is sent on one side of Telegram arrives on the other', () => {
  it.each(acts)('%s of a customer, in the topic', async (_what, act, kinds) => {
    const rig = await table();
    const messages = relays(await heard(rig, act({ chat: String(NIKOS) })));
    const sent = await show(rig, messages, rig.topic);
    const shown = seen(rig, GROUP, kinds.length);
    expect(shown.map(({ content }) => content.kind)).toEqual(kinds);
    for (const { topic } of shown) expect(String(topic)).toBe(rig.topic.thread);
    expect(sent.flatMap(({ messageId, album }) => album ?? messageId)).toEqual(
      shown.map(({ id }) => String(id)),
    );
  });

  it.each(acts)('%s of an advisor, under their name', async (_what, act, kinds) => {
    const rig = await table();
    const where = { chat: String(GROUP), topic: Number(rig.topic.thread), as: ELENI };
    const inbounds = await heard(rig, act(where));
    for (const { address, replyTo } of inbounds) {
      expect(address.thread).toBe(rig.topic.thread);
      expect(replyTo).toBeUndefined();
    }
    await show(rig, relays(inbounds, { sign: words('Eleni') }), rig.nikos);
    const shown = seen(rig, NIKOS, kinds.length);
    expect(shown.map(({ content }) => content.kind)).toEqual(kinds);
    expect(JSON.stringify(seen(rig, NIKOS, kinds.length + 1))).toContain('Eleni');
    expect(new Set(shown.map(({ album }) => album)).size).toBe(1);
  });

  it('the answer to a message stays an answer', async () => {
    const rig = await table();
    const [asked] = await show(rig, [say(words('Which day?'))], rig.nikos);
    const replyTo = Number(asked?.messageId);
    const [inbound] = await heard(rig, { do: 'say', chat: String(NIKOS), text: 'Monday', replyTo });
    expect(inbound?.replyTo).toBe(asked?.messageId);
    const [line] = await show(rig, [say(words('He asks'))], rig.topic);
    await show(rig, relays(inbound ? [inbound] : [], { replyTo: line?.messageId ?? null }), rig.topic);
    expect(seen(rig, GROUP, 1)).toMatchObject([{ replyTo: Number(line?.messageId) }]);
  });
});

describe('what was passed on', () => {
  const rich = {
    text: '😊 final price',
    marks: [{ kind: 'bold' as const, offset: 3, length: 5 }],
  };
  const photo: Content = {
    kind: 'photo',
    source: { at: 'store', key: 'photo' },
    mime: 'image/jpeg',
    name: null,
    bytes: null,
    caption: { text: 'left' },
  };

  it('keeps its formatting on the way out and back', async () => {
    const rig = await table();
    await show(rig, [relay({ kind: 'text', text: rich })], rig.topic);
    expect(seen(rig, GROUP, 1)).toMatchObject([
      { content: { text: rich.text, entities: [{ type: 'bold', offset: 3, length: 5 }] } },
    ]);
  });

  it('out of the store goes up as a file, alone, as an album and in the place of words', async () => {
    const rig = await table();
    await show(rig, [relay(photo, { sign: words('Eleni') })], rig.nikos);
    expect(seen(rig, NIKOS, 1)).toMatchObject([{ content: { kind: 'photo', caption: 'Eleni\nleft' } }]);
    const album = { ...photo, album: 'a' };
    const [both] = await show(rig, [relay(album), relay(album)], rig.nikos);
    expect(both?.album).toHaveLength(2);
    const [coming] = await show(rig, [say(words('Photo is on its way'))], rig.topic);
    await show(rig, [relay(photo, { target: coming?.messageId ?? null })], rig.topic);
    expect(seen(rig, GROUP, 1)).toMatchObject([
      { id: Number(coming?.messageId), content: { kind: 'photo', caption: 'left' } },
    ]);
  });

  it('is changed in place: words, and words under a picture even where only words are known', async () => {
    const rig = await table();
    const [line] = await show(rig, [relay({ kind: 'text', text: rich })], rig.topic);
    await show(
      rig,
      [relay({ kind: 'text', text: { text: 'last price' } }, { target: line?.messageId ?? null })],
      rig.topic,
    );
    expect(seen(rig, GROUP, 1)).toMatchObject([{ edited: true, content: { text: 'last price' } }]);
    const [picture] = await show(rig, [relay(photo)], rig.topic);
    const target = picture?.messageId ?? null;
    await show(rig, [relay({ kind: 'text', text: { text: 'right' } }, { target })], rig.topic);
    expect(seen(rig, GROUP, 1)).toMatchObject([{ content: { kind: 'photo', caption: 'right' } }]);
    await show(rig, [relay({ ...photo, caption: { text: 'rear' } }, { target })], rig.topic);
    expect(seen(rig, GROUP, 1)).toMatchObject([{ content: { kind: 'photo', caption: 'rear' } }]);
  });

  it('gets its ticks and may be taken back; what is gone already matters to nobody', async () => {
    const rig = await table();
    const [line] = await show(rig, [relay({ kind: 'text', text: rich })], rig.topic);
    const target = line?.messageId ?? '';
    for (const [mark, reaction] of [
      ['sent', '👌'],
      ['read', '👀'],
      ['failed', '💔'],
      ['note', '✍'],
    ] as const) {
      await show(rig, [{ kind: 'react', target, mark }], rig.topic);
      expect(seen(rig, GROUP, 1)).toMatchObject([{ reaction }]);
    }
    await show(rig, [{ kind: 'retract', targets: [target], text: '' }], rig.topic);
    expect(seen(rig, GROUP, 20).some(({ id }) => String(id) === target)).toBe(false);
    const [again] = render([{ kind: 'react', target, mark: 'sent' }], rig.topic, text, context);
    if (!again) throw new Error('nothing to send');
    expect(await send(again.payload, rig.account, http)).toEqual({ kind: 'sent', messageId: null });
  });

  it('into a topic that is closed, gone or forbidden fails by its name', async () => {
    const rig = await table();
    const [line] = render([say(words('hi'))], rig.topic, text, context);
    if (!line) throw new Error('nothing to send');
    const kind = async () => (await send(line.payload, rig.account, http)).kind;
    rig.telegram.conditions.topicClosed(Number(rig.topic.thread), true);
    rig.telegram.conditions.botRights({ manageTopics: false });
    expect(await kind()).toBe('topicClosed');
    rig.telegram.conditions.botRights({ manageTopics: true });
    rig.telegram.conditions.topicDeleted(Number(rig.topic.thread));
    expect(await kind()).toBe('topicGone');
    rig.telegram.conditions.botRights({ member: false });
    expect(await kind()).toBe('noRights');
  });
});
