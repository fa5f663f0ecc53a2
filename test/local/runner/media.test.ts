import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Station, startStation } from '#infra/local/runner/station.ts';
import { exif, heic, lookAt, picture, withSegment } from '#test/functions/media/pictures.ts';

/** A Monday morning: the station is open. */
const monday = '2026-11-23T08:12:00Z';
const chats = { telegram: '7000001', whatsapp: 'wa-306900000001' } as const;

let folder: string;
let station: Station;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'media-'));
  station = await startStation({ settings: { DATA_DIR: folder, PORT: '0', STATION_NOW: monday } });
});
afterAll(async () => {
  await station?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const storedRow = z.object({ key: z.string(), headers: z.string(), bytes: z.instanceof(Uint8Array) });

/** What lies in the station's bucket. */
function stored() {
  const database = new DatabaseSync(join(folder, 'files', 'files.sqlite'), { readOnly: true });
  try {
    return database
      .prepare('SELECT key, headers, bytes FROM files ORDER BY modified, key')
      .all()
      .map((row) => storedRow.parse(row));
  } finally {
    database.close();
  }
}

const dataUrl = (mime: string, bytes: Uint8Array) =>
  `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;

/** The kinds of what stands in the group, in all its topics. */
function shownInGroup(): readonly string[] {
  const phones = station.messengers.telegram?.phones;
  const group = phones?.phones().find(({ kind }) => kind === 'group');
  return (group && phones?.chat(group.id)?.messages.map(({ content }) => content.kind)) ?? [];
}

describe('a photo that a customer sends', () => {
  it.each([
    ['whatsapp', 'a photo with the place in it'],
    ['telegram', 'a picture of an iPhone, as a document'],
  ] as const)(
    'by %s (%s) is shown to the advisors, and is stored without its place',
    async (messenger, _what) => {
      const phones = station.messengers[messenger]?.phones;
      const chat = chats[messenger];
      const before = {
        stored: stored().length,
        photos: shownInGroup().filter((kind) => kind === 'photo').length,
      };
      if (messenger === 'whatsapp') {
        const photo = withSegment(await picture('image/jpeg', 320, 240), 0xe1, exif(6));
        phones?.act({ do: 'photos', chat, images: [dataUrl('image/jpeg', photo)], caption: 'the left door' });
      } else phones?.act({ do: 'document', chat, name: 'IMG_0001.HEIC', data: dataUrl('image/heic', heic) });
      await station.idle();
      expect(station.deadLetters()).toEqual([]);
      const now = stored();
      expect(now).toHaveLength(before.stored + 1);
      const kept = now.at(-1);
      expect(kept?.key).toMatch(/^files\/[0-9a-f]{64}$/);
      expect(JSON.parse(kept?.headers ?? '{}')).toMatchObject({
        'content-type': 'image/jpeg',
        'content-disposition': 'attachment',
      });
      expect(await lookAt(kept?.bytes ?? new Uint8Array())).toMatchObject({
        format: 'JPEG',
        profiles: [],
        told: [],
      });
      expect(shownInGroup().filter((kind) => kind === 'photo')).toHaveLength(before.photos + 1);
    },
  );
});
