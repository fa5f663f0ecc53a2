/**
 * Runs inside a worker thread: one instance of one function, as Lambda's runtime would hold it. Its environment is its
 * own; its `Date.now` (and nothing else) follows the station's clock.
 */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { readClock } from './clock.ts';
import { type Call, call, type Said, type WorkerStart } from './worker-messages.ts';

type Handler = (event: unknown, context: Context) => unknown;

const start: WorkerStart = workerData;
const port = parentPort;
if (port === null) throw new Error('worker.ts is started by function-pool.ts, as a worker thread.');
const say = (message: Said) => port.postMessage(message);

process.setSourceMapsEnabled(true);
Date.now = readClock(start.clock, Date.now.bind(Date));

try {
  const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(start.file).href);
  const handler = z
    .custom<Handler>((value) => typeof value === 'function')
    .parse(exported[start.handler], { error: () => `it exports no function '${start.handler}'` });
  port.on('message', (message: unknown) => {
    answer(handler, call.parse(message)).then(say, () => process.exit(1));
  });
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'broken', ...describe(error) });
}

async function answer(handler: Handler, { id, event, timeoutMs }: Call): Promise<Said> {
  try {
    const result = await handler(JSON.parse(event), contextOf(id, timeoutMs));
    return { kind: 'done', id, result: JSON.stringify(result ?? null) };
  } catch (error) {
    return { kind: 'failed', id, ...describe(error) };
  }
}

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
function contextOf(id: string, timeoutMs: number): Context {
  const deadline = performance.now() + timeoutMs;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${start.region}:${start.account}:function:${start.functionName}`,
    memoryLimitInMB: String(start.memoryMegabytes),
    awsRequestId: id,
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}

/** `error` is the kind alone and may be shown; `detail` is what Lambda would log, and goes to the log file only. */
function describe(error: unknown): { error: string; detail: string } {
  return error instanceof Error
    ? { error: error.name, detail: error.stack ?? error.message }
    : { error: 'Error', detail: String(error) };
}
