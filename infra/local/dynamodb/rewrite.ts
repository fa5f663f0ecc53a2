import { existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as z from 'zod';

/**
 * LevelDB only notes that something was deleted, and keeps it in its files until it tidies them one day. Here all that is still
 * there is written into new files, and the old ones go: what was erased is in none of them.
 */
export async function rewrite(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const [fresh, old] = [`${path}.new`, `${path}.old`];
  rmSync(fresh, { recursive: true, force: true });
  const from = open(path);
  const to = open(fresh);
  await from.open();
  await to.open();
  let batch: Put[] = [];
  for await (const [key, value] of from.iterator(bytes)) {
    batch.push({ type: 'put', key, value });
    if (batch.length < entriesAtOnce) continue;
    await to.batch(batch, bytes);
    batch = [];
  }
  await to.batch(batch, bytes);
  await from.close();
  await to.close();
  renameSync(path, old);
  renameSync(fresh, path);
  rmSync(old, { recursive: true });
}

/** Puts right what a rewriting that was killed left: the old files count while the new ones are not in their place. */
export function settleRewrite(path: string): void {
  const [fresh, old] = [`${path}.new`, `${path}.old`];
  if (existsSync(old) && !existsSync(path)) renameSync(old, path);
  rmSync(old, { recursive: true, force: true });
  rmSync(fresh, { recursive: true, force: true });
}

const entriesAtOnce = 1_000;
const bytes = { keyEncoding: 'buffer', valueEncoding: 'buffer' } as const;

type Put = { readonly type: 'put'; readonly key: Buffer; readonly value: Buffer };
type Encodings = typeof bytes;
type Db = {
  open(): Promise<void>;
  close(): Promise<void>;
  iterator(how: Encodings): AsyncIterable<readonly [Buffer, Buffer]>;
  batch(puts: readonly Put[], how: Encodings): Promise<void>;
};

const isClass = (value: unknown) => typeof value === 'function';
const library = z.object({ Level: z.custom<new (path: string) => Db>(isClass) });

/** The very LevelDB that dynalite writes with. */
function open(path: string): Db {
  const ofDynalite = createRequire(createRequire(import.meta.url).resolve('dynalite'));
  const { Level } = library.parse(ofDynalite('level'));
  return new Level(path);
}
