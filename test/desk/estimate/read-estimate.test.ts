import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readDate } from '#shared/desk/diary/read-date.ts';
import { type EstimateProblem, readEstimate } from '#shared/desk/estimate/read-estimate.ts';

/**
 * Estimates as advisors write them in four languages: 100 that are right and 48 that are wrong, written by somebody who knew no
 * rule of the parser. Those with even numbers were looked at while it was made; the others were read for the first time when
 * it was done: 50 of 50 and 24 of 24.
 */
const today = '2026-11-24';
const around = { currency: 'EUR', today };

const cents = z.number().nullable();
const right = z.array(
  z.object({
    text: z.string(),
    lines: z.array(
      z.object({
        options: z.array(z.object({ name: z.string(), parts: cents, work: cents, price: z.number() })),
        urgency: z.string().nullable(),
        months: z.number().nullable(),
        reason: z.string(),
      }),
    ),
    ready: z.object({ day: z.string().nullable(), time: z.string() }).nullable(),
    answerBy: z.string().nullable(),
    valid: z.union([z.object({ days: z.number() }), z.object({ to: z.string() })]).nullable(),
    note: z.string(),
  }),
);
const wrong = z.array(z.object({ text: z.string(), why: z.string() }));
const list = <T>(name: string, shape: z.ZodType<T>): T =>
  shape.parse(JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')));

const problemsOf = (text: string): readonly EstimateProblem[] => {
  const read = readEstimate(text, around);
  return 'problems' in read ? read.problems : [];
};
const linesOf = (text: string) => {
  const read = readEstimate(text, around);
  return 'problems' in read ? read.problems : read.lines;
};

describe('an estimate in one message', () => {
  it.each(list('estimates.json', right).map((one) => [one.text, one] as const))(
    'is read as its advisor meant it: %s',
    (text, { lines, ready, answerBy, valid, note }) => {
      expect(readEstimate(text, around)).toEqual({
        lines,
        ready: ready && { date: ready.day && readDate(ready.day, today), minute: minuteOf(ready.time) },
        answerBy: answerBy && { date: null, minute: minuteOf(answerBy) },
        valid: valid && ('to' in valid ? { to: readDate(valid.to, today) } : valid),
        note,
      });
    },
  );

  it.each(list('estimates-wrong.json', wrong).map(({ text, why }) => [why, text] as const))(
    'is not guessed at: %s',
    (_why, text) => {
      const problems = problemsOf(text);
      expect(problems.length).toBeGreaterThan(0);
      // What is named was written so.
      for (const { line } of problems) expect(text).toContain(line);
    },
  );
});

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

describe('what could mean two things is refused', () => {
  it.each([
    ['a price and a number in the reason after a bare dash', 'pads 96 - 2 mm left, limit 3', 'amounts'],
    ['a price before a comma and another number', 'pads 96, limit 3', 'amounts'],
    ['a sum that its parts do not give', 'pads 64+32=98', 'sum'],
    ['parts and work in brackets that give another sum', 'pads 96 (64+30)', 'sum'],
    ['safety that can wait for three months', 'pads 96 safety, 3m', 'urgency'],
    ['two urgencies', 'pads 96 safety wish', 'urgency'],
    ['words that nobody knows behind the price', 'pads 96 purple', 'words'],
    ['two bare numbers behind each other', 'pads 64 parts 32', 'amounts'],
    ['no name', '96 safety', 'name'],
    ['not urgent, which is not urgent', 'колодки 96 не срочно', 'words'],
    ['another currency in letters', 'колодки 96грн', 'currency'],
    ['a name that no button and no card can show', `${'long name '.repeat(9)}96`, 'longName'],
    ['four ways of one line', 'pads a 1 / b 2 / c 3 / d 4', 'options'],
    ['a day that no calendar has', 'pads 96\nready 31.02 12:00', 'day'],
    ['a day without an hour', 'pads 96\nready tomorrow', 'time'],
    ['two times for one thing', 'pads 96\nready 12:00\nready 13:00', 'twice'],
    ['a sum that no estimate has', 'gold engine 100001', 'much'],
    ['nothing at all', '', 'empty'],
  ])('%s', (_what, text, trouble) => {
    expect(problemsOf(text).map((one) => one.trouble)).toEqual([trouble]);
  });

  it('takes twenty lines and refuses one more', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `bolt ${at} M8 3`).join('\n');
    expect(problemsOf(lines(20))).toEqual([]);
    expect(problemsOf(lines(21)).map(({ trouble }) => trouble)).toEqual(['lines']);
  });

  it('says all that is wrong at once, each with its line', () => {
    const problems = problemsOf('/estimate\npads\ndiscs -148\nwipers 24 wish\nready 25:70');
    expect(problems.map(({ trouble, line }) => [trouble, line])).toEqual([
      ['price', 'pads'],
      ['negative', 'discs -148'],
      ['time', 'ready 25:70'],
    ]);
  });
});

describe('ways of writing', () => {
  it.each([
    ['brackets tell parts and work apart', 'pads 96 (64+32) safety', [6400, 3200, 9600]],
    [
      'a reason behind a dash, where the price is called one',
      'pads 96€ - 2 mm left, limit 3',
      [null, null, 9600],
    ],
    ['thousands with an apostrophe', "gearbox 1'240.50", [null, null, 124050]],
    ['thousands with a narrow blank', 'gearbox 1\u202f240', [null, null, 124000]],
    ['DOT 4 is no thousand', 'brake fluid DOT 4 350', [null, null, 35000]],
    ['so many at a price each, with work', 'plugs 4 pcs at 12 work 40', [4800, 4000, 8800]],
    ['work before parts', 'hub work 60 parts 40', [4000, 6000, 10000]],
  ])('%s', (_what, text, [parts, work, price]) => {
    expect(linesOf(text)).toMatchObject([{ options: [{ parts, work, price }] }]);
  });

  it('knows the end of a line by itself: ready, if answered by, in one line', () => {
    const read = readEstimate('pads 96\nwill be ready on Friday at 12:00, if you answer by 13:00', around);
    expect(read).toMatchObject({
      ready: { date: '2026-11-27', minute: 720 },
      answerBy: { date: null, minute: 780 },
    });
  });
});

describe('whatever is written', () => {
  it('is answered: never a crash, never a sum that is no whole number of cents', () => {
    const word = fc.constantFrom(
      ...['pads', '96', '-20', '64+32', '€', 'safety', '/', '-', '(', ')', '3m', 'x', '4', 'ready', '25:70'],
      ...['valid', 'note:', '\n', '1 240', '12,345,67', 'работа', 'εργασία', 'запчасти', 'total', '=', ','],
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, (written) => {
        const read = readEstimate(written, around);
        if ('problems' in read) return read.problems.length > 0;
        return read.lines.every(({ options }) =>
          options.every(
            ({ name, parts, work, price }) =>
              Number.isInteger(price) &&
              price >= 0 &&
              name !== '' &&
              (parts === null || work === null || parts + work === price),
          ),
        );
      }),
      { numRuns: 2_000, seed: 5 },
    );
  });
});
