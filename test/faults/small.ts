import { addressKey } from '#shared/domain/address.ts';
import { type Between, type Io, straightThrough } from '#test/helpers/between.ts';
import type { Item } from '#test/helpers/expressions.ts';
import { type MemoryTable, memoryTable } from '#test/helpers/memory-table.ts';
import type { PlayedName } from '#test/helpers/played.ts';
import { nikos, type Person, type Rig, type RigOptions, startRig } from '#test/helpers/rig.ts';

/** A rig over a table in memory, whose queues try again as SQS does. */
export type Small = Rig & { readonly rows: MemoryTable; readonly messenger: PlayedName };

export async function smallRig(options: Omit<RigOptions, 'table'> = {}): Promise<Small> {
  const rows = memoryTable(options.between);
  const rig = await startRig({ onFailure: 'retry', ...options, table: rows });
  return Object.assign(rig, { rows, messenger: options.messenger ?? 'telegram' });
}

export const maria: Person = { id: 7000002, first_name: 'Maria', language_code: 'en' };

export function keyOf(person: Person = nikos): string {
  return addressKey({ channel: 'telegram', bot: '4242', chat: String(person.id), thread: '' });
}

/** The key of a person's chat at the rig's own messenger. */
export function chatKeyOf({ played, messenger }: Small, person: Person = nikos): string {
  return addressKey(played[messenger].addressOf(person));
}

/** A person's rows in the outbox, in the order of their birth. */
export function outboxOf(rig: Small, person: Person = nikos): readonly Item[] {
  return rig.rows.items().filter(({ pk, sk }) => pk === `O#${chatKeyOf(rig, person)}` && sk !== 'sender');
}

export function conversationOf(rig: Small, person: Person = nikos): Item | undefined {
  return rig.rows.items().find(({ pk, sk }) => pk === `C#${chatKeyOf(rig, person)}` && sk === 'conversation');
}

/** What the person sees, from the first bubble to the last. */
export function textsOf(rig: Rig, person: Person = nikos): readonly string[] {
  return rig.bubbles(person).map(({ text }) => text);
}

/** Does something to the first `times` calls of one kind, `process kind`; the others go through. */
export function onFirst(
  times: number,
  boundary: string,
  instead: <T>(act: () => Promise<T>) => Promise<T>,
): Between {
  let count = 0;
  return (io, act) => {
    if (nameOf(io) !== boundary || count >= times) return straightThrough(io, act);
    count += 1;
    return instead(act);
  };
}

export function nameOf({ process, kind }: Io): string {
  return `${process} ${kind}`;
}
