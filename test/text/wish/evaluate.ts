import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { carsNamed } from '#shared/domain/car-named.ts';
import { formatMinute, weekdayOf } from '#shared/domain/clock.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { datesOf } from '#shared/domain/spoken-day.ts';
import type { SpokenWish, Understood } from '#shared/domain/understood.ts';
import type { Station } from '#shared/station/schema.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';

/** How well sentences are understood that people wrote without knowing the lists. Said on Monday 23 November 2026 at ten. */

const clock = z.string().nullish();
const wantSchema = z.strictObject({
  services: z.array(z.string()).default([]),
  days: z.array(z.string()).default([]),
  notDays: z.array(z.string()).default([]),
  from: clock,
  to: clock,
  at: clock,
  earliest: z.boolean().default(false),
  last: z.boolean().default(false),
  car: z.string().nullish(),
  stay: z.enum(['wait', 'leave']).nullish(),
  choose: z.number().nullish(),
  later: z.boolean().default(false),
  asks: z.array(z.string()).default([]),
  adds: z.boolean().default(false),
  carOther: z.boolean().default(false),
  person: z.boolean().default(false),
  cancel: z.boolean().default(false),
});
type Want = z.output<typeof wantSchema>;

const sentenceSchema = z.object({
  lang: languageSchema,
  kind: z.enum(['booking', 'change', 'question', 'chatter', 'trap']),
  context: z.enum(['idle', 'work', 'time', 'car', 'stay']),
  text: z.string(),
  want: wantSchema,
});
export type Sentence = z.output<typeof sentenceSchema>;

/** A list of `sentences`, by its name. Throws where one of them is of another shape. */
export function sentencesOf(name: string): readonly Sentence[] {
  const file = readFileSync(new URL(`./sentences/${name}.json`, import.meta.url), 'utf8');
  return z.array(sentenceSchema).parse(JSON.parse(file));
}

/** `asked back`: less than was said, and nothing that was not. `handed over`: nothing. `wrong`: something else. */
export type Verdict = 'understood' | 'asked back' | 'handed over' | 'wrong';

const today = '2026-11-23';
/** Their two cars. */
const cars = [
  { id: 'octavia', label: 'Skoda Octavia', short: 'Octavia' },
  { id: 'golf', label: 'VW Golf', short: 'Golf' },
];
/** What the bot shows in the context "time". */
const shown = [
  { date: '2026-11-24', minute: 540 },
  { date: '2026-11-24', minute: 810 },
] as const;

/** What becomes of a sentence. */
export function verdictOf(sentence: Sentence, station: Station): Verdict {
  return judged(
    sentence,
    understoodOf(sentence.text, station, sentence.context === 'idle' ? null : sentence.context),
  );
}

function judged({ kind, want }: Sentence, understood: Understood | null): Verdict {
  if (kind === 'chatter') return understood === null ? 'understood' : 'wrong';
  if (kind === 'trap') return trapped(want, understood);
  if (understood === null) return 'handed over';
  const { wish, asks } = understood;
  if (kind === 'question') return questioned(want, asks, wish);
  if (wish === null) return 'wrong';
  if (asks.length > 0 || wish.intent === 'cancel') return 'wrong';
  if (want.choose) return chosen(want.choose, wish);
  return compared(factsWanted(want), factsOf(wish));
}

function trapped(want: Want, understood: Understood | null): Verdict {
  if (understood === null) return want.cancel ? 'handed over' : 'understood';
  const intent = understood.wish?.intent;
  if (want.cancel && (intent === 'cancel' || intent === 'move')) return 'understood';
  return 'wrong';
}

function questioned(want: Want, asks: readonly string[], wish: SpokenWish | null): Verdict {
  const wanted = want.asks;
  if (asks.length === 0 || asks.some((topic) => !wanted.includes(topic))) return 'wrong';
  // Where the answer is the same whatever is named, what is named does not matter.
  const services = asks.some((topic) => ofWork.includes(topic)) ? (wish?.services ?? []) : want.services;
  if (services.some((id) => !want.services.includes(id))) return 'wrong';
  const days: readonly string[] = datesOf(wish?.days ?? [], today);
  if (want.days.length > 0 && days.some((date) => !want.days.includes(date))) return 'wrong';
  const isAll =
    wanted.every((topic) => asks.some((asked) => asked === topic)) &&
    want.services.every((id) => services.includes(id)) &&
    want.days.every((date) => days.includes(date));
  return isAll ? 'understood' : 'asked back';
}

/** Topics whose answer depends on the work. */
const ofWork: readonly string[] = ['price', 'duration', 'services', 'bring', 'hours'];

