import type { Payload } from '#shared/channels/channel.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { Outbound, Say } from '#shared/domain/outbound.ts';
import { noteProgress, type OutboxRow } from '#shared/store/outbox.ts';
import type { Run } from './deliver.ts';
import { mostAmbiguous } from './judge.ts';

/** What became of a row: its progress, and the failure that stopped it, if any. */
export type Attempt = { readonly row: OutboxRow; readonly failure: SendFailure | null };

/**
 * Renders a row and sends what of it is not on the phone yet. Parts already sent are not sent again. A message that was
 * to be replaced but is gone is sent anew, once.
 */
export async function sendRow(run: Run, row: OutboxRow): Promise<Attempt> {
  const attempt = await sendParts(run, { ...row, attempts: row.attempts + 1 });
  if (attempt.failure?.kind !== 'targetGone') return attempt;
  return sendParts(run, { ...attempt.row, messages: attempt.row.messages.map(anew) });
}

/** A call, and the messages of the row that are on the phone once it went through. */
type Part = { readonly payload: Payload; readonly completes: readonly Outbound[] };

async function sendParts(run: Run, row: OutboxRow): Promise<Attempt> {
  let sofar = row;
  let unnoted = false;
  for (const { payload, completes } of partsOf(run, row).slice(row.parts.length)) {
    // A crash repeats what is not on record, and that may be one message at most.
    if (unnoted) await noteProgress(run.table, run.destination, sofar);
    const held = await retireCard(run, completes);
    if (held) return { row: sofar, failure: held };
    const result = await run.channel.send(payload, run.account, run.http, referenceOf(run, sofar));
    if (result.kind !== 'sent') {
      const ambiguous = sofar.ambiguous + (result.kind === 'ambiguous' ? 1 : 0);
      if (ambiguous < mostAmbiguous) return { row: { ...sofar, ambiguous }, failure: result };
      // What is given up does not take the messages after it along.
      sofar = { ...sofar, parts: [...sofar.parts, null], ambiguous: 0, lost: sofar.lost + 1 };
      unnoted = true;
      continue;
    }
    const messageId = result.messageId ?? completes.map(targetOf).find((id) => id !== null) ?? null;
    sofar = { ...sofar, parts: [...sofar.parts, messageId], ambiguous: 0 };
    unnoted = !payload.idempotent;
    for (const message of completes) keepCard(run, message, messageId);
  }
  return { row: sofar, failure: null };
}

function partsOf(run: Run, { sk, messages, language, born }: OutboxRow): readonly Part[] {
  const text = run.textFor(language, run.now());
  const context = { row: sk, now: born, publicUrl: run.publicUrl };
  return run.channel.render(messages, run.address, text, context).map(({ payload, completes }) => ({
    payload,
    completes: completes.flatMap((index) => messages[index] ?? []),
  }));
}

/** What a receipt brings back: which part of which row it is about. */
function referenceOf({ destination }: Run, { sk, parts }: OutboxRow): string {
  return `${destination}|${sk}|${parts.length}`;
}

function targetOf(message: Outbound): string | null {
  return message.kind === 'say' ? message.target : null;
}

function anew(message: Outbound): Outbound {
  return message.kind === 'say' ? { ...message, place: 'new', target: null } : message;
}

/**
 * A new card takes the buttons of the one before it away, so that only one card of a chat can be tapped. It does not
 * matter if that fails, unless the chat is throttled: then nothing more may be sent now.
 */
async function retireCard(run: Run, completes: readonly Outbound[]): Promise<SendFailure | null> {
  const old = run.sender.card;
  if (old === null || !completes.some((message) => evolves(message) && targetOf(message) !== old))
    return null;
  const payload = run.channel.retireCard(run.address, old);
  const result = payload && (await run.channel.send(payload, run.account, run.http, ''));
  if (result?.kind === 'throttled') return result;
  run.sender = { ...run.sender, card: null };
  return null;
}

function keepCard(run: Run, message: Outbound, messageId: string | null): void {
  if (!evolves(message)) return;
  run.sender = { ...run.sender, card: message.card === 'step' ? messageId : null };
}

function evolves(message: Outbound): message is Say {
  return message.kind === 'say' && (message.card === 'step' || message.card === 'last');
}
