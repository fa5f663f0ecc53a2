import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBundles } from '#test/bench/bundles.ts';
import { countBillable, mostBillable } from '#test/bench/cost/billable.ts';
import { countGrowth, sameFor } from '#test/bench/cost/growth.ts';
import {
  afterBooking,
  countReminder,
  countSteps,
  knownOwnerBooks,
  type MeteredRig,
  newOwnerBooks,
  startMeteredRig,
} from '#test/bench/cost/journey.ts';
import type { StepCost } from '#test/bench/cost/step-cost.ts';

/** What is paid for is counted, not timed: calls and units of every step of a booking, on an embedded DynamoDB. */

let metered: MeteredRig;
let fresh: readonly StepCost[];
let after: readonly StepCost[];
let known: readonly StepCost[];

beforeAll(async () => {
  metered = await startMeteredRig();
  fresh = await countSteps(metered, newOwnerBooks);
  after = [
    ...(await countSteps(metered, afterBooking.slice(0, 2))),
    await countReminder(metered),
    ...(await countSteps(metered, afterBooking.slice(2))),
  ];
  metered.rig.clock = Date.parse('2026-11-25T10:00:00Z');
  known = await countSteps(metered, knownOwnerBooks);
});
afterAll(() => metered.rig.close());

const all = () => [...fresh, ...after, ...known];
const namesOf = (steps: readonly StepCost[]) => steps.map(({ name }) => name);

describe('a step of a conversation', () => {
  it('is counted at all: six interactions of a new owner, five of a known one, four that follow', () => {
    expect([fresh.length, known.length, after.length]).toEqual([6, 5, 4]);
    expect(all().filter(({ telegram }) => telegram === 0)).toEqual([]);
  });

  it('is one request, three invocations and six calls of SQS', () => {
    const asked = all().filter(({ requests }) => requests > 0);
    for (const { name, requests, invocations, sqs } of asked)
      expect({ name, requests, invocations, sqs }).toEqual({ name, requests: 1, invocations: 3, sqs: 6 });
  });

  it('reads at most twice before it decides, and commits one transaction', () => {
    expect(namesOf(all().filter(({ reads }) => reads < 1 || reads > 2))).toEqual([]);
    expect(namesOf(all().filter(({ transactions }) => transactions !== 1))).toEqual([]);
  });

  it('never scans', () => {
    expect(namesOf(all().filter(({ scans }) => scans > 0))).toEqual([]);
  });

  it('writes at most eight units of items in its transaction, but for a booking and a consent', () => {
    const dear = all().filter(({ commit }) => commit.table > 8);
    expect(namesOf(dear)).toEqual([
      'tap: leave it (booked)',
      'tap: keep me posted',
      'tap: leave it (booked)',
    ]);
  });

  it('writes at most sixteen units of items when it books, and at most six of its indexes', () => {
    for (const { name, commit } of all()) {
      expect(commit.table, name).toBeLessThanOrEqual(16);
      expect(commit.indexes, name).toBeLessThanOrEqual(6);
    }
  });

  it('notes what was sent with at most seven units more', () => {
    for (const { name, writes } of all()) expect(writes.table + writes.indexes, name).toBeLessThanOrEqual(7);
  });
});

describe('a long history', () => {
  it('changes nothing: after 10 and after 400 messages and appointments the same booking uses the same', async () => {
    const [short, long] = await countGrowth([10, 400]);
    if (!short || !long) throw new Error('Nothing was counted');
    expect(short.steps).toHaveLength(knownOwnerBooks.length);
    expect(sameFor(long)).toBe(sameFor(short));
  });
});

describe('a booking on WhatsApp', () => {
  it('is paid for with at most six messages from Book to the confirmation, of a known owner with four', async () => {
    const { newOwner, knownOwner } = await countBillable();
    expect(newOwner).toBeGreaterThan(0);
    expect(newOwner).toBeLessThanOrEqual(mostBillable.newOwner);
    expect(knownOwner).toBeGreaterThan(0);
    expect(knownOwner).toBeLessThanOrEqual(mostBillable.knownOwner);
  });
});

describe('what is deployed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'station-cost-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is small where somebody waits for it: the webhooks have at most 165 KB, no function more than 600', async () => {
    const { size } = await buildBundles(folder);
    for (const webhook of ['telegram-webhook', 'whatsapp-webhook'] as const)
      expect(size(webhook).bytes, webhook).toBeLessThanOrEqual(165 * 1_024);
    for (const worker of ['converse', 'deliver', 'links', 'tick'] as const)
      expect(size(worker).bytes, worker).toBeLessThanOrEqual(600 * 1_024);
  });
});
