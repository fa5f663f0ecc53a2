import type { Payload } from '#shared/channels/channel.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { noticePart } from '#shared/domain/reference.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import { countSent, measureCost } from './count.ts';
import type { Attempt } from './judge.ts';
import type { Run } from './run.ts';
import { type PartOutcome, sendPart, settled } from './send-part.ts';
import { isWhole } from './send-row.ts';

/** Some messengers let us write freely only for a while after what the person said last: what is done outside of that. */

/** How long words wait for the person to write. */
const heldMs = 7 * 24 * 60 * 60_000;

/** Takes in what the waiting rows tell of the window, and of notices about it that a crash kept from being remembered. */
export function learnWindow(run: Run, rows: readonly OutboxRow[]): void {
  const openUntil = Math.max(run.sender.openUntil, ...rows.map((row) => row.openUntil ?? 0));
  const noticed = rows.some(({ heldFor }) => heldFor === openUntil);
  run.sender = { ...run.sender, openUntil, ...(noticed ? { noticedFor: openUntil } : {}) };
}

export function isOpen({ channel, sender, now }: Run): boolean {
  if (channel.limits.windowMs === null) return true;
  return sender.openUntil > now() && sender.openUntil > sender.shut;
}

/** The messenger says that the window is shut, whatever our clock says. */
export function shutWindow(run: Run): void {
  run.sender = { ...run.sender, shut: Math.max(run.sender.shut, run.sender.openUntil) };
}

/** Rows that wait for the person, and about whom the person was told: nothing is to be done with them now. */
export function keepsWaiting(run: Run, { heldFor, born }: OutboxRow): boolean {
  return !isOpen(run) && heldFor === run.sender.openUntil && run.now() < heldUntil({ born });
}

/** When a row is given up that waits for the person. */
export function heldUntil({ born }: Pick<OutboxRow, 'born'>): number {
  return born + heldMs;
}

/** Whether a parked message is only a notice that nobody needs any more, since the person wrote. */
export function isPassed(run: Run, { parked }: OutboxRow): boolean {
  return parked?.part === noticePart && isOpen(run);
}

/**
 * Where the window is shut: a row that a prepared notice tells in full goes out as that notice; of anything else the
 * person is told once that it waits for them, and it is put aside.
 */
export async function sendShut(run: Run, given: OutboxRow): Promise<Attempt> {
  const row = beforehand(run, { ...given, attempts: given.attempts + 1 });
  if (await isWhole(run, row)) return { kind: 'sent', row };
  const telling = tellingNotice(row);
  if (telling) {
    const outcome = await sendNotice(run, row, telling);
    if (outcome === null) return { kind: 'failed', row, failure: shut('there is no notice for it') };
    if (outcome.kind === 'failed') return outcome;
    const lost = row.lost + (outcome.lost ? 1 : 0);
    return { kind: 'sent', row: { ...outcome.row, parts: [...row.parts, outcome.messageId], lost } };
  }
  if (run.now() >= heldUntil(row)) return { kind: 'failed', row, failure: shut('no answer for 7 days') };
  const { openUntil } = run.sender;
  let held = row;
  if (run.sender.noticedFor !== openUntil) {
    const outcome = await sendNotice(run, row, announcing(row));
    if (outcome?.kind === 'failed') return outcome;
    held = outcome?.row ?? row;
    if (outcome && !outcome.lost) measureCost(run, await countSent(run, row, 'notice'));
    run.sender = { ...run.sender, noticedFor: openUntil };
  }
  return { kind: 'held', row: { ...held, heldFor: openUntil } };
}

/** What went out before the window was shut is settled first: it is not said again, nor announced. */
function beforehand(run: Run, row: OutboxRow): OutboxRow {
  return row.parked?.part === noticePart ? row : settled(row, run.now());
}

function shut(reason: string) {
  return { kind: 'windowClosed', reason } as const;
}

/** Null where the messenger has no such notice. */
async function sendNotice(run: Run, row: OutboxRow, notice: Notice): Promise<PartOutcome | null> {
  const payload = noticePayload(run, row, notice);
  return payload && sendPart(run, row, { part: noticePart, payload, unnoted: false });
}

function noticePayload(run: Run, row: OutboxRow, notice: Notice): Payload | null {
  const text = run.textFor(row.language, run.now());
  return run.channel.notice(notice, run.address, text, {
    row: row.sk,
    now: row.born,
    publicUrl: run.publicUrl,
  });
}

/** The notice that says all of the row in short, and whose button brings the rest of it; null where words would be left out. */
function tellingNotice(row: OutboxRow): Notice | null {
  const notices = noticesIn(row);
  const [only] = notices;
  return notices.length === 1 && only && !isAnnouncement(only) ? only : null;
}

/** What says that something waits: an estimate by its own notice, since sums never stand in one. */
function announcing(row: OutboxRow): Notice {
  const own = noticesIn(row).find((one) => one?.kind === 'estimate');
  return own ?? { kind: 'message', car: row.car };
}

/** Whether it only tells that something waits. */
function isAnnouncement({ kind }: Notice): boolean {
  return kind === 'message' || kind === 'estimate';
}

/** What each of the row's messages would be said by; null for one that has no notice. */
function noticesIn({ messages }: OutboxRow): readonly (Notice | null)[] {
  return messages.flatMap((message) => (message.kind === 'say' ? [message.notice] : []));
}
