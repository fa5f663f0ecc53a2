import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Instant, MINUTE } from '#shared/domain/clock.ts';
import type { InboundEvent } from '#shared/domain/inbound.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { stages } from '#shared/domain/visit/stage.ts';
import type { Booking } from '#shared/flows/booking/state.ts';
import { MONDAY } from '#test/domain/slots/bookings.ts';
import { given, type Town } from './given.ts';
import { eventsOf, moment } from './life.ts';
import type { Neighbour } from './neighbour.ts';
import {
  answers,
  burstsEnd,
  calendarAgrees,
  decidesAlike,
  keepsApart,
  readsWell,
  rulesHold,
} from './promises.ts';

/** States that another version left behind, or that nobody ever wrote: they end kindly and crash nothing. */

const flowName = fc.constantFrom(
  'book',
  'settings',
  'menu',
  'visits',
  'person',
  'questions',
  'defect',
  'report',
  'report',
  '',
  '__proto__',
);
const instant = fc
  .integer({ min: -90, max: 90 })
  .map((days) => Date.parse(`${addDays(MONDAY, days)}T08:15:00Z`));
const anId = fc.constantFrom('ABC234', 'ZZZZZZ', '', 'an id that is much too long to be stored with a job');
const vehicle = fc.record({
  id: anId,
  label: fc.constantFrom('Golf', ''),
  short: fc.constantFrom('Golf', 'ein Wagen mit einem sehr langen Namen', ''),
});
const services = fc.uniqueArray(fc.constantFrom('oil', 'clutch', 'prebuy', 'gone', 'punct', ''), {
  maxLength: 3,
});
const dates = fc.array(
  fc.integer({ min: -9, max: 70 }).map((days) => addDays(MONDAY, days)),
  { maxLength: 4 },
);
const stay = fc.constantFrom('wait' as const, 'leave' as const);
const stage = fc.constantFrom(...stages);
const visit = fc.record({
  id: anId,
  start: instant,
  readyBy: instant,
  services,
  vehicle,
  stay,
  sequence: fc.nat(9),
  dates,
  chat: fc.constantFrom('', 'telegram/4242/7000001/', 'telegram/4242/9/'),
  life: stage.map((at) => ({ ...freshLife, stage: at })),
});
const draft = fc.record({
  id: fc.constantFrom('ABC234', 'ZZZZZZ', 'Q7K2MW'),
  services,
  vehicle: fc.option(vehicle),
  moving: fc.option(visit, { freq: 2 }),
});
const view = fc.oneof(
  fc.constantFrom({ of: 'earliest' as const }, { of: 'more' as const }),
  fc.record({
    of: fc.constant('days' as const),
    from: fc.option(fc.constantFrom(MONDAY, '2020-01-01', '2099-12-31')),
  }),
  fc.record({ of: fc.constant('day' as const), date: fc.constantFrom(MONDAY, '2020-01-01', '2099-12-31') }),
);
const hold = fc.record({
  start: instant,
  until: instant,
  dates,
  readyIfWaiting: fc.option(instant),
  readyIfLeft: fc.option(instant),
});
/** Booking states of the right shape, with work that is no longer done, dates that have passed, holds nobody has. */
const booking: fc.Arbitrary<Booking> = fc.oneof(
  fc.record({ step: fc.constant('work' as const), draft, all: fc.boolean() }),
  fc.record({ step: fc.constantFrom('problem' as const, 'whichCar' as const, 'car' as const), draft }),
  fc.record({ step: fc.constant('time' as const), draft, view }),
  fc.record({ step: fc.constant('stay' as const), draft, hold }),
);
/** A report that is asked about, on top of anything, at a question that its kind does not have. */
const reporting = fc.record({
  id: anId,
  ask: fc.constantFrom('kind', 'car', 'colour', 'place', 'sound', 'plate', 'any'),
  before: fc.option(
    fc.record({ name: fc.constantFrom('book', 'settings', 'report', '', 'gone'), state: fc.jsonValue() }),
  ),
});
/** A part of a state that is missing, or is something else by now. */
const damaged = fc
  .tuple(booking, fc.constantFrom('step', 'draft', 'view', 'hold'), fc.jsonValue())
  .map(([state, part, other]) => ({ ...state, [part]: other }));
const state = fc.oneof(booking, booking, reporting, damaged, fc.jsonValue({ depthSize: 'small' }));
const flow = fc.record({ name: flowName, state });
const what = fc.oneof(
  { weight: 2, arbitrary: moment },
  { weight: 1, arbitrary: fc.constantFrom('book', 'hmm', 'back', 'cancel', 'Golf').map(said) },
);

function said(text: string) {
  const event: InboundEvent = { kind: 'text', text };
  return { kind: 'event', event } as const;
}

describe('a state that another version left behind', () => {
  it('ends in an answer, and leaves a calendar that agrees', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(flow, what), { minLength: 3, maxLength: 8 }), (steps) => {
        const town = given();
        const lena = town
          .person('NomenLena')
          .sends('start')
          .sends('book')
          .taps('labelService', { id: 'oil' });
        lena.says('NomenCar').taps('labelSlot').taps('labelLeave').says('skip');
        town.person('NomenAnna', 'ru').sends('start');
        for (const [odd, happens] of steps) strange(town, lena, odd, happens);
      }),
      { numRuns: 500 },
    );
  }, 120_000);
});

function strange(
  town: Town,
  lena: Neighbour,
  odd: { name: string; state: unknown },
  happens: Parameters<typeof eventsOf>[0],
) {
  lena.conversation = { ...lena.conversation, flow: odd };
  for (const event of eventsOf(happens, lena, 'NomenCar')) {
    const played = lena.play(event);
    answers(played);
    burstsEnd(played, lena);
    decidesAlike(played);
    keepsApart(readsWell(played, lena), lena);
    rulesHold(played, town);
  }
  endHolds(town, town.now + 11 * MINUTE);
  calendarAgrees(town);
}

/** A hold that a made-up state made is over after its minutes, with nobody left to hold it for. */
function endHolds(town: Town, now: Instant): void {
  town.now = now;
}

describe('a row of another version', () => {
  it.each([
    ['a flow that is no more', { flow: 'lottery', data: { do: 'win' } }],
    ['an action that is no more', { flow: 'book', data: { do: 'haggle' } }],
    ['no action at all', { flow: 'visits', data: null }],
  ])('with %s: its button is answered', (_what, action) => {
    const lena = given().person().sends('menu');
    const label = { key: 'labelBook', args: {} } as const;
    lena.rows.push({
      id: 'old',
      language: 'en',
      messages: [
        {
          kind: 'say',
          text: [{ key: 'menu', args: {} }],
          options: [[{ kind: 'act', label, action }]],
          card: null,
          place: 'new',
          target: null,
          askContact: null,
          askLocation: null,
          notice: null,
          page: 0,
          brief: false,
          slot: null,
          live: null,
          pinned: false,
          replyTo: null,
          asks: false,
        },
      ],
    });
    expect(lena.tapsOffer({ row: 'old', option: 0 }).heard).toEqual(['buttonGone']);
  });
});
