import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { casePhrases } from '#shared/domain/phrases/case.ts';

/** Samples and arbitraries of the phrases about cases, for the tests of all texts. */

type Key = {
  [K in keyof typeof casePhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof casePhrases];

const tenPast = Date.parse('2026-11-24T08:10:00Z');
const tomorrow0900 = Date.parse('2026-11-25T07:00:00Z');
const who = 'Nikos · Octavia …4821';
const visit = {
  ref: '7K2M4Q',
  start: tomorrow0900,
  readyBy: Date.parse('2026-11-25T10:30:00Z'),
  services: ['annual', 'pads'],
  car: 'Octavia …4821',
  stay: 'leave',
} as const;
const whys = [
  'blocked',
  'held',
  'noAnswer',
  'rejected',
  'lost',
  'payment',
  'account',
  'throttled',
  'unreachable',
  'something new',
] as const;

export const caseSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  caseVia: [{ channel: 'whatsapp' }, { channel: 'toy' }],
  caseUnsupported: [{ what: 'poll' }],
  caseTalk: [
    {
      trail: [{ key: 'labelBook' }, { key: 'labelSlot', args: { start: tomorrow0900 } }],
      last: [{ key: 'hours' }],
    },
    { trail: [], last: [{ key: 'menu' }] },
    { trail: [{ key: 'labelBook' }], last: [] },
    { trail: [], last: [{ key: 'of a newer version' }] },
  ],
  caseJoined: [{ other: who }],
  caseCard: [
    {
      name: 'Nikos',
      language: 'el',
      channels: ['telegram'],
      cars: ['Octavia …4821'],
      phone: '+306911111111',
    },
    { name: '', language: 'uk', channels: ['whatsapp', 'telegram'], cars: [], phone: '' },
    { name: 'Lena', language: 'en', channels: [], cars: ['Golf', 'Yaris'], phone: '' },
    { name: 'Anna', language: 'ru', channels: ['toy'], cars: ['Corolla'], phone: '' },
  ],
  caseCardVisit: [
    { ...visit, services: ['annual', 'pads'] },
    { ...visit, services: ['oil'], stay: 'wait' },
  ],
  caseCardVisits: [{ more: 0 }, { more: 1 }, { more: 2 }, { more: 5 }],
  caseCardState: [
    { baton: 'bot', owner: null, since: null, by: null },
    { baton: 'waiting', owner: null, since: tenPast, by: tomorrow0900 },
    { baton: 'waiting', owner: 'maria', since: tenPast, by: null },
    { baton: 'person', owner: 'maria', since: null, by: null },
    { baton: 'person', owner: null, since: null, by: null },
  ],
  caseCardWindow: [
    { until: tomorrow0900, shut: false },
    { until: tenPast, shut: true },
  ],
  caseCardCall: [
    { when: 'now', at: tenPast },
    { when: '2026-11-25 morning', at: tenPast },
  ],
  caseCardUndelivered: whys.map((why) => ({ why, at: tenPast })),
  caseCardBlocked: [
    { by: 'maria', reason: '', at: tenPast },
    { by: 'eleni', reason: 'threats', at: tenPast },
  ],
  caseAlertOwner: [
    { who, since: tenPast, minutes: 3, owner: 'maria' },
    { who, since: tenPast, minutes: 3, owner: null },
  ],
  caseAlertAll: [
    { who, since: tenPast, minutes: 5, owner: 'maria' },
    { who, since: tenPast, minutes: 5, owner: null },
  ],
  caseAlertManager: [
    { who, since: tenPast, minutes: 15, owner: 'eleni', managers: ['maria'] },
    { who, since: tenPast, minutes: 15, owner: null, managers: ['maria', 'eleni'] },
  ],
  caseAlertPromise: [
    { who, by: tenPast, owner: 'maria' },
    { who, by: tenPast, owner: null },
  ],
  caseLate: [{ advisor: 'maria', was: tenPast, by: tenPast + 3_600_000, phone: '+302310555010' }],
  caseSilence: [{ owner: 'maria', minutes: 30 }],
  caseBack: [{ advisor: 'maria' }, { advisor: null }],
  caseCallThem: [{ phone: '+306911111111' }],
  caseCallSet: [
    { when: 'now', phone: '+306911111111', advisor: 'maria' },
    { when: '2026-11-25 noon', phone: '', advisor: 'eleni' },
    { when: '2026-11-25 evening', phone: '', advisor: 'eleni' },
  ],
  caseCallLine: [
    { when: 'now', phone: '+306911111111' },
    { when: '2026-11-25 morning', phone: '' },
  ],
  caseCallPhone: [{ when: 'now' }],
  caseLabelCallWhen: [{ when: 'now' }, { when: '2026-11-25 morning' }, { when: '2026-11-25 noon' }],
};

