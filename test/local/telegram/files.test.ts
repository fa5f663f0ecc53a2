import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { JPEG, JPEG_URL, NIKOS, type Rig, startedRig, TOKEN } from './rig.ts';

const fileShape = z.object({ file_id: z.string(), file_path: z.string(), file_size: z.number() });
const photoShape = z.array(z.object({ file_id: z.string() }));

const upload = async (
  rig: Rig,
  method: string,
  field: string,
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
) => {
  const form = new FormData();
  form.set('chat_id', String(NIKOS));
  form.set('caption', 'see');
  form.set('reply_markup', JSON.stringify({ inline_keyboard: [[{ text: 'Ok', callback_data: 'o' }]] }));
  form.set(field, new Blob([bytes]), name);
  const response = await fetch(`${rig.telegram.apiUrl}/bot${TOKEN}/${method}`, {
    method: 'POST',
    body: form,
  });
  return response.json();
};
const link = async (rig: Rig, fileId: string) =>
  fileShape.parse((await rig.call('getFile', { file_id: fileId })).result);
const download = (rig: Rig, path: string, token = TOKEN) =>
  fetch(`${rig.telegram.apiUrl}/file/bot${token}/${path}`);

/** Nikos sends one photo; returns the id of its largest size. */
const photoFromNikos = async (rig: Rig): Promise<string> => {
  rig.telegram.phones.act({ do: 'photos', chat: String(NIKOS), images: [JPEG_URL], caption: '' });
  await rig.telegram.settled();
  return photoShape.parse(rig.posted.at(-1)?.update.message?.photo).at(-1)?.file_id ?? '';
};

describe('files', () => {
  it("lets the bot fetch a person's photo, byte for byte", async () => {
    const rig = await startedRig();
    const { file_path, file_size } = await link(rig, await photoFromNikos(rig));
    expect([file_path, file_size]).toEqual(['photos/file_1.jpg', JPEG.length]);
    const response = await download(rig, file_path);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(JPEG);
  });

  it('ends a link after an hour, and gives it another hour when asked again', async () => {
    const rig = await startedRig();
    const id = await photoFromNikos(rig);
    const { file_path } = await link(rig, id);
    await rig.pass(3600);
    expect((await download(rig, file_path)).status).toBe(200);
    await rig.pass(1);
    expect((await download(rig, file_path)).status).toBe(404);
    await link(rig, id);
    expect((await download(rig, file_path)).status).toBe(200);
  });

  it('gives files only to the right token, and no paths that it did not hand out', async () => {
    const rig = await startedRig();
    const { file_path } = await link(rig, await photoFromNikos(rig));
    expect((await download(rig, file_path, '123456:other')).status).toBe(401);
    expect((await download(rig, '../../etc/passwd')).status).toBe(404);
    expect((await download(rig, 'photos/file_2.jpg')).status).toBe(404);
  });

  it('refuses to hand out more than 20 MB', async () => {
    const rig = await startedRig();
    const data = 'data:video/mp4;base64,AAAA';
    const send = async (size: number) => {
      rig.telegram.phones.act({ do: 'document', chat: String(NIKOS), name: 'a.mp4', data, size });
      await rig.telegram.settled();
      const { file_id } = z
        .looseObject({ file_id: z.string() })
        .parse(rig.posted.at(-1)?.update.message?.document);
      return rig.call('getFile', { file_id });
    };
    expect(await send(20 * 1024 * 1024)).toMatchObject({ ok: true });
    expect(await send(20 * 1024 * 1024 + 1)).toMatchObject({
      error_code: 400,
      description: 'Bad Request: file is too big',
    });
  });

  it('takes an upload, and the same file again by its id', async () => {
    const rig = await startedRig();
    const sent = await upload(rig, 'sendPhoto', 'photo', new Uint8Array(JPEG), 'a.jpg');
    expect(sent).toMatchObject({
      ok: true,
      result: { caption: 'see', photo: [{ width: 90 }, { width: 640, height: 480 }] },
    });
    expect(rig.telegram.ledger().at(-1)?.payload).toMatchObject({
      photo: { file: 'a.jpg', size: JPEG.length },
    });
    const result = z.object({ result: z.object({ photo: photoShape }) }).parse(sent).result;
    const again = await rig.call('sendPhoto', { chat_id: NIKOS, photo: result.photo.at(-1)?.file_id });
    expect(again).toMatchObject({ ok: true });
    expect(
      await rig.call('sendDocument', { chat_id: NIKOS, document: result.photo.at(-1)?.file_id }),
    ).toMatchObject({
      description: "Bad Request: can't use file of type Photo as Document",
    });
  });

  it('shows a document with its name and offers the bytes to the page', async () => {
    const rig = await startedRig();
    await upload(
      rig,
      'sendDocument',
      'document',
      new Uint8Array(Buffer.from('BEGIN:VCALENDAR')),
      'visit.ics',
    );
    const shown = rig.telegram.phones.chat(String(NIKOS))?.messages.at(-1)?.content;
    expect(shown).toMatchObject({ kind: 'document', name: 'visit.ics', caption: 'see' });
    const id = new URLSearchParams(shown?.kind === 'document' ? shown.url.split('?')[1] : '').get('id') ?? '';
    expect(Buffer.from(rig.telegram.phones.file(id)?.bytes ?? []).toString()).toBe('BEGIN:VCALENDAR');
  });

  const wrong: readonly (readonly [string, Uint8Array<ArrayBuffer>, string])[] = [
    ['words', new Uint8Array(Buffer.from('hello')), 'Bad Request: IMAGE_PROCESS_FAILED'],
    ['nothing', new Uint8Array(), 'Bad Request: file must be non-empty'],
    ['a picture 10,001 wide and high together', jpegOf(9001, 1000), 'Bad Request: PHOTO_INVALID_DIMENSIONS'],
    ['a picture 21 times as wide as high', jpegOf(2100, 100), 'Bad Request: PHOTO_INVALID_DIMENSIONS'],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), 'Bad Request: file is too big for a photo'],
  ];
  it.each(wrong)('refuses %s as a photo', async (_what, bytes, description) => {
    const rig = await startedRig();
    expect(await upload(rig, 'sendPhoto', 'photo', bytes, 'a.jpg')).toMatchObject({ ok: false, description });
  });

  it('refuses documents among photos in one album', async () => {
    const rig = await startedRig();
    const photo = await photoFromNikos(rig);
    const media = [
      { type: 'photo', media: photo },
      { type: 'document', media: photo },
    ];
    expect(await rig.call('sendMediaGroup', { chat_id: NIKOS, media })).toMatchObject({
      description: "Bad Request: document can't be mixed with other media types",
    });
    const album = await rig.call('sendMediaGroup', { chat_id: NIKOS, media: [media[0], media[0]] });
    const sent = z.array(z.looseObject({ media_group_id: z.string() })).parse(album.result);
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map((message) => message.media_group_id)).size).toBe(1);
  });

  it('answers a caption of 1,025 units with a refusal, of 1,024 with the message', async () => {
    const rig = await startedRig();
    const photo = await photoFromNikos(rig);
    const send = (length: number) =>
      rig.call('sendPhoto', { chat_id: NIKOS, photo, caption: 'x'.repeat(length) });
    expect(await send(1024)).toMatchObject({ ok: true });
    expect(await send(1025)).toMatchObject({ description: 'Bad Request: message caption is too long' });
  });
});

/** The header of a JPEG of that many pixels. */
function jpegOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(JPEG);
  const view = new DataView(bytes.buffer);
  view.setUint16(25, height);
  view.setUint16(27, width);
  return bytes;
}
