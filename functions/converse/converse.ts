import type { Limits } from '#shared/channels/channel.ts';
import { type Address, addressKey } from '#shared/domain/address.ts';
import { envelopeSchema, type Inbound } from '#shared/domain/inbound.ts';
import type { Later } from '#shared/domain/later.ts';
import { priorities } from '#shared/domain/outbound.ts';
import { shortId } from '#shared/domain/short-id.ts';
import type { Outgoing } from '#shared/flows/flow.ts';
import { heardAt } from '#shared/flows/heard.ts';
import { decide, type Outcome, prepare, type Setting } from '#shared/flows/step.ts';
import { wakeEntry } from '#shared/runtime/entries.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { type Commit, commit, type Step } from '#shared/store/commit.ts';
import { type Loaded, loadConversation, loadFacts } from '#shared/store/load.ts';
import type { NewRow } from '#shared/store/outbox.ts';
import type { Table } from '#shared/store/table.ts';
import type { Aftermath } from '#shared/store/transcript.ts';

export type ConverseDeps = {
  readonly table: Table;
  readonly outbound: Queue;
  readonly later: Queue;
  readonly setting: Pick<Setting, 'station' | 'wordOf' | 'tongueOf'>;
  /** Where the advisors are; null until there is a group. */
  readonly desk: Address | null;
  /** The messenger of an address. */
  readonly channelOf: (address: Address) => { readonly limits: Pick<Limits, 'windowMs' | 'calendar'> };
  readonly now: () => number;
  /** 16 random bytes as hexadecimal digits, anew with every call. */
  readonly token: () => string;
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
      if (result.kind !== 'conflict') return finish(step, aftermathOf(step, result), deps);
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
  const { table, desk } = deps;
  const now = deps.now();
  const known = await loadConversation(table, inbound, deps.setting.station.defaultLanguage);
  const { calendar } = deps.channelOf(known.home).limits;
  const setting = { ...deps.setting, desk, now, token: deps.token(), calendar };
  const prepared = prepare(inbound, { ...known, failed: known.offer }, setting);
  const facts = await loadFacts(table, prepared.needs);
  const outcome = decide(inbound, prepared, facts);
  if (outcome.conversation === null && inbound.from === null) return null;
  const rows = rowsOf(inbound, known, outcome, deps, now);
  const wake = [...new Set([...rows.map((row) => row.destination), ...settled(inbound, known)])];
  return {
    inbound,
    home: known.home,
    conversation: outcome.conversation,
    customer: known.conversation.customer,
    read: known.read,
    changes: outcome.changes,
    rows,
    aftermath: { wake, quiet: outcome.quiet },
    now,
  };
}

/** A row that waits for news of a message goes on as soon as it is known that this one failed. */
function settled({ address, event }: Inbound, { offer }: Loaded): readonly string[] {
  return event.kind === 'undelivered' && offer?.parked?.part === event.part ? [addressKey(address)] : [];
}

/**
 * One outbox row a destination. A tap, and the wish to see what waits, are always answered, with an empty row if nothing
 * else is said.
 */
function rowsOf(
  inbound: Inbound,
  known: Loaded,
  outcome: Outcome,
  { desk, channelOf }: ConverseDeps,
  now: number,
): readonly NewRow[] {
  const { event, messageId } = inbound;
  const { home } = known;
  const tapId = event.kind === 'tap' ? event.tapId : null;
  const version = (outcome.conversation?.version ?? 0) + 1;
  const shared = {
    language: outcome.language,
    cause: event.kind === 'timer' ? 'timer' : 'person',
    car: known.customer.vehicles.at(-1)?.short ?? '',
    again: null,
    notBefore: 0,
  } as const;
  const here = said(outcome, 'customer');
  const there = said(outcome, 'desk');
  const rows: NewRow[] = [];
  if (here.length > 0 || tapId !== null || event.kind === 'show') {
    const { windowMs } = channelOf(home).limits;
    rows.push({
      ...shared,
      ...rowOf(here),
      sk: outcome.conversation ? `v${String(version).padStart(8, '0')}` : `a${inbound.id}`,
      destination: addressKey(home),
      tapId,
      messageId,
      openUntil: windowMs === null ? null : heardAt(inbound, known.conversation, now) + windowMs,
      ...againOf(outcome),
    });
  }
  if (there.length > 0 && desk) {
    rows.push({
      ...shared,
      ...rowOf(there),
      language: deskLanguage,
      sk: `t${now.toString(36)}-${shortId(`${addressKey(inbound.address)} ${inbound.id}`)}`,
      destination: addressKey(desk),
      tapId: null,
      messageId: null,
      openUntil: null,
    });
  }
  return rows;
}

function againOf({ repeats }: Outcome): Partial<Pick<NewRow, 'again' | 'notBefore' | 'cause'>> {
  return repeats ? { again: repeats.because, notBefore: repeats.notBefore, cause: repeats.cause } : {};
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

async function finish(
  { inbound, home }: Step,
  { wake, quiet }: Aftermath,
  deps: ConverseDeps,
): Promise<void> {
  for (const destination of wake) {
    // Ids are unique within their address only: two people's bursts may both be the first.
    await deps.outbound.send(wakeEntry(destination, `${addressKey(inbound.address)}${inbound.id}`));
  }
  if (quiet !== null) {
    const body: Later = {
      v: 1,
      kind: 'inbound',
      inbound: { ...quietInbound(inbound, quiet), address: home },
    };
    await deps.later.send({ body: JSON.stringify(body), delaySeconds: quietSeconds });
  }
}

/** It names the last message of the burst: the answer marks that one, and all before it, as read. */
function quietInbound({ address, at, messageId }: Inbound, burst: number): Inbound {
  return { id: `quiet-${burst}`, address, at, from: null, messageId, event: { kind: 'quiet', burst } };
}
