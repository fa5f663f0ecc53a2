import { describe, expect, it } from 'vitest';
import type { PhoneAct } from '#infra/local/phone-api.ts';
import { pretendVideo } from '#infra/local/phones/sent-files.ts';
import { whatsapp as channel } from '#shared/channels/whatsapp/channel.ts';
import type { Content, FileContent } from '#shared/domain/content.ts';
import type { Outbound, Relay } from '#shared/domain/outbound.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { context, text, words } from '#test/channels/sample.ts';
import { JPEG, JPEG_URL, NIKOS, NUMBER, type Rig, SECRET, startedRig, statusNames, TOKEN } from './rig.ts';

/** What the station reads and sends, against a WhatsApp that takes nothing that is not right. */

const WEBP = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBPVP8 '), Buffer.alloc(20)]);
const WEBP_URL = `data:image/webp;base64,${WEBP.toString('base64')}`;
const OGG = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(60)]);
const files = new Map(
  Object.entries({
    jpeg: ['image/jpeg', JPEG],
    webp: ['image/webp', WEBP],
    ogg: ['audio/ogg; codecs=opus', OGG],
    mp4: ['video/mp4', pretendVideo(2)],
    pdf: ['application/pdf', Buffer.from('%PDF-1.7\n')],
  } as const).map(([key, [mime, content]]) => [key, { mime, content }]),
);

const account = (rig: Rig) => ({
  bot: NUMBER,
  token: TOKEN,
  number: NUMBER,
  webhookSecrets: [SECRET],
  verifyToken: 'verify',
  apiUrl: rig.whatsapp.apiUrl,
});
const nikos = { channel: 'whatsapp', bot: NUMBER, chat: `tel.${NIKOS.slice(3)}`, thread: '' };

/** What the channel reads in the last thing that the station was told. */
function heard(rig: Rig) {
  const last = rig.posted.at(-1);
  return channel.parse(last?.bytes ?? Buffer.alloc(0), { bot: NUMBER, number: NUMBER }).at(-1);
}

/** Sends as deliver does; answers the messages' ids. */
async function send(rig: Rig, ...messages: readonly Outbound[]): Promise<readonly (string | null)[]> {
  const http = createHttpClient();
  const ids: (string | null)[] = [];
  for (const { payload } of channel.render(messages, nikos, text, { ...context, files })) {
    const sent = await channel.send(payload, account(rig), http, `whatsapp/${NUMBER}/1/|v1|${ids.length}`);
    expect(sent).toMatchObject({ kind: 'sent' });
    if (sent.kind === 'sent') ids.push(sent.messageId);
  }
  await rig.whatsapp.settled();
  return ids;
}

function relay(content: Content, more: Partial<Relay> = {}): Relay {
  return { kind: 'relay', content, sign: words('Maria'), replyTo: null, target: null, ...more };
}
function file(what: Extract<FileContent, { kind: 'file' }>['what'] | 'photo', key: string): FileContent {
  const source = { at: 'store', key } as const;
  const fields = { source, mime: null, name: 'estimate.pdf', bytes: null, caption: { text: 'Here' } };
  return what === 'photo' ? { kind: 'photo', ...fields } : { kind: 'file', what, ...fields };
}

