/** What has been opened and must be closed, last first; one that fails does not keep the others open. */
export type Closers = {
  readonly add: (close: () => unknown) => void;
  /** Closes everything once; further calls wait for the same end. */
  readonly closeAll: () => Promise<void>;
};

export function makeClosers(): Closers {
  const opened: (() => unknown)[] = [];
  let closing: Promise<void> | undefined;

  async function closeAll() {
    for (let close = opened.pop(); close !== undefined; close = opened.pop()) {
      try {
        await close();
      } catch (error) {
        console.error(
          `A part of the station did not close: ${error instanceof Error ? error.message : 'unknown error'}`,
        );
      }
    }
  }

  return {
    add: (close) => opened.push(close),
    closeAll: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}
