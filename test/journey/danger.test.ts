import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dangerSchema } from '#shared/domain/danger.ts';
import { type Language, languageSchema } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { dangerOf } from '#shared/text/danger.ts';
import { words } from '#test/helpers/labels.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import type { PlayedName } from '#test/helpers/played.ts';
import { type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import { people, type Records, recordsOf } from './people.ts';

/** Whoever says that their car is dangerous is told to stop, before anything else and at any hour, on both messengers. */

const messengers = ['telegram', 'whatsapp'] as const satisfies readonly PlayedName[];
const stationPhone = '+302310555010';
const minute = 60_000;
/** Monday 23 November 2026, 10:00 in Athens, and three in the night after it. */
const monday = Date.parse('2026-11-23T08:00:00Z');
const night = Date.parse('2026-11-24T01:00:00Z');
const { en: lena } = people;

const list = z.array(z.strictObject({ language: languageSchema, kind: dangerSchema, text: z.string() }));
const seen = list.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../text/danger/danger-seen.json'), 'utf8')),
);
const spoken: Readonly<Record<(typeof messengers)[number], readonly Language[]>> = {
  telegram: ['en', 'uk'],
  whatsapp: ['ru', 'el'],
};

describe.each(messengers)('on %s', (messenger) => {
  let rig: Rig;
  let records: Records;
  beforeEach(async () => {
    rig = await startRig({ messenger, table: memoryTable() });
    rig.clock = monday;
    records = recordsOf(rig, messenger);
  });
  afterEach(() => rig.close());

  const said = (person: Person = lena) => rig.bubbles(person).map(({ text }) => text);
  const stops = () => said().filter((text) => /do not drive|Please stop/i.test(text)).length;
  /** How many times the managers were named; messages that come at once share a bubble. */
  const alerts = () =>
    rig.desk
      .general()
      .messages.flatMap(
        ({ text }) => text.match(/(?:Maria|Μαρία).*(?:NOT SAFE TO DRIVE|επικίνδυνο να κινηθεί)/g) ?? [],
      ).length;
  const asksForPlace = (person: Person) =>
    messenger === 'telegram'
      ? rig.phone.calls.some(
          ({ body }) =>
            body.chat_id === person.id &&
            JSON.stringify(body.reply_markup ?? {}).includes('request_location'),
        )
      : rig.played.whatsapp
          .bubbles(person)
          .some((one) => 'form' in one && one.form === 'location_request_message');
  const isHere = async (person: Person = lena) => {
    await rig.brings(rig.updates.location(40.64, 22.94, person));
    await rig.settle();
  };

  it.each(spoken[messenger])(
    'the first words of a stranger (%s) get the stop-driving text first',
    async (language) => {
      const told = seen.filter((one) => one.language === language);
      const strangers = told.map((one, index) => ({
        ...one,
        person: { ...people[language], id: 7_100_000 + index },
      }));
      for (const { text, person } of strangers) await rig.says(text, person);
      await rig.calm(20);
      for (const { text, person } of strangers) {
        expect(
          said(person).findIndex((one) => one.includes(stationPhone)),
          text,
        ).toBe(0);
        expect(asksForPlace(person), text).toBe(true);
        expect(await rig.desk.caseOf(person), text).toMatchObject({
          baton: 'waiting',
          danger: { kind: dangerOf(text) },
        });
      }
      expect(alerts()).toBe(strangers.length);
    },
  );

  it('an ordinary question gets none of it', async () => {
    await rig.says('brakes squeak a bit in the morning, when can I come?', lena);
    await rig.calm(2);
    expect(stops()).toBe(0);
    expect(asksForPlace(lena)).toBe(false);
    expect(alerts()).toBe(0);
  });

  it('at night all are alerted as by day, and the place is passed on at once', async () => {
    rig.clock = night;
    await rig.says('the oil pressure light came on red', lena);
    await rig.calm(2);
    expect([stops(), alerts()]).toEqual([1, 1]);
    await isHere();
    await rig.calm(2);
    expect(said().at(-1)).toContain(stationPhone);
    const topic = (await rig.desk.topicOf(lena)).messages;
    expect(topic.some(({ text }) => text.includes(words('en', phrase('reportPlaceLine'))))).toBe(true);
  });

  it('is heard at every step of a booking, which waits beneath', async () => {
    await rig.command('/book', lena);
    await rig.taps(/Oil/, lena);
    await rig.says('I smell petrol inside the car', lena);
    expect(stops()).toBe(1);
    expect((await records.conversation(lena)).flow?.name).toBe('book');
  });

  it('a call back can be asked for with one tap', async () => {
    await rig.says('smoke from under the hood', lena);
    await rig.taps(words('en', phrase('caseLabelCallMe')), lena);
    await rig.calm(2);
    expect(await rig.desk.caseOf(lena)).toMatchObject({ danger: { kind: 'smoke' } });
    expect(said().length).toBeGreaterThan(1);
  });

  it('while a person has the talk it is said by the bot all the same, and reaches the topic', async () => {
    await rig.says('person', lena);
    await rig.calm(1);
    await rig.desk.as('maria').says('Hello, how can we help?', lena);
    await rig.says('the brake pedal goes to the floor', lena);
    await rig.calm(1);
    expect([stops(), alerts()]).toEqual([1, 1]);
    expect(await rig.desk.caseOf(lena)).toMatchObject({ baton: 'person', danger: { kind: 'brakes' } });
  });

  it('the same message brought three times is one alert', async () => {
    const body = rig.updates.text('engine is overheating, what do I do', lena);
    for (let time = 0; time < 3; time += 1) await rig.brings(body);
    await rig.settle();
    await rig.calm(2);
    expect([stops(), alerts()]).toEqual([1, 1]);
  });

  it('more about the same within a quarter of an hour is passed on without another word to them', async () => {
    await rig.says('red oil light is on', lena);
    rig.clock += 3 * minute;
    await rig.says('the oil light is still red', lena);
    await rig.calm(2);
    expect([stops(), alerts()]).toEqual([1, 1]);
    const topic = (await rig.desk.topicOf(lena)).messages.map(({ text }) => text);
    expect(topic.some((text) => text.includes('still red'))).toBe(true);
  });
});

describe('on telegram', () => {
  it('words that become dangerous by a correction are heard', async () => {
    const rig = await startRig({ messenger: 'telegram', table: memoryTable() });
    rig.clock = monday;
    const { updates } = rig.played.telegram;
    const first = updates.text('my brakes', lena);
    await rig.brings(first);
    await rig.settle();
    await rig.brings(updates.edited('my brakes do not work', updates.idOf(first), lena));
    await rig.settle();
    expect(rig.bubbles(lena).some(({ text }) => text.includes(stationPhone))).toBe(true);
    await rig.close();
  });

  it('words under a photo are heard as any others, and the photo is kept with the report', async () => {
    const rig = await startRig({ messenger: 'telegram', table: memoryTable() });
    rig.clock = monday;
    const photo = z.looseObject({ message: z.looseObject({}) }).parse(rig.updates.photo('wheel', null, lena));
    const caption = 'the wheel is coming off, two nuts are missing';
    await rig.brings({ ...photo, message: { ...photo.message, caption } });
    await rig.calm(2);
    expect(rig.bubbles(lena)[0]?.text).toContain(stationPhone);
    expect(await recordsOf(rig, 'telegram').rows(lena, 'report#')).toMatchObject([
      { danger: 'wheel', photos: 1 },
    ]);
    await rig.close();
  });
});
