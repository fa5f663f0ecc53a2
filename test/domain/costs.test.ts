import { beforeAll, describe, expect, it } from 'vitest';
import { awsMicros } from '#shared/domain/costs.ts';
import { countBooking, countIdleMinute, startMeteredRig } from '#test/bench/cost/journey.ts';
import { billOf, idleMonth } from '#test/bench/cost/prices.ts';
import { type StepCost, totalCost } from '#test/bench/cost/step-cost.ts';

/** What the owner is told that AWS takes is an estimate from messages; it is held to what the same steps cost when every call is counted. */

/** Measured by `npm run bench` on two shared cores. */
const perStep = { cpuMs: 20, logBytes: 1_500 };
/** Queues that Lambda polls. */
const queues = 5;

describe('the estimate of what AWS takes', () => {
  let steps: readonly StepCost[];
  let minute: StepCost;
  beforeAll(async () => {
    const metered = await startMeteredRig('telegram');
    const { fresh, after, known } = await countBooking(metered);
    minute = await countIdleMinute(metered);
    steps = [...fresh, ...after, ...known];
    await metered.rig.close();
  }, 60_000);

  it('of a message is within half and double of what the steps of a booking cost', () => {
    const { total } = billOf(totalCost('all', steps), perStep);
    const counted = (total * 1e6) / steps.length;
    const told = awsMicros(1_000, 0) / 1_000;
    expect(told).toBeGreaterThan(counted / 2);
    expect(told).toBeLessThan(counted * 2);
  });

  it('of a day without messages is between what is charged after the free tier and all of it', () => {
    const { full, afterFreeTier } = idleMonth(minute, queues);
    const month = awsMicros(0, 30) / 1e6;
    expect(month).toBeGreaterThanOrEqual(afterFreeTier * 0.9);
    expect(month).toBeLessThanOrEqual(full);
  });
});
