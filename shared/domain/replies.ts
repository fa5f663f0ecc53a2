import * as z from 'zod';
import { languageSchema } from './language.ts';
import { fnv } from './short-id.ts';

/**
 * What advisors write again and again, so that it may become a ready answer. Of what they wrote only marks of its pairs of words are
 * kept, which nobody can read back; whose talk it was in is a mark as well. Pure; instants are epoch milliseconds.
 */

/** One reply: in whose talk (a mark), its pairs of words (three signs each), when. */
const saidSchema = z.object({ in: z.string(), pairs: z.string(), at: z.number() });
export type SaidReply = z.infer<typeof saidSchema>;

/** Replies that may be alike: those in which the same word has one of the least marks. */
export const repliesSchema = z.object({ version: z.number(), said: z.array(saidSchema) });
export type Replies = z.infer<typeof repliesSchema>;
export const noReplies: Replies = { version: 0, said: [] };

const keptSchema = z.object({
  id: z.string(),
  /** `…` stands for what was not the same each time; braces as in `station/canned/schema.ts`. */
  text: z.string(),
  language: languageSchema,
  /** The manager who kept it, and when. */
  by: z.string(),
  at: z.number(),
});
export type KeptAnswer = z.infer<typeof keptSchema>;

/** Answers that a manager kept, and the pairs of all that one was asked about: each is offered once. */
export const answersSchema = z.object({
  version: z.number(),
  kept: z.array(keptSchema),
  asked: z.array(z.string()),
});
export type Answers = z.infer<typeof answersSchema>;
export const noAnswers: Answers = { version: 0, kept: [], asked: [] };

/** So many are kept at most, and so many offers are remembered: one small item of the table. */
export const mostKept = 100;
const mostAsked = 200;
/** In so many talks of different customers, within so long. */
export const talksEnough = 3;
export const withinMs = 30 * 24 * 60 * 60_000;
/** Of replies that look alike so many are remembered. */
const mostSaid = 12;

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const pairLength = 3;

/** A number of 32 bits made from a text, evenly spread. */
function markOf(text: string): number {
  const hash = fnv(text);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** 18 bits of a mark: far fewer than there are pairs of words, so that none can be told by it. */
function pairMark(one: string, other: string): string {
  const mark = markOf(`${one} ${other}`);
  return [0, 6, 12].map((shift) => signs[(mark >>> shift) & 63]).join('');
}

/** The marks of a reply's neighbouring words, with its beginning and end: the pair before word `n` is the `n`th. */
export function pairsOf(words: readonly string[]): readonly string[] {
  return [...words, ''].map((word, index) => pairMark(words[index - 1] ?? '', word));
}

/** As they are stored: each once, in order. */
export function packed(pairs: readonly string[]): string {
  return [...new Set(pairs)].sort().join('');
}

function unpacked(pairs: string): ReadonlySet<string> {
  return new Set(
    Array.from({ length: pairs.length / pairLength }, (_, at) =>
      pairs.slice(at * pairLength, (at + 1) * pairLength),
    ),
  );
}

/**
 * Names under which replies like this one are remembered: its two words with the least marks. Whatever one word is changed, one of the
 * names stays the same.
 */
export function bucketsOf(words: readonly string[]): readonly string[] {
  const marks = [...new Set(words.map(markOf))].sort((a, b) => a - b);
  return marks.slice(0, 2).map((mark) => mark.toString(36));
}

/** This share of all their pairs is common to two that are nearly the same: one word of ten may differ. */
const alike = 0.6;

export function areAlike(one: string, other: string): boolean {
  const [here, there] = [unpacked(one), unpacked(other)];
  const common = [...here].filter((pair) => there.has(pair)).length;
  return common >= alike * (here.size + there.size - common);
}

/** Whether a pair stands in all of these replies. */
export function inAll(replies: readonly SaidReply[]): (pair: string) => boolean {
  const sets = replies.map(({ pairs }) => unpacked(pairs));
  return (pair) => sets.every((set) => set.has(pair));
}

/** Replies in the talks of others that are nearly this one, the newest of each talk. */
export function likeIt(said: readonly SaidReply[], reply: SaidReply): readonly SaidReply[] {
  const newest = new Map(
    said
      .filter(
        (one) => one.in !== reply.in && one.at > reply.at - withinMs && areAlike(one.pairs, reply.pairs),
      )
      .map((one) => [one.in, one]),
  );
  return [...newest.values()];
}

/** With one more: what is too old leaves, and of each talk the newest of its kind stays. */
export function withReply({ version, said }: Replies, reply: SaidReply): Replies {
  const others = said.filter(
    (one) => one.at > reply.at - withinMs && !(one.in === reply.in && areAlike(one.pairs, reply.pairs)),
  );
  return { version, said: [...others, reply].slice(-mostSaid) };
}

/** A manager is asked about it, once. */
export function withAsked(answers: Answers, pairs: string): Answers {
  return { ...answers, asked: [...answers.asked, pairs].slice(-mostAsked) };
}

export function wasAsked({ asked }: Answers, pairs: string): boolean {
  return asked.some((one) => areAlike(one, pairs));
}

/** Kept; the same id again is the same answer. */
export function withKept(answers: Answers, kept: KeptAnswer): Answers {
  const others = answers.kept.filter(({ id }) => id !== kept.id);
  return { ...answers, kept: [...others, kept].slice(-mostKept) };
}

export function withoutKept(answers: Answers, id: string): Answers {
  return { ...answers, kept: answers.kept.filter((one) => one.id !== id) };
}
