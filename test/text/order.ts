import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import { orderPhrases } from '#shared/domain/phrases/order.ts';

/** Samples and arbitraries of the phrases about estimates at the desk, for the tests of all texts. */

type Key = {
  [K in keyof typeof orderPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof orderPhrases];

/** Lists of lines: they are as long as what was agreed, each with its sign. */
export const orderLong = ['orderRecord', 'orderWithin'] as const;

const ref = 'K7M2QP';
const by = 'maria';
const car = 'Octavia …4821';
const at = Date.parse('2026-11-24T08:30:00Z');
const troubles = orderPhrases.orderProblem.shape.trouble.options;
const whys = orderPhrases.orderRefused.shape.why.options;
const states = orderPhrases.orderCard.shape.state.options;
const works = orderPhrases.orderCard.shape.work.options;
const pads = { id: '1', name: 'Front pads', cents: 9_600, says: 'yes' } as const;
const discs = { id: '2', name: 'Front discs', cents: 14_800, says: 'later' } as const;
const wipers = { id: '3', name: 'Wiper blades', cents: 2_400, says: 'no' } as const;
const open = { ...pads, says: null };
const within = {
  ref,
  number: 2,
  by,
  car,
  at,
  lines: [pads],
  cents: 10_100,
  limit: 10_560,
  ready: at + 6 * 3_600_000,
};

export const orderSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  orderProblem: [
    ...troubles.map((trouble) => ({ trouble, line: 'pads front', what: 'pads' })),
    { trouble: 'empty', line: '', what: '' },
  ],
  orderMoreProblems: [{ more: 1 }, { more: 3 }, { more: 5 }],
  orderPreview: [
    { ref, edition: 1, car, note: '', photos: 0 },
    { ref, edition: 3, car: '', note: 'Pads 2 mm, limit 3.', photos: 1 },
    { ref, edition: 3, car, note: '', photos: 5 },
  ],
  orderDiff: [
    { cents: 1_800, agreed: false, added: ['Front discs 148 €'], left: [], changed: [] },
    { cents: -1_800, agreed: true, added: [], left: ['Wiper blades'], changed: [] },
    {
      cents: 0,
      agreed: true,
      added: [],
      left: [],
      changed: [{ name: 'Front pads', from: 9_600, to: 11_400 }],
    },
    { cents: 0, agreed: false, added: [], left: [], changed: [] },
  ],
  orderAsked: [
    { name: 'Nikos', owner: null },
    { name: 'Anna', owner: 'Sergey' },
  ],
  orderLimit: [
    { agreed: 9_600, limit: 10_560, fits: true },
    { agreed: 9_600, limit: 10_560, fits: false },
  ],
  orderNoReach: [
    { name: 'Nikos', phone: '+302310555010' },
    { name: 'Nikos', phone: '' },
  ],
  orderDiscarded: [{ ref }],
  orderPhotoMany: [{ most: 10 }],
  orderSent: [{ ref, edition: 1, by, name: 'Nikos', cents: 26_800 }],
  orderWithdrawn: [{ ref, by }],
  orderAnswered: [{ ref }],
  orderCall: [
    { ref, car, cents: 26_800, since: at, name: 'Nikos', phone: '+302310555010' },
    { ref, car: '', cents: 26_800, since: at, name: 'Nikos', phone: '' },
  ],
  orderPhone: [
    { name: 'Nikos', phone: '+302310555010' },
    { name: 'Nikos', phone: '' },
  ],
  orderRecordHow: [{ ref }],
  orderRecord: [
    { ref, how: 'phone', lines: [open, { ...discs, says: null }], cents: 0, left: 2 },
    { ref, how: 'desk', lines: [pads, { ...discs, says: null }], cents: 9_600, left: 1 },
    { ref, how: 'desk', lines: [pads, discs, wipers], cents: 9_600, left: 0 },
  ],
  orderRecorded: [
    { ref, number: 1, how: 'phone', by, cents: 9_600, told: true },
    { ref, number: 2, how: 'desk', by, cents: 9_600, told: false },
  ],
  orderToSign: [{ ref, cents: 150_000 }],
  orderRefusedAll: [{ ref, number: 1, by }],
  orderCarriedOn: [{ ref, number: 2, by, cents: 10_100, limit: 10_560 }],
  orderWithin: [within, { ...within, car: '', ready: null }],
  orderWork: (['started', 'stopped', 'done'] as const).map((work) => ({ ref, by, work, cents: 9_600 })),
  orderRefused: whys.map((why) => ({ why, ref, agreed: 9_600, planned: 24_400 })),
  orderCard: [
    ...states.map((state) => ({ ref, car, state, work: 'none' as const, cents: 9_600 })),
    ...works.map((work) => ({ ref, car: '', state: 'agreed' as const, work, cents: 9_600 })),
  ],
  orderLabelLine: ([null, 'yes', 'later', 'no'] as const).map((says) => ({
    id: '12',
    name: 'Front pads, original',
    says,
  })),
  orderLabelRecord: [{ cents: 9_600 }, { cents: 10_000_000 }, { cents: 123_450 }],
};

