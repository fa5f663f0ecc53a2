import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { GROUP, JPEG_URL, NIKOS, startRig } from './rig.ts';

const folders: string[] = [];
const folder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'telegram-'));
  folders.push(path);
  return path;
};
afterEach(async () => {
  for (const path of folders.splice(0)) await rm(path, { recursive: true, force: true });
});

describe('after a restart', () => {
  it('the chats, topics, files, commands, limits, ledger and waiting updates are all there', async () => {
    const dataDir = await folder();
    const first = await startRig({ dataDir, firstUpdateId: 100 });
    await first.says(NIKOS, '/start');
    await first.send(NIKOS, 'Hello', { reply_markup: { keyboard: [['Book']] } });
    await first.call('createForumTopic', { chat_id: GROUP, name: 'Nikos' });
    await first.call('setMyCommands', { commands: [{ command: 'book', description: 'Book' }] });
    await first.telegram.settled();
    first.answers(() => ({ status: 503 }));
    first.telegram.phones.act({ do: 'photos', chat: String(NIKOS), images: [JPEG_URL], caption: 'look' });
    await first.telegram.settled();
    const before = {
      chats: [NIKOS, GROUP].map((id) => first.telegram.phones.chat(String(id))),
      ledger: first.telegram.ledger(),
    };
    const waiting = first.posted.at(-1)?.raw;
    await first.telegram.close();

    const second = await startRig({ dataDir });
    expect([NIKOS, GROUP].map((id) => second.telegram.phones.chat(String(id)))).toEqual(before.chats);
    expect(second.telegram.ledger()).toEqual(before.ledger);
    expect(second.telegram.pending()).toBe(1);
    await second.pass(2);
    expect(second.posted.map(({ raw }) => raw)).toEqual([waiting]);
    const photo = before.chats[0]?.messages.at(-1)?.content;
    const id = new URLSearchParams(photo?.kind === 'photo' ? photo.url.split('?')[1] : '').get('id') ?? '';
    expect(second.telegram.phones.file(id)?.mime).toBe('image/jpeg');
  });

  it('message and update numbers go on where they were, and the new token and secret are the right ones', async () => {
    const dataDir = await folder();
    const first = await startRig({ dataDir, firstUpdateId: 100 });
    await first.says(NIKOS, '/start');
    await first.telegram.close();
    const second = await startRig({ dataDir, firstUpdateId: 9999, webhookSecret: 'other' });
    await second.says(NIKOS, 'again');
    expect(second.posted).toMatchObject([
      {
        update: { update_id: 101, message: { message_id: 12 } },
        headers: { 'x-telegram-bot-api-secret-token': 'other' },
      },
    ]);
  });
});
