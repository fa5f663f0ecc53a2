import { createHash } from 'node:crypto';
import { get as bareGet, createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  JPEG,
  JPEG_URL,
  messagesOf,
  NIKOS,
  NUMBER,
  type Rig,
  startedRig,
  startRig,
  statusesOf,
  TOKEN,
  uploaded,
  uploadForm,
} from './rig.ts';

const DAY = 86_400;
const MB = 1024 * 1024;
const PDF = Buffer.from('%PDF-1.7\n');
const mediaShape = z.looseObject({
  id: z.string(),
  mime_type: z.string(),
  sha256: z.string(),
  url: z.string().optional(),
});

/** The image that the person has just sent, as the webhook tells it. */
const sentPhoto = async (rig: Rig) => {
  await rig.act({ do: 'photos', chat: NIKOS, images: [JPEG_URL], caption: '' });
  return mediaShape.parse(messagesOf(rig).at(-1)?.image);
};
const get = (url: string | undefined, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url ?? '', { headers: { authorization: `Bearer ${TOKEN}`, ...headers } });
const errors = (rig: Rig) => statusesOf(rig).map(({ errors }) => errors);

describe('a photo that a person sends', () => {
  it('has an address for five minutes, and a fresh one for the asking', async () => {
    const rig = await startRig();
    const photo = await sentPhoto(rig);
    const found = await rig.call('GET', photo.id);
    expect(found).toMatchObject({
      http: 200,
      body: {
        id: photo.id,
        mime_type: 'image/jpeg',
        file_size: JPEG.length,
        sha256: createHash('sha256').update(JPEG).digest('hex'),
        messaging_product: 'whatsapp',
      },
    });
    expect(photo.sha256).toBe(createHash('sha256').update(JPEG).digest('base64'));
    await rig.pass(299);
    const bytes = await get(found.body.url);
    expect([bytes.status, bytes.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(Buffer.from(await bytes.arrayBuffer())).toEqual(JPEG);
    await rig.pass(1);
    expect((await get(found.body.url)).status).toBe(404);
    expect((await get((await rig.call('GET', photo.id)).body.url)).status).toBe(200);
  });

  it('is given to nobody without the token, and to nothing without a User-Agent', async () => {
    const rig = await startRig({ weather: { mediaUrl: 1 } });
    const { url } = await sentPhoto(rig);
    expect((await get(url)).status).toBe(200);
    expect((await get(url, { authorization: '' })).status).toBe(401);
    const bare = await new Promise<number | undefined>((resolve, reject) => {
      const request = bareGet(url ?? '', { headers: { authorization: `Bearer ${TOKEN}` } }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      });
      request.on('error', reject);
    });
    expect(bare).toBe(403);
    expect((await get(url?.replace(/hash=.{5}/, 'hash=xxxxx'))).status).toBe(404);
    expect(rig.whatsapp.ledger().map(({ call, status }) => [call, status])).toEqual([
      ['download', 200],
      ['download', 401],
      ['download', 403],
      ['download', 404],
    ]);
  });

  it('is kept for seven days, unless the station deletes it', async () => {
    const rig = await startRig();
    const photo = await sentPhoto(rig);
    expect((await rig.call('GET', `${photo.id}?phone_number_id=1`)).http).toBe(400);
    expect((await rig.call('GET', `${photo.id}?phone_number_id=${NUMBER}`)).http).toBe(200);
    await rig.pass(7 * DAY);
    expect(await rig.call('GET', photo.id)).toMatchObject({
      http: 400,
      body: { error: { code: 100, error_subcode: 33 } },
    });
    const second = await sentPhoto(rig);
    const { body } = await rig.call('GET', second.id);
    expect((await rig.call('DELETE', second.id)).body).toEqual({ success: true });
    expect((await get(body.url)).status).toBe(404);
    expect((await rig.call('DELETE', second.id)).http).toBe(400);
  });
});

describe('an upload', () => {
  const upload = (rig: Rig, size: number, type: string) =>
    rig.call('POST', `${NUMBER}/media`, uploadForm(new Uint8Array(size), type));

  it.each([
    ['image/jpeg', 5 * MB],
    ['image/webp', 500 * 1024],
    ['video/mp4', 16 * MB],
    ['audio/ogg; codecs=opus', 16 * MB],
  ])('of %s may have %i bytes and not one more', async (type, most) => {
    const rig = await startRig();
    expect((await upload(rig, most, type)).http).toBe(200);
    expect(await upload(rig, most + 1, type)).toMatchObject({ http: 400, body: { error: { code: 100 } } });
  });

  it.each(['image/heic', 'image/gif', 'text/calendar', 'application/zip', 'video/quicktime'])(
    'of %s is refused',
    async (type) => {
      const rig = await startRig();
      const refused = await upload(rig, 10, type);
      expect(refused.body.error?.message).toContain('must be a file with one of the following types');
    },
  );

  it('needs the product and the file, and says its type in the part or beside it', async () => {
    const rig = await startRig();
    const form = uploadForm(new Uint8Array(PDF), '');
    expect((await rig.call('POST', `${NUMBER}/media`, form)).http).toBe(400);
    form.set('type', 'application/pdf');
    expect((await rig.call('POST', `${NUMBER}/media`, form)).http).toBe(200);
    form.delete('messaging_product');
    expect((await rig.call('POST', `${NUMBER}/media`, form)).body.error?.message).toContain(
      'messaging_product',
    );
    expect((await rig.call('POST', `${NUMBER}/media`, { messaging_product: 'whatsapp' })).http).toBe(400);
    expect(rig.whatsapp.ledger()[1]).toMatchObject({
      call: 'upload',
      payload: { file: { file: 'file', size: PDF.length } },
    });
  });

  it('can be sent for 30 days', async () => {
    const rig = await startedRig();
    const id = await uploaded(rig, PDF, 'application/pdf');
    await rig.send({ type: 'document', document: { id, filename: 'estimate.pdf', caption: 'Here' } });
    const shown = rig.chat(NIKOS).messages.at(-1)?.content;
    expect(shown).toMatchObject({ kind: 'document', name: 'estimate.pdf', caption: 'Here' });
    expect(rig.whatsapp.phones.file(id)?.bytes).toEqual(new Uint8Array(PDF));
    await rig.pass(30 * DAY);
    expect((await rig.send({ type: 'document', document: { id } })).body.error?.code).toBe(131009);
  });
});

describe('media of the station', () => {
  it('fails with 131053 when it is not what it says or not of this kind', async () => {
    const rig = await startedRig();
    const fake = await uploaded(rig, Buffer.from('not a picture'), 'image/jpeg');
    const pdf = await uploaded(rig, PDF, 'application/pdf');
    const jpeg = await uploaded(rig, JPEG, 'image/jpeg');
    for (const image of [{ id: fake }, { id: pdf }, { id: jpeg }]) {
      expect((await rig.send({ type: 'image', image })).http).toBe(200);
    }
    await rig.whatsapp.settled();
    expect(errors(rig)).toMatchObject([[{ code: 131053 }], [{ code: 131053 }], undefined, undefined]);
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({ content: { kind: 'photo' } });
  });

  it('is fetched from a link to this machine, and from nowhere else', async () => {
    const rig = await startedRig();
    const shop = createServer((_request, response) => {
      response.setHeader('content-type', 'image/jpeg').end(JPEG);
    });
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
    const { port } = z.object({ port: z.number() }).parse(shop.address());
    await rig.send({ type: 'image', image: { link: `http://127.0.0.1:${port}/map.jpg` } });
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({ content: { kind: 'photo' } });
    shop.closeAllConnections();
    await new Promise((resolve) => shop.close(resolve));
    await rig.send({ type: 'image', image: { link: 'https://station.invalid/map.jpg' } });
    await rig.whatsapp.settled();
    expect(errors(rig).at(-1)).toMatchObject([{ code: 131053 }]);
  });

  it('stands over buttons as their picture', async () => {
    const rig = await startedRig();
    const id = await uploaded(rig, JPEG, 'image/jpeg');
    await rig.send({
      type: 'interactive',
      interactive: {
        type: 'button',
        header: { type: 'image', image: { id } },
        body: { text: 'Is it this one?' },
        action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
      },
    });
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({
      content: { kind: 'photo', caption: 'Is it this one?' },
      buttons: [[{ text: 'Yes' }]],
    });
  });
});
