import { afterEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import type { MetricName } from '#shared/runtime/metric-names.ts';
import { type Between, kill, straightThrough } from '#test/helpers/between.ts';
import { words } from '#test/helpers/labels.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { lena, mondayTen } from './desk-talk.ts';
import { bookOil, recordsOf } from './people.ts';

/** The product's own metrics, each where it is certain and once, whatever is told twice or dies halfway. */

const held: { rig: Rig | null } = { rig: null };
afterEach(async () => {
  await held.rig?.close();
  held.rig = null;
});

/** `bodies`: everything that was put onto the inbound queue, to be told again. */
async function begin(messenger: 'telegram' | 'whatsapp', between: Between = straightThrough) {
  const bodies: unknown[] = [];
  const rig = await startRig({
    messenger,
    table: memoryTable(between),
    between,
    onFailure: 'retry',
    wrap: (parts) => ({
      ...parts,
      inbound: {
        ...parts.inbound,
        send: (entry) => {
          bodies.push(JSON.parse(entry.body));
          return parts.inbound.send(entry);
        },
        sendBatch: (entries, order) => {
          for (const { body } of entries) bodies.push(JSON.parse(body));
          return parts.inbound.sendBatch(entries, order);
        },
      },
    }),
  });
  held.rig = rig;
  rig.clock = mondayTen;
  const values = (name: MetricName) =>
    rig.measured.filter((one) => one.name === name).map(({ value }) => value);
  /** Everything that ever came in comes in once more. */
  async function again(): Promise<void> {
    for (const body of [...bodies]) await rig.handlers.converse(body);
    await rig.calm();
  }
  return { rig, values, again };
}

/** Kills converse once, right before it wakes anybody: what it decided is committed by then. */
function killedAfterCommit(): Between {
  let killed = false;
  return (io, act) => {
    if (killed || io.process !== 'converse' || io.kind !== 'queue outbound') return act();
    killed = true;
    return kill();
  };
}

/** Whatever converse takes is taken by another one at the same time, which is the faster one. */
function takenTwice() {
  const held: { rig: Rig | null } = { rig: null };
  let taken: unknown = null;
  let inTwin = false;
  let twins = 0;
  const between: Between = async (io, act) => {
    if (held.rig && !inTwin && io.process === 'converse' && io.kind === 'DynamoDB TransactWrite') {
      inTwin = true;
      await held.rig.handlers.converse(taken);
      inTwin = false;
      twins += 1;
    }
    return act();
  };
  return {
    between,
    count: () => twins,
    of(rig: Rig): void {
      held.rig = rig;
      const { inbound } = rig.queues;
      const next = inbound.next.bind(inbound);
      inbound.next = (pick) => {
        const message = next(pick);
        if (message) taken = JSON.parse(message.body);
        return message;
      };
    },
  };
}

describe.each(['telegram', 'whatsapp'] as const)('of a customer on %s is measured once', (messenger) => {
  it.each([
    ['', straightThrough],
    [', also where the function dies once it is certain', killedAfterCommit()],
  ] as const)('that they booked, and that the bot did not understand%s', async (_where, between) => {
    const { rig, values, again } = await begin(messenger, between);
    await rig.says('menu', lena);
    await rig.calm();
    await bookOil(rig, lena, 'en');
    await rig.calm();
    await rig.says('menu', lena);
    await rig.calm();
    for (const said of ['blorp qwerty zzz', 'zzz blorp again']) {
      await rig.says(said, lena);
      await rig.calm();
    }
    await again();
    expect(rig.failures).toHaveLength(between === straightThrough ? 0 : 1);
    expect([values('Booked'), values('Missed')]).toEqual([[1], [1]]);
  });

  it('all of it, where two take the same message at once', async () => {
    const twice = takenTwice();
    const { rig, values } = await begin(messenger, twice.between);
    twice.of(rig);
    await rig.says('menu', lena);
    await rig.calm();
    await bookOil(rig, lena, 'en');
    await rig.calm();
    await rig.says('person', lena);
    await rig.calm();
    await rig.advance(32);
    await rig.desk.as('maria').says('Good morning, yes', lena);
    await rig.calm();
    expect(twice.count()).toBeGreaterThan(10);
    expect([
      values('Booked'),
      values('UnansweredOverLimit'),
      values('PromiseBroken'),
      values('AnswerMinutes'),
    ]).toEqual([[1], [1], [1], [32]]);
  });

  it('how long they waited for a person, that it was too long, and that the time passed which they were told', async () => {
    const { rig, values, again } = await begin(messenger);
    await rig.says('person', lena);
    await rig.calm();
    await rig.advance(14);
    expect(values('UnansweredOverLimit')).toEqual([]);
    await rig.advance(2);
    expect(values('UnansweredOverLimit')).toEqual([1]);
    expect(values('PromiseBroken')).toEqual([]);
    await rig.advance(16);
    expect(values('PromiseBroken')).toEqual([1]);
    await rig.desk.as('maria').says('Good morning, yes', lena);
    await rig.calm();
    await again();
    expect(values('AnswerMinutes')).toEqual([32]);
    expect([values('UnansweredOverLimit'), values('PromiseBroken')]).toEqual([[1], [1]]);
  });

  it('that the bot had to move the time when their car is ready; not that an advisor did', async () => {
    const { rig, values, again } = await begin(messenger);
    await rig.says('Good day', lena);
    await rig.calm();
    await bookOil(rig, lena, 'en');
    if (messenger === 'telegram') await rig.says('skip', lena);
    await rig.taps(words('en', phrase('labelConsentYes')), lena);
    await rig.calm();
    const visit = async () => {
      const [found] = (await recordsOf(rig, messenger).customer(lena))?.visits ?? [];
      if (!found) throw new Error('Nothing is booked');
      return found;
    };
    const jump = async (to: number) => {
      rig.clock = Math.ceil(to / 60_000) * 60_000;
      await rig.advance(1);
      await rig.calm(1);
    };
    await jump((await visit()).start);
    await rig.desk.as('maria').says('/status arrived', lena);
    await rig.calm(1);
    await rig.desk.as('maria').says('/promise 17:00 the disc comes at three', lena);
    await rig.calm(1);
    expect(values('PromiseBroken')).toEqual([]);
    await jump((await visit()).readyBy - 10 * 60_000);
    await again();
    expect(values('PromiseBroken')).toEqual([1]);
  });

  it('what their messages cost, where a messenger takes money', async () => {
    const { rig, values, again } = await begin(messenger);
    for (const said of ['hours', 'address', 'menu']) {
      await rig.says(said, lena);
      await rig.calm();
    }
    await again();
    const { price } = rig.played[messenger].channel;
    const each = price(rig.played[messenger].addressOf(lena)) / 1e6;
    const sum = values('MessageDollars').reduce((total, one) => total + one, 0);
    expect(sum).toBeCloseTo(each * rig.bubbles(lena).length, 9);
    expect(values('MessageDollars').length > 0).toBe(messenger === 'whatsapp');
  });
});

describe('an account that a messenger refuses', () => {
  it('is measured where it says so only later, of a message that it took, once for each', async () => {
    const { rig, values, again } = await begin('whatsapp');
    const { graph } = rig.played.whatsapp;
    graph.fate = () => ({ code: 131_042 });
    await rig.says('menu', lena);
    await rig.advance(1);
    await again();
    expect(values('AccountRefused')).toEqual([1]);
  });
});

describe('the figures', () => {
  it('are names and numbers: nobody who wrote is in them', async () => {
    const { rig } = await begin('whatsapp');
    await rig.says('person', lena);
    await rig.calm();
    await rig.advance(20);
    await rig.desk.as('maria').says('Good morning', lena);
    await rig.calm();
    expect(rig.measured.length).toBeGreaterThan(2);
    for (const one of rig.measured) {
      expect(Object.keys(one).sort()).toEqual(['name', 'value']);
      expect(one.value).toEqual(expect.any(Number));
    }
  });
});
