import { describe, expect, it } from 'vitest';
import { telegram } from '#shared/channels/telegram/channel.ts';
import { topics } from '#shared/channels/telegram/topics.ts';
import { person } from '../sample.ts';

const group = { ...person, chat: '-1002000000001' };
const topic = { ...group, thread: '77' };
const chat_id = -1_002_000_000_001;

function named(title: string): unknown {
  return topics.create(group, title).body.name;
}

describe('a topic', () => {
  it('is made, renamed, opened again and gets its card pinned without a sound', () => {
    const message_thread_id = 77;
    expect(topics.create(group, 'Anna')).toMatchObject({
      method: 'createForumTopic',
      body: { chat_id, name: 'Anna' },
      idempotent: false,
    });
    expect(topics.rename(topic, 'Anna 2')).toMatchObject({
      method: 'editForumTopic',
      body: { chat_id, message_thread_id, name: 'Anna 2' },
      idempotent: true,
    });
    expect(topics.reopen(topic)).toMatchObject({ body: { chat_id, message_thread_id } });
    expect(telegram.pin(topic, '905', true)).toMatchObject({
      body: { chat_id, message_id: 905, disable_notification: true },
    });
    expect(telegram.pin(topic, '905', false)).toMatchObject({
      method: 'unpinChatMessage',
      body: { chat_id, message_id: 905 },
    });
    expect(topics.url(topic)).toBe('https://t.me/c/2000000001/77');
  });

  it('has a name that Telegram takes and a list can show', () => {
    expect(named('Anna · Octavia · …4821')).toBe('Anna · Octavia · …4821');
    expect(named('Anna\n\u202eOctavia\u200b')).toBe('Anna Octavia');
    expect(named(' \u200e ')).toBe('…');
    const long = String(named('😊'.repeat(100)));
    expect(long.length).toBeLessThanOrEqual(128);
    expect(long.isWellFormed() && long.endsWith('…')).toBe(true);
  });
});
