import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { isCurrent } from '#shared/store/feed.ts';
import { readLink } from '#shared/store/link.ts';
import { words } from '#test/helpers/labels.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { anna, el, lena, mondayTen, withLena } from './desk-talk.ts';
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
    for (const said of [
      'My Octavia has a new owner',
      'It leaks here',
      'Octavia ABC-4821',
      'files/0001-photo.jpg',
    ])
      expect(page).toContain(said);
    expect(page).not.toContain('<script');
    if (messenger === 'telegram') expect(rig.last(lena).text).toContain('index.html');
    else expect(rig.last(lena).text).toMatch(/https:\/\/station\.example\/f\/[\w-]{22}\.zip/);
    // What is theirs alone is not shown to the advisors.
    const topic = await rig.desk.topicOf(lena);
    const shown = topic.messages.map(({ text, files }) => `${text} ${files.join(' ')}`).join('\n');
    expect(shown).not.toMatch(/\/f\/|\.zip/);
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

describe('what managers take out of the house', () => {
  const talk = withLena('telegram');
  const general = () => talk.rig.desk.general().messages;

  it('is a month’s tables, as files in General', async () => {
    const { rig } = talk;
    await bookOil(rig, lena, 'en');
    await rig.calm();
    await rig.desk.as('maria').says('/export 2026-11', 'general');
    await rig.calm();
    const names = general().flatMap(({ files }) => files);
    expect(names).toEqual(['visits-2026-11.csv', 'agreements-2026-11.csv']);
    const tables = [...rig.files.stored.values()].filter(({ mime }) => mime === 'text/csv');
    expect(tables.map(({ content }) => Buffer.from(content).subarray(0, 3).toString('hex'))).toEqual([
      'efbbbf',
      'efbbbf',
    ]);
    await rig.desk.as('maria').says('/export 2026-12', 'general');
    await rig.calm();
    expect(general().flatMap(({ files }) => files)).toHaveLength(2);
    expect(general().at(-1)?.text).toContain('/export 2026-11');
    await rig.desk.as('maria').says('/export', 'general');
    await rig.calm();
    await rig.desk.as('maria').taps('2026-10', 'general');
    await rig.calm();
    expect(general().flatMap(({ files }) => files)).toContain('visits-2026-10.csv');
  });

  it('is the bays’ calendar, whose address is shown once and ended by a new one', async () => {
    const { rig } = talk;
    const addresses = () =>
      general().flatMap(({ text }) => text.match(/https:\/\/station\.example\/f\/[\w-]{22}\.ics/g) ?? []);
    await rig.desk.as('maria').says('/feed', 'general');
    await rig.calm();
    expect(addresses()).toHaveLength(1);
    await rig.desk.as('maria').says('/feed', 'general');
    await rig.calm();
    expect(addresses()).toHaveLength(1);
    await rig.desk.as('maria').taps(el(phrase('archiveLabelFeed')), 'general');
    await rig.calm();
    await rig.desk.as('maria').says('/feed new', 'general');
    await rig.calm();
    const [first = '', second = '', third = '', ...more] = addresses();
    expect(more).toEqual([]);
    expect(new Set([first, second, third]).size).toBe(3);
    const tokenOf = (address: string) => address.slice(-26, -4);
    expect(await isCurrent(rig.table, tokenOf(first))).toBe(false);
    expect(await isCurrent(rig.table, tokenOf(second))).toBe(false);
    expect(await isCurrent(rig.table, tokenOf(third))).toBe(true);
    expect(await readLink(rig.table, tokenOf(first))).toMatchObject({ to: { of: 'feed' } });
  });

  it('is refused to advisors who are no managers', async () => {
    const { rig } = talk;
    const kostas = { id: 5_000_009, first_name: 'Kostas', language_code: 'en' };
    await rig.desk.as('maria').says('/advisors add 5000009 Kostas', 'general');
    await rig.calm();
    for (const command of ['/export 2026-11', '/feed']) {
      await rig.desk.as(kostas).says(command, 'general');
      await rig.calm();
      expect(general().at(-1)?.text).toBe(words('en', phrase('archiveManagersOnly')));
    }
    expect(general().flatMap(({ files }) => files)).toEqual([]);
  });
});

it('a linked person takes both talks with them, and nothing of anybody else', async () => {
  const rig = await startRig({ messenger: 'telegram' });
  try {
    rig.clock = mondayTen;
    await rig.says('From the blue phone', lena);
    await rig.calm();
    await rig.says('CANARY of Anna', anna);
    await rig.calm();
    await rig.on('whatsapp').says('From the green phone', lena);
    await rig.calm();
    await rig.says('link', lena);
    await rig.calm();
    const [code = ''] =
      /\d{4}[ \u00a0]\d{4}/.exec(
        rig
          .bubbles(lena)
          .map(({ text }) => text)
          .join('\n'),
      ) ?? [];
    await rig.on('whatsapp').says(code, lena);
    await rig.calm();
    await rig.says('export my data', lena);
    await rig.calm();
    const page = archives(rig)[0]?.['index.html'] ?? '';
    expect(page).toContain('From the blue phone');
    expect(page).toContain('From the green phone');
    expect(page).not.toContain('CANARY');
  } finally {
    await rig.close();
  }
});
