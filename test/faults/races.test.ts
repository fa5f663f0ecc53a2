import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import type { Between } from '#test/helpers/between.ts';
import type { Item } from '#test/helpers/expressions.ts';
import { cancelled } from '#test/helpers/memory-table.ts';
import { nikos, type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import { customersIn, daysIn, faultsIn } from './audit.ts';
import { maria, nameOf, outboxOf, type Small, smallRig, textsOf } from './small.ts';

/** Lets everybody else go first at each call, so that all are in the middle of their step at the same time. */
const byTurns: Between = async (_io, act) => {
  await new Promise((resolve) => setImmediate(resolve));
  return act();
};

function people(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, index) => ({
    id: 7_100_000 + index,
    first_name: `Person ${index}`,
    language_code: 'en',
  }));
}

/** Brings somebody to the card with the times of a service. */
async function toTimes(rig: Rig, person: Person, service: RegExp): Promise<void> {
  await rig.says('book', person);
  const shown = rig.last(person).buttons.some(({ text }) => service.test(text));
  if (!shown) await rig.taps('More services', person);
  await rig.taps(service, person);
  await rig.says(`Octavia ${person.id}`, person);
}

/** Handles everything that waits at the same time, again and again until nothing is left. */
async function allAtOnce(rig: Rig): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    const waiting = rig.queues.inbound.waiting.length;
    await Promise.all(Array.from({ length: waiting }, () => rig.work('inbound')));
    await Promise.all(Array.from({ length: waiting }, () => rig.work('outbound')));
    if (rig.queues.inbound.waiting.length === 0) break;
    rig.clock = Math.max(rig.clock, rig.queues.inbound.nextDue());
  }
  await rig.calm(busyMinutes);
}

/** The advisors' group takes 20 messages a minute: what a hundred people do at once takes it hours to hear. */
const busyMinutes = 6 * 60;

/** What is wrong once everything is done, at the advisors' desk too. */
async function faultsAtRest(rig: Small): Promise<readonly string[]> {
  await rig.calm(busyMinutes);
  return faultsIn(rig.rows.items(), rig);
}

async function itemsOf(rig: Rig): Promise<readonly Item[]> {
  const { Items = [] } = await rig.table.client.send(new ScanCommand({ TableName: rig.table.name }));
  return Items;
}

/** What they do goes to one group at 20 messages a minute: the cost grows with its square. `RACES=200` is a long run. */
const many = Number(process.env.RACES ?? 80);

type Messenger = 'telegram' | 'whatsapp';
const messengers = ['telegram', 'whatsapp'] as const;

const tyres = /^Tyre/;
const aTime = /· \d\d:\d\d$/;

describe.each(messengers)('on %s, the last place', (messenger) => {
  let rig: Rig | undefined;
  afterEach(async () => rig?.close());

  it.each([
    ['a real engine with conflicts', 'embedded', 12],
    ['a table in memory', 'memory', many / 2],
  ] as const)(
    'asked for by many at once, in %s: one gets it, the others hear the nearest times',
    async (_label, table, count) => {
      const here =
        table === 'embedded'
          ? await startRig({ messenger, onFailure: 'retry' })
          : await smallRig({ messenger, between: byTurns });
      rig = here;
      const all = people(count);
      for (const person of all) await toTimes(here, person, tyres);
      const first = here.last(all[0]).buttons.find(({ text }) => aTime.test(text))?.text ?? '';
      here.engine?.conflicts.rate(0.2, 7);
      for (const person of all) await here.brings(here.tapOn(first, person));
      await allAtOnce(here);

      const cards = all.map((person) => here.last(person));
      expect(cards.filter(({ text }) => text.startsWith('Held for'))).toHaveLength(1);
      const others = cards.filter(({ text }) => text.startsWith('That time has just been taken'));
      expect(others).toHaveLength(count - 1);
      for (const card of others) {
        const times = card.buttons.filter(({ text }) => aTime.test(text));
        expect(times.length).toBeGreaterThan(0);
        expect(times.map(({ text }) => text)).not.toContain(first);
      }
      expect(faultsIn(await itemsOf(here), here)).toEqual([]);
    },
    // On a busy machine it takes longer than a test may by default.
    120_000,
  );
});