function chosen(choose: number, wish: SpokenWish): Verdict {
  const at = shown[choose - 1];
  const days = openDays(wish.days);
  const isDay = days.length === 0 || (at !== undefined && days.includes(at.date));
  if (
    wish.ordinal !== null &&
    (wish.ordinal === choose || wish.ordinal + shown.length + 1 === choose) &&
    isDay
  )
    return 'understood';
  return wish.time?.at === at?.minute && isDay ? 'understood' : 'wrong';
}

type Facts = ReadonlyMap<string, string>;

/** What was said, by name; days and services each for itself, since some of them may be missing. */
function factsWanted(want: Want): Facts {
  return facts({
    services: want.services,
    days: want.days.filter((date) => !want.notDays.includes(date)),
    notDays: want.notDays,
    from: want.from,
    to: want.to,
    at: want.at,
    earliest: want.earliest,
    last: want.last,
    later: want.later,
    car: want.carOther ? 'other' : want.car,
    stay: want.stay,
  });
}

function factsOf(wish: SpokenWish): Facts {
  const notDays = openDays(wish.notDays);
  const { at = null, from = null, to = null } = wish.time ?? {};
  return facts({
    services: wish.services,
    days: openDays(wish.days).filter((date) => !notDays.includes(date)),
    notDays,
    from: from === null ? null : formatMinute(from),
    to: to === null ? null : formatMinute(to),
    at: at === null ? null : formatMinute(at),
    earliest: wish.earliest,
    last: wish.sameAsLast,
    later: wish.otherTimes,
    car: carOf(wish),
    stay: wish.stay,
  });
}

type Told = {
  readonly services: readonly string[];
  readonly days: readonly string[];
  readonly notDays: readonly string[];
  readonly from: string | null | undefined;
  readonly to: string | null | undefined;
  readonly at: string | null | undefined;
  readonly earliest: boolean;
  readonly last: boolean;
  readonly later: boolean;
  readonly car: string | null | undefined;
  readonly stay: string | null | undefined;
};

function facts({ services, days, notDays, ...one }: Told): Facts {
  const all = Object.entries(one).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined || value === false ? [] : [[name, String(value)]],
  );
  const listed = [
    ...services.map((id): [string, string] => [`service ${id}`, 'said']),
    ...notDays.map((date): [string, string] => [`not ${date}`, 'said']),
  ];
  const when: [string, string][] = days.length === 0 ? [] : [['days', [...days].sort().join(' ')]];
  return new Map([...all, ...listed, ...when]);
}

function compared(wanted: Facts, got: Facts): Verdict {
  for (const [name, value] of got) {
    // A day's end that nobody named is no contradiction: "afternoon" is until half past five.
    if (name === 'to' && value === '17:30' && !wanted.has('to')) continue;
    if (wanted.get(name) !== value) return 'wrong';
  }
  const isAll = [...wanted].every(
    ([name, value]) => got.get(name) === value || (name === 'to' && value === '17:30'),
  );
  return isAll ? 'understood' : 'asked back';
}

/** Dates but Sundays, on which the station is closed. */
function openDays(days: SpokenWish['days']): readonly string[] {
  return datesOf(days, today).filter((date) => weekdayOf(date) !== 7);
}

function carOf({ car }: SpokenWish): string | null {
  if (car === null) return null;
  return car.of === 'other' ? 'other' : (carsNamed(car.said, cars)[0]?.id ?? car.said);
}

/** How many of each verdict. */
export type Tally = Record<Verdict, number>;

/** Verdicts by language and by kind. */
export function tallied(
  sentences: readonly Sentence[],
  station: Station,
  group: (sentence: Sentence) => string,
): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const sentence of sentences) {
    const key = group(sentence);
    const tally = tallies.get(key) ?? { understood: 0, 'asked back': 0, 'handed over': 0, wrong: 0 };
    tally[verdictOf(sentence, station)] += 1;
    tallies.set(key, tally);
  }
  return tallies;
}

/** A table to print: a line a language, a line a kind, and all. */
export function tableOf(sentences: readonly Sentence[], station: Station): string {
  const rows = [
    ...tallied(sentences, station, ({ lang }) => lang),
    ...tallied(sentences, station, ({ kind }) => kind),
    ...tallied(sentences, station, () => 'all'),
  ];
  const head = `${''.padEnd(10)}understood  asked back  handed over  wrong`;
  return [
    head,
    ...rows.map(
      ([name, tally]) =>
        `${name.padEnd(10)}${String(tally.understood).padStart(10)}${String(tally['asked back']).padStart(12)}${String(tally['handed over']).padStart(13)}${String(tally.wrong).padStart(7)}`,
    ),
  ].join('\n');
}
