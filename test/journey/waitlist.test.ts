import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import { type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import { people, recordsOf } from './people.ts';

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

  it('asks one after the other, a quarter of an hour each; one tap books, and nobody else can', async () => {
    await books(anna);
    await waits(lena, 'Corolla XYZ-1111');
    await waits(nikos, 'Yaris XYZ-2222');
    const [visit] = await visits(anna);
    await rig.says('cancel', anna);
    await rig.taps(label(phrase('labelCancelVisit')), anna);
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
    expect(rig.last(lena).text).toContain(label(phrase('slotGone')));
  });

  it('is left in one tap, and then nobody is asked', async () => {
    await books(anna);
    await waits(lena, 'Corolla XYZ-1111');
    await rig.taps(label(phrase('waitlistLabelLeave', { number: 0 })), lena);
    await rig.says('cancel', anna);
    await rig.taps(label(phrase('labelCancelVisit')), anna);
    await rig.advance(20);
    expect(hears(lena)).toBe(false);
  });
});
