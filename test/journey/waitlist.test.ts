import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import { type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import { deskTexts, people, recordsOf } from './people.ts';

const anna: Person = { id: 7000021, first_name: 'Anna', language_code: 'en' };
const { en: lena } = people;
const nikos: Person = { id: 7000022, first_name: 'Nikos', language_code: 'en' };

const label = (key: Parameters<typeof words>[1]) => words('en', key);
const offered = 'A time is free that you were waiting for';

/** Tyres have one bay, so a time that is taken is nobody else's: who wants it waits, and is asked when it is free. */
describe.each(['telegram', 'whatsapp'] as const)('the waiting list on %s', (messenger) => {
  let rig: Rig;

  beforeEach(async () => {
    rig = await startRig({ messenger });
    // Saturday, 21 November, 15:00 in Athens: closed, and the first time is on Monday.
    rig.clock = Date.parse('2026-11-21T13:00:00Z');
  });
  afterEach(() => rig.close());

  async function tyres(person: Person, car: string): Promise<void> {
    await rig.says('hello', person);
    await rig.command('/book', person);
    await rig.taps(label(phrase('labelMoreWork')), person);
    await rig.taps(serviceRow('en', 'tyres'), person);
    await rig.says(car, person);
  }

  async function books(person: Person): Promise<void> {
    await tyres(person, 'Golf ABC-1234');
    await rig.taps(aTime, person);
    await rig.taps(label(phrase('labelWait')), person);
    await rig.settle();
  }

  async function waits(person: Person, car: string): Promise<void> {
    await tyres(person, car);
    await rig.taps(label(phrase('labelMoreTimes')), person);
    await rig.taps(label(phrase('waitlistLabelJoin')), person);
    await rig.settle();
    expect(rig.last(person).text).toContain('You are on the waiting list');
  }

  const hears = (person: Person) => rig.bubbles(person).some(({ text }) => text.includes(offered));
  const visits = async (person: Person) => (await recordsOf(rig, messenger).customer(person))?.visits ?? [];

  async function cancels(person: Person): Promise<void> {
    await rig.says('cancel', person);
    await rig.taps(label(phrase('labelCancelVisit')), person);
  }

  it('asks one after the other, a quarter of an hour each; one tap books, and nobody else can', async () => {
    await books(anna);
    await waits(lena, 'Corolla XYZ-1111');
    await waits(nikos, 'Yaris XYZ-2222');
    const [visit] = await visits(anna);
    await cancels(anna);
    await rig.advance(2);
    expect([hears(lena), hears(nikos)]).toEqual([true, false]);
    await rig.advance(17);
    expect(hears(nikos)).toBe(true);
    await rig.taps(label(phrase('waitlistLabelBook')), nikos);
    await rig.settle();
    expect(await visits(nikos)).toMatchObject([{ start: visit?.start, services: ['tyres'] }]);
    await rig.taps(label(phrase('waitlistLabelBook')), lena);
    await rig.settle();
    expect(await visits(lena)).toEqual([]);
    // The old button: that time is gone, and what is free instead stands below.
    expect(rig.last(lena).text).toContain(label(phrase('slotGone')));
    expect(rig.last(lena).buttons.some(({ text }) => aTime.test(text))).toBe(true);
  });

  it('asks nobody who sleeps: the night is over first; that they asked to wait is all the consent it takes', async () => {
    await books(anna);
    await waits(lena, 'Corolla XYZ-1111');
    expect((await recordsOf(rig, messenger).customer(lena))?.consents).toEqual({});
    rig.clock = Date.parse('2026-11-21T21:00:00Z');
    await cancels(anna);
    await rig.advance(60);
    expect(hears(lena)).toBe(false);
    rig.clock = Date.parse('2026-11-22T08:00:00Z');
    await rig.advance(3);
    expect(hears(lena)).toBe(true);
  });

  it('asks nobody who booked otherwise meanwhile', async () => {
    await books(anna);
    await waits(lena, 'Corolla XYZ-1111');
    await waits(nikos, 'Yaris XYZ-2222');
    await rig.command('/book', lena);
    await rig.taps(aTime, lena);
    await rig.taps(label(phrase('labelWait')), lena);
    await rig.settle();
    expect(await visits(lena)).toHaveLength(1);
    await cancels(anna);
    await rig.advance(3);
    expect([hears(lena), hears(nikos)]).toEqual([false, true]);
  });

  it('is left in words too', async () => {
    await books(anna);
    await waits(lena, 'Corolla XYZ-1111');
    await rig.says('please take me off the waiting list', lena);
    await rig.taps(label(phrase('waitlistLabelLeave', { number: 0 })), lena);
    expect(rig.last(lena).text).toContain('You are off the waiting list');
    await cancels(anna);
    await rig.advance(20);
    expect(hears(lena)).toBe(false);
  });

  it('passes on what they write, and says who has it', async () => {
    await books(anna);
    await waits(lena, 'Corolla XYZ-1111');
    await rig.says('a morning would suit me best', lena);
    await rig.calm();
    expect(rig.last(lena).text).toMatch(/Maria|Eleni|Nikos|advisor/i);
    expect(deskTexts(rig).some((text) => text.includes('a morning would suit me best'))).toBe(true);
  });

  it('is left in one tap, and then nobody is asked', async () => {
    await books(anna);
    await waits(lena, 'Corolla XYZ-1111');
    await rig.taps(label(phrase('waitlistLabelLeave', { number: 0 })), lena);
    await cancels(anna);
    await rig.advance(20);
    expect(hears(lena)).toBe(false);
  });
});
