import type { HttpOutcome } from '#shared/runtime/http-client.ts';
import { done, refused } from './answers.ts';
import type { BotCall } from './bot-call.ts';
import { type Bubble, newBubble } from './bubble.ts';

/** A topic as people see it; `thread` 0 is General. */
export type ShownTopic = {
  readonly thread: number;
  title: string;
  closed: boolean;
  deleted: boolean;
  /** What lies in it, in order; people's own messages too. */
  messages: Bubble[];
};

/** What our bot may do in the group. */
export type BotRights = { admin: boolean; topics: boolean; pin: boolean; delete: boolean };

/**
 * A group with topics at Telegram: what our bot does there and what it is refused, in the words of the server.
 * https://core.telegram.org/bots/api#createforumtopic
 */
export type Forum = {
  readonly chat: number;
  readonly topics: Map<number, ShownTopic>;
  readonly rights: BotRights;
  /** The bot is a member. */
  member: boolean;
  /** The group's new id, once it was moved. */
  movedTo: number | null;
  /** Topics our bot made whose service message was not posted yet, the oldest first. */
  readonly made: ShownTopic[];
  general(): ShownTopic;
  /** Answers a call that is refused as things stand; null: it may have its effect. */
  refusal(call: BotCall): HttpOutcome | null;
  /** Has the effect of a call about topics; undefined: the call is of another kind. */
  answer(call: BotCall): HttpOutcome | undefined;
  /** New messages lie in a topic. */
  took(bubbles: readonly Bubble[], thread: number | undefined): void;
  /** Messages are gone. */
  lost(ids: ReadonlySet<number>): void;
  /** A topic made by a person's hand. */
  opensTopic(title: string): ShownTopic;
};

export function forumOf(chat: number, nextId: () => number): Forum {
  const topics = new Map<number, ShownTopic>();
  const add = (thread: number, title: string): ShownTopic => {
    const topic = { thread, title, closed: false, deleted: false, messages: [] };
    topics.set(thread, topic);
    return topic;
  };
  const general = add(0, 'General');

  const forum: Forum = {
    chat,
    topics,
    rights: { admin: true, topics: true, pin: true, delete: true },
    member: true,
    movedTo: null,
    made: [],
    general: () => general,
    refusal({ method, body }) {
      if (forum.movedTo !== null)
        return refused('Bad Request: group chat was upgraded to a supergroup chat', 400, {
          migrate_to_chat_id: forum.movedTo,
        });
      if (!forum.member) return refused('Forbidden: bot was kicked from the supergroup chat', 403);
      const { rights } = forum;
      if (/ForumTopic$/.test(method) && !(rights.admin && rights.topics))
        return refused('Bad Request: not enough rights to manage topics');
      if (method === 'pinChatMessage' && !(rights.admin && rights.pin))
        return refused('Bad Request: not enough rights to manage pinned messages in the chat');
      const thread = body.message_thread_id;
      if (thread === undefined) return null;
      const topic = topics.get(thread);
      if (!topic || topic.deleted || thread === 0) return refused('Bad Request: message thread not found');
      return topic.closed && method.startsWith('send') ? refused('Bad Request: TOPIC_CLOSED') : null;
    },
    answer({ method, body }) {
      const topic = topics.get(body.message_thread_id ?? 0) ?? general;
      switch (method) {
        case 'createForumTopic': {
          const made = add(nextId(), body.name ?? '');
          forum.made.push(made);
          return done({ message_thread_id: made.thread, name: made.title, icon_color: 7_322_096 });
        }
        case 'editForumTopic':
          topic.title = body.name ?? topic.title;
          return done(true);
        case 'reopenForumTopic':
          if (!topic.closed) return refused('Bad Request: TOPIC_NOT_MODIFIED');
          topic.closed = false;
          return done(true);
        case 'deleteForumTopic':
          topic.deleted = true;
          topic.messages = [];
          return done(true);
        case 'closeForumTopic':
          topic.closed = true;
          return done(true);
        default:
          return undefined;
      }
    },
    took(bubbles, thread = 0) {
      topics.get(thread)?.messages.push(...bubbles);
    },
    lost(ids) {
      for (const topic of topics.values()) topic.messages = topic.messages.filter(({ id }) => !ids.has(id));
    },
    opensTopic: (title) => add(nextId(), title),
  };
  return forum;
}

/** A person's message in a topic, as everybody there sees it. */
export function spoken(id: number, from: string, text: string, replyTo: number | null): Bubble {
  return newBubble(id, { from, text, replyTo });
}
