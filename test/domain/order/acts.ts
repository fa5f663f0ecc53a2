import fc from 'fast-check';
import type { Choice, EstimateLine } from '#shared/domain/order/estimate.ts';
import type { Allowance } from '#shared/domain/order/order.ts';
import { anna, line, nikos } from './given.ts';

/** Everything that anybody may try on a work order, in any order: the owner, their approver, a stranger, advisors, the clock. */

const stranger = { id: 'telegram/4242/999/', formerly: [] };
export const people = { nikos, anna, stranger };
export type Somebody = keyof typeof people;

/** `back`: how many editions (or agreements) ago the button is from. */
export type Act =
  | { readonly do: 'draft'; readonly lines: readonly EstimateLine[]; readonly days: number }
  | { readonly do: 'propose'; readonly back: number; readonly who: 'nikos' | 'anna' }
  | { readonly do: 'choose'; readonly back: number; readonly who: Somebody; readonly choice: Choice }
  | {
      readonly do: 'chooseAll' | 'agree' | 'decline' | 'sign';
      readonly back: number;
      readonly who: Somebody;
      readonly says: Choice['says'];
    }
  | {
      readonly do: 'record';
      readonly back: number;
      readonly how: 'phone' | 'desk';
      readonly says: readonly Choice['says'][];
    }
  | { readonly do: 'confirm'; readonly back: number; readonly who: Somebody; readonly right: boolean }
  | { readonly do: 'carryOn'; readonly back: number }
  | { readonly do: 'expire'; readonly back: number }
  | { readonly do: 'allow'; readonly allowance: Allowance | null }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'withdraw' | 'ask' | 'answered' | 'start' | 'stop' | 'finish' }
  | { readonly do: 'askInstead'; readonly who: 'nikos' | 'anna' };

const says = fc.constantFrom<Choice['says'][]>('yes', 'yes', 'later', 'no');
/** Mostly whoever is asked, mostly the button of now: what goes wrong needs something to go wrong with. */
const who = fc.constantFrom<Somebody[]>('nikos', 'nikos', 'nikos', 'anna', 'stranger');
const asked = fc.constantFrom<('nikos' | 'anna')[]>('nikos', 'nikos', 'anna');
const back = fc.constantFrom(0, 0, 0, 0, 1, 2);
const names = ['Pads', 'Discs', 'Wipers', 'Hose', 'Oil'] as const;
/** Around each other, so that small rises, limits and signatures are met. */
const price = fc.oneof(
  fc.constantFrom(0, 100, 10_000, 10_500, 11_000, 11_001, 30_000),
  fc.nat({ max: 12_000 }),
);
const lines = fc
  .array(fc.tuple(fc.constantFrom(...names), fc.array(price, { minLength: 1, maxLength: 2 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.map(([name, prices], index) => line(String(index + 1), name, ...prices)));
const allowance = fc.option(
  fc.record({ percent: fc.constantFrom(0, 5, 10, 50), cents: fc.constantFrom(0, 1000, 3000, 99_999) }),
);

export const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('draft'), lines, days: fc.integer({ min: -1, max: 20 }) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('propose'), back, who: asked }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('choose'),
      back,
      who,
      choice: fc.record({
        line: fc.constantFrom('1', '2', '3', '9'),
        says,
        option: fc.constantFrom(0, 0, 1, 2),
      }),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constantFrom<('chooseAll' | 'agree' | 'decline' | 'sign')[]>(
        'chooseAll',
        'chooseAll',
        'agree',
        'agree',
        'agree',
        'decline',
        'sign',
      ),
      back,
      who,
      says,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('record'),
      back,
      how: fc.constantFrom<('phone' | 'desk')[]>('phone', 'desk'),
      says: fc.tuple(says, says, says),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('confirm'), back, who, right: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('carryOn'), back }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('expire'), back }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('allow'), allowance }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait'), days: fc.integer({ min: 0, max: 9 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom<('withdraw' | 'ask' | 'answered' | 'start' | 'stop' | 'finish')[]>(
        'withdraw',
        'ask',
        'answered',
        'start',
        'start',
        'start',
        'start',
        'start',
        'stop',
        'stop',
        'finish',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('askInstead'), who: asked }) },
);

