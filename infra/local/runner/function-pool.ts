import { randomUUID } from 'node:crypto';
import { type Instance, type InstanceOptions, type Outcome, startInstance } from './instance.ts';

/** Instances of one function at a time: more would only share the same two cores (100 webhooks: 1.6 s against 28 s). */
const MOST_INSTANCES = 2;

/** Calls that may wait for an instance before new ones are turned away, as Lambda throttles. */
const MOST_WAITING = 5_000;

/** One function of the station with its instances. */
export type FunctionPool = {
  /** Calls the function with an event. Never rejects: a throw, a time-out or a crash is an outcome. */
  readonly invoke: (event: unknown) => Promise<Outcome>;
  /** Calls running or waiting for an instance. */
  readonly busy: () => number;
  /** Loads one instance; rejects with the function's own error when it cannot be loaded. */
  readonly warm: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type FunctionPoolOptions = InstanceOptions & {
  readonly timeoutSeconds: number;
  /** Told of every failed call, with the kind of failure. */
  readonly onFailure: (error: string) => void;
};

type Waiting = { readonly event: string; readonly answer: (outcome: Outcome) => void };

/** Makes the pool; nothing is started before the first call or `warm`. */
export function functionPool(options: FunctionPoolOptions): FunctionPool {
  const idle: Instance[] = [];
  const running = new Set<Instance>();
  const waiting: Waiting[] = [];
  let closed = false;

  const next = () => {
    while (!closed && waiting.length > 0 && running.size < MOST_INSTANCES) {
      const task = waiting.shift();
      if (task === undefined) return;
      const instance = takeIdle() ?? startInstance(options);
      running.add(instance);
      void work(instance, task);
    }
  };

  const takeIdle = (): Instance | undefined => {
    for (let instance = idle.pop(); instance !== undefined; instance = idle.pop()) {
      if (!instance.gone()) return instance;
    }
    return undefined;
  };

  const work = async (instance: Instance, task: Waiting) => {
    const outcome = await runOn(instance, task.event, options.timeoutSeconds);
    running.delete(instance);
    if (instance.gone()) void instance.close();
    else idle.push(instance);
    if (!outcome.ok && !closed) options.onFailure(outcome.error);
    task.answer(outcome);
    next();
  };

  return {
    invoke: (event) => {
      if (closed) return Promise.resolve({ ok: false, error: 'StationStopped' });
      if (waiting.length >= MOST_WAITING) return Promise.resolve({ ok: false, error: 'TooManyRequests' });
      return new Promise((answer) => {
        waiting.push({ event: JSON.stringify(event), answer });
        next();
      });
    },
    busy: () => running.size + waiting.length,
    warm: async () => {
      const instance = startInstance(options);
      try {
        await instance.ready;
        idle.push(instance);
      } catch (error) {
        await instance.close();
        throw error;
      }
    },
    close: async () => {
      closed = true;
      for (const task of waiting.splice(0)) task.answer({ ok: false, error: 'StationStopped' });
      await Promise.all([...idle, ...running].map((instance) => instance.close()));
    },
  };
}

async function runOn(instance: Instance, event: string, timeoutSeconds: number): Promise<Outcome> {
  try {
    await instance.ready;
  } catch {
    return { ok: false, error: 'Runtime.InitError' };
  }
  return instance.run({ id: randomUUID(), event, timeoutMs: timeoutSeconds * 1000 });
}
