import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Station, startStation } from '#infra/local/runner/station.ts';

/** An alarm on the station on one machine: the deployed function hears of it, and the advisors' group reads it. */

const group = '-1002000000001';

let folder: string;
let station: Station;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alarm-'));
  const settings = { DATA_DIR: folder, PORT: '0', STATION_NOW: '2026-11-23T08:00:00Z' };
  station = await startStation({ settings });
});
afterAll(async () => {
  await station?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function tells(body: unknown): Promise<number> {
  const answer = await fetch(`${station.url}/_local/alarm`, { method: 'POST', body: JSON.stringify(body) });
  await answer.text();
  await station.settled();
  return answer.status;
}

function inGeneral(): readonly string[] {
  const messages = station.messengers.telegram?.phones.chat(group)?.messages ?? [];
  return messages.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
}

describe('an alarm', () => {
  it('is read in the group when it begins and when it is over', async () => {
    const before = inGeneral().length;
    expect(await tells({ name: 'oldestMessage' })).toBe(200);
    expect(inGeneral().at(-1)).toMatch(/^Attention, Mon 23 Nov, 10:0\d: Messages wait too long\.\n/);
    expect(await tells({ name: 'oldestMessage', over: true })).toBe(200);
    expect(inGeneral().at(-1)).toMatch(/all right again\. It was: “Messages wait too long”\.$/);
    expect(inGeneral()).toHaveLength(before + 2);
  });

  it('that nobody knows is refused, with the names that there are', async () => {
    const before = inGeneral().length;
    expect([await tells({ name: 'fire' }), await tells({}), await tells(null)]).toEqual([400, 400, 400]);
    expect(inGeneral()).toHaveLength(before);
  });
});

describe('the log of the functions', () => {
  it('is for people: no metrics stand in it', async () => {
    station.messengers.telegram?.phones.act({ do: 'say', chat: '7000001', text: 'person' });
    await station.settled();
    await station.advance(20);
    await station.settled();
    const log = readFileSync(join(folder, 'functions.log'), 'utf8');
    expect(log).toContain('An alarm changed its state');
    expect(log).not.toContain('CloudWatchMetrics');
  });
});
