import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBundles } from '#test/bench/bundles.ts';
import { countBillable, mostBillable } from '#test/bench/cost/billable.ts';
import { countGrowth, sameFor } from '#test/bench/cost/growth.ts';
import { countBooking, knownOwnerBooks, startMeteredRig } from '#test/bench/cost/journey.ts';
import type { StepCost } from '#test/bench/cost/step-cost.ts';

/** What is paid for is counted, not timed: calls and units of every step of a booking, on an embedded DynamoDB. */

const namesOf = (steps: readonly StepCost[]) => steps.map(({ name }) => name);
const unitsOf = ({ table, indexes }: StepCost['writes']) => table + indexes;

/**
 * At most so many units. WhatsApp's are more: a person's number and the link to the calendar file are items of their own,
 * each message is on record before it goes out, and two statuses tell of each.
 */
const booked = 'tap: leave it (booked)';
const messengers = [
  {
    messenger: 'telegram',
    most: { reads: 2, step: 8, booking: 14, sent: 5, long: 7, told: 0 },
    dear: [booked, 'tap: keep me posted'],
    threeReads: [],
  },
  {
    messenger: 'whatsapp',
    most: { reads: 3, step: 12, booking: 18, sent: 7, long: 15, told: 8 },
    dear: [booked],
    // Somebody new may be known by their number.
    threeReads: ['/start'],
  },
] as const;

describe.each(messengers)(
  'a step of a conversation on $messenger',
  ({ messenger, most, dear, threeReads }) => {
    let fresh: readonly StepCost[];
    let after: readonly StepCost[];
    let known: readonly StepCost[];
    beforeAll(async () => {
      const metered = await startMeteredRig(messenger);
      ({ fresh, after, known } = await countBooking(metered));
      await metered.rig.close();
    });
    const all = () => [...fresh, ...after, ...known];

    it('is counted at all: six interactions of a new owner, five of a known one, four that follow', () => {
      expect([fresh.length, known.length, after.length]).toEqual([6, 5, 4]);
      expect(all().filter(({ calls }) => calls === 0)).toEqual([]);
    });

    it('is one request and two more for each message that is told of, two invocations, and six calls of SQS', () => {
      const told = messenger === 'whatsapp' ? 2 : 0;
      for (const { name, requests, invocations, sqs, calls } of [...fresh, ...known]) {
        // Of WhatsApp's calls one marks the person's message as read.
        const messages = calls - 1;
        const posts = 1 + told * messages;
        expect({ name, requests, invocations, sqs }).toEqual({
          name,
          requests: posts,
          invocations: posts + 2,
          sqs: 6,
        });
      }
    });

    it('reads once or twice before it decides, a third time where an address is new, and never scans', () => {
      expect(namesOf(all().filter(({ reads }) => reads < 1 || reads > most.reads))).toEqual([]);
      expect(namesOf(all().filter(({ reads }) => reads > 2))).toEqual(threeReads);
      expect(namesOf(all().filter(({ scans }) => scans > 0))).toEqual([]);
    });

    it('commits one transaction, of few units but for a booking and a consent', () => {
      expect(namesOf(all().filter(({ transactions }) => transactions !== 1))).toEqual([]);
      const above = all().filter(({ commit }) => commit.table > most.step);
      expect(new Set(namesOf(above))).toEqual(new Set(dear));
      for (const { name, commit } of all()) {
        expect(commit.table, name).toBeLessThanOrEqual(most.booking);
        expect(commit.indexes, name).toBeLessThanOrEqual(6);
      }
    });

    it('notes what is sent with few units more, with the most where a message is longer than a kilobyte', () => {
      const above = all().filter(({ writes }) => unitsOf(writes) > most.sent);
      expect(above.length).toBeLessThanOrEqual(5);
      for (const { name, writes } of above) expect(unitsOf(writes), name).toBeLessThanOrEqual(most.long);
    });

    it('notes what the messenger tells of its messages, which is nothing on Telegram', () => {
      for (const { name, receipts } of all()) expect(unitsOf(receipts), name).toBeLessThanOrEqual(most.told);
    });
  },
);

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