const now = { back: 0, who: 'nikos' } as const;
const begin: Act = { do: 'start' };
const asks: fc.Arbitrary<Act[]> = lines.map((all) => [
  { do: 'draft', lines: all, days: 20 },
  { do: 'propose', ...now },
]);
const answers: fc.Arbitrary<Act[]> = fc.tuple(says, says).map(([all, first]) => [
  { do: 'chooseAll', ...now, says: all },
  { do: 'choose', ...now, choice: { line: '1', says: first, option: 0 } },
  { do: 'agree', ...now, says: 'yes' },
]);
/** A sum so high that it needs a signature, and what comes then. */
const signs: fc.Arbitrary<Act[]> = fc
  .constantFrom<('sign' | 'decline' | 'agree')[]>('sign', 'sign', 'decline', 'agree')
  .map((then) => [
    { do: 'draft', lines: [line('1', 'Gearbox', 30_000)], days: 20 },
    { do: 'propose', ...now },
    { do: 'chooseAll', ...now, says: 'yes' },
    { do: 'agree', ...now, says: 'yes' },
    begin,
    { do: then, ...now, says: 'yes' },
    begin,
  ]);
/** Small rises one after the other, as an advisor would add them who hopes that nobody counts. */
const climbs: fc.Arbitrary<Act[]> = fc
  .tuple(
    fc.constantFrom(9000, 10_000, 20_000),
    fc.array(fc.constantFrom(100, 400, 1000), { minLength: 1, maxLength: 5 }),
  )
  .map(([from, rises]): Act[] => {
    const steps = rises.map(
      (_, index) => from + rises.slice(0, index + 1).reduce<number>((sum, rise) => sum + rise, 0),
    );
    return [
      { do: 'draft', lines: [line('1', 'Pads', from)], days: 20 },
      { do: 'propose', ...now },
      { do: 'chooseAll', ...now, says: 'yes' },
      { do: 'agree', ...now, says: 'yes' },
      begin,
      ...steps.flatMap((price): Act[] => [
        { do: 'draft', lines: [line('1', 'Pads', price)], days: 20 },
        { do: 'carryOn', back: 0 },
        begin,
      ]),
    ];
  });
/** By phone, and what the owner says to it. */
const calls: fc.Arbitrary<Act[]> = fc
  .tuple(lines, fc.constantFrom<('phone' | 'desk')[]>('phone', 'desk'), fc.boolean())
  .map(([all, how, right]): Act[] => [
    { do: 'draft', lines: all, days: 20 },
    { do: 'record', back: 0, how, says: ['yes', 'later', 'no'] },
    begin,
    { do: 'confirm', ...now, right },
  ]);
/** A question that is answered, or not before the time is over. */
const wonders: fc.Arbitrary<Act[]> = fc
  .tuple(lines, fc.boolean(), fc.boolean())
  .map(([all, late, isAnswered]): Act[] => [
    { do: 'draft', lines: all, days: 3 },
    { do: 'propose', ...now },
    { do: 'ask' },
    { do: 'wait', days: late ? 4 : 1 },
    ...(isAnswered ? [{ do: 'answered' } as const] : []),
    { do: 'expire', back: 0 },
  ]);

/** Any acts at all, among them stretches as they usually follow each other: without those, few get far. */
export function acts(most: number): fc.Arbitrary<Act[]> {
  const stretch = fc.oneof(
    { weight: 12, arbitrary: act.map((single) => [single]) },
    { weight: 2, arbitrary: asks },
    { weight: 4, arbitrary: answers },
    { weight: 1, arbitrary: signs },
    { weight: 2, arbitrary: climbs },
    { weight: 2, arbitrary: calls },
    { weight: 1, arbitrary: wonders },
    { weight: 1, arbitrary: fc.constant([begin]) },
  );
  return fc.array(stretch, { maxLength: most, size: 'max' }).map((all) => all.flat());
}
