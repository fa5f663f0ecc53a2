import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { either, lena, mondayTen } from './desk-talk.ts';
import { recordsOf } from './people.ts';

/** One owner, two cars, both with us on the same day: nothing that is said of one is ever of the other. */

const minute = 60_000;
const cars = { octavia: 'Octavia …4821', fabia: 'Fabia …9988' } as const;

describe.each(['telegram', 'whatsapp'] as const)('an owner on %s with two cars', (messenger) => {
  let rig: Rig;
  const types = async (text: string) => {
    const before = rig.bubbles(lena).length;
    await rig.desk.as('maria').says(text, lena);
    await rig.calm();
    return rig
      .bubbles(lena)
      .slice(before)
      .map(({ text: said }) => said);
  };
  const taps = async (label: RegExp) => {
    await rig.desk.as('maria').taps(label, lena);
    await rig.calm();
  };
  const visitOf = async (car: string) =>
    (await recordsOf(rig, messenger).customer(lena))?.visits.find(({ vehicle }) => vehicle.short === car);
  const stageOf = async (car: string) => (await visitOf(car))?.life.stage;
  const to = (stage: Stage) => either(phrase('stageLabelTo', { stage }));
  const shows = async (car: string) => {
    const start = (await visitOf(car))?.start ?? 0;
    await types('/status');
    await taps(either(phrase('labelVisit', { start, car })));
  };
  const asks = async () => {
    await rig.says('status', lena);
    await rig.calm();
    const { text, buttons } = rig.last(lena);
    return [text, ...buttons.map((button) => button.text)].join('\n');
  };

  beforeEach(async () => {
    rig = await startRig({ messenger, table: memoryTable() });
    rig.clock = mondayTen;
    await rig.says('Hello', lena);
    await rig.calm();
    await types('/book oil 12:15 car Octavia ABC-4821');
    await taps(either(phrase('diaryLabelLeaves')));
    await types('/book oil 14:30 car Fabia XYZ-9988');
    await taps(either(phrase('diaryLabelLeaves')));
  });
  afterEach(() => rig.close());

  it('is told of each by its name, from the booking to the keys', async () => {
    expect(await stageOf(cars.octavia)).toBe('booked');
    expect(await stageOf(cars.fabia)).toBe('booked');
    rig.clock = ((await visitOf(cars.octavia))?.start ?? 0) + minute;
    // Two are expected: it is asked which, and neither is taken for the other.
    await types('/arrived 84210');
    expect([await stageOf(cars.octavia), await stageOf(cars.fabia)]).toEqual(['booked', 'booked']);
    await taps(
      either(phrase('labelVisit', { start: (await visitOf(cars.octavia))?.start ?? 0, car: cars.octavia })),
    );
    await taps(to('arrived'));
    expect([await stageOf(cars.octavia), await stageOf(cars.fabia)]).toEqual(['arrived', 'booked']);
    await types('/status working');
    // One is here and one is to come: who arrives now is the other one.
    await types('/arrived 51000');
    expect([await stageOf(cars.octavia), await stageOf(cars.fabia)]).toEqual(['working', 'arrived']);
    expect((await visitOf(cars.fabia))?.life.intake?.mileage).toBe(51_000);
    expect((await visitOf(cars.octavia))?.life.intake?.mileage ?? null).toBeNull();
    // A button of WhatsApp is cut after twenty letters.
    const both = await asks();
    for (const name of ['Oc', 'Fa']) expect(both).toContain(name);
    // A promise without a car asks which; the other one's stands.
    const promises = async () => [
      (await visitOf(cars.octavia))?.readyBy,
      (await visitOf(cars.fabia))?.readyBy,
    ];
    const promised = await promises();
    await types('/promise tomorrow 12:00 parts');
    expect(await promises()).toEqual(promised);
    await shows(cars.octavia);
    await taps(to('ready'));
    expect([await stageOf(cars.octavia), await stageOf(cars.fabia)]).toEqual(['ready', 'arrived']);
    await shows(cars.octavia);
    await taps(to('handedBack'));
    expect(await visitOf(cars.octavia)).toBeUndefined();
    expect(await stageOf(cars.fabia)).toBe('arrived');
    const one = await asks();
    expect(one).toContain(cars.fabia);
    expect(one).not.toContain(`${cars.octavia}: ready`);
  });
});
