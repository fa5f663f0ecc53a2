import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { mostAttempts } from '#functions/converse/converse.ts';
import { cancelled } from '#test/helpers/memory-table.ts';
import { nikos, type Rig, startRig } from '#test/helpers/rig.ts';
import { conversationOf, nameOf, onFirst, smallRig, textsOf } from './small.ts';

const write = 'converse DynamoDB TransactWrite';
const busy = () =>
  Promise.reject(new ProvisionedThroughputExceededException({ message: 'slow down', $metadata: {} }));

/** One of a transaction's items refuses, for this reason. */
function refusing(times: number, code: string) {
  return onFirst(times, write, () => Promise.reject(cancelled([true, false, true], code)));
}

describe('when DynamoDB cancels a step', () => {
  it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'with %s: it is decided again at once, and nobody notices',
    async (code) => {
      const rig = await smallRig({ between: refusing(mostAttempts - 1, code), onFailure: 'throw' });
      await rig.says('menu');
      expect(textsOf(rig)).toHaveLength(1);
      expect(conversationOf(rig)).toMatchObject({ version: 1 });
    },
  );

  it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'with %s again and again: it goes back to its queue and is done later',
    async (code) => {
      const rig = await smallRig({ between: refusing(mostAttempts * 2, code) });
      await rig.says('menu');
      expect(textsOf(rig)).toEqual([]);
      expect(rig.queues.inbound.waiting).toMatchObject([{ received: 1 }]);
      await rig.calm();
      expect(textsOf(rig)).toHaveLength(1);
      expect(rig.queues.inbound.dead).toEqual([]);
    },
  );

  it('for a reason of its own making (a wrong item): it is not tried eight times over', async () => {
    let writes = 0;
    const rig = await smallRig({
      between: (io, act) => {
        if (nameOf(io) !== write) return act();
        writes += 1;
        return Promise.reject(cancelled([true, false], 'ValidationError'));
      },
    });
    await rig.says('menu');
    expect(writes).toBe(1);
    expect(rig.failures).toMatchObject([{ name: 'TransactionCanceledException' }]);
  });
});

describe('when DynamoDB’s answer is lost', () => {
  it('after the step was written: it has its effect once', async () => {
    const rig = await smallRig({
      between: onFirst(1, write, async (act) => {
        await act();
        throw new Error('socket hang up');
      }),
    });
    await rig.says('person');
    await rig.calm();
    expect(conversationOf(rig)).toMatchObject({ version: 1 });
    expect(textsOf(rig)).toHaveLength(1);
  });

  it('after a message was sent and its row was ended: nothing is sent again', async () => {
    const rig = await smallRig({
      between: onFirst(1, 'deliver DynamoDB Update of a row', async (act) => {
        await act();
        throw new Error('socket hang up');
      }),
    });
    await rig.says('menu');
    await rig.calm();
    expect(textsOf(rig)).toHaveLength(1);
  });
});

describe('when DynamoDB is too busy', () => {
  it.each([
    'converse DynamoDB BatchGet',
    write,
    'deliver DynamoDB Query',
    'deliver DynamoDB Update of a sender',
    'deliver DynamoDB Update of a row',
  ])('for %s: the queue tries again, and in the end all is said', async (boundary) => {
    const rig = await smallRig({ between: onFirst(4, boundary, busy) });
    await rig.says('menu');
    await rig.calm();
    await rig.advance(2);
    const copies = boundary.endsWith('of a row') ? 5 : 1;
    expect(textsOf(rig).length).toBeGreaterThanOrEqual(1);
    expect(textsOf(rig).length).toBeLessThanOrEqual(copies);
    expect(rig.queues.inbound.dead).toEqual([]);
    expect(rig.queues.outbound.dead).toEqual([]);
  });
});

describe('in a real engine that meets conflicts', () => {
  let rig: Rig | undefined;
  afterEach(async () => rig?.close());

  it.each([1, 2, 3])('half the time (seed %i): a booking goes through and stands once', async (seed) => {
    rig = await startRig({ onFailure: 'retry' });
    rig.engine?.conflicts.rate(0.5, seed);
    await rig.says('book');
    await rig.calm();
    await rig.taps(/^Oil/);
    await rig.calm();
    await rig.says('Octavia 2018');
    await rig.calm();
    await rig.taps(/· \d\d:\d\d$/);
    await rig.calm();
    await rig.taps('Leave the car');
    await rig.calm();
    expect(rig.phone.seen.filter(({ text }) => text.startsWith('Booked:'))).toHaveLength(1);
    expect(rig.bubbles(nikos).at(-1)?.text).toContain('phone number');
  });
});
