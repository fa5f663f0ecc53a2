import * as z from 'zod';
import { addressKey } from '#shared/domain/address.ts';
import { MINUTE, toWall } from '#shared/domain/clock.ts';
import type { Consents } from '#shared/domain/consent.ts';
import { purposes } from '#shared/domain/consent.ts';
import type { Customer } from '#shared/domain/customer.ts';
import { liveJobs, PARKING } from '#shared/domain/day.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { Waitlist } from '#shared/domain/waitlist.ts';
import { station } from '#shared/station/station.ts';
import { dayFrom, dayKey } from '#shared/store/day.ts';
import { dueShards, readDue } from '#shared/store/due.ts';
import { type OutboxRow, outboxFrom } from '#shared/store/outbox.ts';
import { waitlistFrom, waitlistKey } from '#shared/store/waitlist.ts';
import { type Chance, chanceOf } from '#test/faults/chance.ts';
import { down } from '#test/faults/outcomes.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { type Parts, type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import { recordsOf, rowsAt } from '#test/journey/people.ts';
import { type Act, acts, begin, deskAnswers, rush } from './acts.ts';

/**
 * A town in a year: people who book, agree and stop, set their hours, come late or not at all; advisors who take cars in, ask, promise
 * and hand back; functions that stand still for hours. Time jumps from due moment to due moment, over the real functions.
 */

/** Somebody of the town, at one messenger. */
export type Citizen = {
  readonly person: Person;
  readonly messenger: 'telegram' | 'whatsapp';
  readonly language: Language;
  readonly address: string;
  /** The end of the plates of their cars. */
  readonly plate: string;
};

/** What somebody had set at a moment, from then on. */
type Set = {
  readonly at: number;
  readonly quiet: Customer['quietHours'];
  readonly consents: Consents;
  /** How many times they asked to be told of. */
  readonly waits: number;
};

/** A message that a timer said to a customer. */
export type Said = {
  readonly citizen: Citizen;
  readonly row: OutboxRow;
  /** What held when it was born; undefined before anything was set. */
  readonly set: Set | undefined;
  /** What the gate noted at that moment. */
  readonly noted: readonly string[];
  /**
   * When it was on the phone: later than it was born where messages could not be sent; null: never, or nobody knows since it waited
   * for the person to write, who was told so.
   */
  readonly arrived: number | null;
};

/** What people did with what they were asked. */
type Notes = {
  /** They want to hear of a service again. */
  readonly later: { readonly citizen: Citizen; readonly at: number }[];
  /** What they answered to offers of the waiting list. */
  readonly answered: ('taken' | 'refused')[];
};

export type Year = {
  readonly said: readonly Said[];
  readonly notes: Notes;
  readonly steps: number;
  /** Times that two people had at once, of which there may be none. */
  readonly shared: readonly string[];
};

export type Town = {
  readonly rig: Rig;
  readonly chance: Chance;
  readonly citizens: readonly Citizen[];
  /** Plans something for later. */
  plan(at: number, does: () => Promise<void>): void;
  customerOf(citizen: Citizen): Promise<Customer | null>;
  /** The step of the booking at which they stand. */
  stepOf(citizen: Citizen): Promise<unknown>;
  waitlist(): Promise<Waitlist>;
  readonly notes: Notes;
};

/** Monday 23 November 2026, 09:00 in Athens. */
export const begins = Date.parse('2026-11-23T07:00:00Z');
const DAY = 24 * 60 * MINUTE;
const withStep = z.object({ step: z.string() });

