import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import { documentKinds, type documentPhrases } from '#shared/domain/phrases/document.ts';

/** Samples and arbitraries of the words of a work order's document, for the tests of all texts. */

type Key = {
  [K in keyof typeof documentPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof documentPhrases];

const name = 'K7M2QP-v2';
const phone = '+302310555010';
const at = Date.parse('2026-11-24T10:41:00Z');
const fields = ['car', 'owner', 'advisor', 'date', 'ready', 'validUntil', 'answered'] as const;
const columns = ['work', 'parts', 'labour', 'price'] as const;
const sections = ['proposed', 'chosen', 'agreed', 'later', 'declined'] as const;
const urgencies = ['safety', 'soon', 'wish'] as const;
const totals = ['agreed', 'chosen', 'all', 'allFirst'] as const;
const hows = ['chat', 'phone', 'desk', 'allowance'] as const;
const words = ['right', 'notSo', 'open'] as const;
const signers = ['owner', 'station'] as const;

export const documentSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  documentReady: documentKinds.map((kind) => ({ kind, name })),
  documentFailed: [{ name, phone }],
  documentTitle: documentKinds.map((kind) => ({ kind, name })),
  documentField: fields.map((field) => ({ field })),
  documentPerson: [{ advisor: 'maria' }],
  documentMoment: [{ at }],
  documentDay: [{ at }],
  documentColumn: columns.map((column) => ({ column })),
  documentSection: sections.map((section) => ({ section })),
  documentUrgency: [
    { urgency: 'safety', months: null },
    { urgency: 'soon', months: 1 },
    { urgency: 'soon', months: 3 },
    { urgency: 'soon', months: 12 },
    { urgency: 'wish', months: 21 },
    { urgency: null, months: 2 },
  ],
  documentMoney: [{ cents: 9_600 }, { cents: 123_456 }],
  documentTotal: totals.map((of) => ({ of })),
  documentTax: [{ percent: 24 }],
  documentAnswered: hows.map((how) => ({ how, who: 'Nikos', by: how === 'phone' ? 'maria' : null, at })),
  documentOwnersWord: words.map((word) => ({ word })),
  documentSignature: signers.map((of) => ({ of })),
  documentPage: [{ page: 1, pages: 2 }],
};

const instant = fc.integer({
  min: Date.parse('2026-10-01T00:00:00Z'),
  max: Date.parse('2027-12-31T00:00:00Z'),
});
const number = fc.constantFrom(name, 'ZZ99ZZ-v12', 'K7M2QP');
const kind = fc.constantFrom(...documentKinds);

export const documentArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  documentReady: fc.record({ kind, name: number }),
  documentFailed: fc.record({ name: number, phone: fc.constant(phone) }),
  documentTitle: fc.record({ kind, name: number }),
  documentField: fc.record({ field: fc.constantFrom(...fields) }),
  documentPerson: fc.record({ advisor: fc.constantFrom('maria', 'eleni', 'Konstantinos') }),
  documentMoment: fc.record({ at: instant }),
  documentDay: fc.record({ at: instant }),
  documentColumn: fc.record({ column: fc.constantFrom(...columns) }),
  documentSection: fc.record({ section: fc.constantFrom(...sections) }),
  documentUrgency: fc.record({
    urgency: fc.option(fc.constantFrom(...urgencies)),
    months: fc.option(fc.integer({ min: 1, max: 36 })),
  }),
  documentMoney: fc.record({ cents: fc.integer({ min: 0, max: 5_000_000 }) }),
  documentTotal: fc.record({ of: fc.constantFrom(...totals) }),
  documentTax: fc.record({ percent: fc.constantFrom(0, 5.5, 19, 20, 24) }),
  documentAnswered: fc.record({
    how: fc.constantFrom(...hows),
    who: fc.constantFrom('Nikos', 'Γιώργος'),
    by: fc.option(fc.constantFrom('maria', 'eleni')),
    at: instant,
  }),
  documentOwnersWord: fc.record({ word: fc.constantFrom(...words) }),
  documentSignature: fc.record({ of: fc.constantFrom(...signers) }),
  documentPage: fc.record({ page: fc.integer({ min: 1, max: 9 }), pages: fc.integer({ min: 1, max: 9 }) }),
};
