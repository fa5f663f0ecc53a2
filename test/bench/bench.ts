import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBundles } from './bundles.ts';
import { type ColdEffort, measureCold } from './cold.ts';
import { reportCosts } from './costs.ts';
import { type CpuEffort, measureCpu } from './cpu.ts';
import { printGoals } from './print.ts';
import { startStub } from './processes.ts';
import type { SlotEffort } from './slots.bench.ts';
import { reportSlots } from './slots.ts';
import { reportWords } from './words.ts';

/**
 * `npm run bench [-- --quick] [-- --json FILE]`: what the station costs in CPU, in cold starts, in AWS's units and in
 * dollars, against floors measured in the same run. Prints tables; fails only when something does not work.
 */
type Effort = {
  readonly cpu: CpuEffort;
  readonly cold: ColdEffort;
  readonly history: readonly number[];
  readonly slots: SlotEffort;
};

const quick: Effort = {
  cpu: { rounds: 5, acks: { warm: 500, count: 700 }, steps: { warm: 60, count: 60 } },
  cold: { starts: 4, compileCache: false },
  history: [10, 1_000],
  slots: { batches: 3, batchMs: 4 },
};

const full: Effort = {
  cpu: { rounds: 7, acks: { warm: 500, count: 1_500 }, steps: { warm: 90, count: 240 } },
  cold: { starts: 15, compileCache: true },
  history: [10, 1_000, 20_000],
  slots: { batches: 8, batchMs: 12 },
};

const { values: asked } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
});
const effort = asked.quick ? quick : full;
const begun = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'station-bench-'));

const [cpu] = cpus();
console.log(
  `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ` +
    `${process.platform} ${release()}, Node ${process.version}, ${asked.quick ? 'quick' : 'full'} run`,
);
const bundles = await buildBundles(folder);
const stub = await startStub(folder);
try {
  const warm = await measureCpu(bundles, stub, effort.cpu);
  const cold = await measureCold(bundles, stub, effort.cold, folder);
  stub.stop();
  const costs = await reportCosts(effort.history, warm.perStep);
  const goals = [...warm.goals, ...cold.goals, ...costs, reportSlots(effort.slots), reportWords()];
  printGoals(goals);
  const medians = { ...warm.medians, ...cold.medians };
  if (asked.json) writeFileSync(asked.json, JSON.stringify({ goals, medians }, null, 2));
  console.log(`\nDone in ${Math.round((performance.now() - begun) / 1_000)} s.`);
} finally {
  stub.stop();
  rmSync(folder, { recursive: true, force: true });
}