describe.each(messengers)(`on %s, ${many} bookings of one day at once`, (messenger) => {
  it.each([1])(
    'with a fifth of all writes meeting a conflict (seed %i): no bay is taken twice, nobody sees an error',
    async (seed) => {
      let state = seed;
      const chance = () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
        return state / 0x7fffffff;
      };
      const rig = await smallRig({
        messenger,
        between: async (io, act) => {
          await new Promise((resolve) => setImmediate(resolve));
          if (nameOf(io) === 'converse DynamoDB TransactWrite' && chance() < 0.2)
            throw cancelled([false], 'TransactionConflict');
          return act();
        },
      });
      const all = people(many);
      const services = [/^Oil/, /^Annual/, /^Front pads/, /^Noise/, /^Wheel/];
      for (const person of all) await rig.brings(rig.updates.text('book', person));
      await allAtOnce(rig);
      for (const [index, person] of all.entries())
        await rig.brings(rig.tapOn(services[index % services.length] ?? /^Oil/, person));
      await allAtOnce(rig);
      for (const person of all) await rig.brings(rig.updates.text(`Octavia ${person.id}`, person));
      await allAtOnce(rig);
      for (const person of all) await rig.brings(rig.tapOn(aTime, person));
      await allAtOnce(rig);
      const held = all.filter((person) => rig.last(person).text.startsWith('Held for'));
      for (const person of held) await rig.brings(rig.tapOn(/Leave the car|I'll wait/, person));
      await allAtOnce(rig);

      const booked = customersIn(rig.rows.items()).filter(({ visits }) => visits.length === 1);
      expect(held.length).toBeGreaterThan(0);
      expect(booked).toHaveLength(held.length);
      for (const person of all)
        expect(rig.last(person).text).toMatch(/phone number|May we write|just been taken|Earliest/);
      expect(await faultsAtRest(rig)).toEqual([]);
      expect(daysIn(rig.rows.items()).length).toBeGreaterThan(0);
    },
    // Thousands of steps: on a busy machine they take longer than a test may by default.
    120_000,
  );
});

describe.each(messengers)('on %s, a hold that ends', (messenger) => {
  it.each([
    ['a moment before its end', -1],
    ['at its end', 0],
    ['a moment after its end', 1],
  ])('%s, confirmed while another person takes the time: stands for one of them', async (_label, offset) => {
    const rig = await smallRig({ messenger, between: byTurns });
    await toTimes(rig, nikos, tyres);
    await toTimes(rig, maria, tyres);
    const time = rig.last().buttons.find(({ text }) => aTime.test(text))?.text ?? '';
    await rig.taps(time);
    rig.clock += 10 * 60_000 + offset;
    await rig.brings(rig.tapOn(/Leave the car|I'll wait/));
    await rig.brings(rig.tapOn(time, maria));
    await allAtOnce(rig);
    const booked = customersIn(rig.rows.items()).flatMap(({ visits }) => visits);
    const kept = rig.last(maria).text.startsWith('Held for');
    expect(booked.length + (kept ? 1 : 0)).toBe(1);
    expect(await faultsAtRest(rig)).toEqual([]);
  });
});

/** A person with a booked visit who has answered what follows it. */
async function booked(messenger: Messenger): Promise<Awaited<ReturnType<typeof smallRig>>> {
  const rig = await smallRig({ messenger, between: byTurns });
  await toTimes(rig, nikos, /^Oil/);
  await rig.taps(aTime);
  await rig.taps('Leave the car');
  await rig.says('skip');
  await rig.taps('Only when I ask');
  await rig.says('status');
  return rig;
}

describe.each(messengers)('on %s, one button tapped twice', (messenger) => {
  async function twice(rig: Rig, label: string | RegExp, together: boolean): Promise<void> {
    const taps = [rig.tapOn(label), rig.tapOn(label)];
    for (const tap of taps) {
      await rig.brings(tap);
      if (!together) await rig.settle();
    }
    await allAtOnce(rig);
  }

  describe.each([
    ['so fast that both wait', true],
    ['one after the other', false],
  ])('%s', (_label, together) => {
    it('on a time: holds it once', async () => {
      const rig = await smallRig({ messenger, between: byTurns });
      await toTimes(rig, nikos, tyres);
      await twice(rig, aTime, together);
      expect(rig.last().text).toMatch(/^Held for/);
      expect(await faultsAtRest(rig)).toEqual([]);
    });

    it('on the confirmation: books once, and the recap stays', async () => {
      const rig = await smallRig({ messenger, between: byTurns });
      await toTimes(rig, nikos, /^Oil/);
      await rig.taps(aTime);
      await twice(rig, 'Leave the car', together);
      expect(customersIn(rig.rows.items())[0]?.visits).toHaveLength(1);
      expect(textsOf(rig).filter((text) => text.startsWith('Booked:'))).toHaveLength(1);
      // Where the messenger vouches for the number, nobody is asked for it.
      expect(rig.last().text).toMatch(/phone number|May we write/);
      expect(await faultsAtRest(rig)).toEqual([]);
    });

    it('on cancelling: cancels once, and it can still be taken back', async () => {
      const rig = await booked(messenger);
      await twice(rig, 'Cancel the visit', together);
      expect(customersIn(rig.rows.items())[0]?.visits).toEqual([]);
      await rig.taps('Undo');
      expect(customersIn(rig.rows.items())[0]?.visits).toHaveLength(1);
      expect(await faultsAtRest(rig)).toEqual([]);
    });

    it('on taking a cancellation back: books once', async () => {
      const rig = await booked(messenger);
      await rig.taps('Cancel the visit');
      await twice(rig, 'Undo', together);
      expect(customersIn(rig.rows.items())[0]?.visits).toHaveLength(1);
      expect(await faultsAtRest(rig)).toEqual([]);
    });

    it('on moving: moves once', async () => {
      const rig = await booked(messenger);
      await rig.taps('Change the time');
      await rig.taps(aTime);
      await twice(rig, 'Yes, move it', together);
      expect(customersIn(rig.rows.items())[0]?.visits).toMatchObject([{ sequence: 2 }]);
      expect(textsOf(rig).some((text) => text.startsWith('Moved'))).toBe(true);
      expect(await faultsAtRest(rig)).toEqual([]);
    });
  });

  it('is answered or marked as read both times, so that nothing spins on', async () => {
    const rig = await booked(messenger);
    const answers = () =>
      rig.phone.calls.filter(({ method }) => method === 'answerCallbackQuery').length +
      rig.played.whatsapp.graph.calls.filter(({ body }) => body.status === 'read').length;
    const before = answers();
    await twice(rig, 'Cancel the visit', true);
    expect(answers() - before).toBe(2);
  });
});

describe.each(messengers)('on %s, one person on two devices', (messenger) => {
  it('who cancels and moves the same visit at once: ends with one of the two, in words', async () => {
    const rig = await booked(messenger);
    await rig.taps('Change the time');
    await rig.taps(aTime);
    const move = rig.tapOn('Yes, move it');
    const cancel = rig.tapOn('Cancel the visit');
    const bodies: unknown[] = [];
    for (const tap of [cancel, move]) {
      await rig.brings(tap);
      bodies.push(JSON.parse(rig.queues.inbound.waiting.at(-1)?.body ?? ''));
    }
    rig.queues.inbound.lose();
    await Promise.all(bodies.map((body) => rig.handlers.converse(body)));
    await rig.calm();
    const [customer] = customersIn(rig.rows.items());
    expect(customer?.visits.length).toBeLessThanOrEqual(1);
    expect(outboxOf(rig).every(({ outcome }) => outcome === 'sent')).toBe(true);
    expect(await faultsAtRest(rig)).toEqual([]);
  });

  it('who books on both at once: has each visit once', async () => {
    const rig = await smallRig({ messenger, between: byTurns });
    await toTimes(rig, nikos, /^Oil/);
    const taps = rig
      .last()
      .buttons.filter(({ text }) => aTime.test(text))
      .map(({ text }) => rig.tapOn(text));
    const bodies: unknown[] = [];
    for (const tap of taps) {
      await rig.brings(tap);
      bodies.push(JSON.parse(rig.queues.inbound.waiting.at(-1)?.body ?? ''));
    }
    rig.queues.inbound.lose();
    await Promise.all(bodies.map((body) => rig.handlers.converse(body)));
    await rig.calm();
    await rig.taps(/Leave the car|I'll wait/);
    expect(customersIn(rig.rows.items())[0]?.visits).toHaveLength(1);
    expect(await faultsAtRest(rig)).toEqual([]);
  });
});
