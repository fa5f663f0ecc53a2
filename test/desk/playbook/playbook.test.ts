import { describe, expect, it } from 'vitest';
import { playbookPart } from '#shared/desk/playbook/part.ts';
import { languages } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { isGood, playbookActs, playbookCases } from '#shared/domain/playbook.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { Seat } from '../say/seat.ts';

const label = (language: (typeof languages)[number], name: (typeof playbookCases)[number], act: string) =>
  textFor(language, station).say(phrase('playbookLabelAct', { case: name, act }));

function begun(language: (typeof languages)[number] = 'en'): Seat {
  const seat = new Seat(playbookPart);
  seat.where = 'general';
  seat.language = language;
  seat.says('');
  return seat.taps(textFor(language, station).say(phrase('playbookLabelStart')));
}

describe.each(languages)('/playbook in %s', (language) => {
  it('leads through ten cases by buttons and tells at the end how it went', () => {
    const seat = begun(language);
    for (const [at, name] of playbookCases.entries()) {
      expect(seat.lines[0]).toMatch(new RegExp(`^${at + 1} \\S+ 10\n`));
      expect(seat.labels).toHaveLength(4);
      const choice = playbookActs[name].find((act) => isGood(name, act) === at % 2 > 0) ?? '';
      seat.taps(label(language, name, choice));
      expect(seat.lines[1]?.startsWith(at % 2 > 0 ? '✓' : '✗')).toBe(true);
      expect(seat.labels).toHaveLength(4);
      seat.taps(seat.labels.at(-1) ?? '');
    }
    expect(seat.lines[0]).toMatch(/5 \S+ 10/);
    expect(seat.lines).toHaveLength(3);
    expect(seat.last.changes).toEqual([]);
  });
});

describe('/playbook', () => {
  it('counts the first choice, and lets the others be looked at', () => {
    const seat = begun();
    seat.taps('Wait for others').taps('Take it and answer');
    expect(seat.lines[1]).toMatch(/^✓/);
    for (const name of playbookCases.slice(1)) {
      seat.taps('Next case');
      seat.taps(label('en', name, playbookActs[name].find((act) => isGood(name, act)) ?? ''));
    }
    seat.taps('How did it go?');
    expect(seat.lines[0]).toMatch(/^Done: 9 of 10/);
    expect(seat.lines[1]).toBe('Worth another look: the first minutes.');
    expect(seat.taps('Once more').lines[0]).toMatch(/^1 of 10/);
  });

  it('is one advisor’s: another who taps is told how to begin their own', () => {
    const seat = begun();
    seat.by = { id: '5000001', advisor: 'maria', role: 'manager' };
    seat.taps('Take it and answer');
    expect(seat.toast).toBe('Eleni is practising here. /playbook starts your own.');
    expect(seat.last.say).toEqual([]);
  });

  it.each([
    ['We are sorry for the wait. We look into it now.', 'That would go out as it is.'],
    ['Calm down, it is your own fault!!!', 'That would be held'],
    [`We are sorry. ${'There is more to tell. '.repeat(20)}`, 'characters. Up to 300'],
  ])('judges an answer that nobody gets: "%s"', (words, verdict) => {
    const seat = new Seat(playbookPart);
    expect(seat.says(words).lines.join()).toContain(verdict);
    expect(seat.sent).toEqual([]);
  });

  it('has ten cases with four acts each, of which at least one and not all are good', () => {
    expect(playbookCases).toHaveLength(10);
    for (const name of playbookCases) {
      const good = playbookActs[name].filter((act) => isGood(name, act));
      expect(good.length).toBeGreaterThan(0);
      expect(good.length).toBeLessThan(4);
    }
  });
});
