import { addressKey } from '#shared/domain/address.ts';
import { MINUTE } from '#shared/domain/clock.ts';
import type { Consents } from '#shared/domain/consent.ts';
import { purposes } from '#shared/domain/consent.ts';
import type { Customer } from '#shared/domain/customer.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { dueShards, readDue } from '#shared/store/due.ts';
import { type OutboxRow, outboxFrom } from '#shared/store/outbox.ts';
import { type Chance, chanceOf } from '#test/faults/chance.ts';
import { words } from '#test/helpers/labels.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { type Parts, type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import { recordsOf, rowsAt } from '#test/journey/people.ts';
import { type Act, acts } from './acts.ts';

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
};

/** What somebody had set at a moment, from then on. */
type Set = { readonly at: number; readonly quiet: Customer['quietHours']; readonly consents: Consents };

/** A message that a timer said to a customer. */
export type Said = {
  readonly citizen: Citizen;
  readonly row: OutboxRow;
  /** What held when it was born; undefined before anything was set. */
  readonly set: Set | undefined;
  /** What the gate noted at that moment. */
  readonly noted: readonly string[];
};

export type Year = {
  readonly said: readonly Said[];
  readonly citizens: readonly Citizen[];
  readonly steps: number;
};

export type Town = {
  readonly rig: Rig;
  readonly chance: Chance;
  readonly citizens: readonly Citizen[];
  /** Plans something for later. */
  plan(at: number, does: () => Promise<void>): void;
  customerOf(citizen: Citizen): Promise<Customer | null>;
};

/** Monday 23 November 2026, 09:00 in Athens. */
const begins = Date.parse('2026-11-23T07:00:00Z');
const DAY = 24 * 60 * MINUTE;

export async function playYear(
  seed: number,
  { people, days }: { people: number; days: number },
): Promise<Year> {
  const table = memoryTable();
  // Documents and charts go to nobody here, and would take half of the time.
  const wrap = (parts: Parts): Parts => ({
    ...parts,
    documents: { ...parts.documents, send: async () => undefined },
  });
  const rig = await startRig({ table, wrap });
  rig.clock = begins;
  const end = begins + days * DAY;
  const chance = chanceOf(seed);
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
  };
  planLives(town, end);
  const outages = outagesOf(chance, days);

  /** Notes what people have set by now, and what the gate noted. */
  async function look(): Promise<void> {
    for (const citizen of citizens) {
      const customer = await town.customerOf(citizen);
      if (!customer) continue;
      const known = sets.get(citizen.address) ?? [];
      const last = known.at(-1);
      const { quietHours: quiet, consents } = customer;
      if (JSON.stringify([last?.quiet, last?.consents]) !== JSON.stringify([quiet, consents]))
        sets.set(citizen.address, [...known, { at: rig.clock, quiet, consents }]);
      const mine = noted.get(citizen.address) ?? new Map<string, number>();
      for (const { purpose, at } of customer.written) {
        const same = customer.written.filter((one) => one.at === at && one.purpose === purpose).length;
        mine.set(`${at} ${purpose}`, same);
      }
      noted.set(citizen.address, mine);
    }
  }

  let steps = 0;
  for (;;) {
    planned.sort((a, b) => a.at - b.at);
    const [act] = planned;
    const dueAt = awake(await nextDue(rig), outages);
    const at = Math.min(act?.at ?? Number.POSITIVE_INFINITY, dueAt);
    if (at > end) break;
    rig.clock = Math.max(rig.clock, at);
    steps += 1;
    if (act && act.at <= dueAt) {
      planned.shift();
      await act.does();
    } else await rig.tick();
    await rig.settle();
    await look();
    await rig.calm(2);
    await look();
  }

  const said: Said[] = [];
  for (const citizen of citizens) {
    const rows = (await rowsAt(rig, `O#${citizen.address}`, ''))
      .filter(({ sk }) => sk !== 'sender')
      .map(outboxFrom)
      // What changes a message where it stands is not said: no phone rings for it.
      .filter(({ cause, messages }) => cause === 'timer' && messages.some((one) => !isChange(one)));
    for (const row of rows) {
      const set = sets.get(citizen.address)?.findLast(({ at }) => at < row.born);
      const mine = noted.get(citizen.address);
      said.push({
        citizen,
        row,
        set,
        noted: purposes.filter((purpose) => (mine?.get(`${row.born} ${purpose}`) ?? 0) > 0),
      });
    }
  }
  await rig.close();
  return { said, citizens, steps };
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
    return { person, messenger, language, address: addressKey(rig.played[messenger].addressOf(person)) };
  });
}

/** Each of them does something every few days, from the first week on. */
function planLives(town: Town, end: number): void {
  const { chance, citizens, plan } = town;
  const weighted = acts.flatMap((act): readonly Act[] => Array.from({ length: act.weight }, () => act));
  for (const citizen of citizens) {
    let at = begins + chance.below(5 * DAY);
    while (at < end) {
      const act = chance.of(weighted);
      plan(at, () => act.does(citizen, town));
      at += (1 + chance.below(12)) * DAY + chance.below(DAY);
    }
  }
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

/** What is on a button in the language of somebody. */
export function label(citizen: Citizen, key: Parameters<typeof phrase>[0]): string {
  return words(citizen.language, phrase(key));
}
