import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { KilledError } from '#test/helpers/between.ts';
import type { Rig } from '#test/helpers/rig.ts';
import { faultsIn } from './audit.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type FaultMix, faultMix } from './fault-mix.ts';
import { auditGraph } from './graph-audit.ts';
import { type GraphFaults, graphFaults } from './graph-faults.ts';
import { type PostOffice, postOffice } from './post-office.ts';
import { type Small, smallRig } from './small.ts';
import { auditTown } from './soak-audit.ts';
import { actOf, townOf } from './town.ts';

/**
 * A town uses the bot while a fifth of all calls go wrong in every way there is, a fifth of all updates come twice and
 * nothing is handled in the order in which it came. Meta's statuses come late, twice, in any order or not at all, and a
 * message that it took may fail later. Afterwards an auditor looks at the table and the phones: nothing lost, nothing
 * booked twice, nothing in the wrong chat, nothing stuck. A failing seed gives the same run again.
 */

/** People in the town; `SOAK=2` has twice as many and takes thrice as long. */
const size = Number(process.env.SOAK ?? 1);
const sizes = { telegram: 30 * size, whatsapp: 20 * size };
const actsEach = 24;
const share = 0.2;

const given = fc.readConfigureGlobal()?.seed ?? 4;
const seeds = [1, given];

type Life = {
  readonly rig: Small;
  readonly mix: FaultMix;
  readonly graph: GraphFaults;
  readonly office: PostOffice;
  readonly accepted: ReadonlySet<string>;
};

async function live(messenger: 'telegram' | 'whatsapp', seed: number): Promise<Life> {
  const chance = chanceOf(seed);
  const mix = faultMix(chance, share);
  const graph = graphFaults(chance, share);
  const rig = await smallRig({
    messenger,
    between: mix.between,
    wrap: (parts) => ({ ...parts, http: graph.around(parts.http) }),
    // A fault in this run is one that outlasted the SDK's own retries: so many in a row that dead letters would be sure.
    mostReceives: Number.POSITIVE_INFINITY,
  });
  rig.phone.intercept = mix.intercept;
  const { whatsapp } = rig.played;
  whatsapp.graph.fate = graph.fate;
  const office = postOffice(whatsapp, () => rig.clock, chance);
  whatsapp.news = office.news;
  const accepted = new Set<string>();
  const town = townOf(sizes[messenger]);
  const left = new Map(town.map((person) => [person, actsEach]));
  const recent: unknown[] = [];
  while (left.size > 0) {
    const person = chance.of([...left.keys()]);
    const count = (left.get(person) ?? 0) - 1;
    if (count > 0) left.set(person, count);
    else left.delete(person);
    const update = actOf(person, rig, chance);
    await bring(update, rig, accepted);
    recent.push(update);
    while (chance.share(0.2)) await bring(chance.of(recent.slice(-20)), rig, accepted);
    await someWork(rig, chance, office);
  }
  await calmDown(rig, office, 10);
  mix.on = false;
  graph.on = false;
  office.on = false;
  // The group takes 20 messages a minute, whatever piled up for it meanwhile.
  await calmDown(rig, office, 150);
  // Whoever has something waiting for them until they write, writes.
  for (const person of town) await bring(rig.updates.text('hours', person), rig, accepted);
  await calmDown(rig, office, 30);
  return { rig, mix, graph, office, accepted };
}

async function bring(update: unknown, rig: Rig, accepted: Set<string>): Promise<void> {
  await rig.brings(update);
  for (const id of idsIn(update)) accepted.add(id);
}

const telegramUpdate = z.object({ update_id: z.number() });
const metaBody = z.object({
  entry: z.array(
    z.object({
      changes: z.array(z.object({ value: z.object({ messages: z.array(z.object({ id: z.string() })) }) })),
    }),
  ),
});

