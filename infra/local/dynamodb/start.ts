import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { claim } from './claim.ts';
import { type OnStep, rollBack } from './commit.ts';
import { type Conflicts, createConflictMode } from './conflicts.ts';
import { createEndpoint } from './endpoint.ts';
import { type Engine, openEngine } from './engine.ts';
import { createGate } from './gate.ts';
import { openJournal, unfinished } from './journal.ts';
import { createRehearse } from './rehearse.ts';
import { rewrite, settleRewrite } from './rewrite.ts';
import type { Store } from './store.ts';
import { createTables, tableStatus } from './tables.ts';
import { openTokens } from './tokens.ts';
import { openTtlSettings, sweepExpired } from './ttl.ts';

/** An embedded DynamoDB that is running. */
export type DynamoDb = {
  /** `http://127.0.0.1:<free port>` */
  readonly endpoint: string;
  /** Makes transactions meet conflicts, which this engine never has by itself. */
  readonly conflicts: Conflicts;
  /** Deletes what has expired by the station's clock; resolves to the number of items. Also runs each minute. */
  sweepExpired(): Promise<number>;
  /** Ends after the requests under way; the data stays in `dataDir`, written anew so that nothing deleted is left in its files. */
  close(): Promise<void>;
};

const SWEEP_EVERY_MS = 60_000;

/**
 * Starts the DynamoDB of the local station: dynalite in this process, and around it what the station relies on and
 * dynalite lacks (transactions, time to live, old items in failed conditions, consumed capacity).
 *
 * `dataDir` keeps the data, the undo journal, the client tokens and the time-to-live settings; undefined keeps all in
 * memory. A process killed at any moment leaves no part of an unfinished write: it is taken back here, before the
 * endpoint answers. (Killed, not without power: LevelDB leaves its own log to the kernel.) `now` is the station's
 * clock in milliseconds. One process at a time may use a `dataDir`; a second one gets an error
 * that says so.
 */
export async function startDynamoDb(options: {
  readonly dataDir: string | undefined;
  readonly now: () => number;
  /** For tests: told of every step within a write. */
  readonly onStep?: OnStep;
}): Promise<DynamoDb> {
  const { dataDir, now } = options;
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const file = (name: string) => (dataDir === undefined ? undefined : join(dataDir, name));
  const release = dataDir === undefined ? () => undefined : claim(join(dataDir, 'in-use'), dataDir);

  const items = file('items');
  if (items !== undefined) settleRewrite(items);
  const engine = await openData(items);
  const tokens = openTokens(file('tokens.jsonl'), now);
  const left = unfinished(file('undo.journal'));
  if (left !== undefined) {
    await rollBack(engine, left.changes);
    if (left.token !== undefined) tokens.forget(left.token);
  }
  const journal = openJournal(file('undo.journal'));
  journal.clear();

  const conflicts = createConflictMode();
  const store: Store = {
    engine,
    tables: createTables(engine),
    gate: createGate(),
    journal,
    tokens,
    ttl: openTtlSettings(file('ttl.json')),
    conflicts,
    rehearse: createRehearse(engine, openEngine(undefined)),
    onStep: options.onStep,
    now,
  };
  const endpoint = createEndpoint(store);
  const port = await engine.listen(endpoint.listener);

  const sweep = () => {
    tokens.tidy();
    return sweepExpired(store);
  };
  const sweeping = setInterval(() => {
    sweep().catch((error: unknown) => console.error('The sweep of expired items failed:', error));
  }, SWEEP_EVERY_MS);
  sweeping.unref();

  return {
    endpoint: `http://127.0.0.1:${port}`,
    conflicts,
    sweepExpired: sweep,
    async close() {
      clearInterval(sweeping);
      await endpoint.finish();
      await engine.close();
      if (items !== undefined) await rewrite(items);
      journal.close();
      release();
    },
  };
}

/**
 * Opens the items. A table whose creation was cut off can neither be used nor removed; it happens in the first
 * milliseconds of a new station, so if there is no other table the store is begun anew.
 */
async function openData(path: string | undefined): Promise<Engine> {
  const engine = openEngine(path);
  const states = new Map<string, string | undefined>();
  for (const name of await createTables(engine).names()) states.set(name, await tableStatus(engine, name));
  const broken = [...states].filter(([, status]) => status === 'CREATING').map(([name]) => name);
  if (broken.length === 0 || path === undefined) return engine;
  await engine.close();
  if (broken.length < states.size) {
    throw new Error(
      `The creation of table ${broken.join(', ')} was cut off. Remove ${path} to begin with an empty station.`,
    );
  }
  rmSync(path, { recursive: true });
  return openEngine(path);
}
