import type { InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup } from '@grammyjs/types';
import type { Say } from '#shared/domain/outbound.ts';
import type { Text } from '../channel.ts';
import { buttonData } from './button.ts';
import { keyboardLimits } from './limits.ts';

/** The message's outbox row, and the index of its first button among all buttons of the row. */
export type Row = { readonly row: string; readonly firstOption: number };

/**
 * The message's options as inline keyboards, as many as their number needs (one, in practice; none without options). An
 * action's button carries its row and its place among the row's actions; a link opens by itself and carries nothing.
 */
export function inlineKeyboards(message: Say, text: Text, context: Row): readonly InlineKeyboardMarkup[] {
  const keyboards: InlineKeyboardButton[][][] = [];
  let inLast: number = keyboardLimits.buttons;
  for (const buttons of rowsOf(message, text, context)) {
    if (inLast + buttons.length > keyboardLimits.buttons) {
      keyboards.push([]);
      inLast = 0;
    }
    keyboards.at(-1)?.push(buttons);
    inLast += buttons.length;
  }
  return keyboards.map((rows) => ({ inline_keyboard: rows }));
}

/** What a message asks for, and the words that stand for it where it needs a message of its own. */
export type Asked = { readonly words: string; readonly keyboard: ReplyKeyboardMarkup };

/** The one-tap requests for the phone number and for the place; they work in private chats only. Null: nothing is asked. */
export function askedOf({ askContact, askLocation }: Say, text: Text): Asked | null {
  const contact = askContact && labelOf(text.say(askContact.share));
  const place = askLocation && labelOf(text.say(askLocation));
  const words = contact ?? place;
  if (words === null) return null;
  const keyboard = [
    ...(contact === null ? [] : [[{ text: contact, request_contact: true as const }]]),
    ...(place === null ? [] : [[{ text: place, request_location: true as const }]]),
    ...(askContact ? [[{ text: labelOf(text.say(askContact.skip)) }]] : []),
  ];
  return { words, keyboard: { keyboard, one_time_keyboard: true, resize_keyboard: true } };
}

/** Telegram refuses an empty label and broken surrogates. */
export function labelOf(words: string): string {
  return words.trim() === '' ? '…' : words.toWellFormed();
}

function rowsOf(message: Say, text: Text, { row, firstOption }: Row): InlineKeyboardButton[][] {
  let action = firstOption;
  return message.options.flatMap((options) => {
    const buttons = options.map((option): InlineKeyboardButton => {
      const label = labelOf(text.say(option.label));
      return option.kind === 'link'
        ? { text: label, url: option.url }
        : { text: label, callback_data: buttonData(row, action++) };
    });
    return chunks(buttons, keyboardLimits.rowButtons);
  });
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += size) parts.push(all.slice(from, from + size));
  return parts;
}
