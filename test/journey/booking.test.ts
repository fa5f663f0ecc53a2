import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Visit } from '#shared/domain/customer.ts';
import { languages } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import type { PlayedName } from '#test/helpers/played.ts';
import { names, type Person, publicUrl, type Rig, startRig } from '#test/helpers/rig.ts';
import { bookOil, people, type Records, recordsOf, tapsByTimes } from './people.ts';

/** Where the messengers differ: how the calendar file comes, and how a phone sees that its tap arrived. */
const forms: Readonly<
  Record<PlayedName, { calendars(rig: Rig, person: Person): number; noticed(rig: Rig): number }>
> = {
  telegram: {
    calendars: (rig) => rig.phone.calls.filter(({ method }) => method === 'sendDocument').length,
    noticed: (rig) => rig.phone.calls.filter(({ method }) => method === 'answerCallbackQuery').length,
  },
  whatsapp: {
    calendars: linksToCalendars,
    noticed: ({ played }) => played.whatsapp.graph.calls.filter(({ body }) => body.status === 'read').length,
  },
  toy: { calendars: linksToCalendars, noticed: ({ played }) => played.toy.seen.length },
};

function linksToCalendars(rig: Rig, person: Person): number {
  const file = new RegExp(`^${publicUrl}/c/[\\w-]{22}\\.ics$`);
  const links = rig.bubbles(person).flatMap(({ buttons }) => buttons.flatMap(({ url }) => url ?? []));
  return links.filter((url) => file.test(url)).length;
}

