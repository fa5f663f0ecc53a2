import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import type { PlayedName } from '#test/helpers/played.ts';
import { type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import { type Records, recordsOf } from './people.ts';

const lena: Person = { id: 7000005, first_name: 'Lena', language_code: 'en' };
const messengers = ['telegram', 'whatsapp'] as const satisfies readonly PlayedName[];
const say = (what: Parameters<typeof words>[1]) => words('en', what);
const second = 1_000;
const minute = 60 * second;
/** Monday 23 November 2026, 10:00 in Athens. */
const monday = Date.parse('2026-11-23T08:00:00Z');

/** A defect, from the first photo to the recap, on both messengers. */
describe.each(messengers)('on %s', (messenger) => {
  let rig: Rig;
  let records: Records;
  beforeEach(async () => {
    rig = await startRig({ messenger });
    rig.clock = monday;
    records = recordsOf(rig, messenger);
  });
  afterEach(() => rig.close());

  const photo = async (file: string, album: string | null = null) => {
    await rig.brings(rig.updates.photo(file, album, lena));
    await rig.settle();
  };
  const quiet = async () => {
    await rig.calm(2);
    await rig.settle();
  };
  const said = () => rig.bubbles(lena).map(({ text }) => text);
  /** The question whether we may write by ourselves comes below it. */
  const recap = () => rig.bubbles(lena).findLast(({ text }) => /Case \w+:/.test(text)) ?? rig.last(lena);
  const reports = () => records.rows(lena, 'report#');
  const topic = async () => (await rig.desk.topicOf(lena)).messages.map(({ text }) => text);
  const tapsKind = (kind: 'noise' | 'lamp' | 'body' | 'part' | 'tyre') =>
    rig.taps(say(phrase('reportLabelKind', { kind })), lena);
  const skip = () => rig.taps(say(phrase('labelSkip')), lena);
  const wait = async (ms: number) => {
    rig.clock += ms;
    await rig.settle();
  };

  describe('a stranger’s first message', () => {
    it('is one photo: one reply within three seconds names it and asks one thing', async () => {
      await photo('one');
      const before = rig.clock;
      while (said().length === 0) await wait(500);
      expect(rig.clock - before).toBeLessThanOrEqual(3 * second);
      expect(said()).toEqual([
        `${say(phrase('reportGot', { photos: 1, videos: 0, voices: 0, documents: 0 }))}\n\n${say(phrase('reportAskKind'))}`,
      ]);
      expect(await reports()).toMatchObject([{ photos: 1, kind: null }]);
      expect(await rig.desk.caseOf(lena)).toMatchObject({ version: expect.any(Number) });
    });

    it('shows in the topic at once, and its copy is kept', async () => {
      await photo('one');
      await quiet();
      const { messages } = await rig.desk.topicOf(lena);
      expect(messages.some(({ files }) => files.length > 0)).toBe(true);
      expect(await records.rows(lena, 'file#')).toMatchObject([{ what: 'photo', mime: 'image/jpeg' }]);
    });
  });

  describe('ten photos', () => {
    it('of one album, each twice and in any order, are one report and one answer', async () => {
      const bodies = Array.from({ length: 10 }, (_, at) => rig.updates.photo(`f${at}`, '77', lena));
      const shuffled = [...bodies, ...bodies].sort((a, b) => mix(a) - mix(b));
      for (const body of shuffled) await rig.brings(body);
      await rig.settle();
      expect(said()).toEqual([]);
      await quiet();
      expect(said()).toHaveLength(1);
      expect(said()[0]).toContain('10 photos');
      expect(await reports()).toMatchObject([{ photos: 10 }]);
      expect(await records.rows(lena, 'file#')).toHaveLength(10);
    });

    it('sent one by one within five seconds are one report and one answer', async () => {
      for (let at = 0; at < 10; at += 1) {
        await photo(`f${at}`);
        await wait(500);
      }
      await quiet();
      expect(said()).toHaveLength(1);
      expect(await reports()).toMatchObject([{ photos: 10 }]);
    });
  });

  describe('a photo that comes later', () => {
    it.each([20 * second, 9 * minute])('by %i ms joins its report without a new message', async (ms) => {
      await photo('one');
      await quiet();
      await wait(ms);
      const before = said().length;
      await photo('two');
      await quiet();
      expect(await reports()).toMatchObject([{ photos: 2 }]);
      expect(said().length).toBe(before);
      const shows = messenger === 'telegram' ? '2 photos' : '1 photo,';
      expect(said().join('\n')).toContain(shows);
    });

    it('joins it also after the recap, whose count changes where it can', async () => {
      await photo('one');
      await quiet();
      await tapsKind('part');
      await rig.taps(say(phrase('reportLabelEnough')), lena);
      const before = said().length;
      await wait(minute);
      await photo('two');
      await quiet();
      expect(said()).toHaveLength(before);
      expect(recap().text).toContain(messenger === 'telegram' ? '2 photos' : '1 photo');
      expect(await reports()).toMatchObject([{ photos: 2 }]);
    });

    it('eleven minutes after the last one is added, with a word, to what nobody answered yet', async () => {
      await photo('one');
      await quiet();
      await rig.advance(11);
      const before = said().length;
      await photo('two');
      await quiet();
      expect(await reports()).toMatchObject([{ photos: 2 }]);
      expect(said()).toHaveLength(before + 1);
    });

    it('eleven minutes after the last one begins another report where nobody waits any more', async () => {
      await photo('one');
      await quiet();
      await rig.advance(6);
      await rig.desk.as('eleni').taps(say(phrase('caseLabelNoAnswer')), lena);
      await rig.advance(11);
      await photo('two');
      await quiet();
      expect(await reports()).toHaveLength(2);
      expect(rig.last(lena).text).toContain(say(phrase('reportAskKind')));
    });
  });

  describe('the questions', () => {
    it('lead to a recap with the number, and one line that a technician can act on', async () => {
      await photo('one');
      await photo('two');
      await quiet();
      await tapsKind('noise');
      await rig.taps(say(phrase('reportLabelDrive', { drive: 'normal' })), lena);
      await rig.taps(say(phrase('reportLabelMoment', { moment: 'braking' })), lena);
      await rig.taps(say(phrase('reportLabelPlace', { place: 'frontRight' })), lena);
      await skip();
      const [report] = await reports();
      const line = 'noise or vibration, when braking, front right, drives normally, 2 photos';
      expect(recap().text).toContain(`Case ${report?.id}: ${line}.`);
      expect(recap().text).toMatch(/Maria answers here by 10:3\d/);
      expect(recap().buttons.map(({ text }) => text)).toContain('Book a visit');
      await rig.calm(1);
      const lines = (await topic()).filter((text) => text.startsWith(`Case ${report?.id} · `));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(line);
      expect(await rig.desk.caseOf(lena)).toMatchObject({ baton: 'waiting' });
      await rig.taps('Book a visit', lena);
      await rig.says('Octavia ABC-4821', lena);
      expect(rig.last(lena).text).toContain('noise and suspension check');
      expect(said().some((text) => text.includes(line))).toBe(true);
    });

    it('can all be skipped', async () => {
      await photo('one');
      await quiet();
      for (let asked = 0; asked < 8 && !said().join('\n').includes('Case '); asked += 1) await skip();
      expect(recap().text).toMatch(/Case \w+: 1 photo/);
    });

    it('take a voice note or words at any step', async () => {
      await photo('one');
      await quiet();
      await rig.says('it rattles when cold', lena);
      await quiet();
      expect(rig.last(lena).text).toContain(say(phrase('reportAskDrive')));
      await rig.brings(rig.updates.voice('voice1', lena));
      await quiet();
      expect(rig.last(lena).text).toContain(say(phrase('reportAskMoment')));
      expect(await reports()).toMatchObject([{ kind: 'other', words: 'it rattles when cold', voices: 1 }]);
    });

    it('that nobody answers are passed on after five minutes with what is known', async () => {
      await photo('one');
      await quiet();
      await tapsKind('tyre');
      await rig.advance(7);
      expect(rig.last(lena).text).toMatch(/Case \w+: tyre, 1 photo/);
      expect((await topic()).some((text) => /tyre · 1 photo|tyre, 1 photo/.test(text))).toBe(true);
      const before = said().length;
      await rig.advance(10);
      expect(said()).toHaveLength(before);
    });

    it('about the body promise an estimate within one working hour, and no diagnostics', async () => {
      await photo('one');
      await quiet();
      await tapsKind('body');
      await rig.taps(say(phrase('reportLabelDrive', { drive: 'normal' })), lena);
      await rig.taps(say(phrase('reportLabelEnough')), lena);
      expect(recap().text).toMatch(/estimate from the photos here by 11:0\d/);
      expect(recap().buttons.map(({ text }) => text)).toEqual([say(phrase('caseLabelCallMe'))]);
    });
  });

  describe('danger', () => {
    const stop = /(do not drive|Please stop)/;
    const managers = /Maria.*NOT SAFE TO DRIVE/;

    it('in the middle of a booking is heard first, and the booking goes on', async () => {
      await rig.command('/book', lena);
      await rig.says("my brakes don't work", lena);
      const text = rig.bubbles(lena).at(-1)?.text ?? '';
      expect(said().some((one) => stop.test(one) && one.includes('+302310555010'))).toBe(true);
      expect(text).not.toBe('');
      await rig.calm(1);
      expect(rig.desk.general().messages.some((one) => managers.test(one.text))).toBe(true);
      expect((await topic()).some((one) => one.includes('NOT SAFE TO DRIVE'))).toBe(true);
      expect(await rig.desk.caseOf(lena)).toMatchObject({ danger: { kind: 'brakes' }, baton: 'waiting' });
      expect((await records.conversation(lena)).flow?.name).toBe('book');
    });

    it('at three in the night is heard as at noon', async () => {
      rig.clock = Date.parse('2026-11-24T01:00:00Z');
      await rig.says('smoke is coming from under the hood', lena);
      expect(said().some((one) => stop.test(one) && one.includes('112'))).toBe(true);
      await rig.calm(1);
      expect(rig.desk.general().messages.some((one) => managers.test(one.text))).toBe(true);
    });

    it('while a person has the talk is said by the bot all the same', async () => {
      await rig.says('person', lena);
      await rig.calm(1);
      await rig.desk.as('maria').says('Hello, how can we help?', lena);
      await rig.says('the steering does not work', lena);
      expect(said().some((one) => stop.test(one))).toBe(true);
      expect(await rig.desk.caseOf(lena)).toMatchObject({ baton: 'person', danger: { kind: 'steering' } });
      await rig.calm(1);
      await rig.desk.as('maria').says('A tow truck is on its way.', lena);
      expect(await rig.desk.caseOf(lena)).toMatchObject({ danger: null });
    });

    it('is the red lamp, whose photos keep coming without another word', async () => {
      await photo('one');
      await quiet();
      await tapsKind('lamp');
      await rig.taps(say(phrase('reportLabelColour', { colour: 'red' })), lena);
      expect(said().some((one) => stop.test(one))).toBe(true);
      const before = said().length;
      await photo('two');
      await quiet();
      expect(said()).toHaveLength(before);
      expect(await reports()).toMatchObject([{ danger: 'lamp', photos: 2 }]);
    });

    it('is not said again within a quarter of an hour', async () => {
      await rig.says("brakes don't work", lena);
      const stops = () => said().filter((one) => stop.test(one)).length;
      expect(stops()).toBe(1);
      await wait(5 * minute);
      await rig.says('the brakes failed completely', lena);
      expect(stops()).toBe(1);
      await wait(16 * minute);
      await rig.says('brakes failed again', lena);
      expect(stops()).toBe(2);
    });
  });

  describe('a file that cannot be had', () => {
    it('is told in words, once, and the report goes on', async () => {
      for (const file of ['gone1', 'gone2', 'fine']) await photo(file);
      await quiet();
      await rig.calm(30);
      const told = said().filter((text) => text.includes('could not open a photo'));
      expect(told).toHaveLength(1);
      expect(await reports()).toMatchObject([{ photos: 3 }]);
      expect(await records.rows(lena, 'file#')).toHaveLength(1);
    });
  });

  it('“Report a problem” needs no photo', async () => {
    await rig.command('/menu', lena);
    await rig.taps(say(phrase('labelProblem')), lena);
    expect(rig.last(lena).text).toContain(say(phrase('reportHow')));
    expect(await reports()).toEqual([]);
    await tapsKind('part');
    expect(await reports()).toMatchObject([{ kind: 'part', photos: 0 }]);
  });

  it('a photo in the middle of a booking opens a report, and the booking goes on after it', async () => {
    await rig.command('/book', lena);
    await rig.taps(/Oil/, lena);
    await photo('one');
    await quiet();
    await tapsKind('part');
    await rig.taps(say(phrase('reportLabelEnough')), lena);
    expect((await records.conversation(lena)).flow?.name).toBe('book');
    await rig.taps(say(phrase('labelContinue')), lena);
    expect(rig.last(lena).text).toContain('oil');
  });
});

/** An order of its own for anything, the same in every run. */
function mix(body: unknown): number {
  let sum = 7;
  for (const sign of JSON.stringify(body)) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9_973;
  return sum;
}
