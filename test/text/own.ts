import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { ownPhrases } from '#shared/domain/phrases/own.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof ownPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof ownPhrases];

const nights = [
  { from: 21 * 60, to: 8 * 60, own: false },
  { from: 22 * 60 + 30, to: 9 * 60, own: true },
];
const onOff = [{ on: true }, { on: false }];
const cars = ['Octavia …4821', 'Sprinter …0007', 'Golf', 'Mercedes-Benz Vito …0008'];
const named = [{ car: 'Skoda Octavia 2018 · ABC-4821' }, { car: 'Golf' }];
const promise = { advisor: 'maria', by: Date.parse('2026-11-24T08:30:00Z'), phone: '+302310555010' };
const start = Date.parse('2026-11-25T07:00:00Z');
const sums = [{ visit: true, service: false, offers: false }];

export const ownSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  ownCard: sums.flatMap((set) => [
    { ...set, quiet: { from: 1260, to: 480, own: false }, cars: cars.slice(0, 1), payer: null },
    {
      visit: false,
      service: true,
      offers: true,
      quiet: { from: 1320, to: 540, own: true },
      cars,
      payer: 'Anna',
    },
    { ...set, quiet: { from: 1260, to: 480, own: false }, cars: [], payer: '' },
  ]),
  ownAskQuiet: nights,
  ownQuietOdd: [{ hours: 4 }],
  ownCars: [1, 2, 5].map((count) => ({ count })),
  ownCar: named,
  ownAskCarName: named,
  ownCarNamed: named,
  ownAskRemove: named,
  ownCarRemoved: named,
  ownCarStays: named.map((one) => ({ ...one, start })),
  ownResumed: [{ on: ['visit'] }, { on: ['visit', 'service', 'offers'] }],
  ownStopWork: [true, false].map((open) => ({ ...promise, open })),
  ownStopLine: [
    { car: 'Octavia …4821', text: 'please stop the work', phone: '+306900000001', work: true },
    { car: '', text: 'please stop the work', phone: '', work: false },
  ],
  ownStopAlert: [
    { who: 'Nikos · Octavia …4821', text: 'stop the repair', phone: '+306900000001', managers: ['maria'] },
    { who: 'Nikos', text: 'stop the repair', phone: '', managers: [] },
  ],
  ownLabelVisit: onOff,
  ownLabelService: onOff,
  ownLabelOffers: onOff,
  ownLabelSpan: nights,
};

const minute = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
const quiet = fc.record({ from: minute, to: minute, own: fc.boolean() });
const car = fc.record({ car: fc.constantFrom(...cars, 'Mercedes-Benz Sprinter 316 CDI 2019 · ABC-0007') });
const isOn = fc.record({ on: fc.boolean() });
const text = fc.constantFrom('please stop the work', 'остановите ремонт '.repeat(30), 'σταματήστε');
const phone = fc.constantFrom('', '+306900000001');

export const ownArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  ownCard: fc.record({
    visit: fc.boolean(),
    service: fc.boolean(),
    offers: fc.boolean(),
    quiet,
    cars: fc.array(fc.constantFrom(...cars), { maxLength: 8 }),
    payer: fc.option(fc.constantFrom('', 'Anna', 'Konstantinos Papadopoulos')),
  }),
  ownAskQuiet: quiet,
  ownQuietOdd: fc.constant({ hours: 4 }),
  ownCars: fc.record({ count: fc.integer({ min: 1, max: 8 }) }),
  ownCar: car,
  ownAskCarName: car,
  ownCarNamed: car,
  ownAskRemove: car,
  ownCarRemoved: car,
  ownCarStays: car.map((one) => ({ ...one, start })),
  ownResumed: fc.record({ on: fc.subarray(['visit', 'service', 'offers'] as const, { minLength: 1 }) }),
  ownStopWork: fc.boolean().map((open) => ({ ...promise, open })),
  ownStopLine: fc.record({ car: fc.constantFrom('', 'Golf'), text, phone, work: fc.boolean() }),
  ownStopAlert: fc.record({
    who: fc.constantFrom('Nikos', 'Анна · Golf'),
    text,
    phone,
    managers: fc.constant(['maria']),
  }),
  ownLabelVisit: isOn,
  ownLabelService: isOn,
  ownLabelOffers: isOn,
  ownLabelSpan: fc.record({ from: minute, to: minute }),
};
