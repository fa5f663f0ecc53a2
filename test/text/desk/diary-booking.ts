import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import {
  bookingRules,
  type DiaryBookingKey,
  type diaryBookingPhrases,
  overrideReasons,
} from '#shared/domain/phrases/diary-booking.ts';

/** Samples and arbitraries of what an advisor books for a customer, for the tests of all texts. */

type WithArgs = {
  [K in keyof typeof diaryBookingPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[DiaryBookingKey];

const at = (iso: string) => Date.parse(iso);
const start = at('2026-11-25T08:00:00Z');
const subject = { name: 'Nikos', car: 'Octavia …4821', services: ['annual'] };
const nobody = { name: '', car: '', services: ['oil'] };
const example = '/book oil tomorrow 10:00';

export const diaryBookingSamples: { readonly [K in WithArgs]: readonly PhraseArgs[K][] } = {
  diaryAskWork: [
    { name: 'Nikos', chosen: [] },
    { name: '', chosen: ['oil'] },
  ],
  diaryAskCar: [{ name: 'Nikos' }],
  diaryTimes: [
    { ...subject, aim: 'book', from: null, odd: true },
    { ...subject, aim: 'offer', from: null, odd: false },
    { ...nobody, aim: 'move', from: start, odd: false },
  ],
  diaryAskDay: [{ name: 'Nikos' }, { name: '' }],
  diaryNoTimes: [{ services: ['oil'] }],
  diaryConfirm: [
    {
      ...subject,
      aim: 'book',
      phone: '',
      start,
      bay: 'B1',
      technician: 'kos',
      left: at('2026-11-25T10:30:00Z'),
      waits: at('2026-11-25T10:00:00Z'),
    },
    {
      ...nobody,
      aim: 'move',
      phone: '+306900000000',
      start,
      bay: '',
      technician: '',
      left: null,
      waits: start,
    },
  ],
  diaryOdd: bookingRules.map((rule) => ({ rule })),
  diaryAskReason: [{ rule: 'notice' }],
  diaryTight: [
    { start, rule: 'room', squeezed: true },
    { start, rule: 'together', squeezed: false },
  ],
  diaryPastTime: [{ start }],
  diaryDone: [
    { ...subject, what: 'booked', by: 'maria', start, ref: '7K2M4Q', told: 'message' },
    { ...subject, what: 'moved', by: 'eleni', start, ref: '7K2M4Q', told: 'message' },
    { ...nobody, what: 'cancelled', by: 'eleni', start, ref: '7K2M4Q', told: 'call' },
  ],
  diaryOverride: overrideReasons.map((reason) => ({ by: 'maria', rule: 'limits', reason })),
  diaryAskCancel: [
    { ...subject, start, tells: true },
    { ...nobody, start, tells: false },
  ],
  diaryOffered: [{ ...subject, by: 'eleni', starts: [start, start + 10_800_000] }],
  diaryWhichVisit: [{ name: 'Nikos' }],
  diaryNoVisits: [{ name: 'Nikos' }],
  diaryNoWork: [
    { word: 'oli', example },
    { word: '', example },
  ],
  diaryWhichWork: [{ word: 'brakes' }],
  diaryOddWords: [{ word: 'soonish', example }],
  diaryNoName: [{ example }],
  diaryNoMessenger: [
    { name: 'Nikos', phone: '+306900000000' },
    { name: '', phone: '' },
  ],
  diaryByAdvisor: [
    { advisor: 'maria', what: 'booked' },
    { advisor: 'maria', what: 'moved' },
    { advisor: 'maria', what: 'cancelled' },
  ],
  diaryOffer: [{ advisor: 'eleni', car: 'Octavia …4821', services: ['annual'] }],
  diaryOfferMove: [{ advisor: 'eleni', car: 'Octavia …4821', start }],
  diaryLabelTime: [
    { start, odd: true },
    { start, odd: false },
  ],
  diaryLabelVisit: [{ start, name: 'Nikos' }],
  diaryLabelReason: overrideReasons.map((reason) => ({ reason })),
};

const instant = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') });
const name = fc.constantFrom(
  '',
  'Nikos',
  'Παπαδόπουλος',
  'Konstantinos Papadopoulos of the long name, junior',
);
const car = fc.constantFrom('', 'Octavia …4821', 'Mercedes-Benz Sprinter …0007');
const work = fc.constantFrom('oil', 'annual', 'pads');
const services = fc.uniqueArray(work, { minLength: 1, maxLength: 3 });
const rule = fc.constantFrom(...bookingRules);
const reason = fc.constantFrom(...overrideReasons);
const advisor = fc.constantFrom('maria', 'eleni', 'Konstantinos');
const what = fc.constantFrom('booked' as const, 'moved' as const, 'cancelled' as const);
const aim = fc.constantFrom('offer' as const, 'book' as const, 'move' as const);
const of = { name, car, services };
const word = fc.constantFrom(
  '',
  'soonish',
  'οτιδήποτε',
  'довге слово, якого ніхто не розуміє, бо воно дуже довге',
);

export const diaryBookingArgs: { readonly [K in WithArgs]: fc.Arbitrary<PhraseArgs[K]> } = {
  diaryAskWork: fc.record({ name, chosen: fc.uniqueArray(work, { maxLength: 3 }) }),
  diaryAskCar: fc.record({ name }),
  diaryTimes: fc.record({ ...of, aim, from: fc.option(instant), odd: fc.boolean() }),
  diaryAskDay: fc.record({ name }),
  diaryNoTimes: fc.record({ services }),
  diaryConfirm: fc.record({
    ...of,
    aim,
    phone: fc.constantFrom('', '+306900000000'),
    start: instant,
    bay: fc.constantFrom('', 'B1', 'B3+B4'),
    technician: fc.constantFrom('', 'kos', 'x'),
    left: fc.option(instant),
    waits: fc.option(instant),
  }),
  diaryOdd: fc.record({ rule }),
  diaryAskReason: fc.record({ rule }),
  diaryTight: fc.record({ start: instant, rule, squeezed: fc.boolean() }),
  diaryPastTime: fc.record({ start: instant }),
  diaryDone: fc.record({
    ...of,
    what,
    by: advisor,
    start: instant,
    ref: fc.constant('7K2M4Q'),
    told: fc.constantFrom('message', 'call', 'nobody'),
  }),
  diaryOverride: fc.record({ by: advisor, rule, reason }),
  diaryAskCancel: fc.record({ ...of, start: instant, tells: fc.boolean() }),
  diaryOffered: fc.record({ ...of, by: advisor, starts: fc.array(instant, { minLength: 1, maxLength: 2 }) }),
  diaryWhichVisit: fc.record({ name }),
  diaryNoVisits: fc.record({ name }),
  diaryNoWork: fc.record({ word, example: fc.constant(example) }),
  diaryWhichWork: fc.record({ word }),
  diaryOddWords: fc.record({ word, example: fc.constant(example) }),
  diaryNoName: fc.record({ example: fc.constant(example) }),
  diaryNoMessenger: fc.record({ name, phone: fc.constantFrom('', '+306900000000') }),
  diaryByAdvisor: fc.record({ advisor, what }),
  diaryOffer: fc.record({ advisor, car, services }),
  diaryOfferMove: fc.record({ advisor, car, start: instant }),
  diaryLabelTime: fc.record({ start: instant, odd: fc.boolean() }),
  diaryLabelVisit: fc.record({ start: instant, name }),
  diaryLabelReason: fc.record({ reason }),
};
