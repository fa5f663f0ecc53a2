import * as z from 'zod';
import { tombstoneHash } from '#shared/store/tombstone.ts';

/** The folder of the store of files where it is remembered who was erased: a restored table is cleared by it. */
export const erasedPrefix = 'erased/';

/** Where it is remembered of an address (a key), by its hash. */
export function rememberedAt(address: string): string {
  return `${erasedPrefix}${tombstoneHash(address)}`;
}

/** When it was asked for, and when the last look found nothing any more, epoch milliseconds. */
const rememberedSchema = z.object({ at: z.number(), done: z.number().exactOptional() });
export type Remembered = z.infer<typeof rememberedSchema>;

/** What a file of the folder says; null where it says nothing. */
export function rememberedIn(content: Uint8Array): Remembered | null {
  return rememberedSchema.safeParse(JSON.parse(Buffer.from(content).toString('utf8'))).data ?? null;
}
