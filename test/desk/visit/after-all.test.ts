import { describe, expect, it } from 'vitest';
import type { Job } from '#shared/domain/day.ts';
import { figuresOf } from '#shared/domain/digest.ts';
import { movePromise } from '#shared/domain/visit/promise.ts';
import { nineSix, Yard } from './yard.ts';

/** A car that comes when nobody expects it any more, and keys that were not handed back after all. */

const minute = 60_000;
const today = '2026-11-24';

/** Nobody came, an advisor said so, and forty minutes after the agreed time the car is there. */
function missed(): Yard {
  const yard = new Yard().to('noShow');
  yard.now = nineSix + 34 * minute;
  return yard;
}

const jobsOf = (yard: Yard) => (yard.days.get(today)?.jobs ?? []).filter(({ id }) => id === 'V00001');

/** Every bay is taken all day. */
function full(yard: Yard): Yard {
  const jobs = yard.station.bays.map(({ id }, index): Job => {
    const start = nineSix - 60 * minute;
    const end = start + 9 * 60 * minute;
    const work = { service: 'oil', kind: 'leave', arrival: start, readyBy: end, holdUntil: null } as const;
    return { id: `X0000${index}`, bay: id, technician: '', start, end, ...work };
  });
  yard.days.set(today, { date: today, version: 1, jobs });
  return yard;
}

describe('a car that comes after its time was given free', () => {
  it('is taken in by one tap on the old card, on a bay that is free, and its owner is told', () => {
    const yard = missed();
    expect(yard.customer).toMatchObject({ visits: [], past: [{ stage: 'noShow' }] });
    yard.to('arrived');
    expect(yard.visit.life.stage).toBe('arrived');
    expect(yard.customer.past).toEqual([]);
    expect(jobsOf(yard)).toHaveLength(1);
    expect(yard.visit.dates).toEqual([today]);
    expect(yard.reads).toContain('Arrived');
    expect(yard.changes).toContainEqual(
      expect.objectContaining({ happened: expect.objectContaining({ what: 'over', stage: 'arrived' }) }),
    );
  });

  it('is taken in by a word, with mileage and fuel', () => {
    const yard = missed().says('arrived', '84210 1/2');
    expect(yard.visit.life.intake).toMatchObject({ mileage: 84_210, fuel: 4 });
    expect(yard.told).toContain('with us since');
  });

  it('is taken in where no bay is free, too, and the advisor reads that', () => {
    const yard = full(missed()).to('arrived');
    expect(yard.visit.life.stage).toBe('arrived');
    expect(yard.reads).toContain('no bay is free now');
  });

  it('is not the visit of next week that they have as well', () => {
    const yard = missed();
    const start = nineSix + 7 * 24 * 60 * minute;
    const next = { id: 'V00002', start, readyBy: start + 60 * minute };
    const [was] = new Yard().customer.visits;
    if (was) yard.customer = { ...yard.customer, visits: [{ ...was, ...next }] };
    yard.says('arrived');
    expect(yard.customer.visits.map(({ id, life }) => `${id} ${life.stage}`)).toEqual([
      'V00001 arrived',
      'V00002 booked',
    ]);
  });

  it('is asked for where two more cars are expected today beside one that is here, also by its stage', () => {
    const yard = new Yard().says('arrived', '84210 1/2');
    const [was] = new Yard().customer.visits;
    const also = (id: string, hours: number) => {
      const start = nineSix + hours * 60 * minute;
      return was ? [{ ...was, id, start, readyBy: start + 60 * minute }] : [];
    };
    yard.customer = {
      ...yard.customer,
      visits: [...yard.customer.visits, ...also('V00002', 2), ...also('V00003', 4)],
    };
    yard.says('status', 'arrived');
    expect(yard.customer.visits.map(({ life }) => life.stage)).toEqual(['arrived', 'booked', 'booked']);
    expect(yard.reads).toContain('Which visit is it about?');
  });

  it('can be taken back where it was somebody else: the place is free again', () => {
    const yard = missed().to('arrived').taps('Undo');
    expect(yard.customer).toMatchObject({ visits: [], past: [{ id: 'V00001', stage: 'noShow' }] });
    expect(jobsOf(yard)).toEqual([]);
  });

  it('is over on any later day', () => {
    const yard = missed();
    yard.now += 24 * 60 * minute;
    yard.to('arrived');
    expect(yard.customer.visits).toEqual([]);
  });
});

describe('keys that were not handed back after all', () => {
  it('give the visit its held bay again, and what was due next is as it was before', () => {
    const yard = new Yard().says('arrived', '84210 1/2');
    const held = {
      of: 'ready',
      to: nineSix + 8 * 60 * minute - minute,
      reason: 'longer',
      words: '',
    } as const;
    yard.customer = {
      ...yard.customer,
      visits: [movePromise(yard.visit, { ...held, by: null, told: null }, yard.now)],
      upkeep: [{ vehicle: 'c1', service: 'oil', at: 1, km: 60_000 }],
    };
    const work = { id: 'V00001', bay: 'B1', technician: 'Kostas', service: 'oil', kind: 'leave' } as const;
    const span = { start: nineSix, end: nineSix + 60 * minute, arrival: nineSix };
    const job: Job = { ...work, ...span, readyBy: span.end, holdUntil: null };
    const more: Job = { ...job, technician: '', start: span.end, end: held.to };
    yard.days.set(today, { date: today, version: 1, jobs: [job, more] });
    yard.to('ready').to('handedBack');
    expect(jobsOf(yard)).toHaveLength(1);
    expect(yard.customer.upkeep).toMatchObject([{ at: yard.now }]);
    yard.taps('Undo');
    expect(jobsOf(yard)).toHaveLength(2);
    expect(yard.customer.upkeep).toEqual([{ vehicle: 'c1', service: 'oil', at: 1, km: 60_000 }]);
    expect(yard.customer.last).toBeNull();
  });

  it('count once in the figures of the week: as the visit ended last', () => {
    const over = (stage: 'handedBack' | 'noShow' | 'ready', at: number) => ({
      at,
      happened: {
        what: 'over' as const,
        visit: 'V00001',
        stage,
        start: 0,
        services: ['oil'],
        promised: 100,
        ready: null,
        moved: [],
        cents: null,
      },
    });
    expect(figuresOf([over('handedBack', 90), over('noShow', 50)]).visits).toEqual({
      done: 1,
      noShow: 0,
      cancelled: 0,
    });
    expect(figuresOf([over('handedBack', 90), over('ready', 95)]).visits.done).toBe(0);
  });
});
