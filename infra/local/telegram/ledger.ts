import * as z from 'zod';
import type { Store } from '../phones/store.ts';
import type { FaultKind, LedgerEntry } from './types.ts';

const faultKinds = [
  '429',
  '500',
  'html',
  'cut',
  'empty',
  'timeout-before',
  'timeout-after',
  'reset',
  'reset-after',
] as const satisfies readonly FaultKind[];

const entryShape = z.object({
  seq: z.number(),
  at: z.string(),
  method: z.string(),
  payload: z.record(z.string(), z.unknown()),
  status: z.number(),
  description: z.string(),
  messageIds: z.array(z.number()),
  effect: z.boolean(),
  unknownFields: z.array(z.string()),
  violations: z.array(z.string()),
  fault: z.enum(faultKinds).optional(),
  viaWebhook: z.boolean(),
});

/** Every call of the bot in order; kept over restarts, so that a kill between call and answer can be judged afterwards. */
export const openLedger = (store: Store, now: () => number) => {
  const table = store.table('ledger', entryShape);
  const entries: LedgerEntry[] = [...table.all()].map((entry) => ({ ...entry, fault: entry.fault }));
  return {
    record: (entry: Omit<LedgerEntry, 'seq' | 'at'>): void => {
      const noted = { ...entry, seq: entries.length + 1, at: new Date(now()).toISOString() };
      entries.push(noted);
      table.put(noted.seq, {
        ...noted,
        messageIds: [...entry.messageIds],
        unknownFields: [...entry.unknownFields],
        violations: [...entry.violations],
        payload: { ...entry.payload },
      });
    },
    entries: (): readonly LedgerEntry[] => [...entries],
  };
};
