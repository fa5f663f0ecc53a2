import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from '@grammyjs/types';
import type { Address } from '#shared/domain/address.ts';
import { wordsOf } from '#shared/domain/content.ts';
import { actionsOf, type Outbound, type Relay, type Say } from '#shared/domain/outbound.ts';
import { calendarOf } from '../calendar.ts';
import type { Cause, Payload, RenderContext, Rendered, Text } from '../channel.ts';
import { split } from '../split.ts';
import { call, documentCall } from './call.ts';
import { contactKeyboard, inlineKeyboards, labelOf } from './keyboard.ts';
import { limits } from './limits.ts';

/**
 * The calls that show a row's messages. Words go as plain text, never with a parse mode, so that whatever a person wrote is
 * shown as it is and no send fails on markup. Long texts become several messages, buttons under the last.
 */
export function render(
  messages: readonly Outbound[],
  to: Address,
  text: Text,
  { row, now }: RenderContext,
): readonly Rendered[] {
  let firstOption = 0;
  return messages.flatMap((message, index) => {
    const payloads = payloadsOf(message, to, text, { row, now, firstOption });
    firstOption += actionsOf(message).length;
    return payloads.map((payload, at) => ({
      payload,
      completes: at === payloads.length - 1 ? [index] : [],
    }));
  });
}

function payloadsOf(message: Outbound, to: Address, text: Text, context: Where): readonly Payload[] {
  switch (message.kind) {
    case 'say':
      return renderSay(message, to, text, context);
    case 'calendar':
      return [
        documentCall(targetOf(to), {
          name: `${message.ref}.ics`,
          mime: 'text/calendar; charset=utf-8',
          content: Buffer.from(calendarOf(message, text, context.now), 'utf8'),
        }),
      ];
    case 'place': {
      const { latitude, longitude, title, address } = text.place;
      return [call('sendVenue', { ...targetOf(to), latitude, longitude, title, address })];
    }
    case 'relay':
      return [call('sendMessage', { ...targetOf(to), ...noPreview, text: relayedWords(message, text) })];
    case 'react':
    case 'retract':
    case 'silence':
      return [];
  }
}

function relayedWords({ content, sign }: Relay, text: Text): string {
  return [sign ? text.say(sign) : '', wordsOf(content)].filter(Boolean).join('\n') || '…';
}

/** The answer to a tap, so that the button stops spinning. https://core.telegram.org/bots/api#answercallbackquery */
export function acknowledge({ tapId }: Cause): Payload | null {
  return tapId === null ? null : call('answerCallbackQuery', { callback_query_id: tapId });
}

/** A bot may write freely once a person started it: there is nothing to prepare. */
export function notice(): null {
  return null;
}

/** Takes the buttons of an older card away: an edit that names no keyboard leaves none. */
export function retireCard(to: Address, messageId: string): Payload {
  return call('editMessageReplyMarkup', { chat_id: Number(to.chat), message_id: Number(messageId) });
}

/**
 * A card is edited where its message is known and nothing else has to be shown below: the phone's own keyboard cannot
 * come with an edit. Of a card that outgrew one message the first part stays in place and the rest follows.
 */
function renderSay(message: Say, to: Address, text: Text, context: Where): readonly Payload[] {
  const words = message.text.map((one) => text.say(one)).join('\n\n');
  const parts = split(words.toWellFormed(), limits.textLength).filter((part) => part.trim() !== '');
  const screens = screensOf(parts, inlineKeyboards(message, text, context));
  const anew = (screen: Screen | ContactScreen) =>
    call('sendMessage', { ...targetOf(to), ...noPreview, ...screen });
  if (message.askContact) return askingScreens(screens, message.askContact, text).map(anew);
  if (message.place === 'new' || message.target === null) return screens.map(anew);
  const card = { chat_id: Number(to.chat), message_id: Number(message.target), ...noPreview };
  return screens.map((screen, index) =>
    index === 0 ? call('editMessageText', { ...card, ...screen }) : anew(screen),
  );
}

/** Where a message stands in its row. */
type Where = Pick<RenderContext, 'row' | 'now'> & { readonly firstOption: number };

type Screen = { readonly text: string; readonly reply_markup?: InlineKeyboardMarkup };
type ContactScreen = { readonly text: string; readonly reply_markup: ReplyKeyboardMarkup };

const noPreview = { link_preview_options: { is_disabled: true } } as const;

/** Telegram takes no message without words: '…' stands where there are none. */
function screensOf(parts: readonly string[], keyboards: readonly InlineKeyboardMarkup[]): readonly Screen[] {
  const [under, ...others] = keyboards;
  const last = parts.at(-1) ?? '…';
  return [
    ...parts.slice(0, -1).map((text) => ({ text })),
    under ? { text: last, reply_markup: under } : { text: last },
    ...others.map((reply_markup) => ({ text: '…', reply_markup })),
  ];
}

/** A message has one keyboard: where buttons stand under the last words, the request gets a message of its own. */
function askingScreens(
  screens: readonly Screen[],
  ask: NonNullable<Say['askContact']>,
  text: Text,
): readonly (Screen | ContactScreen)[] {
  const reply_markup = contactKeyboard(ask, text);
  const last = screens.at(-1);
  return last && !last.reply_markup
    ? [...screens.slice(0, -1), { text: last.text, reply_markup }]
    : [...screens, { text: labelOf(text.say(ask.share)), reply_markup }];
}

/** The topic's number goes along only where there is one: outside forums Telegram refuses it. */
function targetOf(to: Address): { readonly chat_id: number; readonly message_thread_id?: number } {
  const chat = { chat_id: Number(to.chat) };
  return to.thread === '' ? chat : { ...chat, message_thread_id: Number(to.thread) };
}
