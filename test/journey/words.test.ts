import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Visit } from '#shared/domain/customer.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import { type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import { deskTexts, people, type Records, recordsOf } from './people.ts';

/** What people write, from the webhook to what their phone shows, on both messengers: the same visits as by buttons. */

const MONDAY = '2026-11-23';
const byLanguage = (en: string, ru: string, uk: string, el: string): Readonly<Record<Language, string>> => ({
  en,
  ru,
  uk,
  el,
});
const earliest = byLanguage(
  'oil change as soon as possible',
  'поменять масло как можно скорее',
  'замінити оливу якнайшвидше',
  'αλλαγή λαδιών το συντομότερο δυνατό',
);
const afternoon = byLanguage(
  'oil change on monday afternoon',
  'поменять масло в понедельник после обеда',
  'замінити оливу в понеділок після обіду',
  'θέλω λάδια τη Δευτέρα το απόγευμα',
);
const later = byLanguage(
  'make it tuesday morning',
  'лучше во вторник утром',
  'краще у вівторок вранці',
  'καλύτερα Τρίτη πρωί',
);
const parking = byLanguage(
  'where can I park?',
  'где у вас парковка?',
  'де у вас паркування?',
  'πού παρκάρω;',
);
const moves = byLanguage(
  'move it to thursday',
  'перенесите на четверг',
  'перенесіть на четвер',
  'μεταφέρετέ το για Πέμπτη',
);
const traps = byLanguage(
  'I don’t need an oil change on monday at 10',
  'мне не нужно менять масло в понедельник в 10',
  'мені не треба міняти оливу в понеділок о 10',
  'δεν θέλω αλλαγή λαδιών τη Δευτέρα στις 10',
);

