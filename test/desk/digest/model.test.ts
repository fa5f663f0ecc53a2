import { expect, it } from 'vitest';
import { digestWords } from '#shared/desk/digest/words.ts';
import { awsMicros } from '#shared/domain/costs.ts';
import { figuresOf, type HappenedAt } from '#shared/domain/digest.ts';

const period = { unit: 'week', from: '2026-11-16', to: '2026-11-23', whole: true } as const;
const question = (understood: boolean): HappenedAt => ({
  at: 0,
  happened: { what: 'interpreted', understood, micros: 90 },
});
const report = (now: readonly HappenedAt[], before: readonly HappenedAt[] = []) =>
  digestWords({
    period,
    now: figuresOf(now),
    before: figuresOf(before),
    waiting: { count: 0, minutes: 0 },
  });

it('the weekly report tells how often a language model was asked, how often it knew, and counts what it takes', () => {
  const words = report([question(true), question(false), question(true)], [question(true)]);
  expect(words.find(({ key }) => key === 'digestModel')).toMatchObject({
    args: { asked: 3, understood: 2, micros: 270, was: 1 },
  });
  expect(words.find(({ key }) => key === 'digestCost')).toMatchObject({
    args: { aws: awsMicros(0, 7) + 270, was: awsMicros(0, 7) + 90 },
  });
});

it('a station without one hears nothing of it', () => {
  expect(report([]).map(({ key }) => key)).not.toContain('digestModel');
});
