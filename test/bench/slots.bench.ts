import { addDays, MINUTE, toInstant } from '#shared/domain/clock.ts';
import { type Day, emptyDay, encodeDay, type Job } from '#shared/domain/day.ts';
import { dates, daysWithRoom, moreTimes, offers } from '#shared/domain/slots/search.ts';
import type { Wish } from '#shared/domain/slots/types.ts';
import { demoStation } from '#shared/station/demo.ts';
import { loadStation } from '#shared/station/load.ts';
import type { Station } from '#shared/station/schema.ts';

/**
 * Slot search, measured: `node test/bench/slots.bench.ts`. Microseconds of CPU a search (mean of a batch, so that a busy
 * machine does not blur it), for the demo station and one of 80 bays, with calendars of 14 days and of a year that are
 * empty, half full or full to the brim. Soft limits are off: the search has to look at every bay instead of seeing
 * that a day is sold out. `max` is the slowest of the batches.
 */
const NOW = Date.parse('2026-11-23T08:00:00Z');
const FIRST = '2026-11-23';

const demo = loadStation(demoStation);
const stations: readonly (readonly [string, Station])[] = [
  ['5 bays', unlimited(demo)],
  ['80 bays', unlimited(enlarged(demo, 16))],
];
const wishes: readonly (readonly [string, Wish])[] = [
  ['oil, any way', { services: ['oil'], mode: 'any' }],
  ['annual service', { services: ['annual'], mode: 'any' }],
  ['oil and tyres, waiting', { services: ['oil', 'tyres'], mode: 'wait' }],
  ['clutch, two days', { services: ['clutch'], mode: 'any' }],
];

/** How long to measure: batches of a search, and milliseconds of each. */
export type SlotEffort = { readonly batches: number; readonly batchMs: number };

/** One search on one calendar, microseconds of CPU: the middle batch and the slowest. */
export type SlotRow = {
  readonly station: string;
  readonly days: number;
  readonly fill: string;
  readonly wish: string;
  readonly search: string;
  readonly cpu: number;
  readonly max: number;
};

/** How much a day holds, and its size as stored. */
export type SlotDay = {
  readonly station: string;
  readonly fill: string;
  readonly jobs: number;
  readonly bytes: number;
};

/** Measures every search on every calendar. */
export function measureSlots(effort: SlotEffort): {
  readonly rows: readonly SlotRow[];
  readonly days: readonly SlotDay[];
} {
  const rows: SlotRow[] = [];
  const stored: SlotDay[] = [];
  for (const [name, station] of stations) {
    for (const length of [14, 365]) {
      for (const [fill, step] of [
        ['empty', 0],
        ['half', 2],
        ['full', 1],
      ] as const) {
        const calendar = written(station, length, step);
        for (const [label, wish] of wishes) {
          const days = new Map(
            dates(station, wish, NOW).map((date) => [date, calendar.get(date) ?? emptyDay(date)]),
          );
          const row = (search: string, run: () => unknown) =>
            rows.push({
              station: name,
              days: length,
              fill,
              wish: label,
              search,
              ...measured(run, effort),
            });
          row('two offers', () => offers(station, days, wish, NOW));
          if (length === 14) {
            row('more times', () => moreTimes(station, days, wish, NOW, [], { times: 6, days: 3 }));
            row('days with room', () => daysWithRoom(station, days, wish, NOW));
          }
        }
        const day = calendar.get('2026-11-24') ?? emptyDay('2026-11-24');
        const bytes = JSON.stringify(encodeDay(day).jobs).length;
        if (length === 14) stored.push({ station: name, fill, jobs: day.jobs.length, bytes });
      }
    }
  }
  return { rows, days: stored };
}

if (import.meta.main) {
  const { rows, days } = measureSlots({ batches: 8, batchMs: 12 });
  console.log('station | days | fill | wish | search | CPU us | max');
  for (const { station, days: length, fill, wish, search, cpu, max } of rows)
    console.log([station, length, fill, wish, search, cpu.toFixed(0), max.toFixed(0)].join(' | '));
  for (const { station, fill, jobs, bytes } of days)
    console.log(`${station}, ${fill}: a day is ${jobs} jobs in ${bytes} bytes`);
}

function measured(run: () => unknown, { batches, batchMs }: SlotEffort): { cpu: number; max: number } {
  const warm = performance.now();
  for (let round = 0; round < 20 || performance.now() - warm < 2 * batchMs; round += 1) run();
  const costs = Array.from({ length: batches }, () => {
    const before = process.cpuUsage();
    let rounds = 0;
    for (const start = performance.now(); performance.now() - start < batchMs || rounds < 5; rounds += 1)
      run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / rounds;
  }).sort((a, b) => a - b);
  return { cpu: costs[Math.floor(batches / 2)] ?? 0, max: costs.at(-1) ?? 0 };
}

/** Every bay with drop-offs one after the other, each by a technician of its own; with `step` 2 every other one. */
function written(station: Station, length: number, step: number): ReadonlyMap<string, Day> {
  const calendar = new Map<string, Day>();
  for (let ahead = 0; ahead < length && step > 0; ahead += 1) {
    const date = addDays(FIRST, ahead);
    const jobs = station.bays.slice(0, station.technicians.length).flatMap((bay, at) => {
      const technician = station.technicians[at];
      const service = station.services.find(
        ({ legs }) => legs.length === 1 && bay.kinds.includes(legs[0]?.bay ?? ''),
      );
      const minutes = service?.legs[0]?.minutes ?? 0;
      const own: Job[] = [];
      for (let minute = 540, count = 0; minute + minutes <= 1050; minute += minutes + 15, count += 1) {
        if (minute < 810 && minute + minutes > 780) minute = 810;
        const start = toInstant(date, minute, station.zone);
        if (start === 'gap' || count % step !== 0) continue;
        const end = start + minutes * MINUTE;
        own.push({
          id: `${at.toString(36)}x${count}`,
          bay: bay.id,
          technician: technician?.id ?? '',
          service: service?.id ?? '',
          kind: 'leave',
          start,
          end,
          arrival: start - 30 * MINUTE,
          readyBy: end + 60 * MINUTE,
          holdUntil: null,
        });
      }
      return own;
    });
    calendar.set(date, { date, version: 1, jobs });
  }
  return calendar;
}

function unlimited(station: Station): Station {
  return {
    ...station,
    rules: {
      ...station.rules,
      sellableShare: 10,
      waitingAtOnce: 999,
      arrivalsPerHalfHour: 999,
      diagnosticsPerHalfDay: 999,
    },
  };
}

/** The same station `times` over: bays and people with ids of their own. */
function enlarged(station: Station, times: number): Station {
  const copies = Array.from({ length: times }, (_, copy) => copy.toString(36));
  return {
    ...station,
    bays: copies.flatMap((copy) => station.bays.map((bay) => ({ ...bay, id: `${bay.id}${copy}` }))),
    technicians: copies.flatMap((copy) =>
      station.technicians.map((person) => ({ ...person, id: `${person.id.slice(0, 2)}${copy}` })),
    ),
  };
}
