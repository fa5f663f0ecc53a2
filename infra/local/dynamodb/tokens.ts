import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { isRecord } from './item.ts';
import { parseBody } from './wire.ts';

/**
 * A client token is good for 10 minutes after its transaction ended
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).
 */
const LIFETIME_MS = 10 * 60_000;

/** What became of the transactions that carried a ClientRequestToken. */
export type Tokens = {
  /** `repeated`: done before with the same content; `mismatch`: done before with other content. */
  check(token: string, content: unknown): 'new' | 'repeated' | 'mismatch';
  /** Remembers a transaction that was carried out. */
  remember(token: string, content: unknown): void;
  /** Takes a token back whose transaction was rolled back. */
  forget(token: string): void;
  /** Drops what is too old, here and in the file. */
  tidy(): void;
};

type Remembered = { readonly digest: string; readonly at: number };

const line = z.object({ token: z.string(), digest: z.string(), at: z.number() });

/**
 * Opens the memory of client tokens, kept in `file` (one JSON object a line) or, without one, in this process only.
 * `now` is in milliseconds; a token from the future, left by a clock that was set back, counts as unknown.
 */
export function openTokens(file: string | undefined, now: () => number): Tokens {
  const known = new Map<string, Remembered>(file !== undefined && existsSync(file) ? read(file) : []);

  function rewrite(): void {
    if (file === undefined) return;
    const text = [...known].map(([token, rest]) => `${JSON.stringify({ token, ...rest })}\n`).join('');
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }

  function current(remembered: Remembered): boolean {
    const age = now() - remembered.at;
    return age >= 0 && age < LIFETIME_MS;
  }

  return {
    check(token, content) {
      const remembered = known.get(token);
      if (remembered === undefined || !current(remembered)) return 'new';
      return remembered.digest === digestOf(content) ? 'repeated' : 'mismatch';
    },
    remember(token, content) {
      const entry = { digest: digestOf(content), at: now() };
      known.delete(token);
      known.set(token, entry);
      if (file !== undefined) appendFileSync(file, `${JSON.stringify({ token, ...entry })}\n`);
    },
    forget(token) {
      if (known.delete(token)) rewrite();
    },
    tidy() {
      const old = [...known].filter(([, remembered]) => !current(remembered));
      if (old.length === 0) return;
      for (const [token] of old) known.delete(token);
      rewrite();
    },
  };
}

/** A line that a kill cut off is passed over: its transaction was rolled back. */
function read(file: string): readonly [string, Remembered][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text): [string, Remembered][] => {
      const parsed = line.safeParse(parseBody(text));
      return parsed.success ? [[parsed.data.token, { digest: parsed.data.digest, at: parsed.data.at }]] : [];
    });
}

function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content, sorted)).digest('hex');
}

/** Makes the text of an object independent of the order in which its members were written. */
function sorted(_name: string, value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
