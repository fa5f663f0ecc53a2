import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { happenedSchema } from '#shared/domain/happened.ts';
import type { Language } from '#shared/domain/language.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { words } from '#test/helpers/labels.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { either, mondayTen } from './desk-talk.ts';
import { bookOil, people, recordsOf, rowsAt } from './people.ts';

/** After the keys are back: how it was, who answers where it was not good, and a year later what is due again. */

const hour = 3_600_000;
/** Tuesday, 24 November 2026, 11:00 in Athens. */
const tuesdayEleven = Date.parse('2026-11-24T09:00:00Z');
const asks: Readonly<Record<Language, RegExp>> = {
  en: /How was (the visit with the Octavia|it\?)/,
  ru: /Как (прошёл ваш визит \(Octavia|всё прошло\?)/,
  uk: /(Як минув ваш візит \(Octavia|Як усе минуло\?)/,
  el: /Πώς ήταν( η επίσκεψή σας \(Octavia|;)/,
};

describe.each([
  ['telegram', 'en'],
  ['whatsapp', 'en'],
  ['telegram', 'ru'],
  ['whatsapp', 'uk'],
  ['telegram', 'el'],
] as const)('after a visit, on %s in %s', (messenger, language) => {
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
  const taps = async (what: Phrase) => {
    rig().clock += 90_000;
    await rig().taps(say(what), owner);
    await rig().calm();
  };
  const desk = async (text: string) => {
    await rig().desk.as('maria').says(text, owner);
    await rig().calm();
  };
  const general = () =>
    rig()
      .desk.general()
      .messages.map(({ text }) => text);
  const topic = async () => (await rig().desk.topicOf(owner)).messages.map(({ text }) => text);
  const ratings = async () =>
    (await rowsAt(rig(), 'S#2026-11-24', 'rated#')).map(({ happened }) => happenedSchema.parse(happened));
  const jump = async (to: number) => {
    rig().clock = to;
    await rig().tick();
    await rig().calm();
  };
  beforeEach(async () => {
    held.rig = await startRig({ messenger });
    rig().clock = mondayTen;
    await rig().command('/start', owner);
    await bookOil(rig(), owner, language);
    await rig().calm();
    if (messenger === 'telegram') await rig().says(say(phrase('labelSkip')), owner);
    await rig().calm();
    await taps(phrase('labelConsentYes'));
    const visit = (await recordsOf(rig(), messenger).customer(owner))?.visits[0];
    rig().clock = visit?.start ?? 0;
    await desk('/status arrived');
    rig().clock += hour;
    await desk('/status ready');
    rig().clock += hour / 2;
    await desk('/status handed back');
    await jump(tuesdayEleven);
  });
  afterEach(() => held.rig?.close());

  it('asks once how it was, and thanks with the review link that everybody is offered', async () => {
    expect(read().filter((text) => asks[language].test(text))).toHaveLength(1);
    await taps(phrase('feedbackLabelGood'));
    expect(read().join('\n')).toContain(say(phrase('feedbackGood')));
    expect(read().join('\n')).toContain(station.reviewUrl ?? 'no address');
    expect(await ratings()).toEqual([{ what: 'rated', mark: 'good', reasons: [] }]);
    expect(general().join('\n')).not.toMatch(/Μαρία: /);
  });

  it('alerts the manager at once where it was not good, tells who answers by when, and is closed by an answer', async () => {
    await taps(phrase('feedbackLabelBad'));
    const said = read().join('\n');
    expect(said).toMatch(/Maria|Мария|Марія|Μαρία/);
    expect(said).toMatch(/11:3\d/);
    expect(said).toContain(station.reviewUrl ?? 'no address');
    expect(general().at(-1)).toMatch(
      /^(?:Μαρία|Maria): (?:επίσκεψη|visit) [0-9A-Z]{6}: (?:όχι καλά|not good)/,
    );
    await taps(phrase('feedbackLabelReason', { reason: 'price', chosen: false }));
    await taps(phrase('feedbackLabelReason', { reason: 'time', chosen: false }));
    await taps(phrase('feedbackLabelDone'));
    expect(await ratings()).toEqual([{ what: 'rated', mark: 'bad', reasons: ['price', 'time'] }]);
    expect((await topic()).join('\n')).toMatch(/(?:Τιμή, χρόνος|Price, time)\./);
    expect(await rig().desk.caseOf(owner)).toMatchObject({ baton: 'waiting' });
    await desk('We are sorry, please come by and we put it right');
    expect((await rig().desk.caseOf(owner))?.waitingSince).toBeNull();
  });

  it('is closed by [No answer needed] too', async () => {
    await taps(phrase('feedbackLabelBad'));
    await rig()
      .desk.as('maria')
      .taps(either(phrase('caseLabelNoAnswer')), owner);
    await rig().calm();
    expect((await rig().desk.caseOf(owner))?.waitingSince).toBeNull();
  });

  it('takes a voice message for what went wrong, and a person has it', async () => {
    await taps(phrase('feedbackLabelSoso'));
    rig().clock += 60_000;
    await rig().brings(rig().played[messenger].updates.voice('v1', owner));
    await rig().calm(2);
    expect(read().at(-1)).toMatch(/Maria|Мария|Марія|Μαρία|Eleni|Элени|Елені|Ελένη/);
    expect(await rig().desk.caseOf(owner)).toMatchObject({ baton: 'waiting' });
  });

  it('without an answer nothing more is sent', async () => {
    const before = read().length;
    await jump(tuesdayEleven + 24 * hour);
    await jump(tuesdayEleven + 8 * 24 * hour);
    expect(read()).toHaveLength(before);
  });

  it('a year later says what is due to who wanted that, and books it in two taps', async () => {
    await taps(phrase('feedbackLabelGood'));
    await taps(phrase('feedbackLabelServiceYes'));
    expect(read().at(-1)).toBe(say(phrase('feedbackServiceYes')));
    // Two weeks before the day, on a working day at eleven.
    await jump(Date.parse('2027-11-09T09:00:00Z'));
    if (messenger === 'whatsapp') await rig().taps(rig().last(owner).buttons[0]?.text ?? '', owner);
    await rig().calm();
    expect(
      rig()
        .last(owner)
        .buttons.map(({ text }) => text),
    ).toContain(say(phrase('feedbackLabelBook')));
    await taps(phrase('feedbackLabelBook'));
    expect(read().at(-1)).toMatch(/Octavia …4821: /);
  });
});