const anyCents = fc.integer({ min: 0, max: 10_000_000 });
const text = fc.constantFrom('pads', 'Front pads, original', 'long words '.repeat(7).trim());
const anyName = fc.constantFrom('Nikos', 'Anna-Maria Papadopoulou-Konstantinou of Thessaloniki');
const anyCar = fc.constantFrom('', car);
const phone = fc.constantFrom('', '+302310555010');
const how = fc.constantFrom('phone' as const, 'desk' as const);
const anyNumber = fc.integer({ min: 1, max: 30 });
const says = fc.constantFrom(null, 'yes' as const, 'later' as const, 'no' as const);
const lines = fc.array(fc.record({ id: fc.constantFrom('1', '20'), name: text, cents: anyCents, says }), {
  minLength: 1,
  maxLength: 3,
});

export const orderArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  orderProblem: fc.record({ trouble: fc.constantFrom(...troubles), line: text, what: text }),
  orderMoreProblems: fc.record({ more: fc.integer({ min: 1, max: 20 }) }),
  orderPreview: fc.record({
    ref: fc.constant(ref),
    edition: anyNumber,
    car: anyCar,
    note: text,
    photos: fc.integer({ min: 0, max: 10 }),
  }),
  orderDiff: fc.record({
    cents: fc.integer({ min: -100_000, max: 100_000 }),
    agreed: fc.boolean(),
    added: fc.array(text, { maxLength: 1 }),
    left: fc.array(text, { maxLength: 1 }),
    changed: fc.array(fc.record({ name: text, from: anyCents, to: anyCents }), { maxLength: 1 }),
  }),
  orderAsked: fc.record({ name: anyName, owner: fc.option(anyName) }),
  orderLimit: fc.record({ agreed: anyCents, limit: anyCents, fits: fc.boolean() }),
  orderNoReach: fc.record({ name: anyName, phone }),
  orderDiscarded: fc.constant({ ref }),
  orderPhotoMany: fc.constant({ most: 10 }),
  orderSent: fc.record({
    ref: fc.constant(ref),
    edition: anyNumber,
    by: fc.constant(by),
    name: anyName,
    cents: anyCents,
  }),
  orderWithdrawn: fc.constant({ ref, by }),
  orderAnswered: fc.constant({ ref }),
  orderCall: fc.record({
    ref: fc.constant(ref),
    car: anyCar,
    cents: anyCents,
    since: fc.constant(at),
    name: anyName,
    phone,
  }),
  orderPhone: fc.record({ name: anyName, phone }),
  orderRecordHow: fc.constant({ ref }),
  orderRecord: fc.record({
    ref: fc.constant(ref),
    how,
    lines,
    cents: anyCents,
    left: fc.integer({ min: 0, max: 20 }),
  }),
  orderRecorded: fc.record({
    ref: fc.constant(ref),
    number: anyNumber,
    how,
    by: fc.constant(by),
    cents: anyCents,
    told: fc.boolean(),
  }),
  orderToSign: fc.record({ ref: fc.constant(ref), cents: anyCents }),
  orderRefusedAll: fc.record({ ref: fc.constant(ref), number: anyNumber, by: fc.constant(by) }),
  orderCarriedOn: fc.record({
    ref: fc.constant(ref),
    number: anyNumber,
    by: fc.constant(by),
    cents: anyCents,
    limit: anyCents,
  }),
  orderWithin: fc.record({
    ref: fc.constant(ref),
    number: anyNumber,
    by: fc.constant(by),
    car: anyCar,
    at: fc.constant(at),
    lines,
    cents: anyCents,
    limit: anyCents,
    ready: fc.option(fc.constant(at)),
  }),
  orderWork: fc.record({
    ref: fc.constant(ref),
    by: fc.constant(by),
    work: fc.constantFrom('started', 'stopped', 'done'),
    cents: anyCents,
  }),
  orderRefused: fc.record({
    why: fc.constantFrom(...whys),
    ref: fc.constant(ref),
    agreed: anyCents,
    planned: anyCents,
  }),
  orderCard: fc.record({
    ref: fc.constant(ref),
    car: anyCar,
    state: fc.constantFrom(...states),
    work: fc.constantFrom(...works),
    cents: anyCents,
  }),
  orderLabelLine: fc.record({ id: fc.constantFrom('1', '20'), name: text, says }),
  orderLabelRecord: fc.record({ cents: anyCents }),
};
