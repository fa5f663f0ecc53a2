import { describe, expect, it } from 'vitest';
import type { PhoneAct } from '#infra/local/phone-api.ts';
import { GROUP, JPEG_URL, MARIA, NIKOS, type Rig, startedRig } from './rig.ts';

const PETROS = 7900001;
const ELENI = '5000002';
const group = String(GROUP);
const EVERYTHING = ['message', 'edited_message', 'my_chat_member', 'chat_member', 'message_reaction'];
/** A WebP by its first bytes: nobody here looks further. */
const WEBP = `data:image/webp;base64,${Buffer.from('RIFF\0\0\0\0WEBPVP8 ').toString('base64')}`;

const act = async (rig: Rig, deed: PhoneAct) => {
  const done = rig.telegram.phones.act(deed);
  await rig.telegram.settled();
  return done;
};
const chatOf = (rig: Rig, id: number | string) => {
  const chat = rig.telegram.phones.chat(String(id));
  if (!chat) throw new Error('no such chat');
  return chat;
};
const raw = (rig: Rig) => rig.posted.map((posted) => posted.raw);
const groupRig = async (): Promise<Rig & { topic: number }> => {
  const rig = await startedRig({ allowedUpdates: EVERYTHING });
  await act(rig, { do: 'new-topic', chat: group, name: 'Nikos · Octavia', as: ELENI });
  const topic = chatOf(rig, GROUP).topics?.[0]?.id ?? 0;
  rig.posted.length = 0;
  return { ...rig, topic };
};

