import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createChecklist } from '#infra/connect/checklist.ts';
import { type Station, startStation } from '#infra/local/runner/station.ts';
import { listDeadLetters, redrive } from '#infra/ops/dead-letters.ts';
import { eraseAgain, erasePerson } from '#infra/ops/erase.ts';
import { exportPerson } from '#infra/ops/export.ts';
import { openPlace, type Place } from '#infra/ops/place.ts';

/** What an operator does, with a whole station on this machine: its own functions, queues, grants and files. */

const monday = '2026-11-23T08:12:00Z';
const [nikos, maria] = ['7000001', '7000002'];
const canaries = ['PARROT', 'CNR-4821', 'CNR4821', '6971112233'];

let folder: string;
let station: Station;
let place: Place;
const said: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ops-'));
  const settings = { DATA_DIR: folder, PORT: '0', STATION_NOW: monday };
  station = await startStation({ settings, say: (line) => said.push(line) });
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT');
  // The doors to AWS read the environment.
  for (const name of ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_ENDPOINT_URL'])
    vi.stubEnv(name, '');
  place = await openPlace({ stage: 'prod', local: station.url });
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await station.stop();
  rmSync(folder, { recursive: true, force: true });
});

const minute = async () => {
  await station.advance(1);
  await station.settled();
};

async function ops(work: (told: ReturnType<typeof createChecklist>) => Promise<void>): Promise<string> {
  const lines: string[] = [];
  await work(createChecklist((line) => lines.push(line)));
  return lines.join('\n');
}

function shown(chat: string): readonly string[] {
  const messages = station.messengers.telegram?.phones.chat(chat)?.messages ?? [];
  return messages.map(({ content }) => (content.kind === 'text' ? content.text : ''));
}

async function says(chat: string, text: string): Promise<void> {
  station.messengers.telegram?.phones.act({ do: 'say', chat, text });
  await station.settled();
}

/** Files of the station's own that hold a canary. */
function found(): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/^\/(telegram|whatsapp|\.build)\//.test(file.slice(folder.length)))
    .filter((file) => {
      const text = readFileSync(file, 'latin1');
      return canaries.some((canary) => text.includes(canary));
    });
}

async function items() {
  const { Items = [] } = await place.table.client.send(new ScanCommand({ TableName: place.table.name }));
  return Items;
}

describe('dead letters', () => {
  it('are listed by kind and moved back once the cause is mended; each is handled once, beside what came since', {
    timeout: 120_000,
  }, async () => {
    expect(await ops((told) => listDeadLetters(place, told))).toBe(
      ['inbound', 'outbound', 'later', 'jobs', 'documents'].map((queue) => `✓ ${queue}: nothing`).join('\n'),
    );
    await says(nikos, 'address');
    const answer = shown(nikos).find((text) => text.length > 20) ?? '';
    const answers = () => shown(nikos).filter((text) => text === answer).length;
    expect(answers()).toBe(1);
    // No step can be written: what comes in is given up after five tries.
    station.dynamoDb.conflicts.rate(1, 1);
    station.messengers.telegram?.phones.act({ do: 'say', chat: nikos, text: 'address' });
    station.messengers.telegram?.phones.act({ do: 'say', chat: maria, text: 'PARROT +306971112233' });
    await vi.waitFor(
      async () => {
        await station.advance(1);
        expect(station.deadLetters()).toHaveLength(2);
      },
      { timeout: 90_000, interval: 500 },
    );
    const listed = await ops((told) => listDeadLetters(place, told));
    expect(listed).toMatch(
      /✗ inbound: 2, the oldest for \d+ min -> find the messageId in the log of converse/,
    );
    expect(listed.match(/inbound text {2}taken 1 times/g)).toHaveLength(2);
    for (const canary of [...canaries, 'address', nikos]) expect(listed).not.toContain(canary);
    station.dynamoDb.conflicts.rate(0, 1);
    await says(nikos, 'hours');
    expect(await ops((told) => redrive({ queue: 'inbound', perSecond: null }, place, told))).toBe(
      '✓ inbound: 2 moved back; what fails again is here again within minutes',
    );
    await station.settled();
    await minute();
    expect(station.deadLetters()).toEqual([]);
    expect(answers()).toBe(2);
    expect(shown(maria).length).toBeGreaterThan(1);
    expect(await ops((told) => redrive({ queue: null, perSecond: 5 }, place, told))).not.toContain('✗');
    expect(await ops((told) => redrive({ queue: 'none', perSecond: null }, place, told))).toContain('✗');
  });
});

describe('a person', () => {
  it('is exported, erased, and erased again from a table that was restored', {
    timeout: 180_000,
  }, async () => {
    await says(maria, 'It squeaks like a PARROT');
    await says(maria, 'Octavia CNR-4821, call +30 6971112233');
    await minute();
    expect(found()).not.toEqual([]);
    const out = join(folder, '.build', 'out');
    const exported = await ops((told) =>
      exportPerson({ who: `telegram:${maria}`, folder: out }, place, told),
    );
    expect(exported).toMatch(/^✓ .*my-data-2026-11-23\.zip \(\d+ bytes, part 1 of 1\)$/);
    const twice = await ops((told) => exportPerson({ who: `telegram:${maria}`, folder: out }, place, told));
    expect(twice).toContain('is there already');
    const [file = ''] = readdirSync(out);
    const page = strFromU8(unzipSync(readFileSync(join(out, file)))['index.html'] ?? new Uint8Array());
    expect(page).toContain('squeaks like a PARROT');
    rmSync(out, { recursive: true });

    const snapshot = await items();
    const who = `telegram:${maria}`;
    const asked = await ops((told) => erasePerson({ who, yes: false }, place, told, minute));
    expect(asked).toMatch(/messages: \d+/);
    expect(asked).toContain('Nothing was erased yet');
    expect(found()).not.toEqual([]);
    const done = await ops((told) => erasePerson({ who, yes: true }, place, told, minute));
    expect(done).toContain('✓ Done');
    expect(await ops((told) => erasePerson({ who, yes: true }, place, told, minute))).toContain(
      '✗ Nothing is kept of such a person',
    );
    expect(await ops((told) => eraseAgain(place, told, minute))).toBe('✓ Nobody who was erased is back');

    for (const Item of snapshot)
      await place.table.client.send(new PutCommand({ TableName: place.table.name, Item }));
    expect(JSON.stringify(await items())).toContain('PARROT');
    const again = await ops((told) => eraseAgain(place, told, minute));
    expect(again).toContain('People who were erased and are back: 1');
    expect(again).toContain('✓ Done');
    expect(await ops((told) => eraseAgain(place, told, minute))).toBe('✓ Nobody who was erased is back');
    expect(said.filter((line) => line.includes('has no grant'))).toEqual([]);
    await station.stop();
    expect(found()).toEqual([]);
  });
});
