import { describe, expect, it } from 'vitest';
import { startStation } from '#infra/local/runner/station.ts';
import { endTiny, startTiny } from './fixtures/tiny-station.ts';

describe('a station that is stopped and started again', () => {
  it('goes on with what was queued, in work and delayed', async () => {
    const first = await startTiny();
    await first.post('/notes', { id: 'in-work', group: 'a', text: 'hold' });
    await first.post('/notes', { id: 'queued', group: 'a' });
    await first.post('/notes', { id: 'delayed', group: 'b', delaySeconds: 600 });
    await first.stop();
    const second = await startTiny({ folder: first.folder });
    await second.advance(1);
    const done = () => new Set(second.reported('work').map(({ id }) => id));
    expect(done()).toEqual(new Set(['in-work', 'queued']));
    await second.advance(10);
    expect(done()).toEqual(new Set(['in-work', 'queued', 'delayed']));
    expect(second.deadLetters()).toEqual([]);
    await endTiny(second);
  });

  it('keeps a delayed message no longer than its delay, although the clock had been pushed for days', async () => {
    const first = await startTiny();
    await first.advance(3 * 24 * 60);
    await first.post('/notes', { id: 'delayed', group: 'b', delaySeconds: 600 });
    await first.stop();
    const second = await startTiny({ folder: first.folder });
    await second.advance(11);
    expect(second.reported('work').map(({ id }) => id)).toEqual(['delayed']);
    await endTiny(second);
  });

  it('has the same made-up secrets, new ones only the first time', async () => {
    const first = await startTiny();
    await first.stop();
    const second = await startTiny({ folder: first.folder });
    expect(first.freshSecrets).toContain('TELEGRAM_BOT_TOKEN');
    expect(second.freshSecrets).toEqual([]);
    expect(second.secrets).toEqual(first.secrets);
    await endTiny(second);
  });
});

describe('two stations on one machine', () => {
  it('live side by side on their own ports and data', async () => {
    const [one, two] = await Promise.all([startTiny(), startTiny()]);
    await Promise.all([
      one.post('/notes', { id: 'one', group: 'a' }),
      two.post('/notes', { id: 'two', group: 'a' }),
    ]);
    await one.advance(60);
    await Promise.all([one.idle(), two.idle()]);
    expect(one.reported('work').map(({ id }) => id)).toEqual(['one']);
    expect(two.reported('work').map(({ id }) => id)).toEqual(['two']);
    expect(one.now() - two.now()).toBeGreaterThan(59 * 60_000);
    await Promise.all([endTiny(one), endTiny(two)]);
  });

  it('do not share a port or a data folder: the second one says what to do', async () => {
    const one = await startTiny();
    const port = new URL(one.url).port;
    const settings = { TELEGRAM_API_URL: 'http://127.0.0.1:9', DATA_DIR: `${one.folder}/other` };
    await expect(
      startStation({ settings: { ...settings, PORT: port }, template: { Resources: {} } }),
    ).rejects.toThrow(/Port \d+ cannot be used.*PORT=3001/);
    await expect(
      startStation({
        settings: { ...settings, PORT: '0', DATA_DIR: one.dataDir },
        template: { Resources: {} },
      }),
    ).rejects.toThrow(/Another station is running.*DATA_DIR=/);
    await endTiny(one);
  });
});

describe('the wiring', () => {
  it.each([
    ['without the queue, the webhook fails', ['WorkQueue', 'WorkSource'] as const, 500, 0],
    ['without the route, nothing is taken', ['PostNote'] as const, 404, 0],
    ['without the mapping, nothing is worked on', ['WorkSource'] as const, 200, 0],
    ['without the grant to send, the webhook fails', ['MaySend'] as const, 500, 0],
    ['without the grant to take, nothing is worked on', ['MayTake'] as const, 200, 0],
    ['with everything, the work is done', [] as const, 200, 1],
  ])('is the template’s: %s', async (_what, without, status, worked) => {
    const station = await startTiny({ without });
    expect((await station.post('/notes', { id: 'n', group: 'a' })).status).toBe(status);
    await station.idle();
    expect(station.reported('work')).toHaveLength(worked);
    await endTiny(station);
  });

  it('lets a function read nothing it has no grant for', async () => {
    const station = await startTiny({ without: ['MayRead'] });
    await station.timer('due', '2026-11-23T09:00:00Z');
    await station.advance(60);
    expect(station.reported('tick')).toEqual([]);
    expect(station.said.join()).toMatch(/tick has no grant for dynamodb:Query on .*table\/Table\/index\/due/);
    await endTiny(station);
  });

  it('calls no tick without a rule for it', async () => {
    const station = await startTiny({ without: ['Tick'] });
    await station.advance(10);
    expect(station.reported('tick')).toEqual([]);
    await endTiny(station);
  });
});