export async function playYear(
  seed: number,
  { people, days }: { people: number; days: number },
): Promise<Year> {
  const table = memoryTable();
  const chance = chanceOf(seed);
  let now = () => begins;
  let silentUntil = 0;
  const isSilent = () => now() < silentUntil;
  const wrap = (parts: Parts): Parts => ({
    ...parts,
    // Documents and charts go to nobody here, and would take half of the time.
    documents: { ...parts.documents, send: async () => undefined },
    http: async (request) => (isSilent() ? down : parts.http(request)),
  });
  const rig = await startRig({ table, wrap });
  rig.clock = begins;
  now = () => rig.clock;
  const end = begins + days * DAY;
  const citizens = citizensOf(rig, people);
  const planned: { at: number; does: () => Promise<void> }[] = [];
  const sets = new Map<string, Set[]>();
  const noted = new Map<string, Map<string, number>>();
  const records = { telegram: recordsOf(rig, 'telegram'), whatsapp: recordsOf(rig, 'whatsapp') };
  const town: Town = {
    rig,
    chance,
    citizens,
    plan: (at, does) => {
      planned.push({ at, does });
    },
    customerOf: ({ messenger, person }) => records[messenger].customer(person),
    stepOf: async ({ messenger, person }) => {
      const { flow } = await records[messenger].conversation(person);
      return withStep.safeParse(flow?.state).data?.step;
    },
    waitlist: async () => waitlistFrom((await rowsAt(rig, waitlistKey.pk, ''))[0]),
    notes: { later: [], answered: [] },
  };
  planLives(town, end);
  const outages = outagesOf(chance, days);
  const [waiting, arrivals] = [new Set<string>(), new Map<string, number>()];
  const shared = new Set<string>();

  /** Notes what people have set by now, and what the gate noted. */
  async function look(): Promise<void> {
    for (const citizen of citizens) {
      const customer = await town.customerOf(citizen);
      if (!customer) continue;
      const known = sets.get(citizen.address) ?? [];
      const last = known.at(-1);
      const { quietHours: quiet, consents } = customer;
      const waits = customer.waits.length;
      const is = JSON.stringify([quiet, consents, waits]);
      if (JSON.stringify([last?.quiet, last?.consents, last?.waits]) !== is)
        sets.set(citizen.address, [...known, { at: rig.clock, quiet, consents, waits }]);
      const mine = noted.get(citizen.address) ?? new Map<string, number>();
      for (const { purpose, at } of customer.written) {
        const same = customer.written.filter((one) => one.at === at && one.purpose === purpose).length;
        mine.set(`${at} ${purpose}`, same);
      }
      noted.set(citizen.address, mine);
    }
  }

  /** Notes when what had to wait came to a phone. */
  async function arrive(): Promise<void> {
    if (!isSilent() && waiting.size === 0) return;
    for (const { address } of citizens)
      for (const { sk, outcome, heldFor } of await timerRows(rig, address)) {
        const name = `${address} ${sk}`;
        if (outcome === null && heldFor === null) waiting.add(name);
        else if (waiting.delete(name) && outcome === 'sent') arrivals.set(name, rig.clock);
      }
  }

  /** Notes what two have at once: a bay at the same time, held or booked, on days of which something is offered. */
  async function share(): Promise<void> {
    const { offered } = await town.waitlist();
    for (const { start } of offered) {
      const { date } = toWall(start, station.zone);
      const day = dayFrom(date, (await rowsAt(rig, dayKey(date).pk, 'day'))[0]);
      const jobs = liveJobs(day, rig.clock).filter(({ bay }) => bay !== '' && bay !== PARKING);
      for (const one of jobs)
        for (const other of jobs)
          if (one.id < other.id && one.bay === other.bay && one.start < other.end && other.start < one.end)
            shared.add(`${date} ${one.bay}: ${one.id} and ${other.id}`);
    }
  }

  let [steps, ticked] = [0, 0];
  for (;;) {
    planned.sort((a, b) => a.at - b.at);
    const [act] = planned;
    // What cannot be sent is due all the time: it is tried every hour here, not every minute.
    const dueAt = awake(Math.max(await nextDue(rig), ticked + (isSilent() ? 60 : 1) * MINUTE), outages);
    const at = Math.min(act?.at ?? Number.POSITIVE_INFINITY, dueAt);
    if (at > end) break;
    rig.clock = Math.max(rig.clock, at);
    steps += 1;
    if (act && act.at <= dueAt) {
      planned.shift();
      await act.does();
    } else {
      ticked = rig.clock;
      // Nothing can be sent for hours, from the moment on at which something was to be said.
      if (!isSilent() && chance.share(0.02)) silentUntil = rig.clock + (1 + chance.below(9)) * 60 * MINUTE;
      await rig.tick();
    }
    await rig.settle();
    await look();
    await rig.calm(2);
    await look();
    await share();
    await arrive();
  }

  const said: Said[] = [];
  for (const citizen of citizens) {
    for (const row of await timerRows(rig, citizen.address)) {
      const set = sets.get(citizen.address)?.findLast(({ at }) => at < row.born);
      const mine = noted.get(citizen.address);
      said.push({
        citizen,
        row,
        set,
        noted: purposes.filter((purpose) => (mine?.get(`${row.born} ${purpose}`) ?? 0) > 0),
        arrived:
          row.heldFor !== null
            ? null
            : (arrivals.get(`${citizen.address} ${row.sk}`) ?? (row.outcome === 'sent' ? row.born : null)),
      });
    }
  }
  await rig.close();
  return { said, notes: town.notes, steps, shared: [...shared] };
}

