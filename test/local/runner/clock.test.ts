import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endTiny, startTiny, type TinyStation } from './fixtures/tiny-station.ts';

let station: TinyStation;
beforeEach(async () => {
  station = await startTiny();
});
afterEach(() => endTiny(station));

/** When and what the tick found, as `HH:MM:SS name,name`. */
const ticks = () =>
  station
    .reported('tick')
    .filter(({ due }) => due !== undefined && due.length > 0)
    .map(({ at, due }) => `${new Date(at).toISOString().slice(0, 19)} ${due?.join()}`);

const pushTo = async (now: string) => {
  const answer = await fetch(`${station.url}/_local/clock`, {
    method: 'POST',
    body: JSON.stringify({ now }),
  });
  return answer.status;
};

/** What it answers to an order: the status, and the minute that it stands at, or why not. */
const order = async (body: object): Promise<readonly [number, unknown]> => {
  const answer = await fetch(`${station.url}/_local/clock`, { method: 'POST', body: JSON.stringify(body) });
  const said = z
    .object({ now: z.string().optional(), error: z.string().optional() })
    .parse(await answer.json());
  return [answer.status, said.error ?? said.now?.slice(0, 16)];
};

describe('the clock of the local station', () => {
  it('starts where it is told and shows functions the same time', async () => {
    const { at } = { at: station.now() };
    expect(new Date(at).toISOString()).toMatch(/^2026-11-23T08:00:[345]/);
    await station.post('/notes', { id: 'now', group: 'a' });
    await station.idle();
    const [seen] = station.reported('work');
    expect((seen?.at ?? 0) - at).toBeGreaterThanOrEqual(0);
    expect((seen?.at ?? 0) - at).toBeLessThan(30_000);
  });

  it('runs timers one by one, in the order of their time, each in its own minute', async () => {
    await station.timer('second', '2026-11-24T10:00:30Z');
    await station.timer('first', '2026-11-24T09:00:00Z');
    await station.timer('third', '2026-11-25T00:00:00Z');
    await station.timer('never', '2026-11-25T00:00:01Z');
    expect(await pushTo('2026-11-25T00:00:00Z')).toBe(200);
    expect(ticks()).toEqual([
      '2026-11-24T09:00:00 first',
      '2026-11-24T10:01:00 second',
      '2026-11-25T00:00:00 third',
    ]);
  });

  it('goes to whatever falls due next, step by step, and says when there is nothing', async () => {
    await station.timer('second', '2026-11-24T10:00:30Z');
    await station.timer('first', '2026-11-24T09:00:00Z');
    expect(await order({ to: 'next' })).toEqual([200, '2026-11-24T09:00']);
    expect(await order({ to: 'next' })).toEqual([200, '2026-11-24T10:01']);
    expect(ticks()).toEqual(['2026-11-24T09:00:00 first', '2026-11-24T10:01:00 second']);
    expect(await order({ to: 'next' })).toEqual([400, expect.stringContaining('Nothing is due')]);
  });

  it('says what it brings next and when, and that nothing waits', async () => {
    const told = async () => (await fetch(`${station.url}/_local/clock`)).json();
    expect(await told()).toMatchObject({ next: null });
    await station.timer('second', '2026-11-24T10:00:30Z');
    await station.timer('first', '2026-11-24T09:00:00Z');
    expect(await told()).toMatchObject({
      next: { at: '2026-11-24T09:00:00.000Z', what: 'something of the bot’s own', group: false },
    });
  });

  it('runs what falls due in the middle of a minute before it answers', async () => {
    await station.timer('due', '2026-11-23T09:00:10Z');
    await pushTo('2026-11-23T09:00:20Z');
    expect(ticks()).toEqual(['2026-11-23T09:00:20 due']);
  });

  it('runs timers and waiting messages in one order', async () => {
    await station.timer('a', '2026-11-23T08:05:00Z');
    await station.post('/notes', { id: 'b', group: 'b', delaySeconds: 400 });
    await station.timer('c', '2026-11-23T08:10:00Z');
    await station.advance(15);
    const order = station
      .reported()
      .filter(({ did, due, id }) => (did === 'work' && id === 'b') || (due !== undefined && due.length > 0))
      .map(({ id, due }) => id ?? due?.join());
    expect(order).toEqual(['a', 'b', 'c']);
  });

  it('goes through a year at once, even past a row that stays due', async () => {
    await station.timer('stays', '2026-11-23T08:02:00Z');
    await station.timer('spring', '2027-04-01T08:00:00Z');
    expect(await pushTo('2027-11-23T08:00:00Z')).toBe(200);
    expect(ticks()).toContain('2027-04-01T08:00:00 stays,spring');
    expect(station.reported('tick').length).toBeLessThan(60);
    expect(new Date(station.now()).getUTCFullYear()).toBe(2027);
  });

  it('lets two pushes at the same time follow each other', async () => {
    const before = station.now();
    await Promise.all([pushTo('2026-11-24T08:00:00Z'), pushTo('2026-11-25T08:00:00Z')]);
    expect(station.now() - before).toBeGreaterThanOrEqual(47 * 3_600_000);
  });
});
