import type { SQSBatchResponse } from 'aws-lambda';
import { context, type Messenger, queueEvent, textOf, webhookEvent } from './events.ts';
import { ask, cpuMicros, report, setClock, type Task } from './task.ts';

/** The process that is measured while it runs warm: CPU per acknowledgement or per step, without the driving between. */
const task: Task = JSON.parse(process.env.BENCH_TASK ?? '');
setClock();

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

async function load(bundle: string): Promise<Handler> {
  const module: { handler: Handler } = await import(bundle);
  return module.handler;
}

/** CPU of one call of a function; throws when it did not do its work. */
async function costOf(handler: Handler, event: unknown): Promise<number> {
  const before = cpuMicros();
  const result = await handler(event, context);
  const spent = cpuMicros() - before;
  check(result);
  return spent;
}

function check(result: unknown): void {
  const answer: { statusCode?: number } & Partial<SQSBatchResponse> = { ...Object(result) };
  const failed =
    answer.statusCode === undefined ? answer.batchItemFailures?.length !== 0 : answer.statusCode !== 200;
  if (failed) throw new Error(`A function failed: ${JSON.stringify(result)}`);
}

/** Update ids that no earlier process of this run has used. */
const firstId = Number(process.pid) * 100_000;

async function acks(messenger: Messenger, bundle: string, warm: number, count: number): Promise<void> {
  const events = Array.from({ length: warm + count }, (_, index) =>
    webhookEvent(messenger, textOf(messenger, index, firstId)),
  );
  await handled(bundle, events, warm, count);
}

async function receipts(bundle: string, warm: number, count: number): Promise<void> {
  const events: unknown[] = [];
  while (events.length < warm + count) {
    const { bodies }: { bodies: readonly unknown[] } = Object(await ask('receipts'));
    events.push(...bodies.map((body) => webhookEvent('whatsapp', body)));
  }
  await handled(bundle, events.slice(0, warm + count), warm, count);
}

/** Handles one event after the other, and reports the CPU of each once it is warm. */
async function handled(
  bundle: string,
  events: readonly unknown[],
  warm: number,
  count: number,
): Promise<void> {
  const handler = await load(bundle);
  for (const event of events.slice(0, warm)) check(await handler(event, context));
  await ask('take');
  globalThis.gc?.();
  const before = cpuMicros();
  for (const event of events.slice(warm)) check(await handler(event, context));
  report({ cpu: (cpuMicros() - before) / count });
}

async function floorSteps(ackBundle: string, stepBundle: string, warm: number, count: number): Promise<void> {
  const ack = await load(ackBundle);
  const step = await load(stepBundle);
  const spent = { ack: 0, step: 0 };
  await ask('calm');
  for (let index = 0; index < warm + count; index += 1) {
    const event = webhookEvent('telegram', textOf('telegram', index, firstId));
    // Invocations come apart from each other, as ours below do: the stub is asked in between.
    const costs = { ack: await costOf(ack, event), step: 0 };
    await ask('take');
    costs.step = await costOf(step, event);
    await ask('take');
    if (index === warm) globalThis.gc?.();
    if (index < warm) continue;
    spent.ack += costs.ack / count;
    spent.step += costs.step / count;
  }
  report({ ...spent, cpu: spent.ack + spent.step });
}

type Queued = { readonly queue: string; readonly body: string; readonly group: string };

async function ownSteps(bundles: Task & { kind: 'own-steps' }): Promise<void> {
  const { messenger } = bundles;
  const webhook = await load(bundles.webhook);
  const workers: Readonly<Record<string, Handler>> = {
    inbound: await load(bundles.converse),
    outbound: await load(bundles.deliver),
  };
  const spent: Record<string, number> = { ack: 0, inbound: 0, outbound: 0, receipts: 0 };
  let counted = 0;
  let people = 0;
  for (let index = 0; counted < bundles.count; index += 1) {
    const { update, first }: { update: unknown; first: boolean } = Object(await ask(`next-${messenger}`));
    // Whole bookings only, so that every run weighs its steps alike; now and then the calendar is emptied.
    if (first && people++ % 10 === 0) await ask('calm');
    const measured = index >= bundles.warm;
    if (index === bundles.warm) globalThis.gc?.();
    const note = (name: string, cost: number) => {
      if (measured) spent[name] = (spent[name] ?? 0) + cost;
    };
    note('ack', await costOf(webhook, webhookEvent(messenger, update)));
    for (let waiting = await take(); waiting.length > 0; waiting = await take()) {
      for (const { queue, body, group } of waiting) {
        // What is to be seen in seconds or minutes: the advisors' group goes at its own pace, after this run.
        if (queue === 'later') continue;
        const name = queue.replace(/\.fifo$/, '');
        const worker = workers[name];
        if (!worker) throw new Error(`Nobody works on the queue ${queue}`);
        note(name, await costOf(worker, queueEvent(queue, body, group)));
      }
    }
    for (let news = await told(messenger); news !== undefined; news = await told(messenger))
      note('receipts', await costOf(webhook, webhookEvent(messenger, news)));
    if (measured) counted += 1;
  }
  const per = (name: string) => (spent[name] ?? 0) / counted;
  const parts = {
    ack: per('ack'),
    converse: per('inbound'),
    deliver: per('outbound'),
    receipts: per('receipts'),
  };
  report({ ...parts, cpu: parts.ack + parts.converse + parts.deliver + parts.receipts });
}

/** What the messenger posts next of our messages, where it does. */
async function told(messenger: Messenger): Promise<unknown> {
  if (messenger === 'telegram') return undefined;
  const { body }: { body?: unknown } = Object(await ask('news'));
  return body;
}

async function take(): Promise<readonly Queued[]> {
  const waiting: unknown = await ask('take');
  return Array.isArray(waiting) ? waiting : [];
}

switch (task.kind) {
  case 'acks':
    await acks(task.messenger, task.bundle, task.warm, task.count);
    break;
  case 'receipts':
    await receipts(task.bundle, task.warm, task.count);
    break;
  case 'floor-steps':
    await floorSteps(task.ack, task.step, task.warm, task.count);
    break;
  case 'own-steps':
    await ownSteps(task);
    break;
  case 'cold':
    throw new Error('Cold starts are measured by measured/cold.ts');
}
process.exit(0);
