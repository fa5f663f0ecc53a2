import { describe, expect, it } from 'vitest';
import type { Visit } from '#shared/domain/customer.ts';
import { languages } from '#shared/domain/language.ts';
import { stages, unfinished } from '#shared/domain/visit/stage.ts';
import { newsText, statusSay } from '#shared/flows/visit/news.ts';
import { textFor } from '#shared/text/text.ts';
import { nineSix, Yard } from '#test/desk/visit/yard.ts';

const hour = 60 * 60_000;

describe.each(languages)('where a car is, in %s', (language) => {
  it.each(stages)('%s names the car, and is short', (stage) => {
    const yard = new Yard();
    const said = saidOf(at(yard, stage), yard);
    expect(said).toContain('Octavia …4821');
    expect(said.length).toBeLessThanOrEqual(300);
  });

  it.each(unfinished)('%s has its four parts: what happened, what is next, when, what is needed', (stage) => {
    const yard = new Yard();
    const parts = saidOf(at(yard, stage), yard).split('\n');
    expect(parts).toHaveLength(4);
    expect(parts[0]).toContain('09:06');
    expect(parts.join(' ')).toContain('17:06');
  });

  it('never says again a promise that has passed', () => {
    const yard = new Yard();
    const visit = at(yard, 'working');
    expect(saidOf({ ...visit, readyBy: nineSix }, yard)).not.toContain('09:06\n');
  });

  it('promises no news for after the car is to be ready', () => {
    const yard = new Yard();
    const visit = at(yard, 'parts');
    const late = visit.readyBy + 24 * hour;
    const told = newsText({ ...visit, life: { ...visit.life, newsBy: late } }, yard.customer, nineSix);
    expect(told.args).toMatchObject({ readyBy: visit.readyBy, newsBy: null });
    // Once that promise has passed, the news are what holds.
    const after = newsText(
      { ...visit, readyBy: nineSix - 1, life: { ...visit.life, newsBy: late } },
      yard.customer,
      nineSix,
    );
    expect(after.args).toMatchObject({ readyBy: null, newsBy: late });
  });

  it('with work agreed and not begun, the work is next, and nobody waits for what is found', () => {
    const yard = new Yard()
      .to('arrived')
      .to('checking')
      .says('estimate', 'Pads 96')
      .taps('Send')
      .owner('agrees');
    expect(yard.stage).toBe('checking');
    const agreed = saidOf(yard.visit, yard);
    expect(agreed.split('\n')[0]).toContain('96');
    yard.customer = { ...yard.customer, orders: [] };
    expect(saidOf(yard.visit, yard).split('\n')[1]).not.toBe(agreed.split('\n')[1]);
  });

  function at(yard: Yard, stage: Visit['life']['stage']): Visit {
    const life = { ...yard.visit.life, stage, since: nineSix, newsBy: nineSix + 2 * hour };
    return { ...yard.visit, life };
  }

  function saidOf(visit: Visit, { customer, station }: Yard): string {
    const now = nineSix + 1;
    const { text } = statusSay(visit, { customer, station, now });
    return text.map((one) => textFor(language, station, now).say(one)).join('\n');
  }
});
