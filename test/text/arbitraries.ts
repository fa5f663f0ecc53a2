import fc from 'fast-check';
import { updates } from '#shared/domain/notice.ts';
import {
  type Phrase,
  type PhraseArgs,
  type PhraseKey,
  phraseKeys,
  phraseSchema,
} from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { archiveArgs } from './archive.ts';
import { comingArgs } from './coming.ts';
import { alarmArgs } from './desk/alarm.ts';
import { calendarArgs } from './desk/calendar.ts';
import { caseArgs } from './desk/case.ts';
import { mediaArgs } from './desk/media.ts';
import { relayArgs } from './desk/relay.ts';
import { sayArgs } from './desk/say.ts';
import { topicArgs } from './desk/topic.ts';
import { digestArgs } from './digest.ts';
import { documentArgs } from './document.ts';
import { eraseArgs } from './erase.ts';
import { estimateArgs } from './estimate.ts';
import { feedbackArgs } from './feedback.ts';
import { orderArgs } from './order.ts';
import { ownArgs } from './own.ts';
import { payerArgs } from './payer.ts';
import { promiseArgs } from './promise.ts';
import { questionArgs } from './question.ts';
import { reportArgs } from './report.ts';
import type { KeyWithArgs } from './samples.ts';
import { stageArgs } from './stage.ts';

const instant = fc
  .integer({
    min: Date.parse('2026-10-01T00:00:00Z') / 900_000,
    max: Date.parse('2027-12-31T23:00:00Z') / 900_000,
  })
  .map((quarter) => quarter * 900_000);
const date = instant.map((at) => new Date(at).toISOString().slice(0, 10));
const serviceIds = station.services.map(({ id }) => id);
const services = fc.uniqueArray(fc.constantFrom(...serviceIds), { minLength: 1, maxLength: 3 });
const someServices = fc.uniqueArray(fc.constantFrom(...serviceIds), { maxLength: 3 });
const count = fc.integer({ min: 1, max: 120 });
const car = fc.constantFrom(
  'Octavia …4821',
  'Mercedes-Benz Sprinter …0007',
  'лада гранта 2014',
  'Το μπλε Yaris',
  'BMW',
);
const advisor = fc.constantFrom('maria', 'eleni', 'Konstantinos', 'Aristotelous Auto', 'Γιώργος');
const phone = fc.constantFrom('+302310555010', '+380441234567');
const ref = fc.stringMatching(/^[0-9A-Z]{6}$/);
const minutes = fc.integer({ min: 5, max: 900 });
const stay = fc.constantFrom('wait', 'leave');
const visit = fc
  .record({ ref, start: instant, length: minutes, services, car, stay })
  .map(({ length, ...rest }) => ({ ...rest, readyBy: rest.start + length * 60_000 * 4 }));
const promised = { advisor, by: instant };

