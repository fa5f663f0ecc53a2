import type { SendFailure } from '#shared/channels/failure.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import type { Run } from './deliver.ts';

/** What became of a row: its progress, and the failure that stopped it, if any. */
export type Attempt = { readonly row: OutboxRow; readonly failure: SendFailure | null };

/**
 * Renders a row and sends what of it is not on the phone yet. Parts already sent are not sent again. A message that was
 * to be replaced but is gone is sent anew, once.
 */
export async function sendRow(run: Run, row: OutboxRow): Promise<Attempt> {
  const attempt = await sendParts(run, row);
  if (attempt.failure?.kind !== 'targetGone' || row.message.kind !== 'say') return attempt;
  const anew = { ...row.message, place: 'new', target: null } as const;
  return sendParts(run, { ...row, message: anew });
}

async function sendParts(run: Run, row: OutboxRow): Promise<Attempt> {
  const { channel, address, access, http } = run;
  const text = run.textFor(row.language);
  const target = row.message.kind === 'say' ? row.message.target : null;
  const context = { row: row.sk, cardMessageId: target, now: row.born };
  const payloads = channel.render(row.message, address, text, context);
  let sofar: OutboxRow = { ...row, attempts: row.attempts + 1 };
  const held = sofar.parts.length === 0 ? await retireCard(run, row) : null;
  if (held) return { row: sofar, failure: held };
  for (const payload of payloads.slice(row.parts.length)) {
    const result = await channel.send(payload, access, http);
    if (result.kind !== 'sent') {
      const lost = result.kind === 'ambiguous' ? 1 : 0;
      return { row: { ...sofar, ambiguous: sofar.ambiguous + lost }, failure: result };
    }
    sofar = { ...sofar, parts: [...sofar.parts, result.messageId ?? target] };
  }
  keepCard(run, sofar);
  return { row: sofar, failure: null };
}

/**
 * A new card takes the buttons of the one before it away, so that only one card of a chat can be tapped. It does not
 * matter if that fails, unless the chat is throttled: then nothing more may be sent now.
 */
async function retireCard(run: Run, { message }: OutboxRow): Promise<SendFailure | null> {
  const old = run.sender.card;
  if (old === null || message.kind !== 'say' || message.card === null || message.target === old) return null;
  const result = await run.channel.send(run.channel.retireCard(run.address, old), run.access, run.http);
  return result.kind === 'throttled' ? result : null;
}

function keepCard(run: Run, { message, parts }: OutboxRow): void {
  if (message.kind !== 'say' || message.card === null) return;
  run.sender = { ...run.sender, card: message.card === 'step' ? (parts.at(-1) ?? null) : null };
}
