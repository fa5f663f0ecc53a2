import fc from 'fast-check';
import { describe, it } from 'vitest';
import { type Event, People } from './people.ts';

/** Random lives of people at two messengers: contacts, numbers, ids that change and are given out again, links, codes. */

const pick = fc.nat(20);
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('book', 'cancel', 'unlink', 'yes', 'no', 'hello', 'consent'),
      who: pick,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('share', 'show'), who: pick, number: pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('code'), who: pick, other: pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('guess'), who: pick, digits: fc.nat(99_999_999) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('move'), who: pick, late: fc.boolean(), number: pick }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('newcomer'), left: pick, number: pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('time'), minutes: fc.nat(30) }) },
);

describe('whatever happens to ids and numbers', () => {
  it('nobody is split or merged without proof, nothing of another is shown, no visit is lost or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40, size: 'max' }), async (events) => {
        const people = new People();
        for (const one of events) {
          await people.happens(one);
          await people.isRight();
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 40) },
    );
  }, 120_000);
});
