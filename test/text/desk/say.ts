import fc from 'fast-check';
import { drawers } from '#shared/desk/say/answers.ts';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { sayPhrases } from '#shared/domain/phrases/say.ts';
import { isGood, playbookActs, playbookCases } from '#shared/domain/playbook.ts';
import { isVariable, variables } from '#shared/station/canned/schema.ts';

/** Samples and arbitraries of canned answers and practice cases, for the tests of all texts. */

type Key = {
  [K in keyof typeof sayPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof sayPhrases];

const whys = ['insult', 'shouting', 'sarcasm', 'blame'] as const;
const names = Object.keys(variables).filter(isVariable);
const acts = playbookCases.flatMap((name) => playbookActs[name].map((act) => ({ case: name, act })));
const text = 'Your car is ready. You can collect it until 17:30.';

const someText = fc.constantFrom(text, 'long words '.repeat(27));

export const saySamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  cannedFound: [
    { query: 'price', count: 1, page: 1, pages: 1 },
    { query: '', count: 7, page: 1, pages: 2 },
    { query: 'late', count: 22, page: 2, pages: 5 },
  ],
  cannedLine: [{ title: 'Ready', text }],
  cannedNothing: [{ query: 'zebra' }],
  cannedHint: [{ text: 'Agree first.' }],
  cannedGoesOut: (['en', 'ru', 'uk', 'el'] as const).map((language) => ({ text, language })),
  cannedMeant: [{ text }],
  cannedMissing: [{ variables: ['ready'] }, { variables: names.slice(0, 6) }, { variables: names.slice(6) }],
  cannedSent: [{ text }],
  cannedAsk: [{ text, count: 3 }],
  cannedKept: [{ text }],
  cannedNotKept: [{ text }],
  cannedRemoved: [{ text }],
  playbookStart: [{ by: 'eleni' }],
  playbookCase: playbookCases.map((name, at) => ({ case: name, at: at + 1, of: 10 })),
  playbookWhy: acts.map((one) => ({ ...one, good: isGood(one.case, one.act) })),
  playbookEnd: [
    { right: 10, of: 10 },
    { right: 3, of: 10 },
  ],
  playbookWeak: [{ cases: ['first'] }, { cases: playbookCases.slice(0, 4) }],
  playbookOthers: [{ by: 'eleni' }],
  calmLong: [{ length: 412 }],
  calmHeld: whys.map((why) => ({ why, draft: 'The part comes on Monday.' })),
  cannedLabelDrawer: drawers.map((group) => ({ group })),
  playbookLabelAct: acts,
};

export const sayArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  cannedFound: fc.record({
    query: fc.constantFrom('', 'price', 'long words '.repeat(20)),
    count: fc.integer({ min: 1, max: 60 }),
    page: fc.integer({ min: 1, max: 9 }),
    pages: fc.integer({ min: 1, max: 9 }),
  }),
  cannedLine: fc.record({
    title: fc.constant('Ready'),
    text: fc.constantFrom(text, 'long words '.repeat(30)),
  }),
  cannedNothing: fc.record({ query: fc.constantFrom('zebra', 'long words '.repeat(20)) }),
  cannedHint: fc.record({ text: fc.constant('Agree first.') }),
  cannedGoesOut: fc.record({ text: fc.constant(text), language: fc.constantFrom('en', 'ru', 'uk', 'el') }),
  cannedMeant: fc.record({ text: fc.constant(text) }),
  cannedMissing: fc.record({
    variables: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
  }),
  cannedSent: fc.record({ text: fc.constant(text) }),
  cannedAsk: fc.record({ text: someText, count: fc.constant(3) }),
  cannedKept: fc.record({ text: someText }),
  cannedNotKept: fc.record({ text: someText }),
  cannedRemoved: fc.record({ text: someText }),
  playbookStart: fc.record({ by: fc.constantFrom('eleni', 'Kostas') }),
  playbookCase: fc.record({
    case: fc.constantFrom(...playbookCases),
    at: fc.integer({ min: 1, max: 10 }),
    of: fc.constant(10),
  }),
  playbookWhy: fc.constantFrom(...acts).map((one) => ({ ...one, good: isGood(one.case, one.act) })),
  playbookEnd: fc.record({ right: fc.integer({ min: 0, max: 10 }), of: fc.constant(10) }),
  playbookWeak: fc.record({
    cases: fc.uniqueArray(fc.constantFrom(...playbookCases), { minLength: 1, maxLength: 5 }),
  }),
  playbookOthers: fc.record({ by: fc.constantFrom('eleni', 'Kostas') }),
  calmLong: fc.record({ length: fc.integer({ min: 301, max: 4000 }) }),
  calmHeld: fc.record({ why: fc.constantFrom(...whys), draft: fc.constant('The part comes on Monday.') }),
  cannedLabelDrawer: fc.record({ group: fc.constantFrom(...drawers) }),
  playbookLabelAct: fc.constantFrom(...acts),
};
