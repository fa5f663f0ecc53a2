/** Behind everything that ever stood in a queue. */
const LAST = `(SELECT 1 + max(number) FROM (SELECT max(sequence) AS number FROM messages
  UNION ALL SELECT seq FROM sqlite_sequence WHERE name = 'messages'))`;

/** Every statement the queues run, prepared once. Times are station milliseconds; see database.ts for the tables. */
export function statements<Statement>(prepare: (text: string) => Statement) {
  return {
    insert: prepare(`INSERT INTO messages
      (id, queue, body, attributes, group_id, deduplication_id, sent_at, visible_at, wait_ms)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    findTwin: prepare(
      'SELECT message_id, sequence FROM deduplication WHERE queue = ? AND scope = ? AND id = ? AND at > ?',
    ),
    forgetTwins: prepare('DELETE FROM deduplication WHERE at <= ?'),
    rememberTwin: prepare('INSERT OR REPLACE INTO deduplication VALUES (?, ?, ?, ?, ?, ?)'),
    ready: prepare(`SELECT * FROM messages AS m INDEXED BY message_order
      WHERE queue = :queue AND in_work = 0 AND visible_at <= :now AND (group_id IS NULL OR NOT EXISTS (
        SELECT 1 FROM messages AS other INDEXED BY message_received
        WHERE other.queue = :queue AND other.group_id = m.group_id AND other.receipt IS NOT NULL
          AND (other.in_work = 1 OR other.visible_at > :now)))
      ORDER BY sequence LIMIT :max`),
    take: prepare(`UPDATE messages SET receipt = ?, visible_at = ?, first_received_at = ?, in_work = ?,
      receive_count = receive_count + 1, wait_chosen = 0 WHERE sequence = ?`),
    // In a FIFO queue it is as if it had been sent there just now, under its own id, so that nothing else is its twin.
    bury: prepare(`UPDATE messages SET queue = :dead, died_in = :queue, visible_at = :now, receipt = NULL, in_work = 0,
      receive_count = 0, sequence = ${LAST}, sent_at = CASE WHEN group_id IS NULL THEN sent_at ELSE :now END,
      deduplication_id = CASE WHEN group_id IS NULL THEN deduplication_id ELSE id END WHERE sequence = :sequence`),
    recordDeath: prepare('INSERT OR REPLACE INTO dead_letters VALUES (?, ?, ?, ?)'),
    remove: prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?'),
    changeVisibility: prepare(
      'UPDATE messages SET visible_at = ?, wait_chosen = 1 WHERE queue = ? AND receipt = ?',
    ),
    release: prepare(`UPDATE messages SET in_work = 0, wait_chosen = 0,
      visible_at = CASE wait_chosen WHEN 1 THEN visible_at ELSE min(visible_at, ?) END,
      last_error = ? WHERE queue = ? AND receipt = ?`),
    forgetDeath: prepare('DELETE FROM dead_letters WHERE id = ?'),
    movable: prepare(`SELECT sequence, id, died_in FROM messages
      WHERE queue = :queue AND in_work = 0 AND visible_at <= :now ORDER BY sequence`),
    move: prepare(`UPDATE messages SET queue = :to, id = :id, died_in = NULL, visible_at = :now, sent_at = :now, receipt = NULL,
      receive_count = 0, first_received_at = 0, last_error = NULL, sequence = ${LAST} WHERE sequence = :sequence`),
    purge: prepare('DELETE FROM messages WHERE queue = ?'),
    count: prepare(`SELECT
        count(*) FILTER (WHERE in_work = 0 AND visible_at <= :now) AS ready,
        count(*) FILTER (WHERE receipt IS NOT NULL AND (in_work = 1 OR visible_at > :now)) AS inFlight,
        count(*) FILTER (WHERE receipt IS NULL AND visible_at > :now) AS delayed
      FROM messages WHERE queue = :queue`),
    countAll: prepare(
      'SELECT count(*) AS messages FROM messages WHERE queue IN (SELECT value FROM json_each(?))',
    ),
    nextDue: prepare(`SELECT min(visible_at) AS next FROM messages
      WHERE queue = ? AND visible_at > ? AND in_work = 0`),
    deadLetters: prepare('SELECT id, queue, reason, at FROM dead_letters ORDER BY at, id'),
  };
}
