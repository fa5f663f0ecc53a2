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
/** The first word of a day is counted for the owner's figures: one item more, once a day and person. */
const firstOfDay = ['/start', '/menu', 'tap: coming'];
const wroteOn = (name: string) => (firstOfDay.includes(name) ? 2 : 0);
const unitsOf = ({ table, indexes }: StepCost['writes']) => table + indexes;

/**
 * At most so many units. A third of them is what the advisors see of it: a line in the topic with its own row, its own wake
 * and its own call, and the card where it changed. WhatsApp's are more: a person's number and the link to the calendar file
 * are items of their own, each message is on record before it goes out, and two statuses tell of each.
 */
const booked = 'tap: leave it (booked)';
/** The first word of somebody new makes their topic, pins a card, and hears of both from the messenger. */
const first = 'tap: book';
const messengers = [
  {
    messenger: 'telegram',
    most: { requests: 1, step: 12, booking: 26, indexes: 16, sent: 18, long: 36, told: 0 },
    // Whoever says that they come writes it on their visit, and the desk sees it.
    dear: [first, booked, 'tap: keep me posted', 'tap: coming'],
    threeReads: [first],
  },
  {
    messenger: 'whatsapp',
    most: { requests: 5, step: 14, booking: 30, indexes: 18, sent: 20, long: 42, told: 8 },
    dear: [first, booked, 'reminder, the evening before', 'tap: coming'],
    // Somebody new may be known by their number.
    threeReads: ['/start', first],
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

    it('is one request and two more for each message that is told of, and at most four messages in queues', () => {
      for (const { name, requests, transactions, invocations, sqs } of [...fresh, ...known]) {
        // The messenger tells of the topic that was made.
        expect(requests - (transactions > 1 ? 1 : 0), name).toBeLessThanOrEqual(most.requests);
        expect(sqs, name).toBeLessThanOrEqual(12);
        expect(invocations, name).toBe(requests + sqs / 3);
      }
    });

    it('reads once or twice before it decides, more where an address or a topic is new, and never scans', () => {
      const above = fresh.filter(({ reads }) => reads > 2);
      expect(namesOf(above)).toEqual(threeReads);
      expect(namesOf([...after, ...known].filter(({ reads }) => reads < 1 || reads > 2))).toEqual([]);
      expect(namesOf(all().filter(({ scans }) => scans > 0))).toEqual([]);
    });

    it('commits one transaction, of few units but for a booking and a first word', () => {
      expect(new Set(namesOf(all().filter(({ transactions }) => transactions !== 1)))).toEqual(
        new Set([first]),
      );
      const above = all().filter(({ name, commit }) => commit.table > most.step + wroteOn(name));
      expect(new Set(namesOf(above))).toEqual(new Set(dear));
      for (const { name, commit } of all()) {
        expect(commit.table, name).toBeLessThanOrEqual(most.booking);
        expect(commit.indexes, name).toBeLessThanOrEqual(most.indexes);
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

  it('is small where somebody waits for it: the webhooks have at most 176 KB, no function more than 640 but those that know all texts', async () => {
    const { size } = await buildBundles(folder);
    for (const webhook of ['telegram-webhook', 'whatsapp-webhook'] as const)
      expect(size(webhook).bytes, webhook).toBeLessThanOrEqual(176 * 1_024);
    for (const worker of ['tick', 'media'] as const)
      expect(size(worker).bytes, worker).toBeLessThanOrEqual(640 * 1_024);
    // Every text, canned answer, sharp word and word of danger in four languages, in letters of two bytes. Only queues wait for
    // their start.
    for (const worker of ['deliver', 'links'] as const)
      expect(size(worker).bytes, worker).toBeLessThanOrEqual(1_350 * 1_024);
    // The words of wishes and questions in four languages, six hundred kilobytes of them, come on top.
    expect(size('converse').bytes).toBeLessThanOrEqual(2_800 * 1_024);
  });
});
