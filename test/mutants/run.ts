import { availableParallelism } from 'node:os';
import { groups, type Mutant } from './mutants.ts';
import { openScratch, type Scratch } from './scratch.ts';

/**
 * `npm run mutants`: plants the bugs of the table one by one into copies of the tree and runs the tests that must notice
 * them. Ends with 1 when a bug survives, when it makes a test file unreadable, or when the tests fail without any bug.
 * `npm run mutants -- desk` plants those of one group, `npm run mutants -- desk note` those of it that speak of notes.
 */

const [named, ...words] = process.argv.slice(2);
const mutants = Object.entries(groups)
  .filter(([group]) => named === undefined || group === named)
  .flatMap(([, some]) => some)
  .filter(({ bug }) => words.every((word) => bug.includes(word)));
if (mutants.length === 0) throw new Error(`No bug is called so; groups: ${Object.keys(groups).join(', ')}`);

const started = performance.now();
const workers = Math.min(2, availableParallelism(), mutants.length);
const scratches = Array.from({ length: workers }, openScratch);
const waiting = [...mutants];
let bad = 0;

try {
  const [first] = scratches;
  if (first) await healthy(first);
  await Promise.all(scratches.map(workOff));
} finally {
  for (const scratch of scratches) scratch.remove();
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`${mutants.length - bad} of ${mutants.length} planted bugs caught in ${seconds} s`);
process.exitCode = bad > 0 ? 1 : 0;

/** Tests that fail by themselves would catch anything. */
async function healthy(scratch: Scratch): Promise<void> {
  const narrow = mutants.filter(({ only }) => only !== undefined);
  const tests = [...new Set(mutants.filter(({ only }) => only === undefined).flatMap((one) => one.tests))];
  for (const what of [{ tests }, ...narrow]) {
    const { ran, failed } = await scratch.test(what);
    if (ran === 0) throw new Error(`No test matches ${what.tests.join(' ')}`);
    if (failed.length > 0)
      throw new Error(
        `Without any bug ${failed.length} tests fail already, such as:\n${failed.slice(0, 5).join('\n')}`,
      );
  }
}

async function workOff(scratch: Scratch): Promise<void> {
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) await tryOut(scratch, mutant);
}

async function tryOut(scratch: Scratch, mutant: Mutant): Promise<void> {
  try {
    scratch.plant(mutant.edits);
    const { failed } = await scratch.test(mutant);
    const [by] = failed;
    if (by === undefined) bad += 1;
    console.log(by === undefined ? `SURVIVED: ${mutant.bug}` : `caught: ${mutant.bug}\n        by "${by}"`);
  } catch (error) {
    bad += 1;
    console.log(`BROKEN: ${mutant.bug}\n        ${error instanceof Error ? error.message : error}`);
  } finally {
    scratch.heal();
  }
}