describe('what a person does with their phone', () => {
  const own: readonly (readonly [string, PhoneAct, object])[] = [
    [
      'a video',
      { do: 'video', chat: NIKOS, seconds: 3, note: false, caption: '*Listen*' },
      { what: 'video', caption: 'Listen' },
    ],
    ['a round video', { do: 'video', chat: NIKOS, seconds: 3, note: true, caption: '' }, { what: 'video' }],
    ['a sticker', { do: 'sticker', chat: NIKOS, emoji: '👍', data: WEBP_URL }, { what: 'sticker' }],
    ['a voice message', { do: 'voice', chat: NIKOS, seconds: 2 }, { what: 'voice' }],
    [
      'a document with words',
      {
        do: 'document',
        chat: NIKOS,
        name: 'a.pdf',
        data: 'data:application/pdf;base64,JVBERg==',
        caption: 'This',
      },
      { what: 'document', caption: 'This' },
    ],
    ['a photo', { do: 'photos', chat: NIKOS, images: [JPEG_URL], caption: '' }, { kind: 'photo' }],
    ['a place', { do: 'location', chat: NIKOS, latitude: 40.5, longitude: 22.9 }, { kind: 'location' }],
    ['somebody’s contact', { do: 'contact', chat: NIKOS, own: false }, { kind: 'contact', own: false }],
    ['words', { do: 'say', chat: NIKOS, text: 'at *9*' }, { kind: 'text', text: 'at 9' }],
  ];

  it.each(own)(
    '(%s) is read as what it is, and as an answer where it is one',
    async (_label, deed, event) => {
      const rig = await startedRig();
      const wamid = await rig.text('Which one?');
      await rig.act(deed);
      expect(heard(rig)).toMatchObject({ event });
      expect(heard(rig)).not.toHaveProperty('replyTo');
      const asked = rig.chat(NIKOS).messages.find(({ from }) => from === 'bot')?.id;
      await rig.act(Object.assign({ replyTo: asked }, deed));
      expect(heard(rig)).toMatchObject({ event, replyTo: wamid });
      expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({ replyTo: asked });
    },
  );

  it('puts an emoji under a message and takes it away again', async () => {
    const rig = await startedRig();
    const wamid = await rig.text('It is ready');
    const { id } = rig.chat(NIKOS).messages.at(-1) ?? { id: 0 };
    await rig.act({ do: 'react', chat: NIKOS, messageId: id, emoji: '❤️' });
    expect(heard(rig)).toMatchObject({
      messageId: null,
      event: { kind: 'reaction', messageId: wamid, emoji: '❤️' },
    });
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({ reactions: [{ emoji: '❤️', by: NIKOS }] });
    await rig.act({ do: 'react', chat: NIKOS, messageId: id, emoji: null });
    expect(heard(rig)).toMatchObject({ event: { kind: 'reaction', messageId: wamid, emoji: null } });
    expect(rig.chat(NIKOS).messages.at(-1)).not.toHaveProperty('reactions');
    expect(() => rig.whatsapp.phones.act({ do: 'react', chat: NIKOS, messageId: 99, emoji: '👍' })).toThrow(
      'gone',
    );
  });

  it('sends words on, which say no more than that', async () => {
    const rig = await startedRig();
    await rig.act({ do: 'forward', chat: NIKOS, text: 'Look at this', author: 'Bob' });
    expect(heard(rig)).toMatchObject({ event: { kind: 'text', text: 'Look at this' } });
    expect(heard(rig)).not.toHaveProperty('replyTo');
    expect(rig.posted.at(-1)?.bytes.toString()).not.toContain('Bob');
    expect(rig.chat(NIKOS).messages.at(-1)).toHaveProperty('forwardedFrom');
  });

  it('deletes a message of their own, of which the station hears nothing', async () => {
    const rig = await startedRig();
    await rig.says(NIKOS, 'oops');
    const posted = rig.posted.length;
    const { id } = rig.chat(NIKOS).messages.at(-1) ?? { id: 0 };
    await rig.act({ do: 'delete', chat: NIKOS, messageId: id });
    expect(rig.posted).toHaveLength(posted);
    expect(JSON.stringify(rig.chat(NIKOS))).not.toContain('oops');
    await rig.text('Hello');
    const ours = rig.chat(NIKOS).messages.at(-1)?.id ?? 0;
    expect(() => rig.whatsapp.phones.act({ do: 'delete', chat: NIKOS, messageId: ours })).toThrow(
      'own message',
    );
  });

  it('is no sticker and no round video that the app would not make', async () => {
    const rig = await startedRig();
    const act = (deed: PhoneAct) => () => rig.whatsapp.phones.act(deed);
    expect(act({ do: 'sticker', chat: NIKOS, emoji: '👍', data: JPEG_URL })).toThrow('WebP');
    expect(act({ do: 'video', chat: NIKOS, seconds: 61, note: true, caption: '' })).toThrow('a minute');
  });
});

