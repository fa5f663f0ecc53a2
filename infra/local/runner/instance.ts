import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { type Call, said, type WorkerStart } from './worker-messages.ts';

/** What became of one call. `error` is the kind of failure alone; `result` is what the function returned. */
export type Outcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: string };

/** One worker thread with one function in it. It takes one call at a time and is thrown away when it breaks. */
export type Instance = {
  /** Resolves when the function is loaded; rejects with its error when it cannot be. */
  readonly ready: Promise<void>;
  /** Never rejects. After a time-out or a crash the instance is gone. */
  readonly run: (call: Call) => Promise<Outcome>;
  readonly gone: () => boolean;
  readonly close: () => Promise<void>;
};

export type InstanceOptions = {
  readonly start: WorkerStart;
  readonly environment: Readonly<Record<string, string>>;
  /** Takes what the function prints and how it fails: for the log file, not for the console. */
  readonly log: (line: string) => void;
};

export function startInstance({ start, environment, log }: InstanceOptions): Instance {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: start,
    env: environment,
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: start.memoryMegabytes },
  });
  let gone = false;
  let finish: ((outcome: Outcome) => void) | undefined;
  let settleReady: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const ready = new Promise<void>((resolve, reject) => {
    settleReady = { resolve, reject };
  });
  // The pool awaits it when it wants to know; a worker that is closed while it loads is no unhandled rejection.
  ready.catch(() => {});

  const end = (error: string) => {
    gone = true;
    settleReady?.reject(new Error(error));
    finish?.({ ok: false, error });
  };
  pipeLines(worker.stdout, log);
  pipeLines(worker.stderr, log);
  worker.on('error', (error) => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    end(error instanceof Error ? error.name : 'Error');
  });
  worker.on('exit', () => end('Runtime.ExitError'));
  worker.on('message', (raw: unknown) => {
    const message = said.parse(raw);
    switch (message.kind) {
      case 'ready':
        settleReady?.resolve();
        break;
      case 'broken':
        log(message.detail);
        gone = true;
        settleReady?.reject(new Error(message.detail));
        break;
      case 'done':
        finish?.({ ok: true, result: JSON.parse(message.result) });
        break;
      case 'failed':
        log(message.detail);
        finish?.({ ok: false, error: message.error });
        break;
    }
  });

  return {
    ready,
    gone: () => gone,
    run: (call) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          end('Sandbox.Timedout');
          void worker.terminate();
        }, call.timeoutMs);
        finish = (outcome) => {
          clearTimeout(timer);
          finish = undefined;
          resolve(outcome);
        };
        worker.postMessage(call);
      }),
    close: async () => {
      gone = true;
      await worker.terminate();
    },
  };
}

function pipeLines(stream: Readable, log: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) log(line);
  });
}
