import * as z from 'zod';
import type { Store } from '../phones/store.ts';
import type { CallName, FaultKind, LedgerEntry } from './types.ts';

const calls = [
  'send',
  'mark-read',
  'upload',
  'media',
  'delete-media',
  'download',
  'phone-number',
  'phone-numbers',
  'list-templates',
  'create-template',
  'delete-template',
  'subscriptions',
  'subscribe',
  'unsubscribe',
  'register',
  'debug-token',
  'app-subscriptions',
  'app-subscribe',
  'unknown',
] as const satisfies readonly CallName[];

const faults = [
  '500',
  'html',
  'error',
  'reset',
  'timeout-after',
  'reset-after',
  'failed',
] as const satisfies readonly FaultKind[];

const entryShape = z.object({
  seq: z.number(),
  at: z.string(),
  call: z.enum(calls),
  verb: z.string(),
  path: z.string(),
  chat: z.string(),
  payload: z.unknown().optional(),
  status: z.number(),
  code: z.number(),
  details: z.string(),
  messageIds: z.array(z.string()),
  effect: z.boolean(),
  billable: z.boolean(),
  failed: z.number(),
  fault: z.enum(faults).optional(),
});

/** Every call of the station in order; kept over restarts, so that a kill between call and answer can be judged later. */
export const openLedger = (store: Store, now: () => number) => {
  const table = store.table('ledger', entryShape);
  const entries: LedgerEntry[] = [...table.all()].map((entry) => ({
    ...entry,
    payload: entry.payload,
    fault: entry.fault,
  }));
  return {
    record: (entry: Omit<LedgerEntry, 'seq' | 'at'>): void => {
      const noted = { ...entry, seq: entries.length + 1, at: new Date(now()).toISOString() };
      entries.push(noted);
      table.put(noted.seq, { ...noted, messageIds: [...noted.messageIds] });
    },
    entries: (): readonly LedgerEntry[] => [...entries],
  };
};

export type Ledger = ReturnType<typeof openLedger>;