describe('what an advisor sends', () => {
  it.each([
    [
      'words',
      relay({ kind: 'text', text: { text: 'at 9', marks: [{ kind: 'bold', offset: 3, length: 1 }] } }),
      { kind: 'text', text: '*Maria*\nat *9*' },
    ],
    ['a photo', relay(file('photo', 'jpeg')), { kind: 'photo', caption: '*Maria*\nHere' }],
    ['a video', relay(file('video', 'mp4')), { kind: 'video', look: 'video', caption: '*Maria*\nHere' }],
    [
      'a document',
      relay(file('document', 'pdf')),
      { kind: 'document', name: 'estimate.pdf', caption: '*Maria*\nHere' },
    ],
    ['a voice message', relay(file('voice', 'ogg')), { kind: 'voice' }],
    ['music', relay(file('audio', 'ogg')), { kind: 'audio' }],
    ['a sticker', relay(file('sticker', 'webp')), { kind: 'sticker' }],
    [
      'a place',
      relay({ kind: 'location', latitude: 40.5, longitude: 22.9, title: 'Pier' }),
      { kind: 'location', title: 'Pier' },
    ],
    [
      'a contact',
      relay({ kind: 'contact', phone: '+302310555010', name: 'Parts' }),
      { kind: 'contact', name: 'Parts' },
    ],
  ] as const)(
    '(%s) is on the phone, and the messenger tells that it is there',
    async (_label, message, content) => {
      const rig = await startedRig();
      const ids = await send(rig, { ...message, replyTo: null });
      expect(ids.every((id) => id?.startsWith('wamid.'))).toBe(true);
      const shown = rig.chat(NIKOS).messages.at(-1);
      expect(shown).toMatchObject({ from: 'bot', content });
      expect(statusNames(rig)).not.toContain('failed');
      expect(statusNames(rig).filter((name) => name === 'delivered')).toHaveLength(ids.length);
      if (shown && 'url' in shown.content && shown.content.url) {
        const id = new URL(shown.content.url, 'http://127.0.0.1').searchParams.get('id') ?? '';
        expect(rig.whatsapp.phones.file(id)?.bytes.length).toBeGreaterThan(0);
      }
    },
  );

  it('shows what it answers, corrects or takes back', async () => {
    const rig = await startedRig();
    await rig.says(NIKOS, 'Is it ready?');
    const asked = rig.chat(NIKOS).messages.at(-1)?.id;
    const read = heard(rig);
    const replyTo = read && 'messageId' in read ? read.messageId : null;
    const [answer = null] = await send(rig, relay({ kind: 'text', text: { text: 'At 5' } }, { replyTo }));
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({ replyTo: asked });
    const first = rig.chat(NIKOS).messages.at(-1)?.id;
    await send(rig, relay({ kind: 'text', text: { text: 'At 6' } }, { target: answer }));
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({ replyTo: first });
    await send(rig, { kind: 'retract', targets: [answer ?? ''], text: 'At 5' });
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({ replyTo: first });
  });

  it('puts an emoji under what the person wrote', async () => {
    const rig = await startedRig();
    await rig.says(NIKOS, 'Thank you');
    const read = heard(rig);
    const target = (read && 'messageId' in read ? read.messageId : null) ?? '';
    await send(rig, { kind: 'react', target, mark: { emoji: '👍' } });
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({ reaction: '👍' });
    await send(rig, { kind: 'react', target, mark: null });
    expect(rig.chat(NIKOS).messages.at(-1)).not.toHaveProperty('reaction');
  });
});

describe('media of the station', () => {
  it('is no sticker of more than 100 KB that does not move, and no voice message that is no Opus', async () => {
    const rig = await startedRig();
    const failed = async (mime: string, bytes: Buffer, body: (id: string) => object) => {
      const form = new FormData();
      form.set('messaging_product', 'whatsapp');
      form.set('file', new File([new Uint8Array(bytes)], 'file', { type: mime }));
      const { body: brought } = await rig.call('POST', `${NUMBER}/media`, form);
      await rig.send({ ...body(brought.id ?? '') });
      await rig.whatsapp.settled();
      return statusNames(rig).at(-1) === 'failed';
    };
    const still = Buffer.concat([WEBP, Buffer.alloc(100 * 1024)]);
    const moving = Buffer.from(still);
    moving.write('VP8X', 12);
    moving[20] = 2;
    const sticker = (id: string) => ({ type: 'sticker', sticker: { id } });
    expect(await failed('image/webp', still, sticker)).toBe(true);
    expect(await failed('image/webp', moving, sticker)).toBe(false);
    const voice = (id: string) => ({ type: 'audio', audio: { id, voice: true } });
    expect(await failed('audio/mpeg', OGG, voice)).toBe(true);
    expect(await failed('audio/ogg', OGG, voice)).toBe(false);
  });
});