const instant = fc
  .integer({
    min: Date.parse('2026-10-01T00:00:00Z') / 900_000,
    max: Date.parse('2027-12-31T23:00:00Z') / 900_000,
  })
  .map((quarter) => quarter * 900_000);
const owner = fc.option(fc.constantFrom('maria', 'eleni'));
const someone = fc.constantFrom(who, 'Кузьма Константинович · лада гранта 2014', 'Μαρία');
const waits = { who: someone, since: instant, minutes: fc.integer({ min: 3, max: 600 }), owner };
const phone = fc.constantFrom('', '+302310555010', '+380441234567');
const when = fc.oneof(
  fc.constant('now'),
  fc
    .tuple(instant, fc.constantFrom('morning', 'noon', 'evening'))
    .map(([at, part]) => `${new Date(at).toISOString().slice(0, 10)} ${part}`),
);

export const caseArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  caseVia: fc.record({ channel: fc.constantFrom('telegram', 'whatsapp', 'toy') }),
  caseUnsupported: fc.record({ what: fc.constantFrom('poll', 'dice') }),
  caseTalk: fc.record({
    trail: fc.array(fc.constantFrom({ key: 'labelBook' }, { key: 'labelLeave' }, { key: 'nothing' }), {
      maxLength: 12,
    }),
    last: fc.array(fc.constantFrom({ key: 'stopped' }, { key: 'whatIsStored' }), { maxLength: 3 }),
  }),
  caseJoined: fc.record({ other: someone }),
  caseCard: fc.record({
    name: fc.constantFrom('', 'Nikos', 'Кузьма Константинович Петров-Водкин'),
    language: fc.constantFrom('en', 'ru', 'uk', 'el'),
    channels: fc.uniqueArray(fc.constantFrom('telegram', 'whatsapp', 'toy')),
    cars: fc.array(fc.constantFrom('Octavia …4821', 'Mercedes-Benz Sprinter …0007'), { maxLength: 8 }),
    phone,
  }),
  caseCardVisit: fc
    .record({ ref: fc.constant('7K2M4Q'), start: instant, length: fc.integer({ min: 30, max: 900 }) })
    .map(({ ref, start, length }) => ({
      ...visit,
      ref,
      start,
      services: ['annual'],
      readyBy: start + length * 60_000,
    })),
  caseCardVisits: fc.record({ more: fc.integer({ min: 0, max: 30 }) }),
  caseCardState: fc.record({
    baton: fc.constantFrom('bot', 'waiting', 'person'),
    owner,
    since: fc.option(instant),
    by: fc.option(instant),
  }),
  caseCardWindow: fc.record({ until: instant, shut: fc.boolean() }),
  caseCardCall: fc.record({ when, at: instant }),
  caseCardUndelivered: fc.record({ why: fc.constantFrom(...whys), at: instant }),
  caseCardBlocked: fc.record({
    by: fc.constantFrom('maria', 'Nikos'),
    reason: fc.constantFrom('', 'threats', 'long words '.repeat(50)),
    at: instant,
  }),
  caseAlertOwner: fc.record(waits),
  caseAlertAll: fc.record(waits),
  caseAlertManager: fc.record({ ...waits, managers: fc.constantFrom(['maria'], ['maria', 'eleni']) }),
  caseAlertPromise: fc.record({ who: someone, by: instant, owner }),
  caseLate: fc.record({
    advisor: fc.constantFrom('maria', 'eleni'),
    was: instant,
    by: instant,
    phone: fc.constantFrom('+302310555010'),
  }),
  caseSilence: fc.record({ owner, minutes: fc.constant(30) }),
  caseBack: fc.record({ advisor: owner }),
  caseCallThem: fc.record({ phone: fc.constantFrom('+302310555010') }),
  caseCallSet: fc.record({ when, phone, advisor: fc.constantFrom('maria', 'Γιώργος') }),
  caseCallLine: fc.record({ when, phone }),
  caseCallPhone: fc.record({ when }),
  caseLabelCallWhen: fc.record({ when }),
};
