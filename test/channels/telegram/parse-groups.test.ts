import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '#shared/channels/telegram/parse.ts';
import { inboundSchema } from '#shared/domain/inbound.ts';

const account = { bot: '4242' };
const chat = { id: -1_002_000_000_001, type: 'supergroup', title: 'Service desk', is_forum: true };
const maria = { id: 5_000_001, is_bot: false, first_name: 'Maria' };
const ourBot = { id: 4242, is_bot: true, first_name: 'Station' };
const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group' };
const inTopic = { message_thread_id: 41, is_topic_message: true };
const date = 1_795_000_000;
const first = { message_id: 41, ...inTopic, chat, date, forum_topic_created: { name: 'Ann' } };

function read(update: object) {
  const [found, ...rest] = parse(Buffer.from(JSON.stringify({ update_id: 7, ...update })), account);
  expect(rest).toEqual([]);
  if (found && !('ignored' in found)) expect(inboundSchema.safeParse(found).error).toBeUndefined();
  return found;
}

function said(rest: object) {
  return read({ message: { message_id: 101, from: maria, chat, date, ...inTopic, ...rest } });
}

function news(rest: object) {
  return said({ message_thread_id: undefined, is_topic_message: undefined, ...rest });
}

describe('where an advisor writes', () => {
  it('is the topic, where the message is of a topic', () => {
    expect(said({ text: 'Ready' })).toMatchObject({
      address: { chat: '-1002000000001', thread: '41' },
      from: { id: '5000001', name: 'Maria' },
      messageId: '101',
      event: { kind: 'text', text: 'Ready' },
    });
  });

  it.each([
    ['General', {}],
    ['General under its inner number', { message_thread_id: 1, is_topic_message: true }],
    ['a reply outside topics, which carries a number as well', { message_thread_id: 41 }],
  ])('is no topic: %s', (_label, where) => {
    expect(news({ text: 'Ready', ...where })).toMatchObject({ address: { thread: '' } });
  });

  it('is never a topic in a private chat, where a person has one conversation', () => {
    const inbound = said({ text: 'hi', chat: { id: 501, type: 'private' } });
    expect(inbound).toMatchObject({ address: { chat: '501', thread: '' } });
  });
});

describe('what an advisor’s message answers', () => {
  it('is nothing where Telegram names the topic’s own first message', () => {
    expect(said({ text: 'Ready', reply_to_message: first })).not.toHaveProperty('replyTo');
    const bare = { message_id: 41, ...inTopic, chat, date };
    expect(said({ text: 'Ready', reply_to_message: bare })).not.toHaveProperty('replyTo');
  });

  it('is the message that was really answered', () => {
    const replied = { message_id: 88, ...inTopic, chat, date, text: 'When?' };
    expect(said({ text: 'At 5', reply_to_message: replied })).toMatchObject({ replyTo: '88' });
    expect(news({ text: 'At 5', reply_to_message: { message_id: 41, chat, date } })).toMatchObject({
      replyTo: '41',
    });
  });

  it('stays known when the answer is edited later', () => {
    const edited = {
      message_id: 101,
      from: maria,
      chat,
      date,
      edit_date: date + 9,
      ...inTopic,
      text: 'At 6',
    };
    const replied = { message_id: 88, ...inTopic, chat, date };
    expect(read({ edited_message: { ...edited, reply_to_message: replied } })).toMatchObject({
      replyTo: '88',
      at: (date + 9) * 1_000,
      event: { kind: 'edited', messageId: '101', text: 'At 6' },
    });
  });
});

