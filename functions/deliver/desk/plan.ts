import { type Priority, priorities } from '#shared/domain/outbound.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import { batchOf } from './batch.ts';
import { callsOf, isUntouched, sortOf } from './lane.ts';
import { type Allowance, fitsAt, isQuiet, room, shareOf, type Use } from './pace.ts';

/**
 * How often a talk line changes in one topic: as it comes while the group is quiet, else at most this often; four times as
 * seldom while more waits than the minute takes.
 */
export const talkEveryMs = 30_000;
export const talkBehindMs = 120_000;

/** What lies before the sender. Everything here is known before any call: the plan itself reads and asks nothing. */
export type Situation = Allowance & {
  /** In order of birth, without those that a later one made pointless. */
  readonly rows: readonly OutboxRow[];
  /** Rows of one lane stand in one topic. */
  readonly laneOf: (row: OutboxRow) => string;
  /** When the talk line of a lane changed last. */
  readonly talkedAt: (lane: string) => number;
  /** Whether the row's slot can be edited where it is. */
  readonly inPlace: (row: OutboxRow) => boolean;
  /** Messages that come on top: a topic is made, a card is pinned. */
  readonly extra: (row: OutboxRow) => number;
  /** The row's topic cannot be written to before. */
  readonly blockedUntil: (row: OutboxRow) => number;
};

/** What is done next: these rows go out together, or nothing can before `until`, or nothing waits. */
export type Next =
  | { readonly kind: 'send'; readonly rows: readonly OutboxRow[] }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'nothing' };

type Candidate = {
  readonly rows: readonly OutboxRow[];
  readonly priority: Priority;
  readonly use: Use;
  readonly count: number;
  /** Not before this instant, whatever the group still takes. */
  readonly from: number;
};

/**
 * Chooses what goes to the group next: by priority, but never out of a topic's order. A row that has to go soon takes the
 * earlier ones of its topic along; slots and reactions stand outside of that order, since they show where they belong.
 */
export function nextOf(situation: Situation): Next {
  const { now } = situation;
  const candidates = candidatesOf(situation).sort(before);
  let until = Number.POSITIVE_INFINITY;
  const shut = new Map<Use, number>();
  for (const candidate of candidates) {
    const { use, count, priority, from, rows } = candidate;
    if (from > now) {
      until = Math.min(until, from);
      continue;
    }
    const share = shareOf(priority, now - (rows[0]?.born ?? now));
    const fits = count === 0 ? now : fitsAt(use, count, share, situation);
    // Nothing smaller slips past what has to wait for room in the same share: an album would wait for ever.
    const isShut = count > 0 && priorities[share] >= (shut.get(use) ?? Number.POSITIVE_INFINITY);
    if (fits <= now && !isShut) return { kind: 'send', rows };
    shut.set(use, Math.min(shut.get(use) ?? Number.POSITIVE_INFINITY, priorities[share]));
    if (fits > now) until = Math.min(until, fits);
  }
  return Number.isFinite(until) ? { kind: 'wait', until } : { kind: 'nothing' };
}

function before(a: Candidate, b: Candidate): number {
  return priorities[a.priority] - priorities[b.priority] || byBirth(a.rows[0], b.rows[0]);
}

export function byBirth(a: OutboxRow | undefined, b: OutboxRow | undefined): number {
  if (!a || !b) return 0;
  return a.born - b.born || (a.sk < b.sk ? -1 : a.sk > b.sk ? 1 : 0);
}

/** What may go next of every topic: the head of its words, its slots, its reactions. */
function candidatesOf(situation: Situation): Candidate[] {
  const { rows, laneOf } = situation;
  const lanes = new Map<string, OutboxRow[]>();
  const others: OutboxRow[] = [];
  for (const row of rows) {
    if (sortOf(row).kind === 'words') {
      const lane = laneOf(row);
      const queue = lanes.get(lane);
      if (queue) queue.push(row);
      else lanes.set(lane, [row]);
    } else others.push(row);
  }
  const behind = isBehind(rows, situation);
  const heads = [...lanes.entries()].flatMap(([name, lane]) => {
    const talk = others.find((row) => isTalk(row) && laneOf(row) === name);
    // What the bot said before these words stands above them, unless the group has no room for both.
    const waits = talk !== undefined && !behind && isUntouched(talk) && byBirth(talk, lane[0]) < 0;
    return waits ? [] : [headOf(lane, situation, behind)];
  });
  const beside = others.flatMap((row) => besideOf(row, lanes.get(laneOf(row)) ?? [], situation, behind));
  return [...heads, ...beside];
}

/** More waits than the minute still takes: then words of one topic share messages. */
function isBehind(rows: readonly OutboxRow[], situation: Situation): boolean {
  let posts = 0;
  for (const row of rows) {
    const { use, count } = callsOf(row, situation.inPlace(row));
    if (use === 'post' && row.notBefore <= situation.now) posts += count;
  }
  return posts > room('post', 'answer', situation);
}

function headOf(lane: readonly OutboxRow[], situation: Situation, behind: boolean): Candidate {
  const [head, ...rest] = lane;
  if (!head) throw new RangeError('A lane without rows is none');
  const batch = batchOf(head, rest, behind);
  return candidate(batch, mostUrgent(lane), situation);
}

function mostUrgent(rows: readonly OutboxRow[]): Priority {
  return rows.reduce<Priority>(
    (top, row) => (priorities[row.priority] < priorities[top] ? row.priority : top),
    'mirror',
  );
}

function isTalk(row: OutboxRow): boolean {
  const sort = sortOf(row);
  return sort.kind === 'slot' && sort.slot === 'talk';
}

/** A talk line stands behind what was said before it, and changes seldom. */
function besideOf(
  row: OutboxRow,
  words: readonly OutboxRow[],
  situation: Situation,
  behind: boolean,
): Candidate[] {
  const own = candidate([row], row.priority, situation);
  if (!isTalk(row)) return [own];
  if (words.some((earlier) => byBirth(earlier, row) < 0)) return [];
  if (!isUntouched(row)) return [own];
  // Words wait behind it: it goes now, as soon as they would.
  if (words.length > 0 && !behind) return [{ ...own, priority: mostUrgent([row, ...words]) }];
  const pause = behind ? talkBehindMs : isQuiet(situation) ? 0 : talkEveryMs;
  const from = situation.talkedAt(situation.laneOf(row)) + pause;
  return [{ ...own, from: Math.max(own.from, from) }];
}

function candidate(rows: readonly OutboxRow[], priority: Priority, situation: Situation): Candidate {
  const [first] = rows;
  if (!first) throw new RangeError('Nothing to send');
  const calls = rows.map((row) => callsOf(row, situation.inPlace(row)));
  const together = rows.length > 1 && first.album === null;
  const count = together ? 1 : calls.reduce((sum, one) => sum + one.count, 0);
  const use = calls[0]?.use ?? 'post';
  const extra = situation.extra(first);
  return {
    rows,
    priority,
    use: extra > 0 ? 'post' : use,
    count: extra + count,
    from: Math.max(first.notBefore, situation.blockedUntil(first)),
  };
}