/** What timers said to somebody, as it stands in the table. */
async function timerRows(rig: Rig, address: string): Promise<readonly OutboxRow[]> {
  return (
    (await rowsAt(rig, `O#${address}`, ''))
      .filter(({ sk, cause }) => sk !== 'sender' && cause === 'timer')
      .map(outboxFrom)
      // What changes a message where it stands is not said: no phone rings for it.
      .filter(({ messages }) => messages.some((one) => !isChange(one)))
  );
}

function isChange(message: Outbound): boolean {
  return message.kind === 'say' && message.place === 'refresh';
}

/** Half of the town is at each messenger, and every language is spoken. */
function citizensOf(rig: Rig, count: number): readonly Citizen[] {
  return Array.from({ length: count }, (_, index): Citizen => {
    const messenger = index % 2 === 0 ? 'telegram' : 'whatsapp';
    const language = languages[Math.floor(index / 2) % languages.length] ?? 'en';
    const person = { id: 7_300_001 + index, first_name: `Citizen${index}`, language_code: language };
    const address = addressKey(rig.played[messenger].addressOf(person));
    return { person, messenger, language, address, plate: `${101 + index}` };
  });
}

/** Each of them does something every few days, from the first week on. */
function planLives(town: Town, end: number): void {
  const { chance, citizens, plan } = town;
  const weighted = acts.flatMap((act): readonly Act[] => Array.from({ length: act.weight }, () => act));
  for (const citizen of citizens) {
    let at = begins + chance.below(5 * DAY);
    plan(at, () => begin(citizen, town));
    while (at < end) {
      const act = chance.of(weighted);
      plan(at, () => act.does(citizen, town));
      at += (1 + chance.below(12)) * DAY + chance.below(DAY);
    }
  }
  for (let at = begins + DAY; at < end; at += 2 * DAY) plan(at, () => deskAnswers(town));
  // Every three weeks or so several want the same time.
  for (let at = begins + 8 * DAY; at < end; at += (10 + chance.below(20)) * DAY)
    plan(at + chance.below(12 * 60) * MINUTE, () => rush(town));
}

type Outage = { readonly from: number; readonly to: number };

/** Hours in which no timer is looked at, about one stretch a month. */
function outagesOf(chance: Chance, days: number): readonly Outage[] {
  return Array.from({ length: Math.ceil(days / 30) }, (_, month) => {
    const from = begins + month * 30 * DAY + chance.below(25 * DAY);
    return { from, to: from + (2 + chance.below(60)) * 60 * MINUTE };
  });
}

function awake(at: number, outages: readonly Outage[]): number {
  return outages.find(({ from, to }) => at >= from && at < to)?.to ?? at;
}

/** When the next timer is due, or the next row that waits. */
async function nextDue({ table }: Rig): Promise<number> {
  let first = Number.POSITIVE_INFINITY;
  for (const shard of dueShards)
    for await (const [row] of readDue(table, shard, Number.MAX_SAFE_INTEGER, 1)) {
      first = Math.min(first, row?.dueAt ?? first);
      break;
    }
  return first;
}