describe('what is written in a group', () => {
  it('may be a command with the bot’s name, and two slashes are none', () => {
    expect(said({ text: '/say@station_bot price' })).toMatchObject({
      event: { kind: 'command', name: 'say', payload: 'price' },
    });
    expect(said({ text: '//say price' })).toMatchObject({ event: { kind: 'text', text: '//say price' } });
  });

  it('keeps its formatting in captions and edits too', () => {
    const bold = [{ type: 'bold', offset: 0, length: 4 }];
    const photo = [{ file_id: 'AgAC', width: 90, height: 90 }];
    const marks = [{ kind: 'bold', offset: 0, length: 4 }];
    expect(said({ photo, caption: 'Look here', caption_entities: bold })).toMatchObject({
      event: { kind: 'photo', caption: 'Look here', marks },
    });
    const edited = { message_id: 101, from: maria, chat, date, ...inTopic };
    expect(
      read({ edited_message: { ...edited, photo, caption: 'Look now', caption_entities: bold } }),
    ).toMatchObject({ event: { kind: 'edited', text: 'Look now', marks } });
    expect(read({ edited_message: { ...edited, text: 'Look now', entities: bold } })).toMatchObject({
      event: { kind: 'edited', marks },
    });
  });

  it('knows the album of documents as of photos', () => {
    const document = { file_id: 'BQAC', file_name: 'a.pdf', mime_type: 'application/pdf' };
    expect(said({ document, media_group_id: '1399' })).toMatchObject({ event: { album: '1399' } });
    expect(said({ document })).not.toHaveProperty('event.album');
  });

  it.each([
    ['an anonymous administrator', anonymous, chat],
    ['a channel', { ...anonymous, id: 136_817_688 }, { id: -1_003_000_000_001, type: 'channel' }],
  ])('by %s is known to be there and nothing of it', (_label, from, sender_chat) => {
    for (const content of [{ text: 'secret' }, { hologram: { words: 'secret' } }]) {
      const found = said({ ...content, from, sender_chat });
      expect(found).toMatchObject({ from: null, event: { kind: 'hidden' }, address: { thread: '41' } });
      expect(JSON.stringify(found)).not.toContain('secret');
    }
    const edited = { message_id: 101, from, sender_chat, chat, date, ...inTopic, text: 'secret' };
    expect(read({ edited_message: edited })).toEqual({ ignored: 'sent on behalf of a chat' });
  });

  it('by bots is not handled, ours included', () => {
    expect(said({ from: ourBot, text: 'Ready' })).toEqual({ ignored: 'sent by a bot' });
    expect(said({ from: { id: 99, is_bot: true }, text: 'Buy' })).toEqual({ ignored: 'sent by a bot' });
  });

  it('in a plain group is nothing for a desk that needs topics', () => {
    expect(said({ text: 'hi', chat: { id: -400_000_001, type: 'group' } })).toEqual({
      ignored: 'a group without topics',
    });
  });
});

describe('news of topics', () => {
  it.each([
    ['created', { forum_topic_created: { name: 'Ann', icon_color: 1 } }, 'Ann'],
    ['renamed', { forum_topic_edited: { name: 'Ann 2' } }, 'Ann 2'],
    ['renamed', { forum_topic_edited: { icon_custom_emoji_id: '5' } }, null],
    ['closed', { forum_topic_closed: {} }, null],
    ['reopened', { forum_topic_reopened: {} }, null],
  ])('are told with who did it: %s', (change, content, name) => {
    const event = { kind: 'topic', change, name };
    expect(said(content)).toMatchObject({
      address: { thread: '41' },
      from: { id: '5000001' },
      event: { ...event, ours: false },
    });
    expect(said({ ...content, from: ourBot })).toMatchObject({ from: null, event: { ...event, ours: true } });
    expect(said({ ...content, from: anonymous, sender_chat: chat })).toMatchObject({
      from: null,
      event: { ...event, ours: false },
    });
  });
});

describe('news of people', () => {
  const stranger = { id: 6_660_001, is_bot: false, first_name: 'Stranger' };
  const person = { id: '6660001', name: 'Stranger', bot: false };

  it('are told by service messages, our own bot left out', () => {
    expect(news({ new_chat_members: [stranger, ourBot, { id: 9, is_bot: true }] })).toMatchObject({
      event: { kind: 'membership', change: 'joined', people: [person, { id: '9', bot: true }] },
    });
    expect(news({ left_chat_member: stranger })).toMatchObject({
      event: { kind: 'membership', change: 'left', people: [person] },
    });
    expect(news({ new_chat_members: [ourBot] })).toEqual({ ignored: 'our own membership' });
  });

  function changed(before: string, after: string, rest: object = {}) {
    return read({
      chat_member: {
        chat,
        from: maria,
        date,
        old_chat_member: { status: before, user: stranger },
        new_chat_member: { status: after, user: stranger, ...rest },
      },
    });
  }

  it.each([
    ['left', 'member', 'joined'],
    ['kicked', 'administrator', 'joined'],
    ['member', 'left', 'left'],
    ['creator', 'kicked', 'left'],
  ])('are told to administrators: %s, then %s', (before, after, change) => {
    expect(changed(before, after)).toMatchObject({ event: { change, people: [person] } });
  });

  it('are no news where somebody only got other rights', () => {
    expect(changed('member', 'administrator')).toHaveProperty('ignored');
    expect(changed('member', 'restricted', { is_member: true })).toHaveProperty('ignored');
    expect(changed('member', 'restricted', { is_member: false })).toMatchObject({
      event: { change: 'left' },
    });
  });

  it('count once, though both the group and its administrators are told', () => {
    const service = news({ new_chat_members: [stranger] });
    const [id] = [service, changed('left', 'member')].map((one) => one && 'id' in one && one.id);
    expect(id).toBe('joined.6660001.1795000000');
    expect(changed('left', 'member')).toMatchObject({ id });
  });
});

