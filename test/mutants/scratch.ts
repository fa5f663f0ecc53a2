import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import type { Edit, Mutant } from './mutants.ts';

/** A copy of the tree in which bugs are planted; the tree itself is never touched. */
export type Scratch = {
  /** Makes the edits. Throws when one of them does not stand exactly once: the table has to follow the code. */
  plant(edits: readonly Edit[]): void;
  /** Takes them back. */
  heal(): void;
  /** Runs tests here; `failed` names those that failed, `ran` counts them all. */
  test(what: Pick<Mutant, 'tests' | 'only'>): Promise<Outcome>;
  remove(): void;
};

export type Outcome = { readonly ran: number; readonly failed: readonly string[] };

const root = resolve(import.meta.dirname, '../..');

export function openScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'station-mutants-'));
  const left = ['browser', 'bench'].map((name) => join(root, 'test', name));
  for (const name of ['functions', 'shared', 'infra', 'test', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (from) => !left.includes(from),
    });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const planted = new Map<string, string>();

  return {
    plant(edits) {
      for (const { file, find, put } of edits) {
        const path = join(folder, file);
        const text = readFileSync(path, 'utf8');
        const count = text.split(find).length - 1;
        if (count !== 1)
          throw new Error(`${file} holds "${find}" ${count} times, not once: bring the table up to date`);
        if (!planted.has(path)) planted.set(path, text);
        writeFileSync(
          path,
          text.replace(find, () => put),
        );
      }
    },
    heal() {
      for (const [path, text] of planted) writeFileSync(path, text);
      planted.clear();
    },
    test: (what) => runTests(folder, what),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const report = z.object({
  testResults: z.array(
    z.object({
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

async function runTests(folder: string, { tests, only }: Pick<Mutant, 'tests' | 'only'>): Promise<Outcome> {
  const file = join(folder, 'report.json');
  rmSync(file, { force: true });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = ['run', '--config', 'test/vitest.config.ts', '--reporter=json', `--outputFile=${file}`];
  const narrowed = only ? ['-t', only] : [];
  const child = spawn(process.execPath, [vitest, ...args, ...narrowed, ...tests], {
    cwd: folder,
    stdio: 'ignore',
  });
  await once(child, 'exit');
  const { testResults } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const unread = testResults.find(({ assertionResults }) => assertionResults.length === 0);
  if (unread) throw new Error(`A test file could not even be read: ${unread.message}`);
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    ran: all.filter(({ status }) => status === 'passed' || status === 'failed').length,
    failed: all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  };
}
