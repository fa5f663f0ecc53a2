import type { Happened } from './happened.ts';
import { topicSchema } from './understood.ts';

/** The owner's figures of a period, from what happened in it. Pure; the order of the rows is of no matter. */

/** Something that happened, and when (epoch milliseconds). */
export type HappenedAt = { readonly happened: Happened; readonly at: number };
export type Counted = { readonly name: string; readonly count: number };

export type Figures = {
  /** Customers who wrote, each once a day, and by which messenger, the most used first. */
  readonly people: number;
  readonly channels: readonly Counted[];
  /** Of them those for whom no person was wanted, be it that they are answered already or that they wait still. */
  readonly alone: number;
  /** The first answers of people to those who waited: working minutes that half and nine tenths of them took at most. */
  readonly answers: { readonly count: number; readonly median: number; readonly most: number };
  /** What the bot did not understand twice in a row, by what it was about, the most frequent first. */
  readonly missed: { readonly all: number; readonly topics: readonly Counted[] };
  /**
   * Questions that were understood, by topic. `all`: with those that were not, as far as their words name a topic; `alone`: those
   * of all that were answered, and no person was wanted for them.
   */
  readonly questions: {
    readonly all: number;
    readonly alone: number;
    readonly topics: readonly Counted[];
    readonly unhelped: readonly Counted[];
  };
  readonly booked: { readonly all: number; readonly byDesk: number; readonly byWords: number };
  /** Visits that are over, by how they ended. */
  readonly visits: { readonly done: number; readonly noShow: number; readonly cancelled: number };
  /**
   * What became of the promise "ready by" of the visits that were done: kept; moved, and the owner told before the old time;
   * passed without that.
   */
  readonly promises: { readonly kept: number; readonly moved: number; readonly passed: number };
  /** Why promises were moved, the most frequent first. */
  readonly delays: readonly Counted[];
  readonly ratings: { readonly good: number; readonly soso: number; readonly bad: number };
  readonly reasons: readonly Counted[];
  /** Replies of advisors that were held for their tone, and those of them that went out all the same. */
  readonly held: { readonly all: number; readonly sent: number };
  readonly sent: Sent;
  /** How often a language model was asked and knew, and what it takes, in millionths of a US dollar. */
  readonly model: { readonly asked: number; readonly understood: number; readonly micros: number };
  /** What the station's owner was woken for, the most frequent first. */
  readonly alarms: readonly Counted[];
};

/** What went out to customers, and what the messengers take for it, in millionths of a US dollar. */
export type Sent = {
  readonly channels: readonly (Counted & { readonly notices: number; readonly micros: number })[];
  readonly messages: number;
  readonly micros: number;
};

type Of<W extends Happened['what']> = Extract<Happened, { what: W }>;

export function figuresOf(rows: readonly HappenedAt[]): Figures {
  const all = rows.map(({ happened }) => happened);
  const of = <W extends Happened['what']>(what: W): readonly Of<W>[] =>
    all.filter((one): one is Of<W> => one.what === what);
  const wrote = of('wrote');
  const first = of('answered').filter((one) => one.first);
  const minutes = first.map((one) => one.minutes).sort((a, b) => a - b);
  const booked = of('booked');
  const over = oversOf(rows);
  const done = over.filter(({ stage }) => stage === 'handedBack');
  const ended = (stage: string) => over.filter((one) => one.stage === stage).length;
  const fates = done.map(fateOf);
  const count = (fate: Fate) => fates.filter((one) => one === fate).length;
  const rated = of('rated');
  const marked = (mark: string) => rated.filter((one) => one.mark === mark).length;
  const held = of('held');
  const missed = of('missed').map(({ topic }) => topic);
  return {
    people: wrote.length,
    channels: counted(wrote.map(({ channel }) => channel)),
    // Rows of older days know only of those who were answered.
    alone: Math.max(0, wrote.length - Math.max(of('called').length, first.length)),
    answers: { count: first.length, median: rank(minutes, 0.5), most: rank(minutes, 0.9) },
    missed: { all: missed.length, topics: counted(missed) },
    questions: questionsOf(of('asked'), of('unhelped'), missed),
    booked: {
      all: booked.length,
      byDesk: booked.filter(({ by }) => by === 'desk').length,
      byWords: booked.filter(({ words }) => words).length,
    },
    visits: { done: done.length, noShow: ended('noShow'), cancelled: ended('cancelled') },
    promises: { kept: count('kept'), moved: count('moved'), passed: count('passed') },
    delays: counted(done.flatMap(({ moved }) => moved.map(({ reason }) => reason))),
    ratings: { good: marked('good'), soso: marked('soso'), bad: marked('bad') },
    reasons: counted(rated.flatMap(({ reasons }) => [...new Set(reasons)])),
    held: { all: held.length, sent: held.filter(({ sent }) => sent).length },
    sent: sentOf(of('sent')),
    model: modelOf(of('interpreted')),
    alarms: counted(of('alarm').map(({ name }) => name)),
  };
}

