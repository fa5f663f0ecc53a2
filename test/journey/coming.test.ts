import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { bookOil, deskTexts, people, recordsOf } from './people.ts';

const minute = 60_000;

/** Who comes, who comes late, who cannot: as owners write it on the day, in their own language. */
const sayings = {
  en: { late: 'late 10 min', far: 'stuck in traffic, about half an hour late', cant: "can't, maybe friday" },
  ru: { late: 'опаздываю минут на 10', far: 'опаздываю на полчаса', cant: 'не смогу, может в пятницу' },
  uk: { late: 'запізнюся на 10 хвилин', far: 'запізнюся на пів години', cant: 'не зможу, може в п’ятницу' },
  el: { late: 'θα αργήσω 10 λεπτά', far: 'θα αργήσω μισή ώρα', cant: 'δεν μπορώ, ίσως Παρασκευή' },
};

describe.each(['telegram', 'whatsapp'] as const)('before a visit, on %s', (messenger) => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig({ messenger });
  });
  afterEach(() => rig.close());

  describe.each(languages)('an owner who speaks %s', (language) => {
    const person = people[language];
    const visit = async () => {
      const [booked] = (await recordsOf(rig, messenger).customer(person))?.visits ?? [];
      if (!booked) throw new Error('There is no visit');
      return booked;
    };
    const heard = () =>
      rig
        .bubbles(person)
        .map(({ text }) => text)
        .join('\n');

    it('is held for, fitted in, or offered the day that they name; the desk reads it', async () => {
      await rig.command('/start', person);
      await bookOil(rig, person, language);
      const { start, readyBy } = await visit();
      await rig.says(sayings[language].cant, person);
      await rig.settle();
      expect(rig.last(person).buttons.some(({ text }) => /27/.test(text))).toBe(true);
      // Half an hour before.
      rig.clock = start - 30 * minute;
      await rig.says(sayings[language].late, person);
      await rig.settle();
      expect((await visit()).life.coming).toMatchObject({ kind: 'late', until: start + 10 * minute });
      await rig.says(sayings[language].far, person);
      await rig.settle();
      const after = await visit();
      expect(after.life.coming).toMatchObject({ kind: 'late', until: start + 30 * minute });
      expect(after.readyBy).toBeGreaterThanOrEqual(readyBy);
      await rig.taps(words(language, phrase('comingLabelHere')), person);
      await rig.calm();
      expect(heard()).toContain('Octavia …4821');
      expect(deskTexts(rig).some((text) => text.includes('they are here'))).toBe(true);
    });
  });
});