/** From the first tap to a booked, moved and cancelled visit, as a car owner lives it: the same on every messenger. */
describe.each(names)('on %s', (messenger) => {
  let rig: Rig;
  let records: Records;
  beforeEach(async () => {
    rig = await startRig({ messenger });
    records = recordsOf(rig, messenger);
  });
  afterEach(() => rig.close());

  async function visitsOf(person: Person): Promise<readonly Visit[]> {
    return (await records.customer(person))?.visits ?? [];
  }

  describe.each(languages)('a car owner who speaks %s', (language) => {
    const person = people[language];
    const say = (key: Parameters<typeof words>[1]) => words(language, key);

    it('books in five steps, gets recap, map and calendar file, moves the visit, cancels it and takes that back', async () => {
      await rig.command('/start', person);
      const noticed = forms[messenger].noticed(rig);
      await bookOil(rig, person, language);
      expect(forms[messenger].noticed(rig)).toBeGreaterThanOrEqual(noticed + 4);
      const texts = rig.bubbles(person).map(({ text }) => text);
      const recap = texts.find((text) => text.includes('08:30') && text.includes('Octavia …4821'));
      expect(recap).toBeDefined();
      const links = rig.bubbles(person).flatMap(({ buttons }) => buttons.flatMap(({ url }) => url ?? []));
      expect(links.filter((url) => url.includes('40.6'))).toHaveLength(1);
      expect(forms[messenger].calendars(rig, person)).toBe(1);

      await rig.taps(say(phrase('labelMove')), person);
      await rig.taps(aTime, person);
      await rig.taps(say(phrase('labelYesMove')), person);
      const [moved, ...more] = await visitsOf(person);
      expect(more).toEqual([]);
      expect(moved).toMatchObject({ sequence: 2 });

      await rig.taps(say(phrase('labelCancelVisit')), person);
      expect(await visitsOf(person)).toEqual([]);
      expect(await records.jobsOn('2026-11-23')).toEqual([]);

      await rig.taps(say(phrase('labelUndo')), person);
      expect(await visitsOf(person)).toMatchObject([{ start: moved?.start }]);
    });

    it('is answered in that language from the first word on', async () => {
      await rig.command('/start', person);
      const shown = rig.bubbles(person).map(({ text }) => text);
      expect(shown.join('\n')).toContain(say(phrase('greeting')).split('\n')[0]);
    });
  });

  describe('a booking', () => {
    const person = people.en;
    const say = (key: Parameters<typeof words>[1]) => words('en', key);

    it('takes a known owner four taps with "same as last time"', async () => {
      await rig.command('/start', person);
      await bookOil(rig, person, 'en');
      rig.clock += 4 * 24 * 3_600_000;
      const taps: string[] = [];
      const tap = async (label: string | RegExp) => {
        taps.push(String(label));
        await rig.taps(label, person);
      };
      await rig.command('/menu', person);
      await tap(say(phrase('labelBook')));
      await tap(say(phrase('labelSameAsLast', { services: ['oil'] })));
      await tap(aTime);
      await tap(say(phrase('labelWait')));
      expect(taps).toHaveLength(4);
      expect(await visitsOf(person)).toMatchObject([{ stay: 'wait' }]);
    });

    it('for a car that was typed before is for that car, not for a second one', async () => {
      await rig.command('/start', person);
      await bookOil(rig, person, 'en');
      await rig.command('/book', person);
      await rig.taps(say(phrase('labelOtherCar')), person);
      await rig.taps(say(phrase('labelNewCar')), person);
      await rig.says('octavia abc-4821', person);
      await rig.taps(serviceRow('en', 'pads'), person);
      await rig.taps(aTime, person);
      await rig.taps(say(phrase('labelLeave')), person);
      expect(await visitsOf(person)).toHaveLength(2);
      expect((await records.customer(person))?.vehicles).toHaveLength(1);
    });

    it('of several services in one visit is one booking', async () => {
      await rig.command('/start', person);
      await rig.taps(say(phrase('labelBook')), person);
      await rig.taps(serviceRow('en', 'oil'), person);
      await rig.says('Corolla 2012', person);
      await tapsByTimes(rig, say(phrase('labelAddWork')), person);
      await rig.taps(serviceRow('en', 'pads'), person);
      await rig.taps(aTime, person);
      await rig.taps(say(phrase('labelLeave')), person);
      expect(await visitsOf(person)).toMatchObject([{ services: ['oil', 'pads'] }]);
    });

    it('left at any step is kept for days, and a lost time is replaced by two new ones', async () => {
      await rig.command('/start', person);
      await rig.taps(say(phrase('labelBook')), person);
      await rig.taps(serviceRow('en', 'annual'), person);
      await rig.says('Corolla 2012', person);
      await rig.taps(aTime, person);
      const quiet = rig.bubbles(person).length;
      rig.clock += 9 * 24 * 3_600_000;
      await rig.advance(2);
      expect(rig.bubbles(person)).toHaveLength(quiet);
      await rig.command('/start', person);
      expect(rig.last(person).text).toContain('Corolla');
      expect(rig.last(person).buttons.filter((one) => aTime.test(one.text))).toHaveLength(2);
      await rig.taps(aTime, person);
      await rig.taps(say(phrase('labelLeave')), person);
      expect(await visitsOf(person)).toHaveLength(1);
    });

    it('whose hold ran out is booked all the same while the time is free', async () => {
      await rig.command('/start', person);
      await rig.taps(say(phrase('labelBook')), person);
      await rig.taps(serviceRow('en', 'oil'), person);
      await rig.says('Corolla 2012', person);
      await rig.taps(aTime, person);
      rig.clock += 11 * 60_000;
      await rig.taps(say(phrase('labelWait')), person);
      expect(await visitsOf(person)).toHaveLength(1);
    });

    it('whose hold ran out and went to somebody else is offered the nearest times, with the answers kept', async () => {
      const other = people.el;
      await rig.command('/start', person);
      await rig.taps(say(phrase('labelBook')), person);
      await rig.taps(serviceRow('en', 'align'), person);
      await rig.says('Corolla 2012', person);
      await rig.taps(aTime, person);
      rig.clock += 11 * 60_000;
      await rig.command('/start', other);
      await rig.taps(words('el', phrase('labelBook')), other);
      await rig.taps(words('el', phrase('labelMoreWork')), other).catch(() => undefined);
      await rig.taps(serviceRow('el', 'align'), other);
      await rig.says('Golf', other);
      await rig.taps(aTime, other);
      await rig.taps(words('el', phrase('labelWait')), other);
      await rig.taps(say(phrase('labelWait')), person);
      const shown = rig.bubbles(person).map(({ text }) => text);
      expect(shown.some((text) => text.includes(say(phrase('slotGone'))))).toBe(true);
      expect(rig.last(person).buttons.filter((one) => aTime.test(one.text))).toHaveLength(2);
      expect(await visitsOf(person)).toEqual([]);
    });

    it('cannot be made without end: the third open one is the last, then a person helps', async () => {
      await rig.command('/start', person);
      await bookOil(rig, person, 'en');
      for (let more = 0; more < 2; more += 1) {
        await rig.command('/book', person);
        await rig.taps(serviceRow('en', 'oil'), person);
        await rig.taps(aTime, person);
        await rig.taps(say(phrase('labelLeave')), person);
      }
      expect(await visitsOf(person)).toHaveLength(3);
      await rig.command('/book', person);
      expect(rig.last(person).buttons).toEqual([]);
      expect(await visitsOf(person)).toHaveLength(3);
    });

    it('is changed by a person when it is too late to do so in the chat', async () => {
      await rig.command('/start', person);
      await bookOil(rig, person, 'en');
      rig.clock = Date.parse('2026-11-23T04:00:00Z');
      await rig.says('status', person);
      await rig.taps(say(phrase('labelCancelVisit')), person);
      expect(rig.last(person).text).toContain('+302310555010');
      expect(await visitsOf(person)).toHaveLength(1);
    });

    it('never breaks through old buttons: each gets an answer', async () => {
      await rig.command('/start', person);
      await bookOil(rig, person, 'en');
      const old = [...new Set(rig.played[messenger].everyButton(person))];
      expect(old.length).toBeGreaterThan(12);
      const bubble = rig.last(person);
      for (const data of old) {
        const noticed = forms[messenger].noticed(rig);
        // Two taps on the same button within a minute would be one.
        rig.clock += 61_000;
        expect(await rig.post(rig.updates.tap(bubble, data, person))).toBe(200);
        await rig.settle();
        expect(forms[messenger].noticed(rig)).toBeGreaterThan(noticed);
      }
    });

    it('keeps in the ledger what was agreed, change by change', async () => {
      await rig.command('/start', person);
      await bookOil(rig, person, 'en');
      await rig.taps(say(phrase('labelMove')), person);
      await rig.taps(aTime, person);
      await rig.taps(say(phrase('labelYesMove')), person);
      await rig.taps(say(phrase('labelCancelVisit')), person);
      const agreements = await records.rows(person, 'visit#');
      expect(agreements.map(({ agreed }) => agreed)).toEqual(['booked', 'moved', 'cancelled']);
    });
  });
});
