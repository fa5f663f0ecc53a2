import type { Customer } from '#shared/domain/customer.ts';
import { addressesOf, othersOf } from '#shared/domain/identity.ts';
import type { EraseJob, Traces } from '#shared/domain/job.ts';
import { plateIn } from '#shared/domain/plate.ts';
import { readCustomer } from '#shared/store/customer.ts';
import type { Table } from '#shared/store/table.ts';
import { readTopic } from '#shared/store/topic.ts';

/** What must be known of somebody before their rows go: by what they are found in what belongs to others. */
export async function gather({ people }: Pick<EraseJob, 'people'>, table: Table): Promise<Traces> {
  const rows = await Promise.all(people.map((id) => readCustomer(table, id)));
  const found = [...new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : []))).values()];
  const topics = await Promise.all(people.map((id) => readTopic(table, id)));
  const others = await Promise.all(
    [...new Set(found.flatMap(othersOf))].map(async (id) => [id, await readCustomer(table, id)] as const),
  );
  return {
    words: [...new Set(found.flatMap(wordsOf))].filter((word) => word.length > 4),
    names: [...new Set(found.map(({ name }) => name.trim()))].filter((name) => name.length > 1),
    related: [...new Set(others.flatMap(([id, row]) => [id, ...(row ? addressesOf(row) : [])]))],
    visits: [...new Set(found.flatMap(({ visits, waits }) => [...visits.map(({ id }) => id), ...waits]))],
    places: topics.flatMap((topic) => (topic ? [{ chat: topic.chat, thread: topic.thread }] : [])),
  };
}

/**
 * Numbers, plates and names in full as they were written, and plates as they may have been written by somebody else. What others
 * have as well (a first name, a car without its plate) is not looked for: what is said of them would go with it.
 */
function wordsOf({ phone, name, vehicles, past, visits }: Customer): readonly string[] {
  const cars = [...vehicles, ...past.map(({ vehicle }) => vehicle), ...visits.map(({ vehicle }) => vehicle)];
  return [
    ...(phone === null ? [] : [phone, phone.slice(-10)]),
    ...(/\S\s+\S/u.test(name.trim()) ? [name.trim()] : []),
    ...cars.flatMap(({ label, short }) => {
      const plate = plateIn(label);
      return plate === undefined ? [] : [plate, label, ...(short.includes('…') ? [short] : [])];
    }),
  ];
}
