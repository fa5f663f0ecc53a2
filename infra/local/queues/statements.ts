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
    bury: prepare(`UPDATE messages SET queue = ?, died_in = ?, visible_at = ?, receipt = NULL, in_work = 0,
      receive_count = 0 WHERE sequence = ?`),
    recordDeath: prepare('INSERT OR REPLACE INTO dead_letters VALUES (?, ?, ?, ?)'),
    remove: prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?'),
    changeVisibility: prepare(
      'UPDATE messages SET visible_at = ?, wait_chosen = 1 WHERE queue = ? AND receipt = ?',
    ),
    release: prepare(`UPDATE messages SET in_work = 0, wait_chosen = 0,
      visible_at = CASE wait_chosen WHEN 1 THEN visible_at ELSE min(visible_at, ?) END,
      last_error = ? WHERE queue = ? AND receipt = ?`),
    forgetDeaths: prepare(`DELETE FROM dead_letters WHERE id IN
      (SELECT id FROM messages WHERE queue = ? AND died_in IS NOT NULL)`),
    redrive: prepare(`UPDATE messages SET queue = died_in, died_in = NULL, visible_at = ?, receipt = NULL
      WHERE queue = ? AND died_in IS NOT NULL`),
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
