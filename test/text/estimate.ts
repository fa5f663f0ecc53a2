import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { estimatePhrases } from '#shared/domain/phrases/estimate.ts';

/** Samples and arbitraries of the phrases about estimates and agreements, for the tests of all texts. */

type Key = {
  [K in keyof typeof estimatePhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof estimatePhrases];

const at = Date.parse('2026-11-24T10:41:00Z');
const ready = Date.parse('2026-11-24T15:00:00Z');
const answerBy = Date.parse('2026-11-24T11:00:00Z');
const validUntil = Date.parse('2026-12-05T15:30:00Z');
const car = 'Octavia …4821';
const ref = 'K7M2QP';

const pads = {
  id: '1',
  options: [{ name: 'Pads original', parts: 6_400, work: 3_200, price: 9_600 }],
  urgency: 'safety',
  months: null,
  reason: '2 mm',
  photos: 2,
} as const;
const ways = {
  ...pads,
  options: [...pads.options, { name: 'Brembo', parts: 4_600, work: 3_200, price: 7_850 }],
} as const;
const discs = {
  id: '2',
  options: [{ name: 'Discs', parts: null, work: null, price: 14_800 }],
  urgency: 'soon',
  months: 3,
  reason: '',
  photos: 0,
} as const;
const wipers = { ...discs, id: '3', urgency: 'wish', months: null } as const;
const plain = { ...discs, id: '4', urgency: null, months: null } as const;
const within = { ...discs, id: '5', urgency: null, months: 1 } as const;
type Offered = PhraseArgs['estimateLine']['line'];
const offered: readonly Offered[] = [pads, ways, discs, wipers, plain, within].map((line) => ({
  ...line,
  options: [...line.options],
}));

type Answered = PhraseArgs['estimateAgreed']['lines'][number];
const lines: Answered[] = [
  { id: '1', name: 'Pads original', cents: 9_600, says: 'yes' },
  { id: '2', name: 'Discs', cents: 14_800, says: 'later' },
  { id: '3', name: 'Wipers', cents: 2_450, says: 'no' },
];
const open: Answered[] = [{ id: '4', name: 'Filter', cents: 1_200, says: null }];
const none: Answered[] = lines.map((line) => (line.says === 'yes' ? { ...line, says: 'no' } : line));
const head = { by: 'maria', name: 'Nikos', car, note: 'Pads at 2 mm of 3.', photos: 2, edition: 1 };
const total = {
  cents: 26_800,
  tax: 5_187,
  vatPercent: 24,
  ways: false,
  ready,
  answerBy,
  validUntil,
};
const agreed = { ref, number: 2, who: 'Nikos', car, at, lines, cents: 9_600, ready, signed: false };
const marks = [
  { id: '1', chosen: false },
  { id: '20', chosen: true },
];

export const estimateSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  estimateHead: [
    head,
    { ...head, name: '', car: '', note: '', photos: 0, edition: 2 },
    { ...head, photos: 1, edition: 3 },
  ],
  estimateLines: [{ lines: [...offered] }, { lines: offered.slice(0, 1) }],
  estimateSoFar: [{ cents: 9_600 }, { cents: 100_050 }],
  estimateTotal: [total, { ...total, ways: true, answerBy: null }, { ...total, ready: null, answerBy: null }],
  estimateChoose: [
    { lines: [], cents: 0, left: 3 },
    { lines: [], cents: 9_600, left: 1 },
    { lines: [], cents: 9_600, left: 5 },
    { lines, cents: 9_600, left: 0 },
  ],
  estimateLine: offered.flatMap((line) => [
    { line, at: 1, count: 3, says: null },
    { line, at: 2, count: 3, says: 'yes' },
    { line, at: 1, count: 1, says: 'later' },
    { line, at: 1, count: 1, says: 'no' },
  ]),
  estimateConfirm: [
    { lines, cents: 9_600 },
    { lines: open, cents: 0 },
  ],
  estimateAgreed: [agreed, { ...agreed, signed: true, ready: null, car: '' }],
  estimateLate: [{ by: 'maria' }, { by: 'eleni' }],
  estimateDeclined: [{ ref, number: 1, who: 'Anna', car, at, lines: none }],
  estimateSign: [{ ref, cents: 124_000, lines, limit: 100_000 }],
  estimateRecorded: [
    { ref, number: 2, by: 'maria', how: 'phone', car, at, lines, cents: 9_600, ready },
    { ref, number: 2, by: 'eleni', how: 'desk', car: '', at, lines, cents: 9_600, ready: null },
  ],
  estimateConfirmed: [{ ref, number: 2, who: 'Nikos', at }],
  estimateDisputed: [{ ref, number: 2, who: 'Nikos', at }],
  estimateDisputedNext: [{ advisor: 'maria', by: answerBy }],
  estimateAskQuestion: [
    { by: 'maria', several: true },
    { by: 'eleni', several: false },
  ],
  estimateQuestionSent: [{ advisor: 'maria', by: answerBy }],
  estimateDeskQuestion: [{ ref, id: '2', name: 'Discs', cents: 14_800 }],
  estimateNudge: [
    { car, cents: 26_800, ready, answerBy },
    { car: '', cents: 26_800, ready: null, answerBy: null },
  ],
  estimateDeskOver: [
    { ref, car, cents: 26_800 },
    { ref, car: '', cents: 26_800 },
  ],
  estimateOver: (['agreed', 'declined', 'withdrawn', 'expired', 'gone'] as const).map((state) => ({
    ref,
    state,
  })),
  estimateLabelConfirm: [{ cents: 9_600 }, { cents: 1_234_550 }, { cents: 0 }],
  estimateLabelYes: marks,
  estimateLabelOption: marks.flatMap((mark) => [
    { ...mark, way: 0, name: 'Pads original', cents: 9_600 },
    { ...mark, way: 2, name: 'ATE', cents: 123_450 },
  ]),
  estimateLabelLater: marks,
  estimateLabelNo: marks,
};

