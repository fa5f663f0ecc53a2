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

/** The one-tap request for the phone number; it works in private chats only. */
export function contactKeyboard(ask: NonNullable<Say['askContact']>, text: Text): ReplyKeyboardMarkup {
  return {
    keyboard: [
      [{ text: labelOf(text.say(ask.share)), request_contact: true }],
      [{ text: labelOf(text.say(ask.skip)) }],
    ],
    one_time_keyboard: true,
    resize_keyboard: true,
  };
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
