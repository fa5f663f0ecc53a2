import { type FunctionPool, functionPool } from './function-pool.ts';
import type { Outcome } from './instance.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from './wiring.ts';
import type { FunctionWiring } from './wiring-types.ts';

export type FunctionsOptions = {
  readonly functions: readonly FunctionWiring[];
  /** Bundled file of each function by its logical id. */
  readonly files: ReadonlyMap<string, string>;
  readonly environmentOf: (fn: FunctionWiring) => Record<string, string>;
  readonly clock: SharedArrayBuffer;
  readonly log: (functionName: string, line: string) => void;
  /** Told of a failed call: the function's name and the kind of failure, without personal text. */
  readonly onFailure: (functionName: string, error: string) => void;
};

/** All functions of the station. */
export type Functions = {
  /** Calls a function by its logical id; never rejects. */
  readonly invoke: (functionId: string, event: unknown) => Promise<Outcome>;
  /** Calls that run or wait, of all functions. */
  readonly busy: () => number;
  /** Loads one instance of each; rejects with the first error, named after its function. */
  readonly warm: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export function makeFunctions(options: FunctionsOptions): Functions {
  const pools = new Map(options.functions.map((fn) => [fn.id, { name: fn.name, pool: poolOf(fn, options) }]));
  return {
    invoke: async (functionId, event) =>
      (await pools.get(functionId)?.pool.invoke(event)) ?? { ok: false, error: 'ResourceNotFoundException' },
    busy: () => [...pools.values()].reduce((sum, { pool }) => sum + pool.busy(), 0),
    warm: async () => {
      const started = [...pools.values()].map(async ({ name, pool }) => {
        try {
          await pool.warm();
        } catch (error) {
          throw new FunctionBroken(name, error instanceof Error ? error.message : String(error));
        }
      });
      // All are waited for, so that none is still loading when the first error closes the station.
      const results = await Promise.allSettled(started);
      const failed = results.find((result) => result.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
    close: async () => {
      await Promise.all([...pools.values()].map(({ pool }) => pool.close()));
    },
  };
}

/** Thrown when a function cannot be loaded: its own error, with the function's name. */
export class FunctionBroken extends Error {
  override readonly name = 'FunctionBroken';

  constructor(functionName: string, detail: string) {
    super(`The function '${functionName}' cannot be loaded: ${detail}`);
  }
}

function poolOf(fn: FunctionWiring, options: FunctionsOptions): FunctionPool {
  const file = options.files.get(fn.id);
  if (file === undefined) throw new Error(`The function '${fn.name}' was not bundled.`);
  return functionPool({
    start: {
      file,
      handler: fn.handler,
      clock: options.clock,
      functionName: fn.name,
      memoryMegabytes: fn.memoryMegabytes,
      region: LOCAL_REGION,
      account: LOCAL_ACCOUNT,
    },
    environment: options.environmentOf(fn),
    timeoutSeconds: fn.timeoutSeconds,
    log: (line) => options.log(fn.name, line),
    onFailure: (error) => options.onFailure(fn.name, error),
  });
}
