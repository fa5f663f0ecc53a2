import { addressOf } from '#shared/domain/address.ts';
import { plantHistory } from './history.ts';
import { countSteps, knownOwnerBooks, newOwnerBooks, owner, startMeteredRig } from './journey.ts';
import type { StepCost } from './step-cost.ts';

/** The steps of a known owner's booking, with `earlier` messages and as many appointments behind them. */
export type Grown = { readonly earlier: number; readonly steps: readonly StepCost[] };

/**
 * Counts the same booking by the same owner after ever longer histories of that conversation and that calendar, each on
 * a table of its own. What is counted must be the same every time.
 */
export async function countGrowth(sizes: readonly number[]): Promise<readonly Grown[]> {
  const grown: Grown[] = [];
  for (const earlier of sizes) {
    const metered = await startMeteredRig();
    const { rig } = metered;
    await countSteps(metered, newOwnerBooks);
    rig.clock += 4 * 24 * 3_600_000;
    await plantHistory(rig.table, addressOf(`telegram/4242/${owner.id}/`), earlier, rig.clock);
    grown.push({ earlier, steps: await countSteps(metered, knownOwnerBooks) });
    await rig.close();
  }
  return grown;
}

/** What must not grow, as text: equal texts are equal costs. */
export function sameFor({ steps }: Grown): string {
  return JSON.stringify(steps);
}
