import type { Payload, RenderContext } from '#shared/channels/channel.ts';
import type { Address } from '#shared/domain/address.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { Outbound, Say } from '#shared/domain/outbound.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import type { Attempt } from './judge.ts';
import { keepLive } from './live.ts';
import { noteSent } from './record.ts';
import type { Run } from './run.ts';
import { sendPart } from './send-part.ts';

/**
 * Renders a row and sends what of it is not on the phone yet, to the run's own address unless it goes to a topic there.
 * Parts already sent are not sent again. A message that was to be replaced but is gone is sent anew, once.
 */
export async function sendRow(run: Run, row: OutboxRow, to: Address = run.address): Promise<Attempt> {
  const attempt = await sendParts(run, { ...row, attempts: row.attempts + 1, heldFor: null }, to);
  if (attempt.kind !== 'failed' || attempt.failure.kind !== 'targetGone') return attempt;
  return sendParts(run, { ...attempt.row, messages: attempt.row.messages.map(anew) }, to);
}

/** A call, and the numbers of the row's messages that are on the phone once it went through. */
type Part = { readonly payload: Payload; readonly completes: readonly number[] };

async function sendParts(run: Run, row: OutboxRow, to: Address): Promise<Attempt> {
  let sofar = row;
  let unnoted = false;
  const files = await run.filesFor(row.messages);
  for (const { payload, completes } of partsOf(run, row, to, files).slice(row.parts.length)) {
    const messages = completes.flatMap((index) => row.messages[index] ?? []);
    const refused = await retireCard(run, messages);
    if (refused) return { kind: 'failed', row: sofar, failure: refused };
    const outcome = await sendPart(run, sofar, { part: sofar.parts.length, payload, unnoted });
    if (outcome.kind === 'failed') return outcome;
    const messageId = outcome.messageId ?? messages.map(targetOf).find((id) => id !== null) ?? null;
    // What is given up does not take the messages after it along.
    const shown = outcome.lost ? null : messageId;
    const lost = sofar.lost + (outcome.lost ? 1 : 0);
    sofar = { ...outcome.row, parts: [...sofar.parts, shown], lost };
    unnoted = outcome.lost || !payload.idempotent;
    if (shown !== null)
      await noteSent(run, row, completes, outcome.album.length > 0 ? outcome.album : [shown]);
    if (!outcome.lost)
      for (const message of messages) {
        keepCard(run, message, messageId);
        await keepLive(run, message, messageId);
      }
  }
  return { kind: 'sent', row: sofar };
}

/** Whether every message of a row is over. A file that is there is a message of its own; one that is gone is only words. */
export async function isWhole(run: Run, row: OutboxRow): Promise<boolean> {
  const files = row.parts.length > 0 ? await run.filesFor(row.messages) : new Map();
  return partsOf(run, row, run.address, files).length <= row.parts.length;
}

function partsOf(
  run: Run,
  { sk, messages, language, born }: OutboxRow,
  to: Address,
  files: NonNullable<RenderContext['files']>,
): readonly Part[] {
  const text = run.textFor(language, run.now());
  const context = { row: sk, now: born, publicUrl: run.publicUrl, files };
  return run.channel.render(
    messages.map((message) => inPlace(message, run)),
    to,
    text,
    context,
  );
}

/** What only refreshes a card changes the one that is there; where none is, or none can change, nothing is shown. */
function inPlace(message: Outbound, { sender, channel }: Run): Outbound {
  if (message.kind !== 'say' || message.place !== 'refresh') return message;
  const shown = message.live === null ? sender.fresh : (sender.live[message.live] ?? null);
  if (shown === null || channel.limits.editableMs === null) return { kind: 'silence' };
  return { ...message, place: 'edit', target: shown };
}

function targetOf(message: Outbound): string | null {
  return message.kind === 'say' || message.kind === 'relay' ? message.target : null;
}

function anew(message: Outbound): Outbound {
  switch (message.kind) {
    case 'say':
      // The card that was to be refreshed is gone: what it says now is no news.
      return message.place === 'refresh' ? { kind: 'silence' } : { ...message, place: 'new', target: null };
    case 'relay':
      return { ...message, target: null };
    case 'react':
    case 'retract':
    case 'calendar':
    case 'place':
    case 'dropTopic':
    case 'silence':
      return message;
  }
}

/**
 * A new card takes the buttons of the one before it away, so that only one card of a chat can be tapped. It does not
 * matter if that fails, unless the chat is throttled: then nothing more may be sent now.
 */
async function retireCard(run: Run, completes: readonly Outbound[]): Promise<SendFailure | null> {
  const old = run.sender.card;
  if (old === null || !completes.some((message) => isNewCard(message) && targetOf(message) !== old))
    return null;
  const payload = run.channel.retireCard(run.address, old);
  const result = payload && (await run.channel.send(payload, run.account, run.http, ''));
  if (result?.kind === 'throttled') return result;
  run.sender = { ...run.sender, card: null };
  return null;
}

function keepCard(run: Run, message: Outbound, messageId: string | null): void {
  if (!isNewCard(message)) return;
  const card = message.card === 'step' ? messageId : null;
  run.sender = { ...run.sender, card, fresh: message.card === 'last' ? null : messageId };
}

/** A card that takes the place of the evolving one; what refreshes one is that one. */
function isNewCard(message: Outbound): message is Say {
  return (
    message.kind === 'say' &&
    message.place !== 'refresh' &&
    (message.card === 'step' || message.card === 'last' || message.card === 'kept')
  );
}
