import type * as z from 'zod';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { reactionShape } from './shapes.ts';

/** The only emoji Telegram takes as reactions. https://core.telegram.org/bots/api#reactiontypeemoji */
const emojis = [
  ...['👍', '👎', '❤', '🔥', '🥰', '👏', '😁', '🤔', '🤯', '😱', '🤬', '😢', '🎉', '🤩', '🤮'],
  ...['💩', '🙏', '👌', '🕊', '🤡', '🥱', '🥴', '😍', '🐳', '❤‍🔥', '🌚', '🌭', '💯', '🤣', '⚡'],
  ...['🍌', '🏆', '💔', '🤨', '😐', '🍓', '🍾', '💋', '🖕', '😈', '😴', '😭', '🤓', '👻', '👨‍💻'],
  ...['👀', '🎃', '🙈', '😇', '😨', '🤝', '✍', '🤗', '🫡', '🎅', '🎄', '☃', '💅', '🤪', '🗿'],
  ...['🆒', '💘', '🙉', '🦄', '😘', '💊', '🙊', '😎', '👾', '🤷‍♂', '🤷', '🤷‍♀', '😡'],
] as const;
type Emoji = (typeof emojis)[number];

type Mark = Extract<Outbound, { kind: 'react' }>['mark'];
type Rung = Extract<Mark, string>;

/** How far an answer got, by reactions that need no words; none of them is what people use to judge. */
const marks = {
  sent: '👌',
  delivered: '👍',
  read: '👀',
  failed: '💔',
  note: '✍',
} as const satisfies Record<Rung, Emoji>;

/** The reaction that shows a mark; null takes reactions away, undefined: Telegram knows no such reaction. */
export function emojiOf(mark: Mark): Emoji | null | undefined {
  if (mark === null) return null;
  if (typeof mark === 'string') return marks[mark];
  const wanted = bare(mark.emoji);
  return emojis.find((one) => bare(one) === wanted);
}

/** Without colour of skin and the sign that says "as a picture": keyboards add them, Telegram's list has none. */
function bare(emoji: string): string {
  return emoji.replace(/[\u{FE0F}\u{1F3FB}-\u{1F3FF}]/gu, '');
}

type Reactions = z.output<typeof reactionShape>['new_reaction'];

/**
 * The emoji that a person put on a message: the new one where they may have several; null when all are gone, undefined when
 * what is there is no emoji anybody else could show.
 */
export function reactionIn(now: Reactions, before: Reactions): string | null | undefined {
  if (now.length === 0) return null;
  const [had, has] = [emojisIn(before), emojisIn(now)];
  return has.find((one) => !had.includes(one)) ?? has[0];
}

function emojisIn(reactions: Reactions): readonly string[] {
  return reactions.flatMap((one) => (one?.type === 'emoji' && one.emoji ? [one.emoji] : []));
}
