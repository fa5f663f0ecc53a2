import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsIn } from './audit.ts';
import { chanceOf } from './chance.ts';
import { auditDesk } from './desk-audit.ts';
import { customersOf, deskTown } from './desk-town.ts';
import { faultMix } from './fault-mix.ts';
import { graphFaults } from './graph-faults.ts';
import { type Small, smallRig } from './small.ts';
import { waitsKept } from './waits.ts';

/**
 * Customers of both messengers and their advisors talk while a fifth of all calls go wrong in every way there is, topics are
 * deleted and closed, rights are lost for a while, and the group gets a new id in the middle. Afterwards the messengers' own
 * ledgers are asked where every single text went. `DESK_TEXTS=10000` makes it a long run.
 */

const texts = Number(process.env.DESK_TEXTS ?? 300);
const share = 0.2;
const mondayTen = Date.parse('2026-11-23T08:00:00Z');
const seeds = [7, fc.readConfigureGlobal()?.seed ?? 8];

async function live(seed: number) {
  const chance = chanceOf(seed);
  const mix = faultMix(chance, share);
  const graph = graphFaults(chance, share);
  const waits = waitsKept();
  const rig = await smallRig({
    between: waits.around(mix.between),
    wrap: (parts) => ({ ...parts, http: graph.around(parts.http) }),
    // A fault in this run is one that outlasted the SDK's own retries: so many in a row that dead letters would be sure.
    mostReceives: Number.POSITIVE_INFINITY,
  });
  rig.clock = mondayTen;
  rig.phone.intercept = (call) => waits.watched(call, mix.intercept(call));
  const customers = customersOf(Math.min(60, Math.max(12, Math.ceil(texts / 40))));
  const town = deskTown(rig, customers, chance);
  for (let act = 0; town.said.length < texts; act += 1) {
    await town.act();
    if (act === texts) await rig.desk.migrates(-1_002_000_000_009);
    await someWork(rig, chance.below);
    await pass(rig, rig.clock + 500 + chance.below(8_000));
  }
  mix.on = false;
  graph.on = false;
  rig.desk.forum.rights.topics = true;
  await calmDown(rig, 240);
  return { rig, mix, graph, waits, customers, town };
}

/** Some of what waits is handled, from any queue and any chat. No two decisions fall into the same millisecond. */
async function someWork(rig: Small, below: (count: number) => number): Promise<void> {
  const from = ['inbound', 'inbound', 'outbound', 'outbound', 'later', 'jobs'] as const;
  for (let count = below(40); count > 0; count -= 1) {
    await rig.work(from[below(from.length)] ?? 'inbound', below);
    rig.clock += 1;
  }
  for (const played of [rig.played.telegram, rig.played.whatsapp])
    for (let news = played.news?.(); news !== undefined; news = played.news?.())
      await rig.on(played.channel.name === 'telegram' ? 'telegram' : 'whatsapp').brings(news);
}

async function pass(rig: Small, to: number): Promise<void> {
  const minutes = Math.floor(to / 60_000) - Math.floor(rig.clock / 60_000);
  rig.clock = to;
  if (minutes > 0) await rig.tick().catch(() => undefined);
}

async function calmDown(rig: Small, minutes: number): Promise<void> {
  const end = rig.clock + minutes * 60_000;
  while (rig.clock < end) {
    while (
      (await rig.work('inbound')) ||
      (await rig.work('outbound')) ||
      (await rig.work('later')) ||
      (await rig.work('jobs'))
    )
      rig.clock += 1;
    await rig.settle();
    const next = Math.min(
      ...Object.values(rig.queues).map((queue) => queue.nextDue()),
      Math.floor(rig.clock / 60_000) * 60_000 + 60_000,
    );
    await pass(rig, Math.max(rig.clock + 1, next));
  }
}

describe('customers and advisors while a fifth of everything goes wrong', () => {
  it.each(seeds)(
    'seed %i: every text reaches exactly its thread, and no note leaves the group',
    { timeout: 900_000 },
    async (seed) => {
      const { rig, mix, graph, waits, customers, town } = await live(seed);
      const report = auditDesk(rig, customers, town.said);
      const faults = [...mix.counts.values()].reduce((sum, count) => sum + count, graph.count);
      console.log(
        `seed ${seed}: ${town.said.length} texts of ${customers.length} customers, ${faults} faults, ${report.relayed} arrived, ` +
          `${report.twice} twice of ${mix.excuses} excused, ${report.told} told of, ${report.notes} notes kept, ` +
          `${rig.desk.topics().length} topics, ${waits.asked} waits asked, ${waits.broken.length} not kept`,
      );
      expect(report.faults).toEqual([]);
      expect(report.twice).toBeLessThanOrEqual(mix.excuses);
      expect(waits.broken).toEqual([]);
      // What WhatsApp's chats gave up was told of, as was looked at above.
      const atRest = faultsIn(rig.rows.items(), rig).filter((fault) => !isGivenUpAtMeta.test(fault));
      expect(atRest).toEqual([]);
      expect(report.told).toBeLessThan(texts / 20);
    },
  );
});

const isGivenUpAtMeta = /^the row O#whatsapp.* was given up/;
