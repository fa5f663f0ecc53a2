import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runChild } from './fixtures/child.ts';
import { startTiny } from './fixtures/tiny-station.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'station-process-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (env: Record<string, string> = {}) =>
  runChild('infra/local/main.ts', [], { PORT: '0', DATA_DIR: join(folder, 'data'), ...env });
const address = /http:\/\/127\.0\.0\.1:\d+/;

describe('npm start', () => {
  it('says where the page is, shows made-up secrets the first time only, and ends when told to', async () => {
    const first = start();
    const url = await first.prints(address);
    const secret = await first.prints(/TELEGRAM_WEBHOOK_SECRET=\S+/);
    expect((await fetch(`${url}/_local/health`)).status).toBe(200);
    expect(await first.end('SIGTERM')).toBe(0);
    await expect(fetch(`${url}/_local/health`)).rejects.toThrow();

    const second = start();
    await second.prints(address);
    expect(await second.end('SIGINT')).toBe(0);
    expect(second.printed()).not.toContain(secret.split('=')[1]);
  });

  it('never prints a secret it was given', async () => {
    const given = { TELEGRAM_BOT_TOKEN: '424242:GivenByTheOwner', TELEGRAM_WEBHOOK_SECRET: 'GivenSecret77' };
    const station = start(given);
    await station.prints(/WHATSAPP_APP_SECRET=/);
    await station.end('SIGTERM');
    expect(station.printed()).not.toContain('GivenByTheOwner');
    expect(station.printed()).not.toContain('GivenSecret77');
  });

  it('says which setting is wrong and how it should look, without its value', async () => {
    const station = start({
      PORT: 'eighty',
      TELEGRAM_BOT_TOKEN: 'no-token',
      STATION_NOW: 'tomorrow',
      ADVISOR_IDS: 'Maria',
    });
    await station.prints(/ADVISOR_IDS: .*5000001,5000002/);
    for (const name of ['PORT', 'TELEGRAM_BOT_TOKEN', 'STATION_NOW'])
      expect(station.printed()).toContain(name);
    for (const value of ['eighty', 'no-token', 'tomorrow', 'Maria']) {
      expect(station.printed()).not.toContain(value);
    }
  });
});

describe('a station that is killed', () => {
  it('has lost nothing it had accepted when it is started again', async () => {
    const killed = runChild('test/local/runner/fixtures/tiny-main.ts', [folder], {});
    const url = await killed.prints(address);
    const post = (note: object) =>
      fetch(`${url}/notes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(note),
      });
    const accepted: string[] = [];
    await post({ id: 'slow', group: 'a', text: 'hold' });
    const posting = Array.from({ length: 40 }, async (_one, index) => {
      const id = `n${index}`;
      const answer = await post({
        id,
        group: `g${index % 4}`,
        ...(index % 5 === 0 ? { delaySeconds: 60 } : {}),
      });
      if (answer.ok) accepted.push(id);
      if (accepted.length === 25) await killed.end('SIGKILL');
    });
    await Promise.allSettled(posting);
    expect(accepted.length).toBeGreaterThanOrEqual(25);

    const station = await startTiny({ folder });
    await station.advance(2);
    await station.idle();
    const done = new Set(station.reported('work').map(({ id }) => id));
    expect([...accepted, 'slow'].filter((id) => !done.has(id))).toEqual([]);
    await station.stop();
  });
});
