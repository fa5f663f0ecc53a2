import fc from 'fast-check';
import { purposes } from '#shared/domain/consent.ts';
import { agreementSchema } from '#shared/domain/order/agreement.ts';
import { agreedHow } from '#shared/domain/order/order.ts';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import {
  archiveColumns,
  archiveFields,
  type archivePhrases,
  archiveSections,
} from '#shared/domain/phrases/archive.ts';
import { delayReasons } from '#shared/domain/visit/life.ts';
import { stages } from '#shared/domain/visit/stage.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof archivePhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof archivePhrases];

const kinds = agreementSchema.shape.kind.options;
const of = ['visits', 'agreements'] as const;
const at = Date.parse('2026-11-24T10:41:00Z');
const phone = '+302310555010';
const month = '2026-11-01';
const car = 'Octavia …4821';
const moved = { from: at, to: at + 5_400_000 };

export const archiveSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  archiveWait: [{ next: at + 86_400_000 }],
  archiveReady: [
    { part: 1, parts: 1 },
    { part: 2, parts: 3 },
  ],
  archiveLink: [
    { part: 1, parts: 1, until: at },
    { part: 2, parts: 3, until: at },
  ],
  archiveFailed: [{ phone }],
  archiveTitle: [{ name: 'Nikos' }, { name: '' }],
  archiveMade: [{ at }],
  archiveParts: [{ parts: 1 }, { parts: 3 }, { parts: 12 }],
  archiveSection: archiveSections.map((section) => ({ section })),
  archiveField: archiveFields.map((field) => ({ field })),
  archiveQuiet: [{ from: '21:00', to: '08:00' }],
  archiveServices: [{ services: ['oil', 'pads'] }],
  archiveStage: stages.map((stage) => ({ stage })),
  archiveMileage: [{ km: 84_000 }],
  archiveFuel: [{ eighths: 3 }],
  archiveMoved: [
    ...delayReasons.map((reason) => ({ of: 'ready' as const, reason, words: '', ...moved })),
    { of: 'news', reason: 'parts', words: 'the supplier was closed', ...moved },
  ],
  archivePurpose: purposes.map((purpose) => ({ purpose })),
  archiveConsent: [true, false].map((given) => ({ given, at, wording: 'visit-1' })),
  archiveAgreed: kinds.map((kind) => ({ kind })),
  archiveTablesComing: [{ month }],
  archiveTable: of.map((one) => ({ of: one, month })),
  archiveTableFailed: [{ month }],
  archiveNoMonth: [
    { word: '', example: '2026-11' },
    { word: 'nov', example: '2026-11' },
  ],
  archiveColumn: archiveColumns.map((column) => ({ column })),
  archiveHow: agreedHow.map((how) => ({ how })),
  archiveFeedThere: [{ advisor: 'maria', since: at }],
  archiveFeedTitle: [
    { bay: 'B1', services: ['oil'], car },
    { bay: '', services: ['oil'], car: '' },
  ],
  archiveFeedBlocked: [{ bay: 'B1' }, { bay: '' }],
  archiveFeedPerson: [{ technician: 'kostas' }],
  archiveFeedReady: [
    { readyBy: at, start: at - 5_400_000 },
    { readyBy: at + 86_400_000, start: at },
  ],
};

const instant = fc.integer({
  min: Date.parse('2026-10-01T00:00:00Z'),
  max: Date.parse('2027-12-31T00:00:00Z'),
});
const count = fc.integer({ min: 1, max: 30 });
const services = fc.subarray(['oil', 'pads', 'annual'], { minLength: 1 });
const bay = fc.constantFrom('B1', 'B2', '');
const aMonth = fc.constantFrom('2026-11-01', '2027-02-01');

export const archiveArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  archiveWait: fc.record({ next: instant }),
  archiveReady: fc.record({ part: count, parts: count }),
  archiveLink: fc.record({ part: count, parts: count, until: instant }),
  archiveFailed: fc.constant({ phone }),
  archiveTitle: fc.record({ name: fc.constantFrom('', 'Nikos', 'Ольга') }),
  archiveMade: fc.record({ at: instant }),
  archiveParts: fc.record({ parts: count }),
  archiveSection: fc.record({ section: fc.constantFrom(...archiveSections) }),
  archiveField: fc.record({ field: fc.constantFrom(...archiveFields) }),
  archiveQuiet: fc.constant({ from: '21:00', to: '08:00' }),
  archiveServices: fc.record({ services }),
  archiveStage: fc.record({ stage: fc.constantFrom(...stages) }),
  archiveMileage: fc.record({ km: fc.integer({ min: 0, max: 900_000 }) }),
  archiveFuel: fc.record({ eighths: fc.integer({ min: 0, max: 8 }) }),
  archiveMoved: fc.record({
    of: fc.constantFrom('news', 'ready'),
    from: instant,
    to: instant,
    reason: fc.constantFrom(...delayReasons),
    words: fc.constantFrom('', 'the supplier was closed'),
  }),
  archivePurpose: fc.record({ purpose: fc.constantFrom(...purposes) }),
  archiveConsent: fc.record({ given: fc.boolean(), at: instant, wording: fc.constant('visit-1') }),
  archiveAgreed: fc.record({ kind: fc.constantFrom(...kinds) }),
  archiveTablesComing: fc.record({ month: aMonth }),
  archiveTable: fc.record({ of: fc.constantFrom(...of), month: aMonth }),
  archiveTableFailed: fc.record({ month: aMonth }),
  archiveNoMonth: fc.record({ word: fc.constantFrom('', 'nov'), example: fc.constant('2026-11') }),
  archiveColumn: fc.record({ column: fc.constantFrom(...archiveColumns) }),
  archiveHow: fc.record({ how: fc.constantFrom(...agreedHow) }),
  archiveFeedThere: fc.record({ advisor: fc.constantFrom('maria', 'eleni'), since: instant }),
  archiveFeedTitle: fc.record({ bay, services, car: fc.constantFrom('', car) }),
  archiveFeedBlocked: fc.record({ bay }),
  archiveFeedPerson: fc.record({ technician: fc.constantFrom('kostas', 'nikos') }),
  archiveFeedReady: fc.record({ readyBy: instant, start: instant }),
};
