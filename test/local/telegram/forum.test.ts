import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { GROUP, MARIA, NIKOS, type Rig, startedRig } from './rig.ts';

const topicShape = z.object({ message_thread_id: z.number(), name: z.string(), icon_color: z.number() });
const newTopic = async (rig: Rig, name: string): Promise<number> =>
  topicShape.parse((await rig.call('createForumTopic', { chat_id: GROUP, name })).result).message_thread_id;
const inTopic = (topic: number, text = 'hi') => ({ chat_id: GROUP, message_thread_id: topic, text });
const raw = (rig: Rig) => rig.posted.map((posted) => posted.raw);

describe("the advisors' forum", () => {
  it('starts a topic with a service message whose id is the topic, and tells the bot of it', async () => {
    const rig = await startedRig();
    const topic = await newTopic(rig, 'Nikos · Octavia');
    await rig.telegram.settled();
    expect(raw(rig)).toMatchObject([
      {
        message: {
          message_id: topic,
          message_thread_id: topic,
          is_topic_message: true,
          from: { is_bot: true },
          chat: { id: GROUP, type: 'supergroup', is_forum: true },
          forum_topic_created: { name: 'Nikos · Octavia', icon_color: 7322096 },
        },
      },
    ]);
    expect(rig.telegram.phones.chat(String(GROUP))?.topics).toEqual([
      { id: topic, name: 'Nikos · Octavia', closed: false },
    ]);
  });

  it("gives an advisor's words the topic, and the topic's start as the message they answer", async () => {
    const rig = await startedRig();
    const topic = await newTopic(rig, 'Nikos');
    await rig.says(GROUP, 'Ready at 5', { as: String(MARIA), topic });
    expect(rig.posted.at(-1)?.update.message).toMatchObject({
      message_thread_id: topic,
      is_topic_message: true,
      from: { id: MARIA, first_name: 'Maria' },
      reply_to_message: { message_id: topic, forum_topic_created: { name: 'Nikos' } },
      text: 'Ready at 5',
    });
    expect(rig.telegram.phones.chat(String(GROUP))?.messages.at(-1)).toMatchObject({
      author: 'Maria',
      topic,
    });
  });

  it('gives words in General no thread and nothing they answer', async () => {
    const rig = await startedRig();
    await rig.says(GROUP, 'Good morning', { as: String(MARIA) });
    const message = rig.posted.at(-1)?.update.message;
    expect(message).not.toHaveProperty('message_thread_id');
    expect(message).not.toHaveProperty('reply_to_message');
  });

  it('refuses words into a closed topic until it is opened again', async () => {
    const rig = await startedRig();
    const topic = await newTopic(rig, 'Nikos');
    rig.telegram.conditions.topicClosed(topic, true);
    expect(await rig.call('sendMessage', inTopic(topic))).toMatchObject({
      description: 'Bad Request: TOPIC_CLOSED',
    });
    expect(await rig.call('reopenForumTopic', { chat_id: GROUP, message_thread_id: topic })).toMatchObject({
      ok: true,
    });
    expect(await rig.call('sendMessage', inTopic(topic))).toMatchObject({ ok: true });
    expect(await rig.call('reopenForumTopic', { chat_id: GROUP, message_thread_id: topic })).toMatchObject({
      description: 'Bad Request: TOPIC_NOT_MODIFIED',
    });
  });

  it('loses a deleted topic with its messages, tells nobody, and refuses the next words', async () => {
    const rig = await startedRig();
    const topic = await newTopic(rig, 'Nikos');
    await rig.call('sendMessage', inTopic(topic));
    await rig.telegram.settled();
    rig.posted.length = 0;
    rig.telegram.conditions.topicDeleted(topic);
    await rig.telegram.settled();
    expect(rig.posted).toEqual([]);
    expect(rig.telegram.phones.chat(String(GROUP))?.messages).toEqual([]);
    expect(await rig.call('sendMessage', inTopic(topic))).toMatchObject({
      description: 'Bad Request: message thread not found',
    });
    expect(
      await rig.call('editForumTopic', { chat_id: GROUP, message_thread_id: topic, name: 'x' }),
    ).toMatchObject({
      description: 'Bad Request: TOPIC_ID_INVALID',
    });
  });

  it('renames a topic once; the same name again is refused', async () => {
    const rig = await startedRig();
    const topic = await newTopic(rig, 'Nikos');
    const rename = () =>
      rig.call('editForumTopic', { chat_id: GROUP, message_thread_id: topic, name: 'Nikos · ready' });
    expect(await rename()).toMatchObject({ ok: true });
    expect(await rename()).toMatchObject({ description: 'Bad Request: TOPIC_NOT_MODIFIED' });
    await rig.telegram.settled();
    expect(rig.posted.at(-1)?.update.message).toMatchObject({
      forum_topic_edited: { name: 'Nikos · ready' },
    });
  });

  it('refuses topics without the right to manage them, and everything once the bot was removed', async () => {
    const rig = await startedRig();
    rig.telegram.conditions.botRights({ manageTopics: false });
    expect(await rig.call('createForumTopic', { chat_id: GROUP, name: 'x' })).toMatchObject({
      description: 'Bad Request: not enough rights to manage topics in the chat',
    });
    rig.telegram.conditions.botRights({ member: false });
    expect(await rig.call('sendMessage', { chat_id: GROUP, text: 'hi' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was kicked from the supergroup chat',
    });
    await rig.telegram.settled();
    expect(rig.posted.at(-1)?.update.my_chat_member).toMatchObject({ new_chat_member: { status: 'kicked' } });
  });

  it('moves to another supergroup: two service messages, and the old id names the new one', async () => {
    const rig = await startedRig();
    const topic = await newTopic(rig, 'Nikos');
    await rig.telegram.settled();
    rig.posted.length = 0;
    rig.telegram.conditions.groupMigrated(-1002000000777);
    await rig.telegram.settled();
    expect(raw(rig)).toMatchObject([
      { message: { chat: { id: GROUP }, migrate_to_chat_id: -1002000000777 } },
      { message: { chat: { id: -1002000000777 }, migrate_from_chat_id: GROUP } },
    ]);
    expect(await rig.call('sendMessage', inTopic(topic))).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -1002000000777 },
    });
    const moved = { ...inTopic(topic), chat_id: -1002000000777 };
    expect(await rig.call('sendMessage', moved)).toMatchObject({
      description: 'Bad Request: message thread not found',
    });
    expect(await rig.call('sendMessage', { chat_id: -1002000000777, text: 'hi' })).toMatchObject({
      ok: true,
    });
  });

  it('pins a card with a service message and marks words with a reaction', async () => {
    const rig = await startedRig();
    const topic = await newTopic(rig, 'Nikos');
    const card = await rig.send(GROUP, 'Card', { message_thread_id: topic });
    expect(await rig.call('pinChatMessage', { chat_id: GROUP, message_id: card })).toMatchObject({
      ok: true,
    });
    await rig.call('setMessageReaction', {
      chat_id: GROUP,
      message_id: card,
      reaction: [{ type: 'emoji', emoji: '👍' }],
    });
    await rig.telegram.settled();
    expect(rig.posted.at(-1)?.update.message).toMatchObject({ pinned_message: { message_id: card } });
    const shown = rig.telegram.phones.chat(String(GROUP))?.messages.find(({ id }) => id === card);
    expect(shown).toMatchObject({ reaction: '👍' });
    expect(await rig.call('unpinChatMessage', { chat_id: GROUP, message_id: card })).toMatchObject({
      ok: true,
    });
  });

  it("copies a customer's words into the topic without naming them, and forwards with the name", async () => {
    const rig = await startedRig();
    await rig.says(NIKOS, 'It rattles');
    const source = rig.posted.at(-1)?.update.message?.message_id;
    const topic = await newTopic(rig, 'Nikos');
    const from = { chat_id: GROUP, message_thread_id: topic, from_chat_id: NIKOS, message_id: source };
    expect(await rig.call('copyMessage', from)).toMatchObject({
      ok: true,
      result: { message_id: topic + 1 },
    });
    expect(await rig.call('forwardMessage', from)).toMatchObject({
      result: { text: 'It rattles', forward_origin: { type: 'user', sender_user: { id: NIKOS } } },
    });
    expect(await rig.call('copyMessage', { ...from, message_id: 9999 })).toMatchObject({
      description: 'Bad Request: message to copy not found',
    });
  });

  it('lets an advisor press a card; presses queue by advisor', async () => {
    const rig = await startedRig();
    const reply_markup = { inline_keyboard: [[{ text: 'Take', callback_data: 't' }]] };
    const card = await rig.send(GROUP, 'Card', { reply_markup });
    rig.telegram.phones.act({ do: 'tap', chat: String(GROUP), messageId: card, data: 't', as: '5000002' });
    await rig.telegram.settled();
    expect(rig.posted.at(-1)?.update.callback_query).toMatchObject({ data: 't', from: { id: 5000002 } });
  });

  it('says who is in charge', async () => {
    const rig = await startedRig();
    expect(await rig.call('getChatAdministrators', { chat_id: GROUP })).toMatchObject({
      result: [
        { status: 'creator', user: { id: MARIA } },
        { status: 'administrator', can_manage_topics: true },
      ],
    });
    expect(await rig.call('getChatMember', { chat_id: GROUP, user_id: NIKOS })).toMatchObject({
      result: { status: 'left' },
    });
    expect(await rig.call('getChat', { chat_id: GROUP })).toMatchObject({
      result: { type: 'supergroup', is_forum: true },
    });
  });
});
