import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Feed } from '#shared/domain/facts.ts';
import type { Language } from '#shared/domain/language.ts';
import { linkItem } from './link.ts';
import { getOne } from './read.ts';
import type { Key, Table } from './table.ts';

/** Which address of the bays' days is good now: a new one makes all before it lead nowhere. Only its hash is stored. */
const feedKey: Key = { pk: 'G#desk', sk: 'feed' };

const stored = z.object({ version: z.number(), hash: z.string(), by: z.string(), since: z.number() });

/** The row of the feed once that token is its address. */
export function feedItem({ version, by, since }: Feed, token: string) {
  return { ...feedKey, version, by, since, hash: hashOf(token) };
}

/** A screen on a wall is set up once: its address is good until a new one is made. Seconds. */
const linkSeconds = 10 * 365 * 24 * 60 * 60;

/** The row by which a token is found. It stays when it is revoked, so that the screen is told so. */
export function feedLink(token: string, language: Language, now: number) {
  return linkItem(
    token,
    { customer: '', to: { of: 'feed' }, language },
    Math.floor(now / 1000) + linkSeconds,
  );
}

/** What is given out now; null where nothing was yet. */
export async function readFeed(table: Table): Promise<Feed | null> {
  const row = await read(table);
  return row && { version: row.version, by: row.by, since: row.since };
}

/** Whether that token is the address that is good now. */
export async function isCurrent(table: Table, token: string): Promise<boolean> {
  return (await read(table))?.hash === hashOf(token);
}

async function read(table: Table): Promise<z.infer<typeof stored> | null> {
  const item = await getOne(table, feedKey);
  return item === undefined ? null : stored.parse(item);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
