import type { Limits, Topics } from '#shared/channels/channel.ts';
import { type Address, addressKey } from '#shared/domain/address.ts';
import { type Desk, isGroup } from '#shared/domain/desk.ts';
import { envelopeSchema, type Inbound } from '#shared/domain/inbound.ts';
import type { InterpretJob, Job } from '#shared/domain/job.ts';
import type { Later } from '#shared/domain/later.ts';
import type { Setting } from '#shared/flows/step.ts';
import {
  documentEntry,
  dropFileEntry,
  eraseEntry,
  interpretEntry,
  wakeEntry,
} from '#shared/runtime/entries.ts';
import { interpretedInbound } from '#shared/runtime/interpreted.ts';
import { log } from '#shared/runtime/logger.ts';
import type { Measure } from '#shared/runtime/metrics.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { aftermathAt, type Commit, commit, type Step } from '#shared/store/commit.ts';
import type { Table } from '#shared/store/table.ts';
import type { Aftermath } from '#shared/store/transcript.ts';
import { customerStep } from './customer-step.ts';
import { deskStep } from './desk-step.ts';
import { figuresIn } from './figures.ts';

export type ConverseDeps = {
  readonly table: Table;
  readonly outbound: Queue;
  readonly later: Queue;
  readonly jobs: Pick<Queue, 'send'>;
  readonly documents: Pick<Queue, 'send'>;
  /** Questions to the language model; null where the station has none. */
  readonly interpret: Pick<Queue, 'send'> | null;
  readonly setting: Pick<
    Setting,
    'station' | 'wordOf' | 'tongueOf' | 'dangerOf' | 'comingOf' | 'understoodOf' | 'missTopicOf'
  >;
  /** Where the advisors are; null until there is a group. */
  readonly desk: Desk | null;
  /** Numeric ids of those who may act as advisors. */
  readonly advisorIds: readonly string[];
  /** Base of the links that people open, without a slash at its end. */
  readonly publicUrl: string;
  /** The messenger of an address. */
  readonly channelOf: (address: Address) => {
    readonly limits: Pick<Limits, 'windowMs' | 'calendar' | 'editableMs' | 'receipts'>;
    readonly topics: Pick<Topics, 'url'> | null;
  };
  readonly measure: Measure;
  readonly now: () => number;
  /** 16 random bytes as hexadecimal digits, anew with every call. */
  readonly token: () => string;
  /** Waits before attempt `n` at the same inbound, with jitter. */
  readonly pause: (attempt: number) => Promise<void>;
};

/** How often one inbound is decided again when somebody else was faster. */
export const mostAttempts = 8;
/** Seconds of silence that end a burst of photos or words. */
const quietSeconds = 2;
/** Seconds for which a language model is waited for; then what was not understood is not understood. */
const interpretSeconds = 12;

/**
 * Takes one inbound from the queue: load, decide, commit in one transaction, wake the destinations. Only then is it done.
 * Whatever is thrown leaves it in the queue; whatever was committed is found again by its transcript row, and only the
 * waking is repeated. This is the one place where a lost race is decided again.
 */
export function createConverse(deps: ConverseDeps): (body: unknown) => Promise<void> {
  return async (body) => {
    const { inbound } = envelopeSchema.parse(body);
    const isDesk = isGroup(inbound.address) || inbound.event.kind === 'alarm';
    const takeStep = isDesk ? deskStep : customerStep;
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const step = await takeStep(inbound, deps);
      if (!step) return;
      if (step === 'dropped') return dropped(inbound, deps);
      const result = await commit(deps.table, step);
      if (result.kind === 'committed') deps.measure(figuresIn(step.changes));
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

function aftermathOf(step: Step, result: Exclude<Commit, { kind: 'conflict' }>): Aftermath {
  return result.kind === 'duplicate' ? result.aftermath : step.aftermath;
}

async function finish(
  { inbound, home }: Pick<Step, 'inbound' | 'home'>,
  { wake, quiet, jobs }: Aftermath,
  deps: ConverseDeps,
): Promise<void> {
  for (const destination of wake) {
    // Ids are unique within their address only: two people's bursts may both be the first.
    await deps.outbound.send(wakeEntry(destination, `${addressKey(inbound.address)}${inbound.id}`));
  }
  for (const job of jobs) await begin(job, deps);
  if (quiet !== null) {
    const body: Later = {
      v: 1,
      kind: 'inbound',
      inbound: { ...quietInbound(inbound, quiet), address: home },
    };
    await deps.later.send({ body: JSON.stringify(body), delaySeconds: quietSeconds });
  }
}

async function begin(job: Job, { jobs, documents, interpret, later }: ConverseDeps): Promise<void> {
  switch (job.kind) {
    case 'fetch':
      return jobs.send({ body: JSON.stringify(job) });
    case 'document':
    case 'archive':
    case 'table':
    case 'chart':
      return documents.send(documentEntry(job));
    case 'erase':
      return documents.send(eraseEntry(job));
    case 'interpret': {
      // The end of the wait first: whatever becomes of the question, they get their answer.
      await later.send({ body: JSON.stringify(unanswered(job)), delaySeconds: interpretSeconds });
      return interpret?.send(interpretEntry(job)).catch((error: unknown) => {
        log('warn', 'A question to the language model was not taken', { error });
      });
    }
  }
}

/** The end of the wait for a model. Its answer is the same inbound: whichever comes first counts, and the other is one too many. */
function unanswered(job: InterpretJob): Later {
  return { v: 1, kind: 'inbound', inbound: interpretedInbound(job, null, job.at) };
}

/**
 * What comes from before its person was erased is let go. It leaves no trace; only where it is the very message that asked for it,
 * and what follows from that was interrupted, that is done now. A file that came late goes with it.
 */
async function dropped(inbound: Inbound, deps: ConverseDeps): Promise<void> {
  const { event } = inbound;
  if (event.kind === 'fetched') {
    if (event.outcome.kind === 'stored') await deps.documents.send(dropFileEntry(event.outcome.key));
    return;
  }
  const aftermath = await aftermathAt(deps.table, inbound);
  if (aftermath) await finish({ inbound, home: inbound.address }, { ...aftermath, quiet: null }, deps);
}

/** It names the last message of the burst: the answer marks that one, and all before it, as read. */
function quietInbound({ address, at, messageId }: Inbound, burst: number): Inbound {
  return { id: `quiet-${burst}`, address, at, from: null, messageId, event: { kind: 'quiet', burst } };
}