describe("people in the advisors' group", () => {
  it('start a topic by hand, rename it, close it and open it: each is told with who did it', async () => {
    const rig = await groupRig();
    const { topic } = rig;
    await act(rig, { do: 'topic', chat: group, topic, change: 'rename', name: 'Nikos', as: ELENI });
    await act(rig, { do: 'topic', chat: group, topic, change: 'close' });
    await act(rig, { do: 'topic', chat: group, topic, change: 'reopen' });
    expect(raw(rig)).toMatchObject([
      {
        message: {
          message_thread_id: topic,
          from: { id: Number(ELENI) },
          forum_topic_edited: { name: 'Nikos' },
        },
      },
      { message: { from: { id: MARIA }, forum_topic_closed: {} } },
      { message: { forum_topic_reopened: {} } },
    ]);
    expect(chatOf(rig, GROUP).topics).toEqual([{ id: topic, name: 'Nikos', closed: false }]);
    expect(chatOf(rig, GROUP).messages.map(({ content }) => 'text' in content && content.text)).toEqual([
      'Eleni created the topic “Nikos · Octavia”',
      'Eleni renamed the topic to “Nikos”',
      'Maria closed the topic',
      'Maria reopened the topic',
    ]);
  });

  it('cannot rename a topic to what it is called', async () => {
    const rig = await groupRig();
    const same: PhoneAct = {
      do: 'topic',
      chat: group,
      topic: rig.topic,
      change: 'rename',
      name: 'Nikos · Octavia',
    };
    expect(() => rig.telegram.phones.act(same)).toThrow('another name');
  });

  it('answer a message in its topic without naming the topic', async () => {
    const rig = await groupRig();
    const card = await rig.send(GROUP, 'The card', { message_thread_id: rig.topic });
    await act(rig, { do: 'say', chat: group, text: 'Mine', as: ELENI, replyTo: card });
    expect(rig.posted.at(-1)?.update.message).toMatchObject({
      message_thread_id: rig.topic,
      reply_to_message: { message_id: card, text: 'The card' },
    });
  });

  it('send an album, a voice message, both kinds of video, a sticker, a place and a contact into a topic', async () => {
    const rig = await groupRig();
    const where = { chat: group, topic: rig.topic, as: ELENI };
    await act(rig, { do: 'photos', images: [JPEG_URL, JPEG_URL], caption: 'Look', ...where });
    await act(rig, { do: 'voice', seconds: 3, ...where });
    await act(rig, { do: 'video', seconds: 4, note: false, caption: 'How to', ...where });
    await act(rig, { do: 'video', seconds: 5, note: true, caption: '', ...where });
    await act(rig, { do: 'sticker', emoji: '👍', data: WEBP, ...where });
    await act(rig, { do: 'location', latitude: 40.6, longitude: 22.9, ...where });
    await act(rig, { do: 'contact', own: true, ...where });
    const sent = rig.posted.map(({ update }) => update.message);
    expect(sent).toMatchObject([
      { caption: 'Look', media_group_id: expect.any(String) },
      { media_group_id: expect.any(String) },
      { voice: { duration: 3 } },
      { video: { duration: 4, mime_type: 'video/mp4' }, caption: 'How to' },
      { video_note: { duration: 5, length: 384 } },
      { sticker: { emoji: '👍', type: 'regular', width: 512 } },
      { location: { latitude: 40.6 } },
      { contact: { first_name: 'Eleni', user_id: Number(ELENI) } },
    ]);
    for (const message of sent)
      expect(message).toMatchObject({
        message_thread_id: rig.topic,
        is_topic_message: true,
        from: { id: Number(ELENI) },
      });
    expect(
      chatOf(rig, GROUP)
        .messages.slice(-8)
        .map(({ content }) => content.kind),
    ).toEqual(['photo', 'photo', 'voice', 'video', 'video', 'sticker', 'location', 'contact']);
  });

  it('react, change the reaction and take it away: the bot is told each time what was and what is', async () => {
    const rig = await groupRig();
    const id = await rig.send(GROUP, 'Brakes squeal', { message_thread_id: rig.topic });
    const react = (emoji: string | null) =>
      act(rig, { do: 'react', chat: group, messageId: id, emoji, as: ELENI });
    await react('👍');
    await react('👍');
    await react('❤️');
    expect(chatOf(rig, GROUP).messages.at(-1)?.reactions).toEqual([{ by: ELENI, emoji: '❤' }]);
    await react(null);
    const told = {
      chat: { id: GROUP },
      message_id: id,
      user: { id: Number(ELENI) },
    };
    const thumb = [{ type: 'emoji', emoji: '👍' }];
    const heart = [{ type: 'emoji', emoji: '❤' }];
    expect(raw(rig)).toMatchObject([
      { message_reaction: { ...told, old_reaction: [], new_reaction: thumb } },
      { message_reaction: { ...told, old_reaction: thumb, new_reaction: heart } },
      { message_reaction: { ...told, old_reaction: heart, new_reaction: [] } },
    ]);
    expect(chatOf(rig, GROUP).messages.at(-1)?.reactions).toBeUndefined();
  });

  it('react in vain where the bot did not ask for reactions', async () => {
    const rig = await startedRig();
    const id = await rig.send(NIKOS, 'Hello');
    await act(rig, { do: 'react', chat: String(NIKOS), messageId: id, emoji: '👍' });
    expect(raw(rig)).toEqual([]);
    expect(chatOf(rig, NIKOS).messages.at(-1)?.reactions).toEqual([{ by: String(NIKOS), emoji: '👍' }]);
  });

  it('cannot react with what is no reaction at Telegram', async () => {
    const rig = await groupRig();
    const wrong: PhoneAct = { do: 'react', chat: group, messageId: rig.topic + 1, emoji: '✅' };
    await rig.send(GROUP, 'Hello', { message_thread_id: rig.topic });
    expect(() => rig.telegram.phones.act(wrong)).toThrow('no reaction');
  });

  it('write as a stranger, and hidden behind the group’s name', async () => {
    const rig = await groupRig();
    await rig.says(GROUP, 'I am lost', { as: String(PETROS), topic: rig.topic });
    await rig.says(GROUP, 'Ready at five', { as: 'anonymous', topic: rig.topic });
    expect(rig.posted.map(({ update }) => update.message)).toMatchObject([
      { from: { id: PETROS, is_bot: false } },
      { from: { is_bot: true, username: 'GroupAnonymousBot' }, sender_chat: { id: GROUP } },
    ]);
    expect(rig.posted[0]?.update.message).not.toHaveProperty('sender_chat');
    expect(chatOf(rig, GROUP).messages.at(-1)).toMatchObject({ author: 'Advisors', authorId: 'anonymous' });
  });

  it('come in and leave: the bot gets the service message and the change of member', async () => {
    const rig = await groupRig();
    await act(rig, { do: 'join', chat: group, name: 'Zoe' });
    const zoe = rig.telegram.phones.writers().find(({ name }) => name === 'Zoe');
    await rig.says(GROUP, 'Hi', { as: zoe?.id ?? '' });
    await act(rig, { do: 'leave', chat: group, as: zoe?.id ?? '' });
    expect(raw(rig)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          message: expect.objectContaining({ new_chat_members: [expect.anything()] }),
        }),
        expect.objectContaining({
          message: expect.objectContaining({ left_chat_member: expect.anything() }),
        }),
        expect.objectContaining({
          chat_member: expect.objectContaining({
            new_chat_member: expect.objectContaining({ status: 'member' }),
          }),
        }),
        expect.objectContaining({
          chat_member: expect.objectContaining({
            new_chat_member: expect.objectContaining({ status: 'left' }),
          }),
        }),
      ]),
    );
    expect(() => rig.telegram.phones.act({ do: 'say', chat: group, text: 'Hi', as: zoe?.id ?? '' })).toThrow(
      'not in the group',
    );
    expect(rig.telegram.phones.phones().some(({ name }) => name === 'Zoe')).toBe(false);
  });

  it('move the group: the page has the new one only, and nobody can write into the old one', async () => {
    const rig = await groupRig();
    const { chat } = await act(rig, { do: 'migrate-group', chat: group });
    expect(rig.telegram.phones.phones().filter(({ kind }) => kind === 'group')).toMatchObject([{ id: chat }]);
    expect(chatOf(rig, chat)).toMatchObject({ topics: [], messages: [{ content: { kind: 'service' } }] });
    expect(() => rig.telegram.phones.act({ do: 'say', chat: group, text: 'Hi' })).toThrow('has moved');
    expect(await rig.call('sendMessage', { chat_id: GROUP, text: 'Hi' })).toMatchObject({
      parameters: { migrate_to_chat_id: Number(chat) },
    });
  });

  it('take the bot’s rights: it is told, and as an ordinary member it hears commands only', async () => {
    const rig = await groupRig();
    await act(rig, { do: 'bot-rights', chat: group, rights: { admin: false } });
    expect(rig.posted.at(-1)?.update.my_chat_member).toMatchObject({
      new_chat_member: { status: 'member' },
    });
    expect(await rig.call('createForumTopic', { chat_id: GROUP, name: 'x' })).toMatchObject({
      description: 'Bad Request: not enough rights to manage topics in the chat',
    });
    rig.posted.length = 0;
    await rig.says(GROUP, 'Does it hear me?', { as: ELENI });
    await rig.says(GROUP, '/open', { as: ELENI });
    expect(rig.posted.map(({ update }) => update.message?.text)).toEqual(['/open']);
    await act(rig, { do: 'bot-rights', chat: group, rights: { member: false } });
    rig.posted.length = 0;
    await rig.says(GROUP, '/open', { as: ELENI });
    expect(rig.posted).toEqual([]);
  });

  it('switch the topics off: the group says so of itself and takes no words for a topic', async () => {
    const rig = await groupRig();
    await act(rig, { do: 'bot-rights', chat: group, rights: { topics: false } });
    expect((await rig.call('getChat', { chat_id: GROUP })).result).not.toHaveProperty('is_forum');
    expect(await rig.call('createForumTopic', { chat_id: GROUP, name: 'x' })).toMatchObject({
      description: 'Bad Request: the chat is not a forum',
    });
    expect(
      await rig.call('sendMessage', { chat_id: GROUP, message_thread_id: rig.topic, text: 'x' }),
    ).toMatchObject({ description: 'Bad Request: message thread not found' });
    expect(chatOf(rig, GROUP)).toMatchObject({ rights: { topics: false, admin: true } });
    expect(rig.posted).toEqual([]);
  });
});

