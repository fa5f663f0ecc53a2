import * as z from 'zod';
import { dropFileSchema, eraseAgainSchema, eraseJobSchema } from '#shared/domain/job.ts';
import { addIds } from '#shared/runtime/logger.ts';
import { type AgainDeps, erasuresAgain } from './again.ts';
import { type EraseDeps, eraseRound, next } from './erase.ts';

export type ErasingDeps = EraseDeps & AgainDeps & { readonly files: EraseDeps['files'] & AgainDeps['files'] };

/** What the queue brings beside documents. */
const erasing = z.discriminatedUnion('kind', [eraseJobSchema, eraseAgainSchema, dropFileSchema]);

/** Handles a message that is about erasing; false where it is about something else. Whatever it throws is tried again. */
export async function handleErasing(body: unknown, deps: ErasingDeps): Promise<boolean> {
  const work = erasing.safeParse(body);
  if (!work.success) return false;
  addIds({ kind: work.data.kind });
  switch (work.data.kind) {
    case 'erase':
      await eraseRound(work.data, deps);
      return true;
    case 'eraseAgain':
      for (const job of await erasuresAgain(deps)) await next(job, 0, deps);
      return true;
    case 'dropFile':
      await deps.files.remove(work.data.key);
      return true;
  }
}
