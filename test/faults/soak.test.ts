import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KilledError } from '#test/helpers/between.ts';
import type { Rig } from '#test/helpers/rig.ts';
import { faultsIn } from './audit.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type FaultMix, faultMix } from './fault-mix.ts';
import { type Small, smallRig } from './small.ts';
import { auditTown } from './soak-audit.ts';
import { actOf, townOf } from './town.ts';

/**
 * A town uses the bot while a fifth of all calls go wrong in every way there is, a fifth of all updates come twice and
 * nothing is handled in the order in which it came. Afterwards an auditor looks at the table and the phones: nothing
 * lost, nothing booked twice, nothing in the wrong chat, nothing stuck. A failing seed gives the same run again.
 */

const people = 60;
const actsEach = 24;
const share = 0.2;

const seeds = [1, 2, 3, fc.readConfigureGlobal()?.seed ?? 4];

async function live(seed: number): Promise<{ rig: Small; mix: FaultMix; accepted: ReadonlySet<number> }> {
  const chance = chanceOf(seed);
  const mix = faultMix(chance, share);
  // A fault in this run is one that outlasted the SDK's own retries: so many in a row that dead letters would be sure.
  const rig = await smallRig({ between: mix.between, mostReceives: Number.POSITIVE_INFINITY });
  rig.phone.intercept = mix.intercept;
  const accepted = new Set<number>();
  const town = townOf(people);
  const left = new Map(town.map((person) => [person, actsEach]));
  const recent: unknown[] = [];
  while (left.size > 0) {
    const person = chance.of([...left.keys()]);
    const count = (left.get(person) ?? 0) - 1;
    if (count > 0) left.set(person, count);
    else left.delete(person);
    const update = actOf(person, rig, chance);
    await bring(update, rig, accepted);
    recent.push(update);
    while (chance.share(0.2)) await bring(chance.of(recent.slice(-20)), rig, accepted);
    await someWork(rig, chance);
  }
  await calmDown(rig, 10);
  mix.on = false;
  await calmDown(rig, 40);
  return { rig, mix, accepted };
}

async function bring(update: unknown, rig: Rig, accepted: Set<number>): Promise<void> {
  await rig.brings(update);
  if (typeof update === 'object' && update && 'update_id' in update) accepted.add(Number(update.update_id));
}

/** Some of what waits is handled, from any queue and any chat; then a little time passes. */
async function someWork(rig: Rig, chance: Chance): Promise<void> {
  for (let count = chance.below(40); count > 0; count -= 1)
    await rig.work(chance.of(['inbound', 'inbound', 'outbound', 'outbound', 'later']), chance.below);
  await pass(rig, rig.clock + chance.below(4_000));
}

/** Moves the clock; the tick runs at each full minute, and may fail like everything else. */
async function pass(rig: Rig, to: number): Promise<void> {
  const minutes = Math.floor(to / 60_000) - Math.floor(rig.clock / 60_000);
  rig.clock = to;
  if (minutes > 0) await rig.tick().catch(expected);
}

function expected(error: unknown): void {
  if (error instanceof KilledError || error instanceof Error) return;
  throw error;
}

async function calmDown(rig: Rig, minutes: number): Promise<void> {
  const end = rig.clock + minutes * 60_000;
  while (rig.clock < end) {
    await rig.settle();
    const next = Math.min(
      ...Object.values(rig.queues).map((queue) => queue.nextDue()),
      Math.floor(rig.clock / 60_000) * 60_000 + 60_000,
    );
    await pass(rig, Math.max(rig.clock + 1, next));
  }
  await rig.settle();
}

describe('a town in which a fifth of everything goes wrong', () => {
  it.each(seeds)(
    'seed %i: loses nothing, books nothing twice, mixes nobody up, and comes to rest',
    { timeout: 180_000 },
    async (seed) => {
      const { rig, mix, accepted } = await live(seed);
      const items = rig.rows.items();
      const report = auditTown(items, rig, townOf(people));
      const faults = [...mix.counts.values()].reduce((sum, count) => sum + count, 0);
      console.log(
        `seed ${seed}: ${accepted.size} updates, ${faults} faults, ${report.bubbles} messages, ${report.agreements} agreements, ${report.repeats} shown again of ${mix.excuses} excused`,
      );
      expect(faultsIn(items, rig)).toEqual([]);
      expect(report.faults).toEqual([]);
      expect(report.inbound).toBe(accepted.size);
      expect(report.repeats).toBeLessThanOrEqual(mix.excuses);
      expect(report.agreements).toBeGreaterThan(10);
      expect(rig.failures.filter(ours)).toEqual([]);
    },
  );
});

/** What was thrown and not planted: an error of the code under test. */
function ours(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const planted = ['KilledError', 'ProvisionedThroughputExceededException', 'TransactionCanceledException'];
  const contended = error.name === 'ContendedError';
  return !planted.includes(error.name) && !contended && error.message !== 'socket hang up';
}
