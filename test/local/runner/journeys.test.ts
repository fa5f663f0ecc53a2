import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endTiny, startTiny, type TinyStation } from './fixtures/tiny-station.ts';

let station: TinyStation;
beforeAll(async () => {
  station = await startTiny();
});
afterAll(() => endTiny(station));

const workOn = (id: string) => station.reported('work').filter((entry) => entry.id === id);

describe('a message through the local station', () => {
  it('goes from the webhook over the queue to its worker', async () => {
    const answer = await station.post('/notes', { id: 'n1', group: 'a' });
    expect([answer.status, await answer.text(), answer.headers.get('x-taken')]).toEqual([200, 'taken', 'n1']);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    await station.idle();
    expect(workOn('n1')).toMatchObject([{ group: 'a', attempt: 1, queue: 'work.fifo' }]);
  });

  it('is done once when the sender repeats it', async () => {
    await station.post('/notes', { id: 'twice', group: 'a' });
    await station.post('/notes', { id: 'twice', group: 'a' });
    await station.idle();
    expect(workOn('twice')).toHaveLength(1);
  });

  it('comes back after a failure, and after a crash of its worker', async () => {
    await station.post('/notes', { id: 'once', group: 'b', text: 'fail once' });
    await station.post('/notes', { id: 'crash', group: 'c', text: 'crash' });
    await station.advance(1);
    await station.idle();
    expect(workOn('once').map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(workOn('crash').map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  it('ends as a dead letter when it never works, and its group goes on', async () => {
    await station.post('/notes', { id: 'poison', group: 'd', text: 'fail' });
    await station.post('/notes', { id: 'after', group: 'd' });
    await station.advance(1);
    await station.idle();
    expect(workOn('poison').map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(workOn('after')).toHaveLength(1);
    const answer = await fetch(`${station.url}/_local/dead-letters`);
    expect(await answer.json()).toMatchObject([
      { queue: 'work.fifo', reason: expect.stringMatching(/^failed 2 times, last with ReportedFailure$/) },
    ]);
  });

  it('waits for the failed one before it in its group, while other groups go on', async () => {
    await station.post('/notes', { id: 'e1', group: 'e', text: 'fail once' });
    await station.post('/notes', { id: 'e2', group: 'e' });
    await station.post('/notes', { id: 'f1', group: 'f' });
    await station.advance(1);
    await station.idle();
    const order = station.reported('work').filter(({ id }) => ['e1', 'e2', 'f1'].includes(id ?? ''));
    const places = order.map(({ id, attempt }) => `${id}:${attempt}`);
    expect(places.filter((place) => place.startsWith('e'))).toEqual(['e1:1', 'e1:2', 'e2:1']);
    expect(places.indexOf('f1:1')).toBeLessThan(places.indexOf('e1:2'));
  });
});

describe('a message that is put aside', () => {
  it('is not seen before its time, and at exactly its time when the clock is pushed past it', async () => {
    const before = station.now();
    await station.post('/notes', { id: 'later', group: 'g', delaySeconds: 600 });
    await station.advance(9);
    expect(workOn('later')).toEqual([]);
    await station.advance(120);
    const [done] = workOn('later');
    const waited = (done?.at ?? 0) - before;
    expect(waited).toBeGreaterThanOrEqual(600_000);
    expect(waited).toBeLessThan(660_000);
  });

  it('keeps the station from being idle', async () => {
    await station.post('/notes', { id: 'held', group: 'g', delaySeconds: 300 });
    const busy = await fetch(`${station.url}/_local/idle?timeoutMs=200`);
    expect([busy.status, await busy.json()]).toMatchObject([503, { idle: false, left: { messages: 1 } }]);
    await station.advance(5);
    const idle = await fetch(`${station.url}/_local/idle`);
    expect([idle.status, await idle.json()]).toEqual([200, { idle: true }]);
  });
});
