import type { Bubble } from './bubble.ts';
import type { Forum } from './forum.ts';
import type { Person } from './messenger.ts';
import { fileFields, type TelegramFileKind, type Update } from './updates.ts';

/** Where in the group something happens: a topic's number, 0 for General. */
export type Spot = { readonly forum: Forum; readonly thread: number };

/** Anonymous administrators write as this account, in the name of the group. https://core.telegram.org/bots/api#message */
const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };

export type Written = {
  readonly id: number;
  readonly replyTo?: number;
  /** In the name of the group. */
  readonly hidden?: boolean;
};

/** Updates of a group with topics as Telegram posts them. */
export type GroupUpdates = ReturnType<typeof groupUpdatesOf>;

export function groupUpdatesOf(now: () => number, nextUpdate: () => number, bot: number) {
  const seconds = () => Math.floor(now() / 1000);

  function chatOf({ chat }: Forum) {
    return { id: chat, type: 'supergroup', title: 'Advisors', is_forum: true };
  }

  function headOf({ forum, thread }: Spot, from: object, id: number) {
    return {
      message_id: id,
      date: seconds(),
      chat: chatOf(forum),
      from,
      ...(thread === 0 ? {} : { message_thread_id: thread, is_topic_message: true }),
    };
  }

  /** In a topic even a message that answers nothing names the topic's first one. */
  function answering(spot: Spot, replyTo: number | undefined) {
    const { forum, thread } = spot;
    if (replyTo !== undefined)
      return { reply_to_message: { ...headOf(spot, user({ id: bot, first_name: 'Bot' }, true), replyTo) } };
    if (thread === 0) return {};
    const created = { name: forum.topics.get(thread)?.title ?? '', icon_color: 7_322_096 };
    const head = headOf(spot, user({ id: bot, first_name: 'Bot' }, true), thread);
    return { reply_to_message: { ...head, forum_topic_created: created } };
  }

  function message(spot: Spot, who: Person, { id, replyTo, hidden }: Written, content: object): Update {
    const from = hidden ? anonymous : user(who);
    return {
      update_id: nextUpdate(),
      message: {
        ...headOf(spot, from, id),
        ...(hidden ? { sender_chat: chatOf(spot.forum) } : {}),
        ...answering(spot, replyTo),
        ...content,
      },
    };
  }

  return {
    text: (spot: Spot, who: Person, written: Written, text: string, entities: readonly object[] = []) =>
      message(spot, who, written, { text, entities: [...commandIn(text), ...entities] }),
    photo: (spot: Spot, who: Person, written: Written, file: string, caption: string, album?: string) =>
      message(spot, who, written, {
        photo: [{ file_id: file, file_unique_id: file, width: 1280, height: 960, file_size: 90_000 }],
        ...(caption ? { caption } : {}),
        ...(album === undefined ? {} : { media_group_id: album }),
      }),
    file: (
      spot: Spot,
      who: Person,
      written: Written,
      file: { readonly what: TelegramFileKind; readonly id: string; readonly caption?: string },
    ) =>
      message(spot, who, written, {
        [file.what]: fileFields(file.what, file.id),
        ...(file.caption === undefined ? {} : { caption: file.caption }),
      }),
    location: (spot: Spot, who: Person, written: Written, latitude: number, longitude: number) =>
      message(spot, who, written, { location: { latitude, longitude } }),
    contact: (spot: Spot, who: Person, written: Written, phone: string, name: string) =>
      message(spot, who, written, { contact: { phone_number: phone, first_name: name } }),
    edited: (spot: Spot, who: Person, id: number, text: string): Update => ({
      update_id: nextUpdate(),
      edited_message: { ...headOf(spot, user(who), id), edit_date: seconds(), text },
    }),
    reaction: (forum: Forum, who: Person, id: number, emoji: string | null): Update => ({
      update_id: nextUpdate(),
      message_reaction: {
        chat: chatOf(forum),
        message_id: id,
        user: user(who),
        date: seconds(),
        old_reaction: [],
        new_reaction: emoji === null ? [] : [{ type: 'emoji', emoji }],
      },
    }),
    tap: (spot: Spot, who: Person, bubble: Bubble, data: string): Update => {
      const id = nextUpdate();
      const head = headOf(spot, user({ id: bot, first_name: 'Bot' }, true), bubble.id);
      return {
        update_id: id,
        callback_query: {
          id: String(id),
          from: user(who),
          chat_instance: '1',
          data,
          message: { ...head, text: bubble.text },
        },
      };
    },
    /** The topic our own bot made, as the group shows it. */
    topicMade: (forum: Forum, thread: number, name: string): Update => ({
      update_id: nextUpdate(),
      message: {
        ...headOf({ forum, thread }, user({ id: bot, first_name: 'Bot' }, true), thread),
        forum_topic_created: { name, icon_color: 7_322_096 },
      },
    }),
    topicClosed: (spot: Spot, who: Person, id: number): Update =>
      message(spot, who, { id }, { forum_topic_closed: {} }),
    joined: (forum: Forum, who: Person, people: readonly Person[], id: number): Update =>
      message({ forum, thread: 0 }, who, { id }, { new_chat_members: people.map((one) => user(one)) }),
    left: (forum: Forum, who: Person, id: number): Update =>
      message({ forum, thread: 0 }, who, { id }, { left_chat_member: user(who) }),
    /** Both service messages: the old group tells where it went, the new one where it came from. */
    migrated: (forum: Forum, to: number, who: Person): readonly [Update, Update] => [
      {
        update_id: nextUpdate(),
        message: {
          message_id: 1,
          date: seconds(),
          chat: { id: forum.chat, type: 'group', title: 'Advisors' },
          from: user(who),
          migrate_to_chat_id: to,
        },
      },
      {
        update_id: nextUpdate(),
        message: {
          message_id: 1,
          date: seconds(),
          chat: { ...chatOf(forum), id: to },
          from: anonymous,
          sender_chat: { ...chatOf(forum), id: to },
          migrate_from_chat_id: forum.chat,
        },
      },
    ],
    rights: (forum: Forum, who: Person): Update => {
      const ours = user({ id: bot, first_name: 'Bot' }, true);
      const { rights, member } = forum;
      const flags = {
        can_manage_topics: rights.topics,
        can_pin_messages: rights.pin,
        can_delete_messages: rights.delete,
      };
      const status = !member ? 'left' : rights.admin ? 'administrator' : 'member';
      return {
        update_id: nextUpdate(),
        my_chat_member: {
          chat: chatOf(forum),
          from: user(who),
          date: seconds(),
          old_chat_member: { user: ours, status: 'administrator' },
          new_chat_member: { user: ours, status, ...(status === 'administrator' ? flags : {}) },
        },
      };
    },
  };
}

function user(person: Person, isBot = false) {
  return { is_bot: isBot, ...person };
}

/** As the apps mark a command that a message begins with. */
function commandIn(text: string): readonly object[] {
  const [command] = /^\/[a-z]+(@\w+)?/i.exec(text) ?? [];
  return command === undefined ? [] : [{ type: 'bot_command', offset: 0, length: command.length }];
}
