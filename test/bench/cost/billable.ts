import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { startRig } from '#test/helpers/rig.ts';
import { knownOwnerBooks, newOwnerBooks } from './journey.ts';

/** Messages that Meta charges for from the tap on Book to the confirmation: each that reached the phone. */
export type Billable = { readonly newOwner: number; readonly knownOwner: number };

/** At most so many; the question for consent comes after a booking and is counted in neither. */
export const mostBillable: Billable = { newOwner: 6, knownOwner: 4 };

/** Books on WhatsApp as a new owner and then as one whom the station knows, and counts what is paid for. */
export async function countBillable(): Promise<Billable> {
  const rig = await startRig({ messenger: 'whatsapp', table: memoryTable() });
  const consent = words('en', phrase('askConsent'));
  const count = () => rig.played.whatsapp.graph.bubbles.filter(({ text }) => text !== consent).length;
  const books = async ([opens, ...steps]: typeof newOwnerBooks) => {
    await opens?.[1](rig);
    const before = count();
    for (const [, act] of steps) await act(rig);
    return count() - before;
  };
  try {
    const newOwner = await books(newOwnerBooks);
    rig.clock += 4 * 24 * 3_600_000;
    return { newOwner, knownOwner: await books(knownOwnerBooks) };
  } finally {
    await rig.close();
  }
}
