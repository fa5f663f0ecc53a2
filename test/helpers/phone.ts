import type { HttpClient, HttpOutcome } from '#shared/runtime/http-client.ts';
import { done, refused } from './answers.ts';
import { type BotCall, callOf } from './bot-call.ts';
import { type Bubble, buttonsOf, filesOf, kindOfMethod, newBubble, sameButtons } from './bubble.ts';
import { bytesOf, served } from './files.ts';
import { type Forum, forumOf } from './forum.ts';
import type { Seen } from './messenger.ts';

export { answered, refused, throttled } from './answers.ts';
export type { BotCall } from './bot-call.ts';
export type { Bubble } from './bubble.ts';
export type { Seen } from './messenger.ts';

/** What happens to a call instead; `after` lets it have its effect first and answers this. */
export type Instead = HttpOutcome | { readonly kind: 'after'; readonly outcome: HttpOutcome };

/** Telegram as the phones see it: bubbles with buttons, edits in place, topics of a group, and the list of all calls. */
export type PhoneServer = {
  /** Calls that had their effect. */
  readonly calls: BotCall[];
  /** Every call, whatever became of it. */
  readonly tried: BotCall[];
  /** What lies in each chat, in order; of a group with topics all topics together. */
  readonly bubbles: Map<number, Bubble[]>;
  readonly seen: Seen[];
  readonly http: HttpClient;
  /** Answers instead of the server for the next matching call; undefined lets it through. */
  intercept: ((call: BotCall) => Instead | undefined) | null;
  /** Groups with topics, by their ids. */
  readonly forums: Map<number, Forum>;
  /** Makes a group with topics of that id. */
  opens(chat: number): Forum;
  /** An id that no message has yet; a person's message in a group takes one too. */
  nextId(): number;
};

export function phoneServer(now: () => number = () => 0): PhoneServer {
  let lastId = 1000;
  const server: PhoneServer = {
    calls: [],
    tried: [],
    bubbles: new Map(),
    seen: [],
    intercept: null,
    forums: new Map(),
    opens(chat) {
      const forum = forumOf(chat, server.nextId);
      server.forums.set(chat, forum);
      return forum;
    },
    nextId() {
      lastId += 1;
      return lastId;
    },
    http: async (request) => {
      if (request.method === 'GET') return served(request.url.split('/').at(-1) ?? '');
      const call = await callOf(request, now());
      server.tried.push(call);
      const instead = server.intercept?.(call);
      if (instead && instead.kind !== 'after') return instead;
      const refusal = server.forums.get(call.body.chat_id ?? 0)?.refusal(call) ?? null;
      if (refusal) return refusal;
      server.calls.push(call);
      const answer = answerTo(call);
      return instead ? instead.outcome : answer;
    },
  };

  function listOf(chat: number): Bubble[] {
    const list = server.bubbles.get(chat) ?? [];
    server.bubbles.set(chat, list);
    return list;
  }

  function answerTo(call: BotCall): HttpOutcome {
    const { method, body } = call;
    const chat = body.chat_id ?? 0;
    if (method === 'answerCallbackQuery') return done(true);
    if (method === 'getFile') return fileOf(body.file_id);
    if (method === 'setMessageReaction') return reacted(call, chat);
    if (method.startsWith('delete') && method !== 'deleteForumTopic') return deleted(call, chat);
    if (method.startsWith('edit') && method !== 'editForumTopic') return edited(call, chat);
    if (method === 'pinChatMessage' || method === 'unpinChatMessage') return pinned(call, chat);
    const forum = server.forums.get(chat);
    const ofForum = forum?.answer(call);
    if (ofForum) return ofForum;
    const shown = bubblesOf(call);
    listOf(chat).push(...shown);
    forum?.took(shown, body.message_thread_id);
    for (const { text } of shown) server.seen.push({ chat, how: 'new', text });
    const results = shown.map(({ id }) => ({ message_id: id }));
    return done(method === 'sendMediaGroup' ? results : results[0]);
  }

  function fileOf(id: unknown): HttpOutcome {
    return typeof id === 'string' && bytesOf(id) !== null
      ? done({ file_id: id, file_path: `files/${id}` })
      : refused('Bad Request: wrong file_id or the file is temporarily unavailable');
  }

  function bubblesOf({ method, body, uploads }: BotCall): readonly Bubble[] {
    const replyTo = body.reply_parameters?.message_id ?? null;
    if (method !== 'sendMediaGroup' || !Array.isArray(body.media)) {
      const text = body.text ?? body.caption ?? method;
      const entities = body.entities ?? body.caption_entities ?? [];
      const kind = kindOfMethod(method);
      const files = filesOf(body, uploads);
      return [newBubble(server.nextId(), { text, buttons: buttonsOf(body), kind, files, entities, replyTo })];
    }
    const album = `album-${server.calls.length}`;
    return body.media.map(({ type, media, caption }, index) => {
      const file = typeof media === 'string' && !media.startsWith('attach://') ? media : uploads[index];
      const text = typeof caption === 'string' ? caption : '';
      return newBubble(server.nextId(), { text, kind: type, files: file ? [file] : [], album, replyTo });
    });
  }

  function edited({ body, method }: BotCall, chat: number): HttpOutcome {
    const known = listOf(chat).find(({ id }) => id === body.message_id);
    if (!known) return refused('Bad Request: message to edit not found');
    const text = method === 'editMessageReplyMarkup' ? known.text : (body.text ?? body.caption ?? known.text);
    const buttons = buttonsOf(body);
    if (known.text === text && sameButtons(known.buttons, buttons) && method !== 'editMessageMedia')
      return refused(
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
      );
    if (known.text !== text) server.seen.push({ chat, how: 'edit', text });
    known.text = text;
    known.buttons = buttons;
    known.edited = true;
    if (method === 'editMessageMedia' && body.media && !Array.isArray(body.media)) {
      const { type, media, caption } = body.media;
      known.kind = type;
      known.files = typeof media === 'string' ? [media] : [];
      known.text = typeof caption === 'string' ? caption : '';
    }
    return done({ message_id: known.id });
  }

  function pinned({ body, method }: BotCall, chat: number): HttpOutcome {
    const known = listOf(chat).find(({ id }) => id === body.message_id);
    const pins = method === 'pinChatMessage';
    if (!known) return refused(`Bad Request: message to ${pins ? 'pin' : 'unpin'} not found`);
    known.pinned = pins;
    return done(true);
  }

  function reacted({ body }: BotCall, chat: number): HttpOutcome {
    const known = messageIn(chat, body.message_id);
    if (!known) return refused('Bad Request: message to react not found');
    known.reaction = body.reaction?.[0]?.emoji ?? null;
    return done(true);
  }

  /** Reactions also go on what people wrote themselves; only a group's chat holds that. */
  function messageIn(chat: number, id: number | undefined): Bubble | undefined {
    const known = listOf(chat).find((bubble) => bubble.id === id);
    if (known || server.forums.has(chat) || id === undefined) return known;
    const own = newBubble(id, { from: String(chat) });
    theirs.set(`${chat}/${id}`, theirs.get(`${chat}/${id}`) ?? own);
    return theirs.get(`${chat}/${id}`);
  }
  const theirs = new Map<string, Bubble>();

  function deleted({ body }: BotCall, chat: number): HttpOutcome {
    const gone = new Set([...(body.message_ids ?? []), ...(body.message_id ? [body.message_id] : [])]);
    const list = listOf(chat);
    server.bubbles.set(
      chat,
      list.filter(({ id }) => !gone.has(id)),
    );
    server.forums.get(chat)?.lost(gone);
    return done(true);
  }
  return server;
}