/** Ids of what people did, in a body of either messenger. */
function idsIn(update: unknown): readonly string[] {
  const telegram = telegramUpdate.safeParse(update).data;
  if (telegram) return [String(telegram.update_id)];
  const { entry } = metaBody.parse(update);
  return entry.flatMap(({ changes }) => changes.flatMap(({ value }) => value.messages.map(({ id }) => id)));
}

/** Some of what waits is handled, from any queue and any chat, and some news comes; then a little time passes. */
async function someWork(rig: Rig, chance: Chance, office: PostOffice): Promise<void> {
  for (let count = chance.below(40); count > 0; count -= 1)
    await rig.work(chance.of(['inbound', 'inbound', 'outbound', 'outbound', 'later']), chance.below);
  for (let news = office.news(); news !== undefined; news = office.news()) await rig.brings(news);
  await pass(rig, rig.clock + chance.below(4_000));
}

/** Moves the clock; the tick runs at each full minute, and may fail like everything else. */
async function pass(rig: Rig, to: number): Promise<void> {
  const minutes = Math.floor(to / 60_000) - Math.floor(rig.clock / 60_000);
  rig.clock = to;
  if (minutes > 0) await rig.tick().catch(expected);
}

function expected(error: unknown): void {
  if (error instanceof KilledError || error instanceof Error) return;
  throw error;
}

async function calmDown(rig: Rig, office: PostOffice, minutes: number): Promise<void> {
  const end = rig.clock + minutes * 60_000;
  while (rig.clock < end) {
    await rig.settle();
    const next = Math.min(
      ...Object.values(rig.queues).map((queue) => queue.nextDue()),
      office.nextDue(),
      Math.floor(rig.clock / 60_000) * 60_000 + 60_000,
    );
    await pass(rig, Math.max(rig.clock + 1, next));
  }
  await rig.settle();
}

describe.each(['telegram', 'whatsapp'] as const)(
  'a town on %s in which a fifth of everything goes wrong',
  (messenger) => {
    it.each(seeds)(
      'seed %i: loses nothing, books nothing twice, mixes nobody up, and comes to rest',
      { timeout: 180_000 },
      async (seed) => {
        const { rig, mix, graph, office, accepted } = await live(messenger, seed);
        const items = rig.rows.items();
        const town = townOf(sizes[messenger]);
        const report = auditTown(items, rig, town);
        const meta = auditGraph(items, rig, town, office);
        const faults = [...mix.counts.values()].reduce((sum, count) => sum + count, graph.count);
        console.log(
          `${messenger}, seed ${seed}: ${accepted.size} updates, ${faults} faults, ${report.bubbles} messages, ${report.agreements} agreements, ` +
            `${report.repeats} shown again on Telegram of ${mix.excuses} excused; at Meta ${meta.failed} failed later, ` +
            `${meta.repeated} sent once more, ${meta.givenUp} told of`,
        );
        // What WhatsApp's chats gave up is judged by the other auditor: it is told of.
        const atRest = faultsIn(items, rig).filter((fault) => !isGivenUpAtMeta.test(fault));
        expect(atRest).toEqual([]);
        expect(report.faults).toEqual([]);
        expect(meta.faults).toEqual([]);
        expect(report.inbound).toBe(accepted.size);
        expect(report.repeats).toBeLessThanOrEqual(mix.excuses);
        // On WhatsApp a booking takes more steps, each of which may go wrong.
        expect(report.agreements).toBeGreaterThan(messenger === 'telegram' ? 5 : 0);
        expect(rig.failures.filter(ours)).toEqual([]);
      },
    );
  },
);

const isGivenUpAtMeta = /^the row O#whatsapp.* was given up/;

/** What was thrown and not planted: an error of the code under test. */
function ours(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const planted = ['KilledError', 'ProvisionedThroughputExceededException', 'TransactionCanceledException'];
  // A file that could not be fetched is asked for again, which is said by throwing.
  const again = ['ContendedError', 'SafeError'].includes(error.name);
  return !planted.includes(error.name) && !again && error.message !== 'socket hang up';
}
