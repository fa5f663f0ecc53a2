import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  JPEG_URL,
  messagesOf,
  NIKOS,
  reminding,
  SERGEY,
  startRig,
  statusNames,
  withTemplate,
} from './rig.ts';

const folders: string[] = [];
const folder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'whatsapp-'));
  folders.push(path);
  return path;
};
afterEach(async () => {
  for (const path of folders.splice(0)) await rm(path, { recursive: true, force: true });
});

describe('after a restart', () => {
  it('the chats, files, templates, numbers, ledger and waiting webhooks are all there', async () => {
    const dataDir = await folder();
    const first = await startRig({ dataDir });
    await withTemplate(first);
    await first.says(NIKOS, 'hello');
    await first.send(reminding(['2 March', '09:00']));
    await first.act({ do: 'change-number', chat: SERGEY });
    first.answers(() => 503);
    await first.act({ do: 'photos', chat: NIKOS, images: [JPEG_URL], caption: 'look' });
    const before = {
      chats: [NIKOS, SERGEY].map((id) => first.chat(id)),
      ledger: first.whatsapp.ledger(),
      phones: first.whatsapp.phones.phones(),
    };
    const waiting = first.posted.at(-1)?.bytes;
    await first.whatsapp.close();

    const second = await startRig({ dataDir });
    second.clock.now = first.clock.now;
    expect([NIKOS, SERGEY].map((id) => second.chat(id))).toEqual(before.chats);
    expect(second.whatsapp.ledger()).toEqual(before.ledger);
    expect(second.whatsapp.phones.phones()).toEqual(before.phones);
    expect(second.whatsapp.pending()).toBe(1);
    await second.pass(5);
    expect(second.posted.map(({ bytes }) => bytes)).toEqual([waiting]);
    expect(second.chat(NIKOS).messages.at(-1)?.delivered).toBeUndefined();
    const photo = before.chats[0]?.messages.at(-1)?.content;
    const id = new URLSearchParams(photo?.kind === 'photo' ? photo.url.split('?')[1] : '').get('id') ?? '';
    expect(second.whatsapp.phones.file(id)?.mime).toBe('image/jpeg');
    expect((await second.send(reminding(['3 March', '10:00']))).http).toBe(200);
  });

  it('the new token is the right one, and the pace goes on where it was', async () => {
    const dataDir = await folder();
    const first = await startRig({ dataDir });
    await first.says(NIKOS, 'hello');
    for (let count = 0; count < 45; count += 1) await first.text('x');
    await first.whatsapp.close();
    const second = await startRig({ dataDir, accessToken: 'EAAnext' });
    const send = (token: string) =>
      second.call(
        'POST',
        '106540352242922/messages',
        { messaging_product: 'whatsapp', to: NIKOS.slice(3), type: 'text', text: { body: 'x' } },
        { authorization: `Bearer ${token}` },
      );
    expect((await send('EAAtest')).body.error?.code).toBe(190);
    expect((await send('EAAnext')).body.error?.code).toBe(131056);
    await second.pass(6);
    expect((await send('EAAnext')).http).toBe(200);
    await second.whatsapp.settled();
    expect(statusNames(second)).toEqual(['sent', 'delivered']);
    await second.says(NIKOS, 'again');
    expect(messagesOf(second)).toHaveLength(1);
    expect(second.chat(NIKOS).messages.at(-1)?.id).toBe(48);
  });
});
