import type { Address } from '#shared/domain/address.ts';
import { cut } from '#shared/domain/cut.ts';
import { actionsOf, type Outbound } from '#shared/domain/outbound.ts';
import { calendarOf } from '../calendar.ts';
import type { Cause, Payload, RenderContext, Rendered, Text } from '../channel.ts';
import { albumFrom, renderAlbum } from './album.ts';
import { call, fileCall } from './call.ts';
import { deletedAtOnce, toastLength } from './limits.ts';
import { emojiOf } from './reactions.ts';
import { renderRelay } from './relay.ts';
import { renderSay } from './say.ts';
import { messageIn, targetOf } from './target.ts';

/**
 * The calls that show a row's messages. Words go as plain text with their formatting beside them, never with a parse mode, so
 * that whatever a person wrote is shown as it is and no send fails on markup. Long texts become several messages, buttons
 * under the last; files of one album become one.
 */
export function render(
  messages: readonly Outbound[],
  to: Address,
  text: Text,
  context: RenderContext,
): readonly Rendered[] {
  const rendered: Rendered[] = [];
  let firstOption = 0;
  for (let index = 0; index < messages.length; ) {
    const album = albumFrom(messages.slice(index), context);
    const message = messages[index];
    if (!message) break;
    const shown = album.length === 0 ? 1 : album.length;
    const payloads =
      album.length === 0
        ? payloadsOf(message, to, text, { ...context, firstOption })
        : renderAlbum(album, to, text);
    const completes = Array.from({ length: shown }, (_, at) => index + at);
    for (const [at, payload] of payloads.entries())
      rendered.push({ payload, completes: at === payloads.length - 1 ? completes : [] });
    firstOption += actionsOf(message).length;
    index += shown;
  }
  return rendered;
}

/** Where a message stands in its row. */
type Where = RenderContext & { readonly firstOption: number };

function payloadsOf(message: Outbound, to: Address, text: Text, context: Where): readonly Payload[] {
  switch (message.kind) {
    case 'say':
      return renderSay(message, to, text, context);
    case 'calendar':
      return [
        fileCall(
          {
            kind: 'document',
            file: {
              upload: {
                name: `${message.ref}.ics`,
                mime: 'text/calendar; charset=utf-8',
                content: Buffer.from(calendarOf(message, text, context.now), 'utf8'),
              },
            },
          },
          targetOf(to),
        ),
      ];
    case 'place': {
      const { latitude, longitude, title, address } = text.place;
      return [call('sendVenue', { ...targetOf(to), latitude, longitude, title, address })];
    }
    case 'relay':
      return renderRelay(message, to, text, context);
    case 'react':
      return renderReaction(message, to);
    case 'retract':
      return renderRetraction(message, to);
    case 'dropTopic':
      return to.thread === '' ? [] : [dropped(to)];
    case 'silence':
      return [];
  }
}

/** https://core.telegram.org/bots/api#deleteforumtopic: needs the right to delete messages. */
function dropped({ chat, thread }: Address): Payload {
  return call('deleteForumTopic', { chat_id: Number(chat), message_thread_id: Number(thread) });
}

/** A reaction that Telegram has not is not shown. https://core.telegram.org/bots/api#setmessagereaction */
function renderReaction(
  { target, mark }: Extract<Outbound, { kind: 'react' }>,
  to: Address,
): readonly Payload[] {
  const message = messageIn(to, target);
  const emoji = emojiOf(mark);
  if (!message || emoji === undefined) return [];
  const reaction = emoji === null ? [] : [{ type: 'emoji' as const, emoji }];
  return [call('setMessageReaction', { ...message, reaction })];
}

/** https://core.telegram.org/bots/api#deletemessages: what is gone already is passed over. */
function renderRetraction(
  { targets }: Extract<Outbound, { kind: 'retract' }>,
  to: Address,
): readonly Payload[] {
  const ids = targets.flatMap((target) => messageIn(to, target)?.message_id ?? []);
  const calls = Math.ceil(ids.length / deletedAtOnce);
  return Array.from({ length: calls }, (_, at) =>
    call('deleteMessages', {
      chat_id: Number(to.chat),
      message_ids: ids.slice(at * deletedAtOnce, (at + 1) * deletedAtOnce),
    }),
  );
}

/**
 * The answer to a tap, so that the button stops spinning, with a few words where there are some.
 * https://core.telegram.org/bots/api#answercallbackquery
 */
export function acknowledge({ tapId, toast = null }: Cause): Payload | null {
  if (tapId === null) return null;
  const words = toast?.toWellFormed().trim() ?? '';
  const text = words.length > toastLength ? `${cut(words, toastLength - 1)}…` : words;
  return call('answerCallbackQuery', {
    callback_query_id: tapId,
    ...(text === '' ? {} : { text, show_alert: false }),
  });
}

/** A bot may write freely once a person started it: there is nothing to prepare. */
export function notice(): null {
  return null;
}

/** Takes the buttons of an older card away: an edit that names no keyboard leaves none. */
export function retireCard(to: Address, messageId: string): Payload {
  return call('editMessageReplyMarkup', { chat_id: Number(to.chat), message_id: Number(messageId) });
}