describe('a customer with a phone', () => {
  it('answers a message, sends a sticker and a video, and words of somebody else', async () => {
    const rig = await startedRig();
    const chat = String(NIKOS);
    const id = await rig.send(NIKOS, 'When do you come?');
    await act(rig, { do: 'say', chat, text: 'At nine', replyTo: id });
    await act(rig, { do: 'sticker', chat, emoji: '🙏', data: WEBP });
    await act(rig, { do: 'video', chat, seconds: 2, note: true, caption: '' });
    await act(rig, { do: 'forward', chat, text: 'Your warranty ended', author: 'Dealer' });
    expect(rig.posted.map(({ update }) => update.message)).toMatchObject([
      { text: 'At nine', reply_to_message: { message_id: id } },
      { sticker: { emoji: '🙏' } },
      { video_note: { duration: 2 } },
      {
        text: 'Your warranty ended',
        forward_origin: { type: 'hidden_user', sender_user_name: 'Dealer' },
      },
    ]);
    expect(chatOf(rig, NIKOS).messages.at(-1)).toMatchObject({ forwardedFrom: 'Dealer' });
  });

  it('deletes a message: it is gone, and nobody is told', async () => {
    const rig = await startedRig();
    await rig.says(NIKOS, 'Wrong chat');
    const id = chatOf(rig, NIKOS).messages.at(-1)?.id ?? 0;
    rig.posted.length = 0;
    await act(rig, { do: 'delete', chat: String(NIKOS), messageId: id });
    expect(chatOf(rig, NIKOS).messages.some((message) => message.id === id)).toBe(false);
    expect(rig.posted).toEqual([]);
  });

  it('cannot send a sticker that is no WebP', async () => {
    const rig = await startedRig();
    const wrong: PhoneAct = { do: 'sticker', chat: String(NIKOS), emoji: '🙏', data: JPEG_URL };
    expect(() => rig.telegram.phones.act(wrong)).toThrow('WebP');
  });
});
