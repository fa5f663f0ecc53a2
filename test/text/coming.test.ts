import { describe, expect, it } from 'vitest';
import type { NamedDay, Said } from '#shared/domain/said.ts';
import { comingOf } from '#shared/text/coming-of.ts';
import { wordOf } from '#shared/text/words.ts';
import seen from './coming/seen.json' with { type: 'json' };
import unseen from './coming/unseen.json' with { type: 'json' };
import later from './coming/unseen-2.json' with { type: 'json' };
import third from './coming/unseen-3.json' with { type: 'json' };

/** What people write about coming (`coming/README.md`), read for a visit on Tuesday at 09:00, on Monday evening. */

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The day of the visit is no other day. */
function dayOf(day: NamedDay): string | null {
  if (day.of === 'weekday') return day.day === 2 ? null : (weekdays[day.day - 1] ?? null);
  return day.days < 2 ? null : '+2';
}

function meaningOf(said: Said | null): string {
  if (said === null) return 'none';
  switch (said.kind) {
    case 'yes': {
      const { at } = said;
      if (at === null || at === 9 * 60) return 'yes';
      return `late @${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
    }
    case 'late': {
      const { how } = said;
      if (how.of === 'unknown') return 'late ?';
      if (how.of === 'at')
        return `late @${Math.floor(how.minute / 60)}:${String(how.minute % 60).padStart(2, '0')}`;
      return how.of === 'fromNow' ? `late in${how.minutes}` : `late ${how.minutes}`;
    }
    case 'cant': {
      const other = said.days.map(dayOf).find((day) => day !== null);
      return other ? `cant ${other}` : 'cant';
    }
    case 'here':
      return 'here';
    case 'span':
      return `span ${said.minutes}`;
  }
}

describe('words about coming', () => {
  it.each([
    ['Θα αργήσω, θα είμαι εκεί στις 10 και μισή', 'late @10:30'],
    ['δεν μπορώ στις 9, θα έρθω στις 10 και μισή', 'late @10:30'],
  ])('%s: at half past', (text, means) => {
    expect(meaningOf(comingOf(text))).toBe(means);
  });

  it.each(seen.map(({ text, means }) => [text, means]))('%s', (text, means) => {
    expect(meaningOf(comingOf(text))).toBe(means);
  });
});

/** First run when the lists were done: 97 of 98 as meant, one left to a person, none misread. */
describe('words about coming that nothing was fitted to', () => {
  const read = unseen.map(({ text, means }) => ({ text, means, got: meaningOf(comingOf(text)) }));

  it('are never taken for something else', () => {
    expect(read.filter(({ means, got }) => got !== means && got !== 'none')).toEqual([]);
  });

  it('are understood, all but a few that a person reads', () => {
    expect(read.filter(({ means, got }) => got !== means).length).toBeLessThanOrEqual(1);
  });
});

/**
 * Written later, without a look at the lists of words. First run: 36 of 80 as meant, 41 left to a person, three misread: in three
 * languages "I am not quite in time, but I am coming" was taken for "can't".
 */
describe('words about coming that were written later', () => {
  const read = later.map(({ text, means }) => ({ text, means, got: meaningOf(comingOf(text)) }));

  it('are never taken for something else', () => {
    expect(read.filter(({ means, got }) => got !== means && got !== 'none')).toEqual([]);
  });

  it('are understood mostly; a person reads the others', () => {
    expect(read.filter(({ means, got }) => got !== means).length).toBeLessThanOrEqual(20);
  });
});

/** What a message comes to, always-words included: a lone "cancel" or "yes" is one. */
function kindOf(text: string): string {
  const word = wordOf(text);
  if (word === 'cancel' || word === 'no') return 'cant';
  if (word === 'yes' || word === 'sign') return 'yes';
  return word === null ? (comingOf(text)?.kind ?? 'none') : 'none';
}

const kinds: Readonly<Record<string, string>> = { come: 'yes', move: 'cant', cancel: 'cant', other: 'none' };

/**
 * Written by somebody who saw neither the lists of words nor the other sentences; nobody read these while the rules were mended.
 * First run: 33 of 80 as meant, 40 left to a person, seven misread ("not in time, but at half past" was taken for "can't").
 */
describe('words about coming that nobody read before they were counted', () => {
  const read = third.map(({ text, wants }) => ({ text, means: kinds[wants] ?? wants, got: kindOf(text) }));

  it('are hardly ever taken for something else', () => {
    expect(read.filter(({ means, got }) => got !== means && got !== 'none').length).toBeLessThanOrEqual(1);
  });

  it('are understood by half; a person reads the others', () => {
    expect(read.filter(({ means, got }) => got !== means).length).toBeLessThanOrEqual(41);
  });
});
