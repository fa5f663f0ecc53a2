import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { either, lena, mondayTen } from './desk-talk.ts';
import { bookOil, recordsOf } from './people.ts';

/** What the archive tells of a visit that is over, and of what advisors sent. */

const minute = 60_000;
const hour = 60 * minute;

describe.each(['telegram', 'whatsapp'] as const)('the archive of a person on %s', (messenger) => {
  let rig: Rig;
  const says = async (text: string) => {
    await rig.desk.as('maria').says(text, lena);
    await rig.calm();
  };
  const customer = async () => {
    const found = await recordsOf(rig, messenger).customer(lena);
    if (!found) throw new Error('Lena is not known');
    return found;
  };
  /** The latest archive that was asked for, opened. */
  const archive = async () => {
    await rig.says('export my data', lena);
    await rig.calm();
    const zip = [...rig.files.stored.values()].findLast(({ mime }) => mime === 'application/zip');
    const inside = Object.entries(unzipSync(zip?.content ?? new Uint8Array()));
    const files = Object.fromEntries(inside.map(([path, bytes]) => [path, strFromU8(bytes)]));
    return {
      page: files['index.html'] ?? '',
      photos: Object.keys(files).filter((path) => path.endsWith('.jpg')),
    };
  };

  beforeEach(async () => {
    rig = await startRig({ messenger, table: memoryTable() });
    rig.clock = mondayTen;
    await rig.says('Good day', lena);
    await rig.calm();
  });
  afterEach(() => rig.close());

  it('holds the photos that advisors sent, and none that was a note or was taken back', async () => {
    const maria = rig.desk.as('maria');
    await maria.sendsPhoto('pads', lena, { caption: 'Your old pads' });
    await rig.calm();
    const one = await archive();
    expect(one.photos).toHaveLength(1);
    expect(one.page).toContain('Your old pads');
    expect(one.page).toContain(`src="${one.photos[0]}"`);
    await maria.sendsPhoto('noted', lena, { caption: '// for the insurance only' });
    const wrong = await maria.sendsPhoto('wrong', lena, { caption: 'Of somebody else' });
    await rig.calm();
    await maria.says('/undo', lena, { replyTo: wrong });
    await rig.calm();
    await maria.sendsPhoto('a', lena, { album: 'x' });
    await maria.sendsPhoto('b', lena, { album: 'x', caption: '// not for them' });
    await rig.calm();
    rig.clock += 25 * hour;
    // Where nothing can be deleted on a phone, they have it there.
    expect((await archive()).photos).toHaveLength(messenger === 'telegram' ? 1 : 2);
  });

  it('tells each stage, each promise and the car as it came, also once the visit is over', async () => {
    await bookOil(rig, lena, 'en');
    await rig.calm();
    const [visit] = (await customer()).visits;
    rig.clock = (visit?.start ?? 0) + 6 * minute;
    await says('/arrived 84210 1/2');
    const topic = await rig.desk.topicOf(lena);
    const card = topic.messages.findLast(({ buttons }) =>
      buttons.some(({ text }) => either(phrase('stageLabelFuel', { fuel: 4 })).test(text)),
    );
    if (!card) throw new Error('There is no card of the car that came');
    const before = rig.bubbles(lena).length;
    for (const photo of ['front', 'scratch'])
      await rig.desk.as('maria').sendsPhoto(photo, lena, { replyTo: card });
    await rig.calm();
    expect(rig.bubbles(lena)).toHaveLength(before);
    expect((await customer()).visits[0]?.life.intake?.photos).toHaveLength(2);
    await says('/status working');
    await says('/promise tomorrow 12:00 the filter comes tomorrow');
    await says('/ready');
    await says('/status');
    await rig.desk.as('maria').taps(either(phrase('stageLabelTo', { stage: 'handedBack' })), lena);
    await rig.calm();
    expect((await customer()).visits).toEqual([]);
    const { page, photos } = await archive();
    expect(photos).toHaveLength(2);
    for (const photo of photos) expect(page).toContain(`src="${photo}"`);
    const told = (['arrived', 'working', 'ready', 'handedBack'] as const).map((stage) =>
      words('en', phrase('archiveStage', { stage })),
    );
    for (const said of [...told, '84210 km', 'the filter comes tomorrow']) expect(page).toContain(said);
  });

  it('tells what was agreed to be written about, in the words that were asked', async () => {
    await bookOil(rig, lena, 'en');
    if (messenger === 'telegram') await rig.says(words('en', phrase('labelSkip')), lena);
    await rig.taps(words('en', phrase('labelConsentYes')), lena);
    await rig.calm();
    const { page } = await archive();
    expect(page).toMatch(/\(wording visit-1\)<\/p><blockquote>[^<]*May we write to you here/);
  });
});