describe('news of the group itself', () => {
  it('are its new id, from both sides, also by an anonymous administrator', () => {
    const migrated = { kind: 'migrated', from: '-400000001', to: '-1002000000001' };
    const plain = { id: -400_000_001, type: 'group' };
    expect(news({ chat: plain, migrate_to_chat_id: chat.id })).toMatchObject({
      address: { chat: '-400000001' },
      event: migrated,
    });
    const from = { from: anonymous, sender_chat: chat };
    expect(news({ ...from, migrate_from_chat_id: plain.id })).toMatchObject({ from: null, event: migrated });
  });

  function ours(member: object, where: object = chat) {
    const user = ourBot;
    return read({
      my_chat_member: { chat: where, from: maria, date, new_chat_member: { user, ...member } },
    });
  }

  it('are what our bot may do', () => {
    const all = { admin: true, topics: true, pin: true, delete: true };
    const none = { admin: false, topics: false, pin: false, delete: false };
    expect(ours({ status: 'creator' })).toMatchObject({ event: { kind: 'rights', rights: all } });
    expect(ours({ status: 'administrator', can_pin_messages: true })).toMatchObject({
      event: { rights: { ...none, admin: true, pin: true } },
    });
    expect(ours({ status: 'member', can_pin_messages: true })).toMatchObject({ event: { rights: none } });
    for (const status of ['left', 'kicked'])
      expect(ours({ status })).toMatchObject({ event: { rights: null } });
    expect(ours({ status: 'member' }, { id: -42, type: 'group' })).toMatchObject({ event: { rights: none } });
  });
});

describe('taps and reactions in a group', () => {
  const query = { id: '4382', from: maria, data: '1.K3WPXA.2' };

  it('come from the topic of the tapped message, from the group where that is too old', () => {
    const message = { message_id: 30, chat, date, ...inTopic };
    expect(read({ callback_query: { ...query, message } })).toMatchObject({
      address: { chat: '-1002000000001', thread: '41' },
      messageId: '30',
    });
    expect(read({ callback_query: { ...query, message: { message_id: 30, chat, date: 0 } } })).toMatchObject({
      address: { chat: '-1002000000001', thread: '' },
    });
  });

  function reacted(rest: object) {
    const all = { chat, message_id: 30, user: maria, date, old_reaction: [], new_reaction: [], ...rest };
    return read({ message_reaction: all });
  }
  const emojis = (...all: string[]) => all.map((emoji) => ({ type: 'emoji', emoji }));

  it('bring the emoji that is new', () => {
    expect(reacted({ new_reaction: emojis('👍') })).toMatchObject({
      address: { chat: '-1002000000001', thread: '' },
      from: { id: '5000001' },
      event: { kind: 'reaction', messageId: '30', emoji: '👍' },
    });
    expect(reacted({ old_reaction: emojis('👍'), new_reaction: emojis('👍', '🔥') })).toMatchObject({
      event: { emoji: '🔥' },
    });
    expect(reacted({ old_reaction: emojis('👍') })).toMatchObject({ event: { emoji: null } });
  });

  it('are let go where nobody is named or no emoji is', () => {
    expect(reacted({ user: null, new_reaction: emojis('👍') })).toHaveProperty('ignored');
    expect(reacted({ new_reaction: [{ type: 'custom_emoji', custom_emoji_id: '5' }] })).toHaveProperty(
      'ignored',
    );
    expect(reacted({ new_reaction: [{ type: 'paid' }] })).toHaveProperty('ignored');
  });
});

describe('any body of a group', () => {
  it('is never thrown at and names nobody who is hidden', () => {
    const content = fc.tuple(
      fc.constantFrom(
        'text',
        'photo',
        'forum_topic_created',
        'new_chat_members',
        'left_chat_member',
        'pinned_message',
      ),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(content, fc.boolean(), fc.jsonValue(), ([kind, value], isHidden, odd) => {
        const found = said({
          [kind]: value,
          reply_to_message: odd,
          entities: odd,
          ...(isHidden ? { sender_chat: chat } : {}),
        });
        if (isHidden && found && !('ignored' in found)) expect(found.from).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});
