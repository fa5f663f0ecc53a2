import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { payerPhrases } from '#shared/domain/phrases/payer.ts';

/** Samples and arbitraries of the phrases about who pays and what was put off, for the tests of all texts. */

type Key = {
  [K in keyof typeof payerPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof payerPhrases];

const names = [{ name: 'Anna' }, { name: '' }];
const limits = [
  { percent: 0, cents: 0 },
  { percent: 50, cents: 3_000 },
  { percent: 10, cents: 3_000 },
];
const discs = { name: 'Discs', cents: 14_800, at: Date.parse('2026-06-10T09:00:00Z') };
const wipers = { name: 'wipers', cents: 2_450, at: Date.parse('2026-06-10T09:00:00Z') };
const belt = { name: 'timing belt kit', cents: 42_000, at: Date.parse('2025-12-10T09:00:00Z') };
const lists = [[discs], [discs, wipers], [discs, belt]];
const cars = ['Sprinter …0007', 'Vito …0008', 'Caddy …0009'];

export const payerSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  payerCard: [null, 'Anna', ''].flatMap((name) => limits.map((limit) => ({ name, ...limit }))),
  payerCardFor: limits.map((limit) => ({ name: 'Sergey', ...limit })),
  payerCode: [{ hours: 24 }],
  payerForward: [
    { name: 'Sergey', cars: cars.slice(0, 1), code: '1234 5678' },
    { name: '', cars: [], code: '0000 0001' },
  ],
  payerAsk: [
    { name: 'Sergey', cars },
    { name: '', cars: [] },
  ],
  payerAccepted: names,
  payerOn: names,
  payerRefused: names,
  payerRefusedBy: names,
  payerAskEnd: names.flatMap(({ name }) => [
    { as: 'owner', name },
    { as: 'approver', name },
  ]),
  payerEndedFor: names,
  payerLeft: names,
  payerLeftBy: names,
  payerWaiting: names,
  payerFor: names,
  payerAnswered: names,
  payerOther: names,
  payerLimitSet: limits,
  payerUpTo: [{ cents: 10_500 }, { cents: 10_560 }],
  payerPutOff: lists.flatMap((items) => [
    { items, more: 0 },
    { items, more: 2 },
  ]),
  payerDeskAccepted: names,
  payerDeskFor: names,
  payerDeskRefused: names,
  payerDeskEnded: names.flatMap(({ name }) => [
    { name, by: 'owner' },
    { name, by: 'approver' },
  ]),
  payerDeskEndedFor: names,
  payerDeskAsks: names.map(({ name }) => ({ name, ref: 'K7M2QP' })),
  payerDeskLimit: limits,
  payerDeskLook: lists.map((items) => ({ ref: '7K2M4Q', items })),
  payerCardAnswers: names,
  payerCardPutOff: lists.map((items) => ({ items, more: 1 })),
  payerCardLook: lists.map((items) => ({ ref: '7K2M4Q', items })),
  payerLabelFor: [{ name: 'Sergey' }, { name: 'Konstantinos Papadopoulos' }, { name: '' }],
  payerLabelSum: [{ cents: 3_000 }],
  payerLabelPercent: [{ percent: 10, cents: 3_000 }],
};

const name = fc.constantFrom('Anna', 'Сергей', 'Ιωάννα', 'Konstantinos Aristotelous Papadopoulos', '');
const limit = fc.constantFrom(...limits);
const car = fc.constantFrom('Octavia …4821', 'Mercedes-Benz Sprinter …0007', 'BMW');
const item = fc.record({
  name: fc.constantFrom(
    'front discs, original',
    'BMW',
    'timing belt kit with water pump and both tensioners',
  ),
  cents: fc.integer({ min: 0, max: 150_000 }),
  at: fc
    .integer({ min: 0, max: 20 })
    .map((months) => Date.parse('2025-06-10T09:00:00Z') + months * 2_600_000_000),
});
const items = fc.array(item, { minLength: 1, maxLength: 3 });
const more = fc.nat(9);
const ref = fc.stringMatching(/^[0-9A-Z]{6}$/);
const named = fc.record({ name });

export const payerArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  payerCard: fc.record({ name: fc.option(name) }).chain((who) => limit.map((most) => ({ ...who, ...most }))),
  payerCardFor: named.chain((who) => limit.map((most) => ({ ...who, ...most }))),
  payerCode: fc.constant({ hours: 24 }),
  payerForward: fc.record({ name, cars: fc.array(car, { maxLength: 4 }), code: fc.constant('0123 4567') }),
  payerAsk: fc.record({ name, cars: fc.array(car, { maxLength: 4 }) }),
  payerAccepted: named,
  payerOn: named,
  payerRefused: named,
  payerRefusedBy: named,
  payerAskEnd: fc.record({ as: fc.constantFrom('owner', 'approver'), name }),
  payerEndedFor: named,
  payerLeft: named,
  payerLeftBy: named,
  payerWaiting: named,
  payerFor: named,
  payerAnswered: named,
  payerOther: named,
  payerLimitSet: limit,
  payerUpTo: fc.record({ cents: fc.integer({ min: 1, max: 500_000 }) }),
  payerPutOff: fc.record({ items, more }),
  payerDeskAccepted: named,
  payerDeskFor: named,
  payerDeskRefused: named,
  payerDeskEnded: fc.record({ name, by: fc.constantFrom('owner', 'approver') }),
  payerDeskEndedFor: named,
  payerDeskAsks: fc.record({ name, ref }),
  payerDeskLimit: limit,
  payerDeskLook: fc.record({ ref, items }),
  payerCardAnswers: named,
  payerCardPutOff: fc.record({ items, more }),
  payerCardLook: fc.record({ ref, items }),
  payerLabelFor: named,
  payerLabelSum: fc.constant({ cents: 3_000 }),
  payerLabelPercent: fc.constant({ percent: 10, cents: 3_000 }),
};
