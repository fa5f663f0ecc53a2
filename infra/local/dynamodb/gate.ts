/** Lets readers in together and a writer alone, in the order they came. */
export type Gate = {
  /** Runs beside other readers, never beside a writer: half a transaction is not seen. */
  read<T>(work: () => Promise<T>): Promise<T>;
  /** Runs alone. */
  write<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves once everything asked for before has ended. */
  drained(): Promise<void>;
};

type Waiting = { readonly alone: boolean; readonly start: () => void };

/**
 * A first-come gate. Order of arrival is what keeps a busy stream of readers from starving a writer.
 */
export function createGate(): Gate {
  const queue: Waiting[] = [];
  let readers = 0;
  let writing = false;

  function advance(): void {
    for (let head = queue[0]; head !== undefined; head = queue[0]) {
      if (writing || (head.alone && readers > 0)) return;
      queue.shift();
      if (head.alone) writing = true;
      else readers += 1;
      head.start();
    }
  }

  async function enter<T>(alone: boolean, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      queue.push({ alone, start });
      advance();
    });
    try {
      return await work();
    } finally {
      if (alone) writing = false;
      else readers -= 1;
      advance();
    }
  }

  return {
    read: (work) => enter(false, work),
    write: (work) => enter(true, work),
    drained: () => enter(true, async () => undefined),
  };
}
