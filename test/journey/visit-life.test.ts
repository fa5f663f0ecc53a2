import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import { words } from '#test/helpers/labels.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { bookOil, people, recordsOf } from './people.ts';

const { en: lena } = people;
const minute = 60_000;
const hour = 60 * minute;

describe.each(['telegram', 'whatsapp'] as const)(
  'a visit from the booking to the keys, on %s',
  (messenger) => {
    let rig: Rig;
    const customer = async () => {
      const found = await recordsOf(rig, messenger).customer(lena);
      if (!found) throw new Error('Lena is not known');
      return found;
    };
    const stage = async () => (await customer()).visits[0]?.life.stage;
    const texts = () => rig.bubbles(lena).map(({ text }) => text);
    const says = async (text: string) => {
      await rig.desk.as('eleni').says(text, lena);
      await rig.calm();
    };
    const asks = async () => {
      await rig.says('status', lena);
      await rig.settle();
      return rig.last(lena).text;
    };
    const at = async (iso: string) => {
      await rig.advance((Date.parse(iso) - rig.clock) / 60_000);
      await rig.calm();
    };
    const label = (to: Stage) => words('el', phrase('stageLabelTo', { stage: to }));

    beforeEach(async () => {
      rig = await startRig({ messenger });
      // Monday, 23 November, 10:00 in Athens: the desk is open.
      rig.clock = Date.parse('2026-11-23T08:00:00Z');
      await rig.says('Good day', lena);
      await rig.calm();
      await bookOil(rig, lena, 'en');
      if (messenger === 'telegram') await rig.says(words('en', phrase('labelSkip')), lena);
      await rig.taps(words('en', phrase('labelConsentYes')), lena);
      await rig.calm();
      const [visit] = (await customer()).visits;
      if (!visit) throw new Error('Nothing is booked');
      await at(new Date(visit.start + 6 * minute).toISOString());
    });
    afterEach(() => rig.close());

    it('tells where the car is at every stage, and at any hour', { timeout: 120_000 }, async () => {
      expect(await asks()).toContain('Your visit');
      await says('/arrived 84210 1/2');
      expect(await stage()).toBe('arrived');
      expect(texts().some((text) => text.includes('84,210 km, fuel ½'))).toBe(true);

      await says('/status checking');
      expect(await asks()).toContain('with our technicians since');
      const before = texts().length;
      await says('/status parts');
      expect(texts().length).toBe(before);
      await at(new Date(rig.clock + 11 * minute).toISOString());
      expect(texts().at(-1)).toContain('waiting for a part since');

      await says('/status working');
      const night = new Date(rig.clock).toISOString().slice(0, 10);
      await at(`${night}T21:00:00.000Z`);
      const answer = await asks();
      expect(answer).toContain('being worked on since');
      expect(answer).not.toContain('Eleni');
      expect((await rig.desk.caseOf(lena))?.waitingSince ?? null).toBeNull();

      await at(new Date(rig.clock + 12 * hour).toISOString());
      await says('/ready');
      expect(texts().at(-1)).toContain('ready to be collected since');
      await rig.taps(words('en', phrase('stageLabelCollect')), lena);
      await rig.calm();
      const collects = phrase('stageCollects', { car: 'Octavia …4821' });
      const seen = (await rig.desk.topicOf(lena)).messages.map(({ text }) => text).join('\n');
      expect((['en', 'el'] as const).some((language) => seen.includes(words(language, collects)))).toBe(true);

      await at(new Date(rig.clock + 22 * hour).toISOString());
      await says('/status');
      await rig.desk.as('eleni').taps(label('handedBack'), lena);
      await rig.calm();
      expect(await stage()).toBeUndefined();
      expect((await customer()).past).toMatchObject([{ stage: 'handedBack' }]);
      expect(texts().at(-1)).toContain('handed back');
      expect(await asks()).toContain('handed back');
    });

    it('takes an answer to the card for what the advisor saw of the car, and sends it to nobody', {
      timeout: 60_000,
    }, async () => {
      await says('/status');
      await rig.desk.as('eleni').taps(label('arrived'), lena);
      await rig.calm();
      const card = (await rig.desk.topicOf(lena)).messages.findLast(({ buttons }) =>
        buttons.some(({ text }) => text === words('el', phrase('stageLabelFuel', { fuel: 4 }))),
      );
      const before = texts();
      await rig.desk.as('eleni').says('84210 1/2', lena, { replyTo: card?.id ?? 0 });
      await rig.calm();
      expect(texts()).toEqual(before);
      expect((await customer()).visits[0]?.life.intake).toMatchObject({ mileage: 84_210, fuel: 4 });
    });

    it('changes what the owner has on their screen where that can be, without a message', {
      timeout: 60_000,
    }, async () => {
      await says('/arrived 84210 1/2');
      const count = texts().length;
      await says('/status working');
      expect(texts().length).toBe(count);
      const shown = texts().findLast((text) => text.includes('Octavia …4821:'));
      expect(shown).toContain(messenger === 'telegram' ? 'being worked on since' : 'with us since');
    });

    it('stands at the top of the chat as long as the car is there, once and without a sound', {
      timeout: 60_000,
    }, async () => {
      const pinned = () => rig.bubbles(lena).filter((one) => one.pinned);
      expect(pinned()).toHaveLength(0);
      await says('/arrived 84210 1/2');
      await at(new Date(rig.clock + 11 * minute).toISOString());
      await says('/status checking');
      await asks();
      await says('/status working');
      const shown = pinned().map(({ text }) => text);
      expect(shown).toEqual(messenger === 'telegram' ? [expect.stringContaining('being worked on')] : []);
      await at(new Date(rig.clock + 11 * minute).toISOString());
      await says('/ready');
      await says('/status');
      await rig.desk.as('eleni').taps(label('handedBack'), lena);
      await rig.calm();
      expect(pinned()).toHaveLength(0);
    });

    it('changes with the owner’s own answer and with a time that moved, not only with what an advisor taps', {
      timeout: 60_000,
    }, async () => {
      const live = () => rig.bubbles(lena).find((one) => one.pinned)?.text ?? null;
      await says('/arrived 84210 1/2');
      await says('/status working');
      await says('/estimate\nfront brake pads 120');
      await rig.desk.as('eleni').taps(words('el', phrase('orderLabelSend')), lena);
      await rig.calm();
      expect(await stage()).toBe('answer');
      if (messenger === 'telegram') expect(live()).toContain('waiting for your answer');
      await rig.taps(words('en', phrase('estimateLabelAll')), lena);
      await rig.calm();
      expect(await stage()).toBe('checking');
      if (messenger === 'telegram') expect(live()).toContain('work for 120 € is agreed');
      else expect(live()).toBeNull();
      const before = live();
      await says('/promise 17:15 parts');
      if (messenger === 'telegram') {
        expect(live()).not.toBe(before);
        expect(live()).toContain('17:15');
      }
    });
  },
);
