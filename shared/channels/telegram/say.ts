import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from '@grammyjs/types';
import type { Address } from '#shared/domain/address.ts';
import type { Say } from '#shared/domain/outbound.ts';
import type { Payload, Text } from '../channel.ts';
import { split } from '../split.ts';
import { call } from './call.ts';
import { type Asked, askedOf, inlineKeyboards, type Row } from './keyboard.ts';
import { limits } from './limits.ts';
import { messageIn, noPreview, replyTo, targetOf } from './target.ts';

/**
 * A card is edited where its message is known and nothing else has to be shown below: the phone's own keyboard cannot
 * come with an edit. Of a card that outgrew one message the first part stays in place and the rest follows.
 */
export function renderSay(message: Say, to: Address, text: Text, context: Row): readonly Payload[] {
  const words = message.text.map((one) => text.say(one)).join('\n\n');
  const parts = split(words.toWellFormed(), limits.textLength).filter((part) => part.trim() !== '');
  const screens = screensOf(parts, inlineKeyboards(message, text, context));
  const anew = (screen: Screen | AskingScreen, index: number) =>
    call('sendMessage', {
      ...targetOf(to),
      ...(index === 0 ? replyTo(message.replyTo) : {}),
      ...(message.slot === null ? {} : quietly),
      ...noPreview,
      ...screen,
    });
  const asked = askedOf(message, text);
  if (asked) return askingScreens(screens, asked).map(anew);
  const old = message.place === 'new' ? null : messageIn(to, message.target);
  if (!old) return screens.map(anew);
  return screens.map((screen, index) =>
    index === 0 ? call('editMessageText', { ...old, ...noPreview, ...screen }) : anew(screen, index),
  );
}

/** What only mirrors or sums up makes no phone ring. */
const quietly = { disable_notification: true } as const;

type Screen = { readonly text: string; readonly reply_markup?: InlineKeyboardMarkup };
type AskingScreen = { readonly text: string; readonly reply_markup: ReplyKeyboardMarkup };

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
  { words, keyboard: reply_markup }: Asked,
): readonly (Screen | AskingScreen)[] {
  const last = screens.at(-1);
  return last && !last.reply_markup
    ? [...screens.slice(0, -1), { text: last.text, reply_markup }]
    : [...screens, { text: words, reply_markup }];
}
