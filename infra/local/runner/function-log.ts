import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The file in the data folder in which everything the functions print is kept. */
export const FUNCTION_LOG = 'functions.log';

/** The file is set aside (one older one is kept) when it has grown to this many bytes at a start or during one. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Opens the functions' log. Lines are written as they come, with the function's name in front. */
export function openFunctionLog(dataDir: string): {
  readonly write: (functionName: string, line: string) => void;
  readonly close: () => void;
} {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, FUNCTION_LOG);
  let size = 0;
  let stream = open();

  function open() {
    size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > MOST_BYTES) {
      renameSync(file, `${file}.1`);
      size = 0;
    }
    const opened = createWriteStream(file, { flags: 'a' });
    // A full disk must not end the station.
    opened.on('error', () => {});
    return opened;
  }

  return {
    write: (functionName, line) => {
      const text = `${functionName} ${line}\n`;
      size += text.length;
      stream.write(text);
      if (size <= MOST_BYTES) return;
      stream.end();
      stream = open();
    },
    close: () => {
      stream.end();
    },
  };
}
