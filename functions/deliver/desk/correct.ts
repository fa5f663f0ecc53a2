import type { Relay } from '#shared/domain/outbound.ts';
import { readCounterpart } from '#shared/store/counterpart.ts';
import { type OutboxRow, readRow } from '#shared/store/outbox.ts';
import { correctCarrier } from '#shared/store/progress.ts';
import type { Run } from '../run.ts';
import { joined, relayOf } from './batch.ts';

/**
 * A correction of a message that shares ours with others: only its own words change, the others stay. Answers the row as
 * it goes out; any other row as it is. The carrier is on record before the call: a correction repeated is the same.
 */
export async function corrected(run: Run, row: OutboxRow): Promise<OutboxRow> {
  const [edit, ...more] = row.messages;
  if (edit?.kind !== 'relay' || edit.target === null || more.length > 0 || row.source === null) return row;
  const carrier = await carrierAt(run, edit.target);
  if (carrier === null || edit.content.kind !== 'text') return row;
  const { text } = edit.content;
  const of = row.source.messageId;
  const pieces = carrier.pieces.map((piece) =>
    piece.of === of && piece.text !== null ? { ...piece, text } : piece,
  );
  const whole: Relay = relayOf(edit, joined(pieces.flatMap((piece) => piece.text ?? [])));
  await correctCarrier(run.table, run.destination, {
    ...carrier,
    pieces,
    messages: carrier.messages.map((message) =>
      message.kind === 'relay' && whole.content.kind === 'text'
        ? relayOf(message, whole.content.text)
        : message,
    ),
  });
  return { ...row, messages: [whole] };
}

/** The row whose words of several messages stand in that message of ours; null where it is one person's one message. */
async function carrierAt(run: Run, messageId: string): Promise<OutboxRow | null> {
  const counterpart = await readCounterpart(run.table, run.destination, messageId);
  if (counterpart === null) return null;
  const row = await readRow(run.table, run.destination, counterpart.row);
  const shares = row?.pieces.filter(({ text }) => text !== null) ?? [];
  return row && shares.length > 1 ? row : null;
}
