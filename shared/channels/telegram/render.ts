import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from '@grammyjs/types';
import type { Address } from '#shared/domain/address.ts';
import { icsOf } from '#shared/domain/ics.ts';
import type { Outbound, Say } from '#shared/domain/outbound.ts';
import type { Payload, RenderContext, Text } from '../channel.ts';
import { call, documentCall } from './call.ts';
import { contactKeyboard, inlineKeyboards, labelOf } from './keyboard.ts';
import { limits } from './limits.ts';
import { split } from './split.ts';

/**
 * The calls that show a message. Words go as plain text, never with a parse mode, so that whatever a person wrote is
 * shown as it is and no send fails on markup. Long texts become several messages, buttons under the last.
 */
export function render(
  message: Outbound,
  to: Address,
  text: Text,
  context: RenderContext,
): readonly Payload[] {
  switch (message.kind) {
    case 'say':
      return renderSay(message, to, text, context);
    case 'calendar': {
      const file = icsOf({
        ...message,
        title: text.say(message.title),
        notes: text.say(message.notes),
        place: text.place,
        stamp: context.now,
      });
      return [
        documentCall(targetOf(to), {
          name: `${message.ref}.ics`,
          mime: 'text/calendar; charset=utf-8',
          content: Buffer.from(file, 'utf8'),
        }),
      ];
    }
    case 'place': {
      const { latitude, longitude, title, address } = text.place;
      return [call('sendVenue', { ...targetOf(to), latitude, longitude, title, address })];
    }
    case 'silence':
      return [];
  }
}

/** The answer to a tap, so that the button stops spinning. https://core.telegram.org/bots/api#answercallbackquery */
export function answerTap(tapId: string): Payload {
  return call('answerCallbackQuery', { callback_query_id: tapId });
}

/** Takes the buttons of an older card away: an edit that names no keyboard leaves none. */
export function retireCard(to: Address, messageId: string): Payload {
  return call('editMessageReplyMarkup', { chat_id: Number(to.chat), message_id: Number(messageId) });
}

/**
 * A card is edited where its message is known and nothing else has to be shown below: the phone's own keyboard cannot
 * come with an edit. Of a card that outgrew one message the first part stays in place and the rest follows.
 */
function renderSay(message: Say, to: Address, text: Text, context: RenderContext): readonly Payload[] {
  const words = message.text.map((one) => text.say(one)).join('\n\n');
  const parts = split(words.toWellFormed(), limits.textLength).filter((part) => part.trim() !== '');
  const screens = screensOf(parts, inlineKeyboards(message, text, context));
  const anew = (screen: Screen | ContactScreen) =>
    call('sendMessage', { ...targetOf(to), ...noPreview, ...screen });
  if (message.askContact) return askingScreens(screens, message.askContact, text).map(anew);
  const { cardMessageId } = context;
  if (message.place === 'new' || cardMessageId === null) return screens.map(anew);
  const card = { chat_id: Number(to.chat), message_id: Number(cardMessageId), ...noPreview };
  return screens.map((screen, index) =>
    index === 0 ? call('editMessageText', { ...card, ...screen }) : anew(screen),
  );
}

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
