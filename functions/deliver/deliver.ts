import type { Account, Channel, Text } from '#shared/channels/channel.ts';
import { type Address, addressOf } from '#shared/domain/address.ts';
import type { Language } from '#shared/domain/language.ts';
import { type Later, wakeSchema } from '#shared/domain/later.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import { log } from '#shared/runtime/logger.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import type { SecretSource } from '#shared/runtime/secrets.ts';
import { deferRow, endRow, type OutboxRow, readWaiting } from '#shared/store/outbox.ts';
import { releaseLease, type Sender, takeLease } from '#shared/store/sender.ts';
import type { Table } from '#shared/store/table.ts';
import { judge, type Verdict } from './judge.ts';
import { sendRow } from './send-row.ts';
import { superseded } from './superseded.ts';

export type DeliverDeps = {
  readonly table: Table;
  readonly later: Queue;
  readonly channelOf: (address: Address) => Channel;
  /** The language's words at the moment of sending (epoch milliseconds), so that texts can say "tomorrow". */
  readonly textFor: (language: Language, now: number) => Text;
  readonly accountOf: (address: Address) => SecretSource;
  /** Base of the links that people open, without a slash at its end. */
  readonly publicUrl: string;
  readonly http: HttpClient;
  readonly now: () => number;
};

/** Rows read at one go; what is left is sent by the next wake. */
const rowsPerRun = 20;
/** `later` cannot wait longer: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-delay-queues.html */
const longestDelaySeconds = 900;

/** One destination being worked on: what is known of it changes as rows go out. */
export type Run = DeliverDeps & {
  readonly destination: string;
  readonly address: Address;
  readonly channel: Channel;
  sender: Sender;
  account: Account;
};

/**
 * Sends what waits for one destination. The wake carries nothing: the rows are the truth, and a lease makes this the only
 * sender to that chat. Throws only what leaves rows waiting without anyone to wake them; the queue then tries again.
 */
export function createDeliver(deps: DeliverDeps): (body: unknown) => Promise<void> {
  return async (body) => {
    const { destination } = wakeSchema.parse(body);
    const lease = await takeLease(deps.table, destination, deps.now());
    if (lease.kind === 'busy') return wakeAt(deps, destination, lease.until);
    const address = addressOf(destination);
    const account = await deps.accountOf(address).get();
    const run: Run = {
      ...deps,
      destination,
      address,
      channel: deps.channelOf(address),
      sender: lease.sender,
      account,
    };
    let wake: number | null = null;
    try {
      wake = plannedWake(run, await sendWaiting(run));
    } finally {
      await releaseLease(deps.table, destination, run.sender);
    }
    if (wake !== null) await wakeAt(deps, destination, wake);
  };
}

/** When a delayed wake is to be sent, unless one is already on its way and comes no later. */
function plannedWake(run: Run, again: number | null): number | null {
  if (again === null) return null;
  const { wakeAt: planned } = run.sender;
  if (planned > run.now() && planned <= again) return null;
  run.sender = { ...run.sender, wakeAt: Math.min(again, run.now() + longestDelaySeconds * 1000) };
  return again;
}

/** Sends row after row; answers when to come again, or null when nothing is left. */
async function sendWaiting(run: Run): Promise<number | null> {
  const rows = await readWaiting(run.table, run.destination, rowsPerRun);
  for (const row of rows) await acknowledge(run, row);
  if (rows.length > 0 && run.now() < run.sender.notBefore) return run.sender.notBefore;
  const pointless = superseded(rows);
  for (const row of rows) {
    if (pointless.has(row.sk)) {
      await endRow(run.table, run.destination, row, 'superseded', null, run.now());
      continue;
    }
    const again = await sendOne(run, row);
    if (again !== null) return again;
  }
  return rows.length === rowsPerRun ? run.now() : null;
}

async function sendOne(run: Run, row: OutboxRow): Promise<number | null> {
  if (run.sender.unreachable && row.cause === 'timer') {
    await endRow(run.table, run.destination, row, 'undeliverable', 'blocked', run.now());
    return null;
  }
  const attempt = await sendRow(run, row);
  const verdict = judge(attempt.failure, attempt.row, run.now());
  log(attempt.failure ? 'warn' : 'info', 'A row of the outbox was tried', {
    row: row.sk,
    kind: attempt.failure?.kind ?? 'sent',
    attempt: attempt.row.attempts,
  });
  return conclude(run, attempt.row, verdict);
}

async function conclude(run: Run, row: OutboxRow, verdict: Verdict): Promise<number | null> {
  const { table, destination } = run;
  switch (verdict.kind) {
    case 'ended': {
      const reachable = verdict.outcome === 'sent' ? { unreachable: false } : {};
      run.sender = { ...run.sender, ...reachable, ...(verdict.blocked ? { unreachable: true } : {}) };
      await endRow(table, destination, row, verdict.outcome, verdict.reason, run.now());
      return null;
    }
    case 'wait':
      if (verdict.holdsChat) run.sender = { ...run.sender, notBefore: verdict.until };
      if (verdict.newSecrets) run.account = await run.accountOf(run.address).refresh();
      await deferRow(table, destination, tried(row, verdict.isTry), verdict.reason, verdict.until);
      return verdict.until;
  }
}

function tried(row: OutboxRow, isTry: boolean): OutboxRow {
  return isTry ? row : { ...row, attempts: row.attempts - 1 };
}

/** A button stops spinning by itself after about this long; a later answer is refused as "query is too old". */
const tapLivesMs = 15_000;

/** The tap is answered and the message marked read first and at once, even while the chat itself is throttled; a failed answer does not matter. */
async function acknowledge(run: Run, row: OutboxRow): Promise<void> {
  if (row.attempts > 0 || run.now() - row.born > tapLivesMs) return;
  const payload = run.channel.acknowledge({ tapId: row.tapId, messageId: row.messageId });
  if (payload) await run.channel.send(payload, run.account, run.http, '');
}

async function wakeAt({ later, now }: DeliverDeps, destination: string, at: number): Promise<void> {
  const seconds = Math.min(longestDelaySeconds, Math.max(1, Math.ceil((at - now()) / 1000)));
  const body: Later = { v: 1, kind: 'wake', destination, id: `at${at}.${now()}` };
  await later.send({ body: JSON.stringify(body), delaySeconds: seconds });
}
