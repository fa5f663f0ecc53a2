import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../runner/start-error.ts';

/** SQS remembers a FIFO deduplication id for five minutes (SQS developer guide, "Exactly-once processing"). */
export const DEDUPLICATION_MS = 5 * 60_000;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS messages (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  queue TEXT NOT NULL,
  body TEXT NOT NULL,
  attributes TEXT NOT NULL,
  group_id TEXT,
  deduplication_id TEXT,
  sent_at INTEGER NOT NULL,
  first_received_at INTEGER NOT NULL DEFAULT 0,
  receive_count INTEGER NOT NULL DEFAULT 0,
  visible_at INTEGER NOT NULL,
  wait_ms INTEGER NOT NULL DEFAULT 0,
  receipt TEXT,
  in_work INTEGER NOT NULL DEFAULT 0,
  wait_chosen INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  died_in TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS message_order ON messages (queue, sequence);
CREATE INDEX IF NOT EXISTS message_due ON messages (queue, visible_at);
CREATE INDEX IF NOT EXISTS message_received ON messages (queue, group_id) WHERE receipt IS NOT NULL;
CREATE INDEX IF NOT EXISTS message_receipt ON messages (receipt) WHERE receipt IS NOT NULL;
CREATE TABLE IF NOT EXISTS deduplication (
  queue TEXT NOT NULL,
  scope TEXT NOT NULL,
  id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (queue, scope, id)
) STRICT;
CREATE TABLE IF NOT EXISTS dead_letters (
  id TEXT PRIMARY KEY,
  queue TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
`;

/**
 * Opens the queues' file and puts right what a stop or a kill left behind.
 *
 * - A message that was being worked on is ready again, and that cut-off attempt does not count against it.
 * - A retry that was waiting is ready again.
 * - A delayed message waits at most its own delay from now: after a restart the clock may stand days before the
 *   moment the message was due on a clock that had been pushed.
 */
export function openQueueDatabase(dataDir: string, now: number): DatabaseSync {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'queues.sqlite');
  const database = new DatabaseSync(file);
  try {
    // Another station on the same data would take messages from this one: the first one keeps the file.
    database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;',
    );
    database.exec(SCHEMA);
    recover(database, now);
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked/i.test(error.message)) {
      throw new StartError(
        `Another station is running on the data in ${dataDir}. Stop it, or give this one its own folder: DATA_DIR=.station-2 npm start`,
      );
    }
    throw new StartError(
      `The queues' file ${file} cannot be opened (${error instanceof Error ? error.message : 'unknown error'}). Move the folder away to start a new station.`,
    );
  }
  return database;
}

function recover(database: DatabaseSync, now: number): void {
  database
    .prepare(
      'UPDATE messages SET receive_count = max(0, receive_count - 1), first_received_at = 0 WHERE in_work = 1',
    )
    .run();
  database
    .prepare(
      'UPDATE messages SET receipt = NULL, in_work = 0, wait_chosen = 0, visible_at = min(visible_at, ?) WHERE receipt IS NOT NULL',
    )
    .run(now);
  database.prepare('UPDATE messages SET visible_at = min(visible_at, ? + wait_ms)').run(now);
  database.prepare('DELETE FROM deduplication WHERE at > ? OR at <= ?').run(now, now - DEDUPLICATION_MS);
}
