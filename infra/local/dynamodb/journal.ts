import { createHash } from 'node:crypto';
import { closeSync, fdatasyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import * as z from 'zod';
import { type Item, isItem } from './item.ts';

/** One item of a write: what was there and what shall be there; undefined is "no such item". */
export type Change = {
  readonly table: string;
  readonly key: Item;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
};

/** A write that was begun: all its changes, and the client token it will be remembered by. */
export type Begun = { readonly changes: readonly Change[]; readonly token: string | undefined };

/**
 * The undo journal: while a write is under way it holds everything needed to take it back.
 *
 * Single writes are in it as well: dynalite updates the indexes and the item one after the other, and a kill in
 * between would leave an index entry that no item has.
 */
export type Journal = {
  /** Notes the write down. `durable` asks for the disk itself (a transaction), otherwise the kernel will do. */
  begin(begun: Begun, durable: boolean): void;
  /** The write is complete: nothing is to be undone any more. */
  clear(): void;
  close(): void;
};

const item = z.custom<Item>(isItem);
const begun = z.object({
  token: z.string().optional(),
  changes: z.array(
    z.object({ table: z.string(), key: item, before: item.optional(), after: item.optional() }),
  ),
});

/** Opens the journal in `file`; without a file nothing is kept, because nothing would survive either. */
export function openJournal(file: string | undefined): Journal {
  if (file === undefined) return { begin() {}, clear() {}, close() {} };
  const descriptor = openSync(file, 'a+');
  return {
    begin(write, durable) {
      const text = JSON.stringify(write);
      writeSync(descriptor, `${digest(text)}\n${text}`);
      if (durable) fdatasyncSync(descriptor);
    },
    clear: () => ftruncateSync(descriptor, 0),
    close: () => closeSync(descriptor),
  };
}

/**
 * The write that a killed process left behind, or undefined. A journal that does not match its own checksum was cut
 * off while it was written, and nothing is written to the store before that ends: there is nothing to undo.
 */
export function unfinished(file: string | undefined): Begun | undefined {
  if (file === undefined) return undefined;
  const [checksum, text] = readIfThere(file).split('\n', 2);
  if (checksum === undefined || text === undefined || checksum !== digest(text)) return undefined;
  const { token, changes } = begun.parse(JSON.parse(text));
  return {
    token,
    changes: changes.map(({ table, key, before, after }) => ({ table, key, before, after })),
  };
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
