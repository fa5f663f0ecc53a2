import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLanes, lanesOf } from '#shared/runtime/lanes.ts';

const items = fc.array(fc.record({ group: fc.constantFrom('a', 'b', 'c', 'd', 'e'), text: fc.string() }));

describe('lanes', () => {
  it('hold everything once, and of each group its items in one lane in their order', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 6 }), (all, most) => {
        const lanes = lanesOf(all, most, ({ group }) => group);
        expect(lanes.length).toBeLessThanOrEqual(most);
        expect(lanes.flat()).toHaveLength(all.length);
        for (const { group } of all) {
          const own = lanes.filter((lane) => lane.some((item) => item.group === group));
          expect(own).toHaveLength(1);
          expect(own[0]?.filter((item) => item.group === group)).toEqual(
            all.filter((item) => item.group === group),
          );
        }
      }),
    );
  });

  it('are as many as are allowed, and about as long as each other', () => {
    const lanes = lanesOf(
      Array.from({ length: 40 }, (_, index) => index),
      4,
      (index) => `group ${index}`,
    );
    expect(lanes.map((lane) => lane.length)).toEqual([10, 10, 10, 10]);
  });

  it('are worked side by side, each in its order', async () => {
    const done: string[] = [];
    const turn = Promise.withResolvers<void>();
    await inLanes(
      [
        ['a1', 'a2'],
        ['b1', 'b2'],
      ],
      async (item) => {
        if (item === 'a1') await turn.promise;
        if (item === 'b2') turn.resolve();
        done.push(item);
      },
    );
    expect(done).toEqual(['b1', 'b2', 'a1', 'a2']);
  });

  it('end all before a failure of one is told, and the one that failed does not go on', async () => {
    const done: string[] = [];
    const turn = Promise.withResolvers<void>();
    const work = inLanes([['bad', 'after'], ['slow']], async (item) => {
      if (item === 'bad') throw new Error('refused');
      await turn.promise;
      done.push(item);
    });
    turn.resolve();
    await expect(work).rejects.toThrow('refused');
    expect(done).toEqual(['slow']);
  });
});