function questionsOf(
  asked: readonly Of<'asked'>[],
  unhelped: readonly Of<'unhelped'>[],
  missed: readonly Of<'missed'>['topic'][],
): Figures['questions'] {
  const topics = asked.flatMap((one) => one.topics);
  const answered = asked.flatMap((one) => (one.by === 'bot' ? one.topics : []));
  const unread = missed.filter((topic) => topicSchema.safeParse(topic).success);
  return {
    all: topics.length + unread.length,
    alone: Math.max(0, answered.length - unhelped.length),
    topics: counted(topics),
    unhelped: counted(unhelped.map(({ topic }) => topic)),
  };
}

/** Each visit once, as it ended last: an end that was taken back is none. */
function oversOf(rows: readonly HappenedAt[]): readonly (Of<'over'> & { readonly at: number })[] {
  const last = new Map<string, Of<'over'> & { readonly at: number }>();
  for (const { happened, at } of rows)
    if (happened.what === 'over' && at >= (last.get(happened.visit)?.at ?? at))
      last.set(happened.visit, { ...happened, at });
  return [...last.values()];
}

type Fate = 'kept' | 'moved' | 'passed';

/** A car that nobody marked as ready was ready when it was handed back, at the latest. */
function fateOf({ promised, ready, moved, at }: Of<'over'> & { readonly at: number }): Fate {
  if ((ready ?? at) <= promised) return 'kept';
  return moved.length > 0 && moved.every(({ toldBefore }) => toldBefore) ? 'moved' : 'passed';
}

/** The value that so great a share of sorted values does not exceed (nearest rank); 0 of none. */
function rank(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

/** How often each stands there, the most frequent first, those of one count by name. */
function counted(names: readonly string[]): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function sentOf(rows: readonly Of<'sent'>[]): Sent {
  const names = [...new Set(rows.map(({ channel }) => channel))].sort();
  const channels = names.map((name) => {
    const of = rows.filter(({ channel }) => channel === name);
    return {
      name,
      count: sum(of.map(({ messages, times }) => messages * times)),
      notices: sum(of.map(({ notices, times }) => notices * times)),
      micros: sum(of.map(({ micros, times }) => micros * times)),
    };
  });
  return {
    channels: channels.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    messages: sum(channels.map(({ count }) => count)),
    micros: sum(channels.map(({ micros }) => micros)),
  };
}

function modelOf(rows: readonly Of<'interpreted'>[]): Figures['model'] {
  return {
    asked: rows.length,
    understood: rows.filter(({ understood }) => understood).length,
    micros: sum(rows.map(({ micros }) => micros)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Fewer than so many are too few to say anything by a share or a median. */
export const fewest = 5;

/** A part in whole percent; null where there are too few. */
export function percentOf(part: number, all: number): number | null {
  return all < fewest ? null : Math.round((100 * part) / all);
}
