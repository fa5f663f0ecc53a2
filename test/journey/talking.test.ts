import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import type { PlayedName } from '#test/helpers/played.ts';
import { type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import type { WhatsAppPerson } from '#test/helpers/whatsapp-people.ts';
import { type Records, recordsOf, tapsByTimes } from './people.ts';

const lena: Person = { id: 7000005, first_name: 'Lena', language_code: 'en' };
/** Somebody whose number no messenger tells. */
const shy: WhatsAppPerson = { ...lena, number: null };
const messengers = ['telegram', 'whatsapp'] as const satisfies readonly PlayedName[];
const mapsShown: Readonly<Record<(typeof messengers)[number], (rig: Rig) => number>> = {
  telegram: (rig) => rig.phone.calls.filter(({ method }) => method === 'sendVenue').length,
  whatsapp: ({ played }) =>
    played.whatsapp.graph.bubbles.filter(
      ({ form, buttons }) => form === 'location' || buttons.some(({ url }) => url?.includes('40.6')),
    ).length,
};
const say = (what: Parameters<typeof words>[1]) => words('en', what);

/** What is not a booking: words, photos, a person, language, consent, reminders, and people who come and go. */
describe.each(messengers)('on %s', (messenger) => {
  let rig: Rig;
  let records: Records;
  beforeEach(async () => {
    rig = await startRig({ messenger });
    records = recordsOf(rig, messenger);
  });
  afterEach(() => rig.close());

  /** A messenger that vouches for the number does not let us ask for it. */
  async function skipPhone(): Promise<void> {
    if (rig.last(lena).text.includes(say(phrase('askPhone')))) await rig.says(say(phrase('labelSkip')), lena);
  }

  async function book(person: Person): Promise<void> {
    await rig.command('/book', person);
    await rig.taps(serviceRow('en', 'oil'), person);
    await rig.says('Octavia ABC-4821', person);
    await tapsByTimes(rig, say(phrase('labelOtherDay')), person);
    await rig.taps(/Fri 27/, person);
    await rig.taps(aTime, person);
    await rig.taps(say(phrase('labelLeave')), person);
  }

  describe('words', () => {
    it.each(['person', 'человек', 'людина', 'άνθρωπος'])(
      '"%s" brings a person at once, from any state',
      async (word) => {
        await rig.command('/book', lena);
        await rig.taps(serviceRow('en', 'oil'), lena);
        await rig.says(word, lena);
        expect(rig.last(lena).text).toMatch(/\+302310555010/);
        expect(await records.rows(lena, 'request#')).toHaveLength(1);
        await rig.calm();
        const { messages } = await rig.desk.topicOf(lena);
        expect(messages.some(({ text }) => /Lena\nAsks for a person/.test(text))).toBe(true);
      },
    );

    it('that mean nothing get help once, and a person the second time', async () => {
      await rig.command('/start', lena);
      await rig.says('qwerty asdf', lena);
      await rig.advance(1);
      expect(rig.last(lena).text).toContain(say(phrase('help')));
      await rig.says('zxcvb', lena);
      await rig.advance(1);
      const [request] = await records.rows(lena, 'request#');
      expect(request).toMatchObject({ reason: 'misunderstood', text: 'qwerty asdf\nzxcvb', open: true });
    });

    it('in a burst are answered once, after the last of them', async () => {
      await rig.command('/start', lena);
      const before = rig.bubbles(lena).length;
      for (const line of ['well', 'you see', 'it is like this']) await rig.says(line, lena);
      expect(rig.bubbles(lena).length).toBe(before);
      await rig.advance(1);
      expect(rig.bubbles(lena).length).toBe(before + 1);
    });

    it('"back" and "cancel" work in a booking, and "cancel" gives the held bay back', async () => {
      await rig.command('/book', lena);
      await rig.taps(serviceRow('en', 'oil'), lena);
      await rig.says('Golf', lena);
      await rig.taps(aTime, lena);
      await rig.says('back', lena);
      expect(rig.last(lena).buttons.some(({ text }) => aTime.test(text))).toBe(true);
      await rig.taps(aTime, lena);
      await rig.says('cancel', lena);
      expect(await records.jobsOn('2026-11-23')).toEqual([]);
      expect((await records.conversation(lena)).flow).toBeNull();
    });

    it('decide the language when they are clear, and a choice by hand decides it for good', async () => {
      await rig.command('/start', lena);
      await rig.says('статус', lena);
      await rig.says('Καλησπέρα σας', lena);
      expect((await records.conversation(lena)).language).toBe('el');
      await rig.says('language', lena);
      await rig.taps('English', lena);
      await rig.says('здравствуйте, ещё раз', lena);
      expect((await records.conversation(lena)).language).toBe('en');
    });

    it.each(languages)('address and hours are answered in the middle of a booking (%s)', async (language) => {
      const person = { ...lena, language_code: language };
      await rig.command('/book', person);
      await rig.taps(serviceRow(language, 'oil'), person);
      await rig.says(words(language, phrase('labelAddress')), person);
      expect(mapsShown[messenger](rig)).toBe(1);
      await rig.says('Golf', person);
      expect(rig.last(person).buttons.some(({ text }) => aTime.test(text))).toBe(true);
    });
  });

  describe('photos', () => {
    it('are answered before a tap that comes in between', async () => {
      await rig.command('/menu', lena);
      await rig.post(rig.updates.photo('one', null, lena));
      await rig.settle();
      await rig.taps(say(phrase('labelHours')), lena);
      const shown = rig.bubbles(lena).map(({ text }) => text);
      const said = shown.join('\n');
      expect(said.lastIndexOf('photo')).toBeGreaterThan(0);
      expect(said.endsWith(say(phrase('hours')))).toBe(true);
      await rig.advance(1);
      expect(rig.bubbles(lena)).toHaveLength(shown.length);
    });
  });

  describe('a voice message by itself', () => {
    it('is a request to a person, answered once however many there are', async () => {
      for (const voice of ['one', 'two']) await rig.post(rig.updates.voice(voice, lena));
      await rig.settle();
      await rig.advance(1);
      expect(rig.bubbles(lena)).toHaveLength(1);
      expect(await records.rows(lena, 'request#')).toMatchObject([{ reason: 'file' }]);
    });
  });

  describe('the phone number', () => {
    it('is taken only when it is the sender’s own', async () => {
      await book(shy);
      await rig.post(rig.updates.contactOfAnother('+306900000000', shy));
      await rig.settle();
      expect((await records.customer(shy))?.phone).toBeNull();
      await rig.shares('+306911111111', shy);
      expect(await records.customer(shy)).toMatchObject({ phone: '+306911111111', phoneProven: true });
    });

    it('may be skipped, and is not asked again', async () => {
      await book(shy);
      await rig.says(say(phrase('labelSkip')), shy);
      expect(rig.last(shy).text).toContain(say(phrase('askConsent')));
      await rig.taps(say(phrase('labelConsentAsk')), shy);
      await book(shy).catch(() => undefined);
      expect(rig.bubbles(shy).filter(({ text }) => text.includes(say(phrase('askPhone'))))).toHaveLength(1);
    });
  });

  describe('messages that the bot sends by itself', () => {
    const dayBefore = Date.parse('2026-11-26T16:01:00Z');

    async function pastTheReminder(): Promise<void> {
      rig.clock = dayBefore - 60_000;
      await rig.advance(3);
    }

    it('remind of the visit the evening before, once, when the person agreed', async () => {
      await book(lena);
      await skipPhone();
      await rig.taps(say(phrase('labelConsentYes')), lena);
      const before = rig.bubbles(lena).length;
      await pastTheReminder();
      await rig.advance(10);
      expect(rig.bubbles(lena)).toHaveLength(before + 1);
      expect(rig.last(lena).text).toContain('Octavia …4821');
      await rig.taps(say(phrase('labelComing')), lena);
    });

    it.each([
      ['never answered the question', async (): Promise<void> => undefined],
      [
        'wanted to be told only when asking',
        async (): Promise<void> => rig.taps(say(phrase('labelConsentAsk')), lena),
      ],
      [
        'said yes and later stop',
        async (): Promise<void> => {
          await rig.taps(say(phrase('labelConsentYes')), lena);
          await rig.says('stop', lena);
        },
      ],
    ] as const)('do not reach someone who %s', async (_who, answers) => {
      await book(lena);
      await skipPhone();
      await answers();
      const before = rig.bubbles(lena).length;
      await pastTheReminder();
      expect(rig.bubbles(lena)).toHaveLength(before);
    });

    it('do not remind of a visit that was cancelled', async () => {
      await book(lena);
      await skipPhone();
      await rig.taps(say(phrase('labelConsentYes')), lena);
      await rig.says('status', lena);
      await rig.taps(say(phrase('labelCancelVisit')), lena);
      const before = rig.bubbles(lena).length;
      await pastTheReminder();
      expect(rig.bubbles(lena)).toHaveLength(before);
    });

    it('stop with one word, which one tap takes back', async () => {
      await book(lena);
      await skipPhone();
      await rig.taps(say(phrase('labelConsentYes')), lena);
      await rig.says('стоп', lena);
      expect((await records.customer(lena))?.consents.visit?.given).toBe(false);
      await rig
        .taps(words('ru', phrase('labelUndo')), lena)
        .catch(() => rig.taps(say(phrase('labelUndo')), lena));
      expect((await records.customer(lena))?.consents.visit?.given).toBe(true);
    });
  });

  describe.runIf(messenger === 'telegram')('a link from the counter', () => {
    it('is remembered as where the person came from, once', async () => {
      await rig.command('/start counter_card', lena);
      await rig.command('/start invoice', lena);
      expect((await records.customer(lena))?.source).toBe('counter_card');
    });
  });

  describe('a flood', () => {
    it('of one person gets one "slow down", and nothing is lost', async () => {
      await rig.command('/start', lena);
      const shown = rig.bubbles(lena).length;
      for (let index = 0; index < 60; index += 1) await rig.says('status', lena);
      expect(rig.bubbles(lena).length - shown).toBeLessThanOrEqual(32);
      expect(rig.last(lena).text).toBe(say(phrase('slowDown')));
      expect(await records.messages(lena)).toBe(61);
    });
  });
});
