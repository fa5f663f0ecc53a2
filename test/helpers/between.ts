import { AsyncLocalStorage } from 'node:async_hooks';

/** The functions a message and its files pass; `test` is whatever a test itself reads. */
export type Process =
  | 'webhook'
  | 'converse'
  | 'deliver'
  | 'media'
  | 'documents'
  | 'interpret'
  | 'tick'
  | 'test';

/** One call that leaves a function: `converse`, `DynamoDB TransactWrite`. */
export type Io = { readonly process: Process; readonly kind: string };

/** Stands at every I/O boundary: runs the call, or does to it whatever the test wants. */
export type Between = <T>(io: Io, act: () => Promise<T>) => Promise<T>;

export const straightThrough: Between = (_io, act) => act();

/** One invocation of a function. Once it is dead, nothing it still tries has any effect, not even in a `finally`. */
type Life = { readonly process: Process; dead: boolean };

const lives = new AsyncLocalStorage<Life>();

/** Runs an invocation of its own. */
export function asProcess<T>(process: Process, work: () => Promise<T>): Promise<T> {
  return lives.run({ process, dead: false }, work);
}

/** Thrown where a test ends a function: the process is gone, and the queue or the messenger will ask again. */
export class KilledError extends Error {
  override readonly name = 'KilledError';
}

/** Ends the invocation that is running. */
export function kill(): never {
  const life = lives.getStore();
  if (life) life.dead = true;
  throw new KilledError('The function was killed here by the test');
}

/** Tells `between` who is calling; refuses every call of an invocation that was killed. */
export function crossing<T>(between: Between, kind: string, act: () => Promise<T>): Promise<T> {
  const life = lives.getStore();
  if (life?.dead) return Promise.reject(new KilledError('A killed function goes on calling'));
  return between({ process: life?.process ?? 'test', kind }, act);
}
