import { availableParallelism } from 'node:os';
import { groups, type Mutant } from './mutants.ts';
import { type Bed, type Catch, openBed } from './planted.ts';

/**
 * `npm run mutants`: plants the bugs of the table one by one and runs the tests that must notice them, each until its first
 * failure. Ends with 1 when a bug survives, when it makes a test file unreadable, or when a test that noticed one fails
 * without any bug, too. `npm run mutants -- desk` plants those of one group, `npm run mutants -- desk note` those of it
 * that speak of notes.
 */

// Properties run with the seed of CI: whether a bug is caught is no matter of luck.
process.env.FC_SEED ??= '20261121';
// Some of them show at one call of a kind only.
process.env.KILL_POINTS ??= 'all';

const [named, ...words] = process.argv.slice(2);
const mutants = Object.entries(groups)
  .filter(([group]) => named === undefined || group === named)
  .flatMap(([, some]) => some)
  .filter(({ bug }) => words.every((word) => bug.includes(word)));
if (mutants.length === 0) throw new Error(`No bug is called so; groups: ${Object.keys(groups).join(', ')}`);

const started = performance.now();
const workers = Math.min(2, availableParallelism(), mutants.length);
const beds = await Promise.all(Array.from({ length: workers }, openBed));
const caught = new Map<string, Set<string>>();
let bad = 0;

await share([...mutants], tryOut);
await share([...caught], expectHealthy);
await Promise.all(beds.map((bed) => bed.close()));
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`${mutants.length - bad} of ${mutants.length} planted bugs caught in ${seconds} s`);
process.exit(bad > 0 ? 1 : 0);

async function share<T>(waiting: T[], work: (bed: Bed, one: T) => Promise<void>): Promise<void> {
  await Promise.all(
    beds.map(async (bed) => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(bed, one);
    }),
  );
}

async function tryOut(bed: Bed, mutant: Mutant): Promise<void> {
  const begun = performance.now();
  try {
    const by = await bed.tryOut(mutant);
    const took = `${((performance.now() - begun) / 1000).toFixed(1)} s`;
    if (by === null) bad += 1;
    else noted(by);
    console.log(
      by === null ? `SURVIVED: ${mutant.bug}` : `caught: ${mutant.bug}\n        by "${by.name}", ${took}`,
    );
  } catch (error) {
    bad += 1;
    console.log(`BROKEN: ${mutant.bug}\n        ${error instanceof Error ? error.message : error}`);
  }
}

function noted({ file, name }: NonNullable<Catch>): void {
  caught.set(file, (caught.get(file) ?? new Set()).add(name));
}

/** A test that fails by itself would catch anything. */
async function expectHealthy(bed: Bed, [file, names]: readonly [string, ReadonlySet<string>]): Promise<void> {
  for (const name of await bed.failing(file, [...names])) {
    bad += 1;
    console.log(`FAILS WITHOUT ANY BUG: ${name}\n        ${file}`);
  }
}
