import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Station, startStation } from '#infra/local/runner/station.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';

/** The whole local station, with its own grants and files: somebody writes, is erased, and the station stops. */

const monday = '2026-11-23T08:12:00Z';
const chat = '7000001';
const say = (what: Parameters<typeof words>[1]) => words('el', what);
const canaries = ['PARROT', 'CNR-4821', 'CNR4821', '6971112233', chat];

let folder: string;
let station: Station;
let said: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'erased-'));
  said = [];
  const settings = { DATA_DIR: folder, PORT: '0', STATION_NOW: monday };
  station = await startStation({ settings, say: (line) => said.push(line) });
});
afterEach(async () => {
  await station.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Files of the station's own that hold a canary. What a messenger keeps of a chat is the messenger's. */
function found(): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/^\/(telegram|whatsapp|\.build)\//.test(file.slice(folder.length)))
    .filter((file) => {
      const text = readFileSync(file, 'latin1');
      // Logs name chats by their ids, and nothing else of anybody.
      const looked = file.endsWith('functions.log') ? canaries.filter((canary) => canary !== chat) : canaries;
      return looked.some((canary) => text.includes(canary));
    });
}

it('leaves nothing of them in its raw files, and its functions were allowed all that this took', {
  timeout: 60_000,
}, async () => {
  const phones = station.messengers.telegram?.phones;
  if (!phones) throw new Error('Telegram is not played here');
  const shown = () => phones.chat(chat)?.messages ?? [];
  const says = async (text: string) => {
    phones.act({ do: 'say', chat, text });
    await station.settled();
  };
  await says('It squeaks like a PARROT');
  await says('Octavia CNR-4821, call +30 6971112233');
  expect(found()).not.toEqual([]);
  await says('erase me');
  const yes = await vi.waitFor(() => {
    const offered = shown().flatMap(({ id, buttons }) =>
      buttons.flat().flatMap((one) => (one.kind === 'callback' ? [{ id, ...one }] : [])),
    );
    const button = offered.find(({ text }) => text === say(phrase('eraseLabelYes')));
    if (!button) throw new Error('Nobody asks yet');
    return button;
  });
  phones.act({ do: 'tap', chat, messageId: yes.id, data: yes.data });
  await station.settled();
  for (let minute = 1; minute <= 5; minute += 1) {
    await station.advance(1);
    await station.settled();
  }
  const texts = shown().map(({ content }) => (content.kind === 'text' ? content.text : ''));
  expect(texts.at(-1)).toBe(say(phrase('eraseDone')));
  await station.stop();
  expect(found()).toEqual([]);
  expect(said.filter((line) => line.includes('has no grant'))).toEqual([]);
});
