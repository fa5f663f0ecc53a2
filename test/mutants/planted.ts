import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { createVitest } from 'vitest/node';
import type { Edit, Mutant } from './mutants.ts';

/**
 * A vitest that stays, in which bugs are planted while modules are read: no file is touched, and what no bug is in is read
 * and transformed once.
 */
export type Bed = {
  /** Plants a bug, runs its tests until the first one fails, and takes it out again. */
  tryOut(mutant: Mutant): Promise<Catch>;
  /** Runs tests by their full names without any bug. Answers the names of those that fail, or are not there. */
  failing(file: string, names: readonly string[]): Promise<readonly string[]>;
  close(): Promise<void>;
};

/** Where a bug was noticed; null: nowhere. */
export type Catch = { readonly file: string; readonly name: string } | null;

const root = resolve(import.meta.dirname, '../..');

export async function openBed(): Promise<Bed> {
  let planted: readonly Edit[] = [];
  const plugin: Plugin = {
    name: 'planted-bugs',
    enforce: 'pre',
    transform: (code, id) => editsOf(id).reduce((text, { find, put }) => text.replace(find, () => put), code),
    configureVitest({ defineCacheKeyGenerator }) {
      // A module with a bug in it is not kept for the next run.
      defineCacheKeyGenerator(({ id }) => (editsOf(id).length > 0 ? false : null));
    },
  };
  const editsOf = (id: string) => planted.filter(({ file }) => join(root, file) === id);
  const vitest = await createVitest(
    'test',
    {
      root,
      config: join(root, 'test/vitest.config.ts'),
      watch: false,
      bail: 1,
      maxWorkers: 1,
      reporters: [{}],
    },
    { plugins: [plugin] },
  );

  function plant(edits: readonly Edit[]): void {
    for (const { file } of [...planted, ...edits]) vitest.invalidateFile(join(root, file));
    planted = edits;
  }

  /** `only`: words that stand in a test's name, or whole names. */
  async function run(filters: readonly string[], only: string | readonly string[] | undefined) {
    vitest.resetGlobalTestNamePattern();
    if (typeof only === 'string') vitest.setGlobalTestNamePattern(new RegExp(escaped(only)));
    const found = await vitest.globTestSpecifications([...filters]);
    const all = await vitest.runTestSpecifications(
      typeof only !== 'object'
        ? found
        : found.map(({ project, moduleId }) =>
            project.createSpecification(moduleId, { testNames: [...only] }),
          ),
    );
    // It also tells of what ran before.
    const testModules = all.testModules.filter((one) =>
      found.some(({ moduleId }) => moduleId === one.moduleId),
    );
    const unread = testModules.find((module) => module.state() === 'failed' && module.children.size === 0);
    if (unread) throw new Error(`A test file could not even be read: ${unread.errors()[0]?.message}`);
    return testModules.flatMap((module) =>
      [...module.children.allTests()].flatMap((test) => {
        const { state } = test.result();
        const one = { file: module.relativeModuleId, name: test.fullName, state };
        return state === 'passed' || state === 'failed' ? [one] : [];
      }),
    );
  }

  return {
    async tryOut({ edits, tests, only }) {
      for (const edit of edits) expectOnce(edit);
      plant(edits);
      try {
        const ran = await run(tests, only);
        if (ran.length === 0) throw new Error(`No test matches ${tests.join(' ')}`);
        return ran.find(({ state }) => state === 'failed') ?? null;
      } finally {
        plant([]);
      }
    },
    async failing(file, names) {
      const ran = await run([file], names);
      return names.filter((name) => !ran.some((one) => one.name === name && one.state === 'passed'));
    },
    close: () => vitest.close(),
  };
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function expectOnce({ file, find }: Edit): void {
  const count = readFileSync(join(root, file), 'utf8').split(find).length - 1;
  if (count !== 1)
    throw new Error(`${file} holds "${find}" ${count} times, not once: bring the table up to date`);
}
