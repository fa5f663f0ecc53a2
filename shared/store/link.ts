import { createHash } from 'node:crypto';
import * as z from 'zod';
import { linkTargetSchema } from '#shared/domain/facts.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { getOne } from './read.ts';
import type { Key, Table } from './table.ts';

const linkSchema = z.object({
  /** Whose visit or talk it is. */
  customer: z.string(),
  to: linkTargetSchema,
  /** The reader's language when the link was made. */
  language: languageSchema,
  /** Epoch seconds; compared when it is read, since TTL deletes late. */
  expiresAt: z.number(),
});

/** Rows of the version before this one know of visits only; a link lives for months. */
const storedSchema = z.union([
  linkSchema,
  linkSchema
    .omit({ to: true })
    .extend({ visit: z.string() })
    .transform(({ visit, ...link }): Link => ({ ...link, to: { of: 'visit', visit } })),
]);

/** What a link that people open stands for. */
export type Link = z.infer<typeof linkSchema>;

/** Only the hash of a token is stored: who reads the table can open nothing, and looking one up tells nothing by its time. */
function linkKey(token: string): Key {
  return { pk: `U#${createHash('sha256').update(token).digest('hex')}`, sk: 'link' };
}

/** The row of a link, for the transaction that sends it. `token`: 22 url-safe signs; `expiresAt`: epoch seconds. */
export function linkItem(
  token: string,
  { customer, to, language }: Omit<Link, 'expiresAt'>,
  expiresAt: number,
) {
  return { ...linkKey(token), customer, to, language, expiresAt };
}

/** What the link stands for, expired or not; null when there is none (any more): deleting the row revokes it. */
export async function readLink(table: Table, token: string): Promise<Link | null> {
  const item = await getOne(table, linkKey(token));
  return item === undefined ? null : storedSchema.parse(item);
}
