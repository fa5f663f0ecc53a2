import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Erased, erasedSchema } from '#shared/domain/erased.ts';
import { keep } from './keep.ts';
import { getOne } from './read.ts';
import { expiry, type Key, type Table } from './table.ts';

/**
 * What stays of an address whose person had everything erased: its hash, when that was, and up to which number rows were named
 * there. It outlives every redelivery, and old buttons: those on the phone never meet a new row of their name.
 */
export type Tombstone = Erased & { readonly version: number };

/** The hash under which an address (a key) is remembered, here and in the store of files. */
export function tombstoneHash(address: string): string {
  return createHash('sha256').update(`erased ${address}`).digest('hex');
}

function tombstoneKey(address: string): Key {
  return { pk: `X#${tombstoneHash(address)}`, sk: 'erased' };
}

export function tombstoneItem(address: string, { at, by, version }: Tombstone) {
  return { ...tombstoneKey(address), at, by, version, expiresAt: expiry(at, keep.tombstone) };
}

const stored = erasedSchema.extend({ version: z.number() });

/** Null where nobody was erased. One read, at the first contact of an address that nobody knows. */
export async function readTombstone(table: Table, address: string): Promise<Tombstone | null> {
  const item = await getOne(table, tombstoneKey(address));
  return item === undefined ? null : stored.parse(item);
}

/** A topic of somebody who was erased: what the group's messenger still brings from there is let go, too. */
export function topicTombstone(chat: string, thread: string, at: number) {
  return tombstoneItem(topicName(chat, thread), { at, by: '', version: 0 });
}

export async function isErasedTopic(table: Table, chat: string, thread: string): Promise<boolean> {
  return (await readTombstone(table, topicName(chat, thread))) !== null;
}

function topicName(chat: string, thread: string): string {
  return `topic ${chat}/${thread}`;
}
