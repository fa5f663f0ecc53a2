import fc from 'fast-check';
import { alarmNames } from '#shared/domain/alarm.ts';
import type { PhraseArgs } from '#shared/domain/phrase.ts';

/** Samples and arbitraries of what is said when something is wrong with the line, for the tests of all texts. */

type Key = 'alarmBegan' | 'alarmOver';

const at = Date.parse('2026-11-23T08:00:00Z');
const each = alarmNames.map((name) => ({ name, at }));

export const alarmSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  alarmBegan: each,
  alarmOver: each,
};

const changed = fc.record({
  name: fc.constantFrom(...alarmNames),
  at: fc.integer({ min: at, max: at + 365 * 86_400_000 }),
});

export const alarmArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  alarmBegan: changed,
  alarmOver: changed,
};
