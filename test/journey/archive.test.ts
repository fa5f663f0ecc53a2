import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import type { Rig } from '#test/helpers/rig.ts';
import { lena, withLena } from './desk-talk.ts';
import { bookOil, recordsOf } from './people.ts';

/** What a person takes with them, and what the owner's bookkeeping does. */

type Opened = Readonly<Record<string, string>>;

/** The archives in the store, opened: files by their paths. */
function archives({ files }: Rig): readonly Opened[] {
  return [...files.stored.values()]
    .filter(({ mime }) => mime === 'application/zip')
    .map(({ content }) =>
      Object.fromEntries(Object.entries(unzipSync(content)).map(([path, bytes]) => [path, strFromU8(bytes)])),
    );
}

describe.each(['telegram', 'whatsapp'] as const)('"export my data" on %s', (messenger) => {
  const talk = withLena(messenger);

  it('brings one archive with the talk, the visit and the photos, and none a second time that day', async () => {
    const { rig } = talk;
    await bookOil(rig, lena, 'en');
    await rig.calm();
    await rig.brings(rig.updates.photo('leak', null, lena));
    await rig.calm();
    await rig.says('It leaks here', lena);
    await rig.calm();
    await rig.says('export my data', lena);
    await rig.calm();
    const [archive, ...others] = archives(rig);
    expect(others).toEqual([]);
    expect(Object.keys(archive ?? {})).toEqual(
      expect.arrayContaining(['index.html', 'data.json', expect.stringMatching(/^files\/0001-photo\.jpg$/)]),
    );
    const page = archive?.['index.html'] ?? '';
    for (const said of ['Is my Octavia ready', 'It leaks here', 'Octavia ABC-4821', 'files/0001-photo.jpg'])
      expect(page).toContain(said);
    expect(page).not.toContain('<script');
    if (messenger === 'telegram') expect(rig.last(lena).text).toContain('index.html');
    else expect(rig.last(lena).text).toMatch(/https:\/\/station\.example\/f\/[\w-]{22}\.zip/);
    const customer = await recordsOf(rig, messenger).customer(lena);
    expect(customer?.archivedAt).not.toBeNull();
    await rig.says('my data', lena);
    await rig.calm();
    expect(archives(rig)).toHaveLength(1);
    expect(rig.last(lena).text).toContain('within the last day');
    rig.clock += 24 * 60 * 60_000;
    await rig.says('Export my data', lena);
    await rig.calm();
    expect(archives(rig)).toHaveLength(2);
    expect(words('en', phrase('archiveLabelExport'))).toBe('Export my data');
  });
});
