import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createChecklist } from '#infra/connect/checklist.ts';
import { type Station, startStation } from '#infra/local/runner/station.ts';
import { callAt } from '#infra/smoke/call.ts';
import { findPlace } from '#infra/smoke/place.ts';
import { smoke } from '#infra/smoke/run.ts';

let folder: string;
let station: Station;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smoke-'));
  station = await startStation({ settings: { DATA_DIR: folder, PORT: '0' } });
});
afterAll(async () => {
  await station?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(url: string): Promise<readonly string[]> {
  const lines: string[] = [];
  const list = createChecklist((line) => lines.push(line));
  const place = await findPlace(list, { url, stage: 'prod' });
  if (place) await smoke({ ...place, list, stage: 'prod', ask: null, call: callAt(place.url) });
  return lines;
}

it('a whole station on this machine answers as it should, and nobody hears of it', async () => {
  const lines = await run(station.url);
  expect(lines.filter((line) => line.startsWith('✗'))).toEqual([]);
  expect(lines.filter((line) => line.startsWith('✓'))).toHaveLength(18);
  expect(station.messengers.telegram?.ledger().filter(({ method }) => method === 'sendMessage')).toEqual([]);
  await station.stop();
  expect((await run(station.url)).join('\n')).toMatch(
    /✗ No station answers at http:\/\/127\.0\.0\.1:\d+: start it/,
  );
  expect((await run('http://example.com')).join('\n')).toContain(
    '✗ The address does not begin with https:// -> Write it in full',
  );
});
