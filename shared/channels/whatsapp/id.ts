import { createHash } from 'node:crypto';

/** An id that fits into our keys: as Meta wrote it (`wamid.…`), or its hash where it is too long or has odd characters. */
export function idOf(given: string): string {
  return /^[!-~]{1,120}$/.test(given) ? given : createHash('sha256').update(given).digest('hex');
}

/** The id by which Meta knows a message, to answer it or to mark it as read; null where it cannot be one. */
export function messageIdOf(given: string): string | null {
  return /^[!-~]{1,300}$/.test(given) ? given : null;
}