describe.each(['telegram', 'whatsapp'] as const)('words on %s', (messenger) => {
  let rig: Rig;
  let records: Records;
  beforeEach(async () => {
    rig = await startRig({ messenger });
    records = recordsOf(rig, messenger);
  });
  afterEach(() => rig.close());

  /** The times that may be tapped now. */
  const times = (person: Person): readonly string[] =>
    rig
      .last(person)
      .buttons.map(({ text }) => text)
      .filter((text) => aTime.test(text));
  const shown = (person: Person): string =>
    rig
      .bubbles(person)
      .map(({ text }) => text)
      .join('\n');
  const visitsOf = async (person: Person): Promise<readonly Visit[]> =>
    (await records.customer(person))?.visits ?? [];
  const dateOf = (at: number | undefined): string => new Date((at ?? 0) + 2 * 3_600_000).toISOString();
  /** Only the clock of a button: its day is written in each language. */
  const clocks = (person: Person) => times(person).map((text) => aTime.exec(text)?.[0]);

  it('for the earliest time show the same two as the buttons do, in every language', async () => {
    const byButtons: Person = { id: 7000021, first_name: 'Maro', language_code: 'en' };
    await rig.command('/start', byButtons);
    await rig.taps(words('en', phrase('labelBook')), byButtons);
    await rig.taps(serviceRow('en', 'oil'), byButtons);
    await rig.says('Octavia ABC-4821', byButtons);
    expect(clocks(byButtons)).toHaveLength(2);
    for (const language of languages) {
      await rig.says(earliest[language], people[language]);
      await rig.says('Octavia ABC-4821', people[language]);
      expect(clocks(people[language]), language).toEqual(clocks(byButtons));
    }
  });

  it('for one part of one day show the same times in every language', async () => {
    const found: (readonly (string | undefined)[])[] = [];
    for (const language of languages) {
      await rig.says(afternoon[language], people[language]);
      await rig.says('Octavia ABC-4821', people[language]);
      found.push(clocks(people[language]));
    }
    expect(found[0]).toHaveLength(2);
    expect(new Set(found.map((one) => one.join())).size).toBe(1);
    expect(found[0]?.every((clock) => clock !== undefined && clock >= '12:00')).toBe(true);
  });

  describe.each(languages)('in %s', (language) => {
    const person = people[language];
    const say = (key: Parameters<typeof words>[1]) => words(language, key);

    it('lead a stranger from one sentence to a booked visit, and what was said is not asked again', async () => {
      await rig.says(afternoon[language], person);
      expect(shown(person)).toContain(say(phrase('met')));
      expect(shown(person)).not.toContain(serviceRow(language, 'align'));
      expect(await visitsOf(person)).toEqual([]);
      await rig.says('Octavia ABC-4821', person);
      await rig.taps(aTime, person);
      expect(await visitsOf(person)).toEqual([]);
      await rig.taps(say(phrase('labelLeave')), person);
      const [visit, ...more] = await visitsOf(person);
      expect(more).toEqual([]);
      expect(visit?.services).toEqual(['oil']);
      expect(dateOf(visit?.start)).toMatch(/^2026-11-23T1[2-9]/);
      expect(rig.bubbles(person).some(({ text }) => text.includes('Octavia …4821'))).toBe(true);
    });

    it('change an answer and ask in between, beside taps, and the booking goes on', async () => {
      await rig.command('/start', person);
      await rig.taps(say(phrase('labelBook')), person);
      await rig.taps(serviceRow(language, 'oil'), person);
      await rig.says('Octavia ABC-4821', person);
      await rig.says(parking[language], person);
      expect((await records.conversation(person)).flow?.name).toBe('book');
      await rig.says(later[language], person);
      await rig.taps(aTime, person);
      await rig.taps(say(phrase('labelLeave')), person);
      const [visit] = await visitsOf(person);
      expect(dateOf(visit?.start)).toMatch(/^2026-11-24T(0|10|11)/);
    });

    it('move a visit to the day that they name, once that is confirmed by a tap', async () => {
      await rig.says(afternoon[language], person);
      await rig.says('Octavia ABC-4821', person);
      await rig.taps(aTime, person);
      await rig.taps(say(phrase('labelLeave')), person);
      const [before] = await visitsOf(person);
      await rig.says(moves[language], person);
      expect(await visitsOf(person)).toEqual([before]);
      await rig.taps(aTime, person);
      await rig.taps(say(phrase('labelYesMove')), person);
      const [after, ...more] = await visitsOf(person);
      expect(more).toEqual([]);
      expect(after?.id).toBe(before?.id);
      expect(dateOf(after?.start)).toMatch(/^2026-11-26/);
    });

    it('that say the contrary book nothing', async () => {
      await rig.command('/start', person);
      await rig.says(traps[language], person);
      await rig.calm();
      expect(await visitsOf(person)).toEqual([]);
      expect((await records.conversation(person)).flow).toBeNull();
      expect(await records.jobsOn(MONDAY)).toEqual([]);
    });

    it('of the greeting and of help are understood as they stand there', () => {
      const quoted = /[“«]([^”»]{12,})[”»]/gu;
      const said = (['greeting', 'help'] as const).flatMap((key) =>
        [...words(language, phrase(key)).matchAll(quoted)].map(([, text]) => text ?? ''),
      );
      const examples = said.filter((text) => /\d|[?;;]$/u.test(text));
      expect(examples.length).toBeGreaterThanOrEqual(3);
      for (const text of examples) expect(understoodOf(text, station), text).not.toBeNull();
    });
  });

  describe('of somebody', () => {
    const person = people.en;

    it('who comes back after days find the booking as it was left', async () => {
      await rig.says('oil change on monday afternoon', person);
      await rig.says('Octavia ABC-4821', person);
      const quiet = rig.bubbles(person).length;
      rig.clock += 9 * 24 * 3_600_000;
      await rig.advance(2);
      expect(rig.bubbles(person)).toHaveLength(quiet);
      await rig.command('/start', person);
      expect(times(person).length).toBeGreaterThanOrEqual(2);
      await rig.taps(aTime, person);
      await rig.taps(words('en', phrase('labelLeave')), person);
      expect(await visitsOf(person)).toMatchObject([{ services: ['oil'] }]);
    });

    it('in three short messages are one sentence', async () => {
      await rig.command('/start', person);
      for (const text of ['hi i need', 'an oil change', 'on monday afternoon']) await rig.says(text, person);
      await rig.calm();
      await rig.says('Octavia ABC-4821', person);
      expect(times(person)).toHaveLength(2);
    });

    it('that were not understood twice call a person, who reads them', async () => {
      await rig.command('/start', person);
      await rig.says('the blue one behaves like my aunt', person);
      await rig.calm();
      await rig.says('you know, as she always did', person);
      await rig.calm();
      expect(deskTexts(rig).join('\n')).toContain('you know, as she always did');
      expect(await records.rows(person, 'request#')).toMatchObject([
        { reason: 'misunderstood', text: 'the blue one behaves like my aunt\nyou know, as she always did' },
      ]);
    });

    it('that hold danger are heard as danger, and book nothing', async () => {
      await rig.command('/start', person);
      await rig.says('brakes failed, book tomorrow 9', person);
      expect(shown(person)).toContain('+302310555010');
      expect(await visitsOf(person)).toEqual([]);
      expect(await records.conversation(person)).toMatchObject({ flow: null, dangerAt: rig.clock });
    });

    it('who wants a visit cancelled: it is shown, and cancelled by the tap', async () => {
      await rig.says('oil change on monday afternoon', person);
      await rig.says('Octavia ABC-4821', person);
      await rig.taps(aTime, person);
      await rig.taps(words('en', phrase('labelLeave')), person);
      await rig.says('I want to cancel my visit on monday', person);
      expect(await visitsOf(person)).toHaveLength(1);
      await rig.taps(words('en', phrase('labelCancelVisit')), person);
      expect(await visitsOf(person)).toEqual([]);
    });
  });
});
