import { context, type Messenger, queueEvent, textOf, webhookEvent } from './events.ts';
import { type ColdEvent, cpuMicros, report, setClock, type Task } from './task.ts';

/** The process of one cold start: process begun → bundle loaded → first event handled. */
const begun = performance.now();
const task: Task = JSON.parse(process.env.BENCH_TASK ?? '');
if (task.kind !== 'cold') throw new Error('This process only starts cold');
setClock();

function eventFor(messenger: Messenger, what: ColdEvent, body: string): unknown {
  switch (what) {
    case 'webhook':
      return webhookEvent(messenger, textOf(messenger, 1, process.pid * 100_000));
    case 'message':
      return queueEvent('inbound.fifo', body, 'telegram/4242/1/');
    case 'wake':
      return queueEvent('outbound.fifo', body, 'telegram/4242/1/');
    case 'minute':
      return { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };
  }
}

const event = eventFor(task.messenger, task.event, task.body);
const start = { at: performance.now(), cpu: cpuMicros() };
const { handler }: { handler: (event: unknown, context: unknown) => Promise<unknown> } = await import(
  task.bundle
);
const loaded = { at: performance.now(), cpu: cpuMicros() };
const result: unknown = await handler(event, context);
const done = { at: performance.now(), cpu: cpuMicros() };
const { statusCode, batchItemFailures }: { statusCode?: number; batchItemFailures?: readonly unknown[] } =
  Object(result ?? {});
if ((statusCode ?? 200) !== 200 || (batchItemFailures ?? []).length > 0)
  throw new Error(`The first event failed: ${JSON.stringify(result)}`);
report({
  boot: begun,
  load: loaded.at - start.at,
  first: done.at - loaded.at,
  total: begun + done.at - start.at,
  loadCpu: (loaded.cpu - start.cpu) / 1_000,
  cpu: (done.cpu - start.cpu) / 1_000,
});
process.exit(0);
