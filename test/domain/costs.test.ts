import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { awsMicros } from '#shared/domain/costs.ts';
import { billOf, idleMonth, usualStep } from '#test/bench/cost/prices.ts';
import { type StepCost, totalCost } from '#test/bench/cost/step-cost.ts';
import { type Counted, costTable, countAll, standing } from '#test/bench/cost/table.ts';

/** What the owner is told that AWS takes is an estimate from messages; it is held to what the same steps cost when every call is counted. */

const figures = /\d[\d,]*(?:\.\d+)?/g;
const amountOf = (figure: string) => Number(figure.replaceAll(',', ''));

describe('the estimate of what AWS takes', () => {
  let steps: readonly StepCost[];
  let counted: Counted;
  beforeAll(async () => {
    counted = await countAll();
    const { fresh, after, known } = counted.telegram;
    steps = [...fresh, ...after, ...known];
  }, 60_000);

  it('is explained in the README by the table that `npm run bench` prints, each figure within a tenth', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const [, written] = /<!-- costs -->\n([\s\S]*?)\n<!-- \/costs -->/.exec(readme) ?? [];
    const made = costTable(counted);
    expect(written?.replace(figures, '#'), made).toBe(made.replace(figures, '#'));
    const [told, are] = [written ?? '', made].map((text) => text.match(figures)?.map(amountOf) ?? []);
    for (const [index, value] of (are ?? []).entries())
      expect(Math.abs((told?.[index] ?? 0) - value), made).toBeLessThanOrEqual(Math.max(value / 10, 0.01));
  });

  it('of a message is within half and double of what the steps of a booking cost', () => {
    const { total } = billOf(totalCost('all', steps), usualStep);
    const counted = (total * 1e6) / steps.length;
    const told = awsMicros(1_000, 0) / 1_000;
    expect(told).toBeGreaterThan(counted / 2);
    expect(told).toBeLessThan(counted * 2);
  });

  it('of a day without messages is between what is charged after the free tier and all of it', () => {
    const { full, afterFreeTier } = idleMonth(counted.minute, standing);
    const month = awsMicros(0, 30) / 1e6;
    expect(month).toBeGreaterThanOrEqual(afterFreeTier.total * 0.9);
    expect(month).toBeLessThanOrEqual(full.total);
  });
});
