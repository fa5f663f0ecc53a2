import { afterEach, describe, expect, it } from 'vitest';
import { addressKey } from '#shared/domain/address.ts';
import { toWall } from '#shared/domain/clock.ts';
import type { Happened } from '#shared/domain/happened.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { readHappened } from '#shared/store/happened.ts';
import { aTime, words } from '#test/helpers/labels.ts';
import { type MemoryTable, memoryTable } from '#test/helpers/memory-table.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { either, lena, mondayTen } from './desk-talk.ts';
import { bookOil } from './people.ts';

/** What is counted for the owner's figures, each where it happens and once, with nothing in it that tells who it was. */

const held: { rig: Rig | null } = { rig: null };
afterEach(async () => {
  await held.rig?.close();
  held.rig = null;
});

async function begin(messenger: 'telegram' | 'whatsapp'): Promise<{ rig: Rig; table: MemoryTable }> {
  const table = memoryTable();
  const rig = await startRig({ messenger, table });
  held.rig = rig;
  rig.clock = mondayTen;
  return { rig, table };
}

/** What is about several things at once, and neither time clear. */
const missedTwice = [
  'my cousin laughed at what your boss told him there last year',
  'the parking was awful too, he would not have believed it',
];

async function today<W extends Happened['what']>(rig: Rig, what: W) {
  const rows = await readHappened(rig.table, toWall(rig.clock, station.zone).date);
  return rows.flatMap(({ happened }) => (happened.what === what ? [happened] : []));
}

describe.each(['telegram', 'whatsapp'] as const)('of a customer on %s is counted', (messenger) => {
  it('that they wrote, once a day however much they say', async () => {
    const { rig } = await begin(messenger);
    for (const words of ['hours', 'address', 'menu']) {
      await rig.says(words, lena);
      await rig.calm();
    }
    expect(await today(rig, 'wrote')).toEqual([{ what: 'wrote', channel: messenger }]);
    rig.clock += 24 * 3_600_000;
    await rig.says('hours', lena);
    expect(await today(rig, 'wrote')).toHaveLength(1);
  });

  it('how many working minutes they waited for a person’s first answer of the day, and for the next', async () => {
    const { rig } = await begin(messenger);
    await rig.says('person', lena);
    await rig.calm();
    await rig.advance(7);
    await rig.desk.as('maria').says('Good morning, yes', lena);
    await rig.calm();
    await rig.advance(10);
    await rig.says('And what about the brakes, are they fine too', lena);
    await rig.calm();
    await rig.advance(2);
    await rig.desk.as('maria').says('They are', lena);
    await rig.calm();
    const answered = await today(rig, 'answered');
    expect(answered).toHaveLength(2);
    expect(answered.filter(({ what, ...one }) => what === 'answered' && 'first' in one && one.first)).toEqual(
      [{ what: 'answered', minutes: 7, first: true }],
    );
  });

  it('that a person was called, once a day, also while nobody has answered yet', async () => {
    const { rig } = await begin(messenger);
    await rig.says('hours', lena);
    await rig.calm();
    expect(await today(rig, 'called')).toHaveLength(0);
    await rig.says('person', lena);
    await rig.calm();
    await rig.says('Is anybody there, the car rattles', lena);
    await rig.calm();
    expect(await today(rig, 'called')).toEqual([{ what: 'called' }]);
    rig.clock += 24 * 3_600_000;
    await rig.says('Still nothing, what a pity', lena);
    await rig.calm();
    expect(await today(rig, 'called')).toEqual([{ what: 'called' }]);
  });

  it('that they booked, and that the bot did not understand', async () => {
    const { rig } = await begin(messenger);
    await rig.says('menu', lena);
    await rig.calm();
    await bookOil(rig, lena, 'en');
    await rig.calm();
    expect(await today(rig, 'booked')).toEqual([{ what: 'booked', channel: messenger, by: 'customer' }]);
    await rig.says('menu', lena);
    await rig.calm();
    for (const words of ['blorp qwerty zzz', 'zzz blorp again']) {
      await rig.says(words, lena);
      await rig.calm();
    }
    expect(await today(rig, 'missed')).toEqual([{ what: 'missed', language: 'en', topic: 'other' }]);
  });

  it('what they asked in words, and whether that helped', async () => {
    const { rig } = await begin(messenger);
    await rig.says('how much is an oil change', lena);
    await rig.calm();
    expect(await today(rig, 'asked')).toEqual([{ what: 'asked', topics: ['price'], by: 'bot' }]);
    expect(await today(rig, 'unhelped')).toEqual([]);
    await rig.taps(words('en', phrase('questionLabelUnhelped')), lena);
    await rig.calm();
    expect(await today(rig, 'unhelped')).toEqual([{ what: 'unhelped', topic: 'price' }]);
    expect(await today(rig, 'missed')).toEqual([]);
  });

  it('what it was about that was not understood, and none of the words', async () => {
    const { rig, table } = await begin(messenger);
    await rig.says('hello', lena);
    await rig.calm();
    for (const said of missedTwice) {
      await rig.says(said, lena);
      await rig.calm();
    }
    expect(await today(rig, 'missed')).toEqual([{ what: 'missed', language: 'en', topic: 'parking' }]);
    const rows = JSON.stringify(table.items().filter(({ pk }) => String(pk).startsWith('S#')));
    for (const word of ['cousin', 'laughed', lena.first_name]) expect(rows).not.toContain(word);
  });

  it('that they asked for the visit in words', async () => {
    const { rig } = await begin(messenger);
    await rig.says('oil change tomorrow after 11 please', lena);
    await rig.calm();
    await rig.says('Octavia ABC-4821', lena);
    await rig.calm();
    await rig.taps(aTime, lena);
    await rig.taps(words('en', phrase('labelLeave')), lena);
    await rig.calm();
    expect(await today(rig, 'booked')).toEqual([
      { what: 'booked', channel: messenger, by: 'customer', words: true },
    ]);
  });

  it('that a reply was held for its tone, and whether it went out all the same', async () => {
    const { rig } = await begin(messenger);
    await rig.says('person', lena);
    await rig.calm();
    await rig.desk.as('maria').says('Are you stupid? Read what I wrote!', lena);
    await rig.calm();
    expect(await today(rig, 'held')).toEqual([{ what: 'held', sent: false }]);
    await rig.desk.as('maria').taps(either(phrase('relayLabelSend')), lena);
    await rig.calm();
    expect(await today(rig, 'held')).toEqual([{ what: 'held', sent: true }]);
  });

  it('what was sent, each message where it costs something, and nobody’s name, number or address', async () => {
    const { rig, table } = await begin(messenger);
    for (const words of ['hours', 'address', 'menu']) {
      await rig.says(words, lena);
      await rig.calm();
    }
    await bookOil(rig, lena, 'en');
    await rig.calm();
    const rows = await readHappened(rig.table, toWall(rig.clock, station.zone).date);
    const sent = rows.flatMap(({ happened }) => (happened.what === 'sent' ? [happened] : []));
    if (messenger === 'whatsapp') {
      const messages = sent.reduce((sum, one) => sum + one.messages, 0);
      expect(messages).toBe(rig.bubbles(lena).length);
      expect(sent.every(({ times, micros }) => times === 1 && micros > 0)).toBe(true);
    } else expect(sent.every(({ times, micros }) => times === 16 && micros === 0)).toBe(true);
    const kept = JSON.stringify(table.items().filter(({ pk }) => String(pk).startsWith('S#')));
    const key = addressKey(rig.played[messenger].addressOf(lena));
    for (const secret of [lena.first_name, key, String(lena.id)]) expect(kept).not.toContain(secret);
  });
});
