import fc from 'fast-check';
import { callReasons } from '#shared/domain/call-reason.ts';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { promisePhrases } from '#shared/domain/phrases/promise.ts';
import { delayReasons } from '#shared/domain/visit/life.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof promisePhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof promisePhrases];

const at = (iso: string) => Date.parse(iso);
const start = at('2026-11-24T07:00:00Z');
const by = at('2026-11-24T15:00:00Z');
const to = at('2026-11-25T12:00:00Z');
const car = 'Octavia …4821';
const ref = '7K2M4Q';
const phone = '+306970000001';
const words = 'The disc comes tomorrow at eleven';
const moves = [
  ...delayReasons.map((reason) => ({ car, reason, words: '', from: by, to, newsBy: by, waits: true })),
  { car, reason: 'parts', words, from: by, to, newsBy: by, waits: false },
  { car: '', reason: 'longer', words: '', from: to, to: by, newsBy: null, waits: false },
  { car, reason: 'longer', words, from: to, to: by, newsBy: null, waits: true },
] as const;

export const promiseSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  promiseExpected: [
    { car, start },
    { car: '', start },
  ],
  promiseMoved: moves,
  promiseNewsMoved: moves.map(({ from: _from, newsBy: _newsBy, waits: _waits, ...rest }) => rest),
  promiseFine: [{ car, to }],
  promiseCollect: [{ car, since: by }],
  promiseDeskExpected: [
    { ref, car, start, call: null, phone },
    ...callReasons.map((call) => ({ ref, car, start, call, phone: '' })),
  ],
  promiseDeskReleased: [
    { ref, car, start, call: null, phone },
    { ref, car, start, call: 'cap', phone },
  ],
  promiseDeskWarn: (['ready', 'news'] as const).flatMap((of) => [
    { ref, car, of, by, call: null, phone },
    ...callReasons.map((call) => ({ ref, car, of, by, call, phone })),
  ]),
  promiseDeskNewsCall: [{ ref, car, by, call: 'quiet', phone }],
  promiseDeskUntold: [{ ref, car, since: by, call: 'cap', phone }],
  promiseDeskMoved: (['now', 'later', ...callReasons] as const).flatMap((told) => [
    { ref, car, of: 'ready', by: null, from: by, to, reason: 'longer', words: '', told, phone },
    { ref, car, of: 'news', by: 'maria', from: by, to, reason: 'parts', words, told, phone: '' },
  ]),
  promiseDeskClose: [{ ref, car, by: to, closes: by }],
  promiseRequested: [
    { car, start, advisor: 'maria', by },
    { car: '', start, advisor: 'eleni', by: to },
  ],
  promiseDeskRequested: [
    { name: 'Anna', car, services: ['annual', 'pads'], start, stay: 'leave', by, until: to },
    { name: '', car: '', services: ['oil'], start: to, stay: 'wait', by, until: to },
  ],
  promiseDeskStands: [{ ref, car, by: to, advisor: 'maria' }],
  promiseDeskWaits: [
    { ref, car, since: by, phone },
    { ref, car, since: by, phone: '' },
  ],
  promiseDeskWhen: [{ ref, car, by }],
  promiseDeskWhy: [
    { ref, car, of: 'ready', to },
    { ref, car, of: 'news', to },
  ],
  promiseDeskNone: [{ name: 'Anna' }, { name: '' }],
  promiseDeskOdd: [
    { what: '', example: '/promise 17:00 parts' },
    { what: '25:70', example: '/promise 17:00 parts' },
  ],
  promiseDeskPast: [{ to: start }],
  promiseDeskClosed: [{ to: at('2026-11-24T18:00:00Z'), opens: to }],
  promiseLabelReason: delayReasons.map((reason) => ({ reason })),
};

const instant = fc
  .integer({ min: at('2026-10-01T00:00:00Z') / 900_000, max: at('2027-12-31T23:00:00Z') / 900_000 })
  .map((quarter) => quarter * 900_000);
const cars = fc.constantFrom(car, 'Mercedes-Benz Sprinter …0007', '');
const refs = fc.stringMatching(/^[0-9A-Z]{6}$/);
const reason = fc.constantFrom(...delayReasons);
const of = fc.constantFrom('news', 'ready');
const phones = fc.constantFrom('+302310555010', '+380441234567', '');
const ownWords = fc.constantFrom('', words, 'деталь придёт завтра', 'x'.repeat(400));
const toCall = fc.constantFrom(...callReasons);
const call = fc.constantFrom(...callReasons, null);
const visit = { ref: refs, car: cars };

export const promiseArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  promiseExpected: fc.record({ car: cars, start: instant }),
  promiseMoved: fc.record({
    car: cars,
    reason,
    words: ownWords,
    from: instant,
    to: instant,
    newsBy: fc.option(instant),
    waits: fc.boolean(),
  }),
  promiseNewsMoved: fc.record({ car: cars, reason, words: ownWords, to: instant }),
  promiseFine: fc.record({ car: cars, to: instant }),
  promiseCollect: fc.record({ car: cars, since: instant }),
  promiseDeskExpected: fc.record({ ...visit, start: instant, call, phone: phones }),
  promiseDeskReleased: fc.record({ ...visit, start: instant, call, phone: phones }),
  promiseDeskWarn: fc.record({ ...visit, of, by: instant, call, phone: phones }),
  promiseDeskNewsCall: fc.record({ ...visit, by: instant, call: toCall, phone: phones }),
  promiseDeskUntold: fc.record({ ...visit, since: instant, call: toCall, phone: phones }),
  promiseDeskMoved: fc.record({
    ...visit,
    of,
    by: fc.constantFrom('maria', 'eleni', null),
    from: instant,
    to: instant,
    reason,
    words: ownWords,
    told: fc.constantFrom('now', 'later', ...callReasons),
    phone: phones,
  }),
  promiseDeskClose: fc.record({ ...visit, by: instant, closes: instant }),
  promiseRequested: fc.record({
    car: cars,
    start: instant,
    advisor: fc.constantFrom('maria', 'eleni'),
    by: instant,
  }),
  promiseDeskRequested: fc.record({
    name: fc.constantFrom('Anna', ''),
    car: cars,
    services: fc.subarray(['annual', 'pads', 'oil'], { minLength: 1 }),
    start: instant,
    stay: fc.constantFrom('wait', 'leave'),
    by: instant,
    until: instant,
  }),
  promiseDeskStands: fc.record({ ...visit, by: instant, advisor: fc.constantFrom('maria', 'eleni') }),
  promiseDeskWaits: fc.record({ ...visit, since: instant, phone: phones }),
  promiseDeskWhen: fc.record({ ...visit, by: instant }),
  promiseDeskWhy: fc.record({ ...visit, of, to: instant }),
  promiseDeskNone: fc.record({ name: fc.constantFrom('Anna', '') }),
  promiseDeskOdd: fc.record({
    what: fc.constantFrom('', '25:70'),
    example: fc.constant('/promise 17:00 parts'),
  }),
  promiseDeskPast: fc.record({ to: instant }),
  promiseDeskClosed: fc.record({ to: instant, opens: instant }),
  promiseLabelReason: fc.record({ reason }),
};