const cents = fc.integer({ min: 0, max: 10_000_000 });
const instant = fc.integer({ min: Date.parse('2026-10-01'), max: Date.parse('2027-12-31') });
const id = fc.integer({ min: 1, max: 20 }).map(String);
const name = fc.constantFrom('Pads original', 'Τακάκια', 'Колодки передні', 'ATE', 'tyre 205/55 R16');
const says = fc.constantFrom('yes', 'later', 'no');
const option = fc.record({ name, parts: fc.option(cents), work: fc.option(cents), price: cents });
const line = fc.record({
  id,
  options: fc.array(option, { minLength: 1, maxLength: 3 }),
  urgency: fc.option(fc.constantFrom('safety', 'soon', 'wish')),
  months: fc.option(fc.integer({ min: 1, max: 24 })),
  reason: fc.constantFrom('', '2 mm, limit 3'),
  photos: fc.nat(5),
});
const answer = fc.record({ id, name, cents, says: fc.option(says) });
const answers = fc.array(answer, { minLength: 1, maxLength: 20 });
const anyCar = fc.constantFrom('', 'Octavia …4821', 'лада гранта 2014');
const who = fc.constantFrom('Nikos', 'Άννα', 'Сергей');
const advisor = fc.constantFrom('maria', 'eleni', 'Konstantinos');
const refs = fc.stringMatching(/^[0-9A-Z]{6}$/);
const number = fc.integer({ min: 1, max: 40 });
const named = { ref: refs, number };
const mark = { id, chosen: fc.boolean() };
const maybe = fc.option(instant);

export const estimateArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  estimateHead: fc.record({
    by: advisor,
    name: fc.oneof(who, fc.constant('')),
    car: anyCar,
    note: fc.constantFrom('', 'Pads at 2 mm.'),
    photos: fc.nat(40),
    edition: number,
  }),
  estimateLines: fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 20 }) }),
  estimateSoFar: fc.record({ cents }),
  estimateTotal: fc.record({
    cents,
    tax: cents,
    vatPercent: fc.constantFrom(0, 19, 24),
    ways: fc.boolean(),
    ready: maybe,
    answerBy: maybe,
    validUntil: instant,
  }),
  estimateChoose: fc.record({ lines: answers, cents, left: fc.nat(20) }),
  estimateLine: fc.record({ line, at: number, count: number, says: fc.option(says) }),
  estimateConfirm: fc.record({ lines: answers, cents }),
  estimateAgreed: fc.record({
    ...named,
    who,
    car: anyCar,
    at: instant,
    lines: answers,
    cents,
    ready: maybe,
    signed: fc.boolean(),
  }),
  estimateLate: fc.record({ by: advisor }),
  estimateDeclined: fc.record({ ...named, who, car: anyCar, at: instant, lines: answers }),
  estimateSign: fc.record({ ref: refs, cents, lines: answers, limit: cents }),
  estimateRecorded: fc.record({
    ...named,
    by: advisor,
    how: fc.constantFrom('phone', 'desk'),
    car: anyCar,
    at: instant,
    lines: answers,
    cents,
    ready: maybe,
  }),
  estimateConfirmed: fc.record({ ...named, who, at: instant }),
  estimateDisputed: fc.record({ ...named, who, at: instant }),
  estimateDisputedNext: fc.record({ advisor, by: instant }),
  estimateAskQuestion: fc.record({ by: advisor, several: fc.boolean() }),
  estimateQuestionSent: fc.record({ advisor, by: instant }),
  estimateDeskQuestion: fc.record({ ref: refs, id, name, cents }),
  estimateNudge: fc.record({ car: anyCar, cents, ready: maybe, answerBy: maybe }),
  estimateDeskOver: fc.record({ ref: refs, car: anyCar, cents }),
  estimateOver: fc.record({
    ref: refs,
    state: fc.constantFrom('agreed', 'declined', 'withdrawn', 'expired', 'gone'),
  }),
  estimateLabelConfirm: fc.record({ cents }),
  estimateLabelYes: fc.record(mark),
  estimateLabelOption: fc.record({ ...mark, way: fc.nat(2), name, cents }),
  estimateLabelLater: fc.record(mark),
  estimateLabelNo: fc.record(mark),
};

/** Recaps and lists of lines may be longer than other messages, and carry the signs of their lines. */
export const estimateLong = [
  'estimateHead',
  'estimateLines',
  'estimateTotal',
  'estimateChoose',
  'estimateLine',
  'estimateConfirm',
  'estimateAgreed',
  'estimateDeclined',
  'estimateSign',
  'estimateRecorded',
] as const satisfies readonly (keyof typeof estimatePhrases)[];
