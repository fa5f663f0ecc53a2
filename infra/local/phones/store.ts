import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import * as z from 'zod';

/** A named collection: all of it in memory, every change written through. Iterates in order of first writing. */
export type Table<T> = {
  readonly get: (key: string | number) => T | undefined;
  readonly put: (key: string | number, value: T) => void;
  readonly drop: (key: string | number) => void;
  readonly all: () => Iterable<T>;
  readonly size: () => number;
};

export type Store = {
  /** @param shape of one value; what a former run left is parsed by it when the table is opened. */
  readonly table: <T>(name: string, shape: z.ZodType<T>) => Table<T>;
  readonly putBytes: (key: string, bytes: Uint8Array) => void;
  readonly bytes: (key: string) => Uint8Array | undefined;
  /** Everything written inside lands on disk together, or (killed on the way) not at all. */
  readonly atomically: <T>(work: () => T) => T;
  readonly close: () => void;
};

/**
 * What a simulated messenger remembers.
 * @param dataDir folder for the file, created when missing; `undefined` keeps everything in memory.
 * @param file its name there, e.g. `telegram.sqlite`.
 */
export const openStore = (dataDir: string | undefined, file: string): Store =>
  dataDir === undefined ? memoryStore() : diskStore(dataDir, file);

const memoryStore = (): Store => {
  const files = new Map<string, Uint8Array>();
  return {
    table: () => tableOver(new Map(), undefined),
    putBytes: (key, bytes) => void files.set(key, bytes),
    bytes: (key) => files.get(key),
    atomically: (work) => work(),
    close: () => undefined,
  };
};

const diskStore = (dataDir: string, file: string): Store => {
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, file));
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS entry (name TEXT, key TEXT, json TEXT NOT NULL, UNIQUE (name, key));
    CREATE TABLE IF NOT EXISTS file (key TEXT PRIMARY KEY, bytes BLOB NOT NULL);`);
  const writes = {
    put: db.prepare(
      'INSERT INTO entry (name, key, json) VALUES (?, ?, ?) ON CONFLICT (name, key) DO UPDATE SET json = excluded.json',
    ),
    drop: db.prepare('DELETE FROM entry WHERE name = ? AND key = ?'),
  };
  const readAll = db.prepare('SELECT key, json FROM entry WHERE name = ? ORDER BY rowid');
  const putFile = db.prepare('INSERT OR REPLACE INTO file (key, bytes) VALUES (?, ?)');
  const getFile = db.prepare('SELECT bytes FROM file WHERE key = ?');
  let depth = 0;
  return {
    table: (name, shape) => {
      const rows = readAll.all(name).map((row) => savedRow.parse(row));
      const kept = new Map(rows.map((row) => [row.key, shape.parse(JSON.parse(row.json))] as const));
      return tableOver(kept, { name, ...writes });
    },
    putBytes: (key, bytes) => void putFile.run(key, bytes),
    bytes: (key) => {
      const row = getFile.get(key);
      return row?.bytes instanceof Uint8Array ? row.bytes : undefined;
    },
    atomically: (work) => {
      if (depth > 0) return work();
      depth += 1;
      db.exec('BEGIN');
      try {
        return work();
      } finally {
        // Also after a refusal: what was done before it (a counted call, a ledger line) is part of the world.
        depth -= 1;
        db.exec('COMMIT');
      }
    },
    close: () => db.close(),
  };
};

const savedRow = z.object({ key: z.string(), json: z.string() });

const tableOver = <T>(
  kept: Map<string, T>,
  disk: { name: string; put: StatementSync; drop: StatementSync } | undefined,
): Table<T> => ({
  get: (key) => kept.get(String(key)),
  put: (key, value) => {
    kept.set(String(key), value);
    disk?.put.run(disk.name, String(key), JSON.stringify(value));
  },
  drop: (key) => {
    if (kept.delete(String(key))) disk?.drop.run(disk.name, String(key));
  },
  all: () => kept.values(),
  size: () => kept.size,
});

/** Counts up each named sequence from `first`, one number a call; goes on where it was after a restart. */
export const sequencesIn = (store: Store): ((sequence: string, first: number) => number) => {
  const counters = store.table('counter', z.number());
  return (sequence, first) => {
    const next = counters.get(sequence) ?? first;
    counters.put(sequence, next + 1);
    return next;
  };
};
