import { toWall } from '#shared/domain/clock.ts';
import { type InterpretJob, interpretJobSchema } from '#shared/domain/job.ts';
import { shortId } from '#shared/domain/short-id.ts';
import { happened } from '#shared/flows/count.ts';
import { inboundEntry } from '#shared/runtime/entries.ts';
import { interpretedInbound } from '#shared/runtime/interpreted.ts';
import { log } from '#shared/runtime/logger.ts';
import type { Measure } from '#shared/runtime/metrics.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { putHappened } from '#shared/store/happened.ts';
import { takeCall } from '#shared/store/model-calls.ts';
import type { Table } from '#shared/store/table.ts';
import type { Interpreted, Interpreter } from './interpreter.ts';

export type InterpretDeps = {
  readonly interpreter: Interpreter;
  readonly table: Table;
  readonly inbound: Pick<Queue, 'send'>;
  readonly zone: string;
  /** Calls on one station day; whatever comes then is not understood, as without a model. */
  readonly mostCalls: number;
  /** US dollars for 1,000 tokens. */
  readonly dollars: { readonly read: number; readonly written: number };
  readonly measure: Measure;
  readonly now: () => number;
};

/** Milliseconds after which a question is let go: nobody waits for the answer by the time it would come. */
const staleMs = 6_000;

/**
 * Takes one question to the language model, and tells what was understood to the talk that waits for it. Whatever goes wrong, it is as
 * if nothing was understood; the talk waits a few seconds at most and never depends on this. `tries`: how often the question was taken,
 * this time included: it is put only once, so that a fault costs no second call, and nothing of what was written is left lying in a queue.
 */
export function createInterpret(deps: InterpretDeps): (body: unknown, tries: number) => Promise<void> {
  return async (body, tries) => {
    const job = interpretJobSchema.parse(body);
    if (tries > 1 || deps.now() - job.at > staleMs) return;
    const interpreted = await asked(job, deps);
    const understood = interpreted?.understood ?? null;
    await deps.inbound.send(inboundEntry(interpretedInbound(job, understood, deps.now())));
    if (interpreted) await count(job, interpreted, deps);
  };
}

async function asked(job: InterpretJob, deps: InterpretDeps): Promise<Interpreted | null> {
  const { table, zone, mostCalls, now, interpreter } = deps;
  if (!(await takeCall(table, toWall(now(), zone).date, mostCalls, now()))) {
    log('warn', 'The language model was asked as often as it may be today');
    return null;
  }
  try {
    const { text, language } = job;
    return await interpreter({ text, language });
  } catch (error) {
    log('warn', 'The language model gave no answer', { error });
    return null;
  }
}

/** For the owner's figures and the metrics: that it was asked, whether that helped, and what it takes. */
async function count(job: InterpretJob, { understood, read, written }: Interpreted, deps: InterpretDeps) {
  const { table, zone, dollars, measure, now } = deps;
  const cost = (read * dollars.read + written * dollars.written) / 1_000;
  measure([
    { name: 'ModelTokens', value: read + written },
    { name: 'ModelDollars', value: cost },
  ]);
  const what = {
    what: 'interpreted',
    understood: understood !== null,
    micros: Math.round(cost * 1e6),
  } as const;
  await putHappened(
    table,
    happened(`interpreted#${shortId(job.id)}`, what, { station: { zone }, now: job.at }),
    now(),
  );
}
