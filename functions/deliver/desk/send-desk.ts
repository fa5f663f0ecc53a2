import type { Topic } from '#shared/domain/case.ts';
import type { Desk } from '#shared/domain/desk.ts';
import type { Group } from '#shared/domain/group.ts';
import { readGroup } from '#shared/store/group.ts';
import { type OutboxRow, readWaiting } from '#shared/store/outbox.ts';
import { endRow } from '#shared/store/progress.ts';
import { saveTopic } from '#shared/store/topic.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Run } from '../run.ts';
import { byBirth, nextOf, type Situation } from './plan.ts';
import { allowanceOf, customerOf, type DeskRun, laneOf, openDesk, topicOf } from './run.ts';
import { sendUnit } from './send-unit.ts';
import { slotTarget } from './slots.ts';
import { superseded } from './superseded.ts';
import { topicsFrom } from './topic.ts';

/** Rows read at one go, of a megabyte that a query reads at most. Order inside a topic holds among them. */
const rowsPerRun = 600;
/** No call begins later than this in a run: one may take six seconds, and the function ends at ten. */
const runMs = 3_000;
const lookAgainMs = 1_000;

/** Sends what waits for the advisors' group, as the plan says; answers when to come again, or null when nothing waits. */
export async function sendDesk(run: Run, desk: Desk): Promise<number | null> {
  const began = run.now();
  const [found, group] = await Promise.all([
    readWaiting(run.table, run.destination, rowsPerRun),
    readGroup(run.table),
  ]);
  if (found.length === 0) return null;
  for (const row of found) await acknowledge(run, row);
  givenBack(run, group);
  const held = Math.max(run.sender.notBefore, run.holds.until(run.address));
  if (run.now() < held) return held;
  const opened = await openDesk(run, desk, group, [...found].sort(byBirth));
  const rows = await dropSuperseded(opened, [...found].sort(byBirth));
  const again = await sendRows(opened, rows, began + runMs);
  await keepLast(opened);
  return again ?? (found.length === rowsPerRun ? run.now() : null);
}

/** Rights that were given back, as their news cleared from the group, end the pause that their lack began. */
function givenBack(run: Run, { trouble }: Group): void {
  const { muted, notBefore, topicsRefused } = run.sender;
  if (muted === notBefore && muted > 0 && !trouble.includes('write'))
    run.sender = { ...run.sender, notBefore: 0, refusals: 0, muted: 0 };
  if (topicsRefused > 0 && !trouble.includes('topics') && !trouble.includes('forum'))
    run.sender = { ...run.sender, topicsFrom: 0, topicsRefused: 0 };
}

async function dropSuperseded(run: DeskRun, rows: readonly OutboxRow[]): Promise<readonly OutboxRow[]> {
  const pointless = superseded(rows, (row) => laneOf(run, row));
  for (const row of rows)
    if (pointless.has(row.sk)) await endRow(run.table, run.destination, row, 'superseded', null, run.now());
  return rows.filter(({ sk }) => !pointless.has(sk));
}

/** Answers when to come again, or null when all went out. */
async function sendRows(run: DeskRun, given: readonly OutboxRow[], end: number): Promise<number | null> {
  let rows = given;
  for (;;) {
    const next = nextOf(situationOf(run, rows));
    if (next.kind === 'nothing') return null;
    if (next.kind === 'wait') return next.until;
    if (run.now() >= end) return run.now();
    const { left, until } = await sendUnit(run, next.rows);
    if (until !== null) return until;
    const gone = new Set(next.rows.map(({ sk }) => sk));
    rows = [...rows.filter(({ sk }) => !gone.has(sk)), ...left].sort(byBirth);
    // A topic that somebody else is making just now, or made meanwhile: its rows are looked at anew.
    if (left.length > 0 && topicsFrom(run) <= run.now()) return run.now() + lookAgainMs;
  }
}

function situationOf(run: DeskRun, rows: readonly OutboxRow[]): Situation {
  const topicFor = (row: OutboxRow) => {
    const customer = customerOf(run, row);
    return customer === null ? null : topicOf(run, customer);
  };
  const needsTopic = (row: OutboxRow) => row.topic?.of === 'customer' && topicFor(row) === null;
  const isNewCard = (row: OutboxRow) =>
    row.messages.some((message) => message.kind === 'say' && message.slot === 'card') &&
    slotTarget(topicFor(row), row) === null;
  return {
    ...allowanceOf(run),
    rows,
    laneOf: (row) => laneOf(run, row),
    talkedAt: (lane) => run.sender.talked[lane] ?? 0,
    inPlace: (row) => slotTarget(topicFor(row), row) !== null,
    extra: (row) => (needsTopic(row) ? 1 : 0) + (isNewCard(row) ? 1 : 0),
    blockedUntil: (row) => (needsTopic(row) ? topicsFrom(run) : 0),
  };
}

/** What stands last in a topic changes with every message; it is written only where it says otherwise of the talk line. */
async function keepLast(run: DeskRun): Promise<void> {
  for (const [customer, topic] of run.topics) {
    const before = run.stored.get(customer);
    if (topic.chat === '' || !before || isTalkLast(before) === isTalkLast(topic)) continue;
    await saveTopic(run.table, customer, topic);
  }
}

function isTalkLast({ slots, last }: Topic): boolean {
  return slots.talk !== undefined && slots.talk === last;
}