/** Arguments as flows make them, for every phrase that has some; the work of the demo station, dates over two DST changes. */
const argsOf: { readonly [K in KeyWithArgs]: fc.Arbitrary<PhraseArgs[K]> } = {
  ...calendarArgs,
  ...caseArgs,
  ...documentArgs,
  ...estimateArgs,
  ...mediaArgs,
  ...alarmArgs,
  ...relayArgs,
  ...reportArgs,
  ...sayArgs,
  ...topicArgs,
  ...orderArgs,
  ...payerArgs,
  ...digestArgs,
  ...feedbackArgs,
  ...archiveArgs,
  ...eraseArgs,
  ...ownArgs,
  ...comingArgs,
  ...promiseArgs,
  ...stageArgs,
  ...questionArgs,
  passedOn: fc.record(promised),
  fileReceived: fc.record({ what: fc.constantFrom('voice', 'video', 'document', 'other'), ...promised }),
  askWork: fc.record({ car: fc.option(car), chosen: someServices }),
  askMoreWork: fc.record({ chosen: services }),
  times: fc.record(
    {
      services,
      car: fc.oneof(car, fc.constant('')),
      minutes,
      fromCents: fc.option(fc.integer({ min: 0, max: 250_000 })),
      days: fc.integer({ min: 1, max: 5 }),
      fit: fc.constantFrom('fitting', 'nearest'),
    },
    { requiredKeys: ['services', 'car', 'minutes', 'fromCents', 'days'] },
  ),
  moreTimes: fc.record({ services, car }),
  dayFull: fc.record({ date }),
  noTimes: fc.record({ services, phone }),
  separateVisits: fc.record({ services }),
  held: fc.record(
    {
      start: instant,
      minutes: fc.integer({ min: 1, max: 10 }),
      readyIfLeft: fc.option(instant),
      readyIfWaiting: fc.option(instant),
      recap: fc.record(
        {
          car: fc.oneof(car, fc.constant('')),
          services,
          fromCents: fc.option(fc.integer({ min: 0, max: 250_000 })),
          said: stay,
        },
        { requiredKeys: ['car', 'services', 'fromCents'] },
      ),
    },
    { requiredKeys: ['start', 'minutes', 'readyIfLeft', 'readyIfWaiting'] },
  ),
  wishAfterClosing: fc.record({ date, close: instant, last: fc.option(instant), services }),
  wishOpens: fc.record({ open: instant }),
  wishComesBy: fc.record({ by: instant }),
  wishClosed: fc.record({ date }),
  wishOnly: fc.record({ date, only: services }),
  wishTooFar: fc.record({ last: date }),
  wishTooSoon: fc.record({ date }),
  wishPartFull: fc.record({ date }),
  wishNotAt: fc.record({ at: instant }),
  wishNoWay: fc.record({ stay }),
  wishCloses: fc.record({ close: instant }),
  wishHeard: fc.record({
    services,
    dates: fc.array(date, { maxLength: 7 }),
    from: fc.option(fc.integer({ min: 0, max: 1439 })),
    to: fc.option(fc.integer({ min: 0, max: 1439 })),
    at: fc.option(fc.integer({ min: 0, max: 1439 })),
    earliest: fc.boolean(),
    stay: fc.option(stay),
  }),
  wishWalkIn: fc.record({ services, fromCents: fc.option(fc.integer({ min: 0, max: 250_000 })) }),
  wishRemote: fc.record({ services }),
  draftKept: fc.record({ services: someServices, car: fc.option(car) }),
  booked: fc.tuple(visit, fc.boolean()).map(([args, bring]) => ({ ...args, bring })),
  requested: fc.record(promised),
  limitReached: fc.record({ count, ...promised }),
  visitStatus: visit,
  visitsList: fc.record({ count }),
  chooseNewTime: fc.record({ ref, start: instant, car }),
  confirmMove: fc.record({
    from: instant,
    to: instant,
    minutes: fc.integer({ min: 1, max: 10 }),
    readyBy: instant,
    recap: fc.record({ car, services }),
  }),
  moved: visit,
  moveDropped: fc.record({ start: instant }),
  cancelled: fc.record({ ref, start: instant, car }),
  cancelUndone: visit,
  tooLateToChange: fc.record({ phone, ...promised }),
  personCalled: fc.record({ ...promised, open: fc.boolean(), phone }),
  reminder: visit,
  deskRequest: fc.record({
    ref,
    name: fc.constantFrom('Nikos', 'Μαρία', 'Кузьма'),
    car: fc.oneof(car, fc.constant('')),
    reason: fc.constantFrom('asked', 'misunderstood', 'problem', 'photos', 'file', 'limit', 'tooLate'),
    text: fc.constantFrom('', 'a noise at the front'),
    by: instant,
  }),
  deskBooking: fc.record({
    services,
    car: fc.oneof(car, fc.constant('')),
    moves: fc.option(instant),
    start: fc.option(instant),
    dates: fc.constantFrom<string[]>(
      [],
      ['2026-11-27'],
      ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'],
    ),
    from: fc.constantFrom(null, 17 * 60),
    to: fc.constantFrom(null, 19 * 60),
    at: fc.constantFrom(null, 10 * 60),
  }),
  deskUndelivered: fc.record({
    name: fc.constantFrom('Nikos', 'Μαρία', 'Кузьма Константинович Петров-Водкин'),
    car: fc.oneof(car, fc.constant('')),
    why: fc.constantFrom(
      'blocked',
      'held',
      'noAnswer',
      'rejected',
      'lost',
      'payment',
      'account',
      'throttled',
      'unreachable',
    ),
    code: fc.constantFrom('', '131026', '403'),
    text: fc.constantFrom('', 'shall we\n\nfit  the pads', 'long words '.repeat(200)),
  }),
  linkCode: fc.record({ code: fc.stringMatching(/^\d{4} \d{4}$/), minutes }),
  linked: fc.record({ cars: fc.array(car, { maxLength: 9 }), visits: fc.integer({ min: 0, max: 120 }) }),
  linkTooMany: fc.record({ minutes }),
  noticeDay: fc.record({ at: instant }),
  noticeTime: fc.record({ at: instant }),
  noticeState: fc.record({ what: fc.constantFrom(...updates) }),
  noticeCar: fc.record({ car: fc.oneof(car, fc.constant('')) }),
  calendarTitle: fc.record({ services, car }),
  calendarNotes: fc.record({ ref, readyBy: instant }),
  labelSameAsLast: fc.record({ services }),
  labelService: fc.record({ id: fc.constantFrom(...serviceIds), chosen: fc.boolean() }),
  labelSlot: fc.record({ start: instant }),
  labelDay: fc.record({ date }),
  labelVisit: fc.record({ start: instant, car }),
  verbatim: fc.record({ text: fc.constantFrom('Octavia …4821', 'English') }),
};

/** Any phrase of that key. */
export function phraseOf(key: PhraseKey): fc.Arbitrary<Phrase> {
  return hasArgs(key) ? withArgs(key) : fc.constant(phraseSchema.parse({ key, args: {} }));
}

function hasArgs(key: PhraseKey): key is KeyWithArgs {
  return Object.hasOwn(argsOf, key);
}

function withArgs<K extends KeyWithArgs>(key: K): fc.Arbitrary<Phrase<K>> {
  return argsOf[key].map((args) => ({ key, args }));
}

/** A moment of sending; null = not known. */
export const moment = fc.option(instant);

/** Keys by what they are: short labels of buttons, rows of lists, commands, and messages. */
export const labelKeys = phraseKeys.filter(isLabel);
export const commandKeys = phraseKeys.filter((key) => key.startsWith('command'));
export const messageKeys = phraseKeys.filter(
  (key) => !isLabel(key) && !key.startsWith('command') && key !== 'verbatim',
);

/** `labelBook`, and labels of the desk's groups: `caseLabelTake`. */
function isLabel(key: PhraseKey): boolean {
  return /^label|[a-z]Label[A-Z]/.test(key);
}
