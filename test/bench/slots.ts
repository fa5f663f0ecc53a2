import { type Goal, printTable } from './print.ts';
import { measureSlots, type SlotEffort } from './slots.bench.ts';

/** Slot search against the size of the calendar: the slowest wish of each kind of search. */
export function reportSlots(effort: SlotEffort): Goal {
  const { rows, days } = measureSlots(effort);
  const groups = Map.groupBy(rows, ({ station, days: length, fill, search }) =>
    [station, length, fill, search].join('|'),
  );
  printTable(
    'Slot search, microseconds of CPU, the slowest of the wishes',
    ['calendar', 'days', 'fill', 'search', 'CPU us', 'slowest batch'],
    [...groups].map(([group, own]) => {
      const slowest = own.reduce((a, b) => (a.cpu > b.cpu ? a : b));
      return [...group.split('|'), slowest.cpu.toFixed(0), slowest.max.toFixed(0)];
    }),
  );
  printTable(
    'A day as stored',
    ['station', 'fill', 'jobs', 'bytes', 'WRU in a transaction'],
    days.map(({ station, fill, jobs, bytes }) => {
      // Keys, date and version are about 60 bytes beside the jobs.
      const kilobytes = Math.ceil((bytes + 60) / 1_024);
      return [station, fill, String(jobs), String(bytes), String(2 * kilobytes)];
    }),
  );
  const large = rows.filter(({ station, days: length }) => station === '80 bays' && length === 365);
  const slowest = Math.max(...large.map(({ cpu }) => cpu)) / 1_000;
  return { name: 'slot search, 80 bays, a year', value: slowest, atMost: 5, unit: 'ms' };
}
