import * as z from 'zod';
import { freedNow, needsOfFreed } from '#shared/flows/waitlist.ts';
import { definePart } from '../part.ts';

/** Something that the desk freed is due to be offered: no button says so, only a timer at the group's address. */
const action = z.object({ do: z.literal('freed'), key: z.string(), data: z.unknown() });

/** What becomes free at the desk, where no chat of a customer's is near, goes to the waiting list all the same. */
export const waitlistPart = definePart<z.infer<typeof action>>({
  name: 'desk.waitlist',
  action,
  commands: [],
  needs: (event, turn) => (event.kind === 'action' ? needsOfFreed(event.action.data, turn) : []),
  decide: (event, facts, turn) =>
    event.kind === 'action'
      ? { changes: freedNow(event.action.key, event.action.data, facts, turn), say: [] }
      : { changes: [], say: [] },
});
