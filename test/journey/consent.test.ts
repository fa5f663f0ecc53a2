import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import type { PlayedName } from '#test/helpers/played.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { bookOil, people, type Records, recordsOf } from './people.ts';

/** What people agreed to be written about, on both messengers: asked, recorded, changed on one card, stopped and taken back. */

const messengers = ['telegram', 'whatsapp'] as const satisfies readonly PlayedName[];
/** Monday 23 November 2026, 10:00 in Athens. */
const monday = Date.parse('2026-11-23T08:00:00Z');
const { en: lena, ru: anna, uk: olena, el: nikos } = people;
const en = (what: Phrase) => words('en', what);

describe.each(messengers)('on %s', (messenger) => {
  let rig: Rig;
  let records: Records;
  beforeEach(async () => {
    rig = await startRig({ messenger, table: memoryTable() });
    rig.clock = monday;
    records = recordsOf(rig, messenger);
  });
  afterEach(() => rig.close());

  const said = (person = lena) => rig.bubbles(person).map(({ text }) => text);
  const consents = async (person = lena) => (await records.customer(person))?.consents ?? {};
  const general = () => rig.desk.general().messages.map(({ text }) => text);

  /** A first booking, up to the question whether we may write; the phone is asked only where the messenger does not show it. */
  const books = async () => {
    await rig.command('/start', lena);
    await bookOil(rig, lena, 'en');
    if (!said().at(-1)?.includes('May we write')) await rig.says('skip', lena);
  };

  it('the question after the first booking is answered in words, and recorded with the message that it answers', async () => {
    await books();
    expect(said().at(-1)).toContain('May we write to you');
    await rig.says('yes', lena);
    expect((await consents()).visit).toMatchObject({ given: true, wording: 'visit-1', language: 'en' });
    const rows = await records.rows(lena, 'consent#');
    expect(rows).toMatchObject([{ purpose: 'visit', given: true, wording: 'visit-1' }]);
    expect(typeof rows[0]?.messageId).toBe('string');
    expect((await consents()).visit?.messageId).toBe(rows[0]?.messageId);
  });

  it('"my settings" shows all of it, and a tap changes it', async () => {
    await rig.says('my settings', lena);
    const before = said().length;
    await rig.taps(en(phrase('ownLabelService', { on: false })), lena);
    expect((await consents()).service?.given).toBe(true);
    expect(said().at(-1)).toContain('when a service is due');
    // Where cards change in place, it is the same card.
    expect(said().length - before).toBe(messenger === 'telegram' ? 0 : 1);
    await rig.taps(en(phrase('ownLabelQuiet')), lena);
    await rig.says('23-9', lena);
    expect((await records.customer(lena))?.quietHours).toEqual({ from: 23 * 60, to: 9 * 60 });
    expect(said().at(-1)).toContain('23:00–09:00');
  });

  it('a lone "stop" ends reminders too, and one tap brings them back exactly', async () => {
    await books();
    await rig.taps(en(phrase('labelConsentYes')), lena);
    const before = await consents();
    rig.clock += 60_000;
    await rig.says('Stop', lena);
    expect(said().at(-1)).toContain('no more automatic messages');
    expect(Object.values(await consents()).map(({ given }) => given)).toEqual([false, false, false]);
    rig.clock += 60_000;
    await rig.taps(en(phrase('labelUndo')), lena);
    expect(await consents()).toEqual(before);
    expect(await records.rows(lena, 'consent#')).toHaveLength(7);
  });

  it('"please stop the work" in four languages alerts all advisors, the managers by name, and stops no messages', async () => {
    for (const [person, text] of [
      [lena, 'Please stop the work on my car'],
      [anna, 'Пожалуйста, остановите ремонт'],
      [olena, 'зупиніть роботу, будь ласка'],
      [nikos, 'σταματήστε την εργασία παρακαλώ'],
    ] as const) {
      const before = general().join('\n').length;
      await rig.says(text, person);
      await rig.calm(2);
      expect(general().join('\n').slice(before), text).toMatch(/Maria|Μαρία/);
      expect(general().join('\n').slice(before), text).toContain(text);
      expect(said(person).at(-1), text).toContain('+302310555010');
      expect(await consents(person), text).toEqual({});
      expect(await rig.desk.caseOf(person), text).toMatchObject({ baton: 'waiting' });
    }
  });

  it('work that goes on is set to "stands still" by one tap of an advisor', async () => {
    await rig.says('My Octavia has a new owner', lena);
    await rig.calm();
    const desk = rig.desk.as('maria');
    const either = (key: 'orderLabelSend' | 'orderLabelStart' | 'ownLabelDeskStop') =>
      new RegExp(`^(?:${words('en', phrase(key))}|${words('el', phrase(key))})$`);
    await desk.says('/estimate\npads front 64 parts 32 work, safety', lena);
    await rig.calm();
    await desk.taps(either('orderLabelSend'), lena);
    await rig.calm();
    await rig.taps(en(phrase('estimateLabelAll')), lena);
    await rig.calm();
    await desk.taps(either('orderLabelStart'), lena);
    await rig.calm();
    expect((await records.customer(lena))?.orders).toMatchObject([{ work: 'started' }]);
    await rig.says('do not do anything more please', lena);
    await rig.calm();
    await desk.taps(either('ownLabelDeskStop'), lena);
    expect((await records.customer(lena))?.orders).toMatchObject([{ work: 'stopped' }]);
  });

  it('while a person has the talk, the wish to stop is passed on by the bot all the same', async () => {
    await rig.says('person', lena);
    await rig.calm(1);
    await rig.desk.as('maria').says('Hello, how can we help?', lena);
    await rig.says('stop the repair, I need the car', lena);
    await rig.calm(1);
    expect(general().some((text) => text.includes('stop the repair'))).toBe(true);
    expect(said().at(-1)).toContain('Passed on at once');
  });
});
