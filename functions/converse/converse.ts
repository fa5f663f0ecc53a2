import { type Address, addressKey } from '#shared/domain/address.ts';
import { envelopeSchema, type Inbound } from '#shared/domain/inbound.ts';
import type { Later, Wake } from '#shared/domain/later.ts';
import { priorities } from '#shared/domain/outbound.ts';
import { shortId } from '#shared/domain/short-id.ts';
import type { Outgoing } from '#shared/flows/flow.ts';
import { decide, type Outcome, prepare, type Setting } from '#shared/flows/step.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { type Commit, commit, type Step } from '#shared/store/commit.ts';
import { loadConversation, loadFacts } from '#shared/store/load.ts';
import type { NewRow } from '#shared/store/outbox.ts';
import type { Table } from '#shared/store/table.ts';
import type { Aftermath } from '#shared/store/transcript.ts';

export type ConverseDeps = {
  readonly table: Table;
  readonly outbound: Queue;
  readonly later: Queue;
  readonly setting: Omit<Setting, 'now' | 'desk'>;
  /** Where the advisors are; null until there is a group. */
  readonly desk: Address | null;
  readonly now: () => number;
  /** Waits before attempt `n` at the same inbound, with jitter. */
  readonly pause: (attempt: number) => Promise<void>;
};

/** How often one inbound is decided again when somebody else was faster. */
export const mostAttempts = 8;
/** The language of lines for the advisors' group. */
const deskLanguage = 'en';
/** Seconds of silence that end a burst of photos or words. */
const quietSeconds = 2;

/**
 * Takes one inbound from the queue: load, decide, commit in one transaction, wake the destinations. Only then is it done.
 * Whatever is thrown leaves it in the queue; whatever was committed is found again by its transcript row, and only the
 * waking is repeated. This is the one place where a lost race is decided again.
 */
export function createConverse(deps: ConverseDeps): (body: unknown) => Promise<void> {
  return async (body) => {
    const { inbound } = envelopeSchema.parse(body);
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const step = await takeStep(inbound, deps);
      if (!step) return;
      const result = await commit(deps.table, step);
      if (result.kind !== 'conflict') return finish(inbound, aftermathOf(step, result), deps);
      await deps.pause(attempt);
    }
    throw new ContendedError();
  };
}

/** Thrown when a step lost every race; the inbound stays in its queue and is tried again. */
export class ContendedError extends Error {
  override readonly name = 'ContendedError';
  constructor() {
    super(`Somebody else was faster ${mostAttempts} times; the message goes back to its queue`);
  }
}

async function takeStep(inbound: Inbound, deps: ConverseDeps): Promise<Step | null> {
  const { table, setting, desk } = deps;
  const now = deps.now();
  const known = await loadConversation(table, inbound, setting.station.defaultLanguage);
  const prepared = prepare(inbound, known, { ...setting, desk, now });
  const facts = await loadFacts(table, prepared.needs);
  const outcome = decide(inbound, prepared, facts);
  if (outcome.conversation === null && inbound.from === null) return null;
  const rows = rowsOf(inbound, outcome, desk ? addressKey(desk) : null, now);
  const wake = [...new Set(rows.map((row) => row.destination))];
  return {
    inbound,
    conversation: outcome.conversation,
    customer: known.conversation.customer,
    changes: outcome.changes,
    rows,
    aftermath: { wake, quiet: outcome.quiet },
    now,
  };
}

/** One outbox row a destination. A tap is always answered, with an empty row if nothing else is said. */
function rowsOf(inbound: Inbound, outcome: Outcome, desk: string | null, now: number): readonly NewRow[] {
  const tapId = inbound.event.kind === 'tap' ? inbound.event.tapId : null;
  const version = (outcome.conversation?.version ?? 0) + 1;
  const shared = { language: outcome.language, cause: inbound.from ? 'person' : 'timer' } as const;
  const here = said(outcome, 'customer');
  const there = said(outcome, 'desk');
  const rows: NewRow[] = [];
  if (here.length > 0 || tapId !== null) {
    const sk = outcome.conversation ? `v${String(version).padStart(8, '0')}` : `a${inbound.id}`;
    rows.push({
      ...shared,
      ...rowOf(here),
      sk,
      destination: addressKey(inbound.address),
      tapId,
      messageId: inbound.messageId,
    });
  }
  if (there.length > 0 && desk) {
    const sk = `t${now.toString(36)}-${shortId(`${addressKey(inbound.address)} ${inbound.id}`)}`;
    rows.push({
      ...shared,
      ...rowOf(there),
      language: deskLanguage,
      sk,
      destination: desk,
      tapId: null,
      messageId: null,
    });
  }
  return rows;
}

function said({ say }: Outcome, to: Outgoing['to']): readonly Outgoing[] {
  return say.filter((outgoing) => outgoing.to === to);
}

function rowOf(outgoing: readonly Outgoing[]): Pick<NewRow, 'messages' | 'priority'> {
  const [first] = [...outgoing].sort((a, b) => priorities[a.priority] - priorities[b.priority]);
  return { messages: outgoing.map(({ message }) => message), priority: first?.priority ?? 'answer' };
}

function aftermathOf(step: Step, result: Exclude<Commit, { kind: 'conflict' }>): Aftermath {
  return result.kind === 'duplicate' ? result.aftermath : step.aftermath;
}

async function finish(inbound: Inbound, { wake, quiet }: Aftermath, deps: ConverseDeps): Promise<void> {
  for (const destination of wake) {
    const body: Wake = { v: 1, destination };
    await deps.outbound.send({
      body: JSON.stringify(body),
      group: destination,
      // Ids are unique within their address only: two people's bursts may both be the first.
      dedupe: `${destination}${addressKey(inbound.address)}${inbound.id}`,
    });
  }
  if (quiet !== null) {
    const body: Later = { v: 1, kind: 'inbound', inbound: quietInbound(inbound, quiet) };
    await deps.later.send({ body: JSON.stringify(body), delaySeconds: quietSeconds });
  }
}

function quietInbound({ address, at }: Inbound, burst: number): Inbound {
  return { id: `quiet-${burst}`, address, at, from: null, messageId: null, event: { kind: 'quiet', burst } };
}
