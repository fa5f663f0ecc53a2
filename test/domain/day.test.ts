import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBounds, MINUTE } from '#shared/domain/clock.ts';
import {
  type Day,
  decodeDay,
  decodeJob,
  emptyDay,
  encodeDay,
  encodeJob,
  JOB_BYTES,
  type Job,
  liveJobs,
  withJobs,
  withoutJob,
} from '#shared/domain/day.ts';

const DATE = '2026-11-24';
const letters = 'ABCXYZabcxyz0189-_'.split('');
const shortText = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...letters), { minLength, maxLength }).map((parts) => parts.join(''));

function jobOn(zone: string): fc.Arbitrary<Job> {
  const { start: midnight, end } = dayBounds(DATE, zone);
  const length = (end - midnight) / MINUTE;
  return fc
    .record({
      id: shortText(1, 8),
      bay: shortText(0, 3),
      technician: shortText(0, 3),
      service: shortText(0, 6),
      kind: fc.constantFrom('wait', 'leave', 'block'),
      from: fc.integer({ min: 0, max: length }),
      minutes: fc.integer({ min: 0, max: 1500 }),
      arrived: fc.integer({ min: 0, max: 5 * 1440 }),
      margin: fc.integer({ min: 0, max: 5 * 1440 }),
      held: fc.option(fc.integer({ min: -400 * 1440, max: 1440 })),
    })
    .map(({ from, minutes, arrived, margin, held, ...rest }) => {
      const start = midnight + from * MINUTE;
      const finish = start + minutes * MINUTE;
      return {
        ...rest,
        start,
        end: finish,
        arrival: start - arrived * MINUTE,
        readyBy: finish + margin * MINUTE,
        holdUntil: held === null ? null : midnight + held * MINUTE,
      };
    });
}

const anyJob = fc
  .constantFrom('Europe/Athens', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu')
  .chain(jobOn);

const oil: Job = {
  id: '2417',
  bay: 'B1',
  technician: 'pet',
  service: 'oil',
  kind: 'wait',
  start: Date.UTC(2026, 10, 24, 14, 45),
  end: Date.UTC(2026, 10, 24, 15, 30),
  arrival: Date.UTC(2026, 10, 24, 14, 45),
  readyBy: Date.UTC(2026, 10, 24, 15, 30),
  holdUntil: null,
};

describe('a station day as stored', () => {
  it('reads back every job it wrote, in any zone, in at most 40 bytes', () => {
    fc.assert(
      fc.property(anyJob, (job) => {
        const text = encodeJob(job, DATE);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(JOB_BYTES);
        expect(decodeJob(text, DATE)).toEqual(job);
      }),
      { numRuns: 5_000 },
    );
  });

  it('reads back whole days with their version', () => {
    fc.assert(
      fc.property(fc.array(anyJob, { maxLength: 20 }), fc.nat(), (jobs, version) => {
        const day: Day = { date: DATE, version, jobs };
        expect(decodeDay(JSON.parse(JSON.stringify(encodeDay(day))))).toEqual(day);
      }),
    );
  });

  it.each([
    ['an id of nine characters', { id: '123456789' }],
    ['no id', { id: '' }],
    ['a bay with a dot', { bay: 'B.1' }],
    ['work before the arrival', { arrival: oil.start + MINUTE }],
    ['a promise before the end', { readyBy: oil.end - MINUTE }],
    ['half a minute', { start: oil.start + 30_000 }],
    ['a start on another day', { start: oil.start - 3 * 1440 * MINUTE }],
  ])('refuses to write a job with %s', (_, change) => {
    expect(() => encodeJob({ ...oil, ...change }, DATE)).toThrow(RangeError);
  });

  it.each(['', 'x', '2417.B1.pet.oil?0e601900000f', '2417.B1.pet.oil+0e60190000'])(
    'refuses to read %j',
    (text) => {
      expect(() => decodeJob(text, DATE)).toThrow(RangeError);
    },
  );
});

describe('what counts on a day', () => {
  it('frees a held time at the very minute the hold ends, though nothing deleted it', () => {
    const until = Date.UTC(2026, 10, 23, 10);
    const day = withJobs(emptyDay(DATE), [{ ...oil, holdUntil: until }]);
    expect(liveJobs(day, until - 1)).toHaveLength(1);
    expect(liveJobs(day, until)).toHaveLength(0);
  });

  it('adds jobs and takes out all of one visit, leaving the version for the store to compare', () => {
    const day: Day = { date: DATE, version: 7, jobs: [oil] };
    const both = withJobs(day, [
      { ...oil, id: '2418' },
      { ...oil, bay: 'B3' },
    ]);
    expect(both.jobs).toHaveLength(3);
    expect(withoutJob(both, '2417')).toEqual({ date: DATE, version: 7, jobs: [{ ...oil, id: '2418' }] });
  });
});
