import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '#shared/domain/language.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { mondayTen } from './desk-talk.ts';
import { bookOil, people, recordsOf } from './people.ts';

/** What was put off comes back at the next visit, in the language of whoever put it off; the advisors see it where they look. */

const DAY = 24 * 60;
const three = '/estimate\npads 96 safety\ndiscs 148 3m\nwipers 24 wish';
const seen: Readonly<Record<Language, RegExp>> = {
  en: /In November we put off: discs \(then 148 €\), wipers \(then 24 €\)\./,
  ru: /В ноябре отложили: discs \(тогда 148 €\), wipers \(тогда 24 €\)\./,
  uk: /У листопаді відклали: discs \(тоді 148 €\), wipers \(тоді 24 €\)\./,
  el: /Τον Νοέμβριο αφήσαμε για αργότερα: discs \(τότε 148 €\), wipers \(τότε 24 €\)\./,
};

describe.each([
  ['telegram', 'en'],
  ['whatsapp', 'en'],
  ['telegram', 'ru'],
  ['whatsapp', 'uk'],
  ['telegram', 'el'],
  ['whatsapp', 'el'],
] as const)('what an owner on %s put off, in %s', (messenger, language) => {
  const held: { rig: Rig | null } = { rig: null };
  const rig = () => {
    if (!held.rig) throw new Error('The rig is started before each test');
    return held.rig;
  };
  const owner = people[language];
  const say = (what: Phrase) => words(language, what);
  const read = () =>
    rig()
      .bubbles(owner)
      .map(({ text }) => text);
  const topic = async () => (await rig().desk.topicOf(owner)).messages.map(({ text }) => text);
  const taps = async (what: Phrase) => {
    await rig().taps(say(what), owner);
    await rig().calm();
  };
  const desk = async (key: 'orderLabelSend') => {
    const label = new RegExp(
      `^(?:${['en', 'el', 'ru'].map((one) => words(one === 'en' ? 'en' : one === 'el' ? 'el' : 'ru', phrase(key))).join('|')})$`,
    );
    await rig().desk.as('maria').taps(label, owner);
    await rig().calm();
  };

  /** The car is here, and two of three lines are put off; months later it comes again. */
  async function putOff(): Promise<void> {
    await rig().desk.as('maria').says(three, owner);
    await rig().calm();
    await desk('orderLabelSend');
    await taps(phrase('estimateLabelSome'));
    await taps(phrase('estimateLabelYes', { id: '1', chosen: false }));
    await taps(phrase('estimateLabelLater', { id: '2', chosen: false }));
    await taps(phrase('estimateLabelLater', { id: '3', chosen: false }));
    await taps(phrase('estimateLabelConfirm', { cents: 9_600 }));
  }

  async function booksAgain(): Promise<void> {
    await rig().command('/book', owner);
    await rig().taps(serviceRow(language, 'oil'), owner);
    await rig().taps(aTime, owner);
    await rig().taps(say(phrase('labelLeave')), owner);
    await rig().calm();
  }

  beforeEach(async () => {
    held.rig = await startRig({ messenger });
    rig().clock = mondayTen;
    await rig().command('/start', owner);
    await bookOil(rig(), owner, language);
    await rig().calm();
    await putOff();
    rig().clock += 120 * DAY * 60_000;
    await rig().calm();
  });
  afterEach(() => held.rig?.close());

  it('is asked about once after the booking, and noted for the visit after a yes', async () => {
    await booksAgain();
    expect(read().filter((text) => seen[language].test(text))).toHaveLength(1);
    await taps(phrase('payerLabelLook'));
    expect(read().join('\n')).toContain(say(phrase('payerLook')));
    const customer = await recordsOf(rig(), messenger).customer(owner);
    const visit = customer?.visits.at(-1)?.id ?? '';
    expect(customer?.deferred).toMatchObject([
      { name: 'discs', visit },
      { name: 'wipers', visit },
    ]);
    const lines = await topic();
    expect(lines.filter((text) => text.includes(visit) && text.includes('discs')).length).toBeGreaterThan(0);
    const { messages } = await rig().desk.topicOf(owner);
    expect(messages.find(({ pinned }) => pinned)?.text).toContain('discs');
  });

  it('stands before the advisor who writes the next estimate, until that one answers it', async () => {
    await booksAgain();
    await taps(phrase('payerLabelNotNow'));
    await rig().desk.as('maria').says('/estimate\noil 45', owner);
    await rig().calm();
    expect((await topic()).at(-1)).toMatch(/discs/);
    await rig().desk.as('maria').says('/estimate\noil 45\ndiscs 155', owner);
    await rig().calm();
    await desk('orderLabelSend');
    await taps(phrase('estimateLabelAll'));
    const customer = await recordsOf(rig(), messenger).customer(owner);
    expect(customer?.deferred.map(({ name }) => name)).toEqual(['wipers']);
  });

  it('is never asked about again, where they said so', async () => {
    await booksAgain();
    await taps(phrase('payerLabelNever'));
    expect(read().join('\n')).toContain(say(phrase('payerNever')));
    const before = read().length;
    await booksAgain();
    const since = read().slice(before);
    expect(since.length).toBeGreaterThan(0);
    expect(since.filter((text) => seen[language].test(text))).toEqual([]);
  });
});
