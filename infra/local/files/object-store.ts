import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** One file of a bucket without its bytes. `headers`: content-type and whatever else is given back with it. */
export type StoredFile = {
  readonly key: string;
  readonly size: number;
  /** In quotes, as S3 shows it. */
  readonly etag: string;
  /** Milliseconds since the epoch, station's clock. */
  readonly modified: number;
  readonly headers: Readonly<Record<string, string>>;
};

/** The buckets' contents, in one SQLite file. */
export type ObjectStore = {
  readonly hasBucket: (bucket: string) => boolean;
  readonly put: (bucket: string, key: string, bytes: Buffer, headers: StoredFile['headers']) => StoredFile;
  readonly find: (bucket: string, key: string) => StoredFile | undefined;
  readonly bytes: (bucket: string, key: string) => Buffer;
  readonly remove: (bucket: string, key: string) => void;
  /** Keys that start with `prefix` and come after `after`, in order, at most `most`. */
  readonly list: (bucket: string, prefix: string, after: string, most: number) => readonly StoredFile[];
  readonly close: () => void;
};

const row = z.object({
  key: z.string(),
  size: z.number(),
  etag: z.string(),
  modified: z.number(),
  headers: z.string(),
});

export function openObjectStore(options: {
  readonly dataDir: string;
  readonly buckets: readonly string[];
  readonly now: () => number;
}): ObjectStore {
  mkdirSync(options.dataDir, { recursive: true });
  const database = new DatabaseSync(join(options.dataDir, 'files.sqlite'));
  // What is deleted is overwritten, not only forgotten.
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS files (bucket TEXT, key TEXT, size INTEGER, etag TEXT, modified INTEGER,
      headers TEXT, bytes BLOB, PRIMARY KEY (bucket, key)) STRICT`);
  const columns = 'key, size, etag, modified, headers';
  const put = database.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)');
  const find = database.prepare(`SELECT ${columns} FROM files WHERE bucket = ? AND key = ?`);
  const bytes = database.prepare('SELECT bytes FROM files WHERE bucket = ? AND key = ?');
  const remove = database.prepare('DELETE FROM files WHERE bucket = ? AND key = ?');
  const list = database.prepare(
    `SELECT ${columns} FROM files WHERE bucket = ? AND substr(key, 1, length(?)) = ? AND key > ? ORDER BY key LIMIT ?`,
  );
  return {
    hasBucket: (bucket) => options.buckets.includes(bucket),
    put: (bucket, key, content, headers) => {
      const etag = `"${createHash('md5').update(content).digest('hex')}"`;
      const file = { key, size: content.length, etag, modified: options.now(), headers };
      put.run(bucket, key, file.size, etag, file.modified, JSON.stringify(headers), content);
      return file;
    },
    find: (bucket, key) => {
      const found = find.get(bucket, key);
      return found === undefined ? undefined : fileOf(found);
    },
    bytes: (bucket, key) => {
      const found = z.object({ bytes: z.instanceof(Uint8Array) }).parse(bytes.get(bucket, key));
      return Buffer.from(found.bytes);
    },
    remove: (bucket, key) => {
      remove.run(bucket, key);
    },
    list: (bucket, prefix, after, most) => list.all(bucket, prefix, prefix, after, most).map(fileOf),
    close: () => database.close(),
  };
}

function fileOf(value: unknown): StoredFile {
  const { headers, ...file } = row.parse(value);
  return { ...file, headers: z.record(z.string(), z.string()).parse(JSON.parse(headers)) };
}
