import { expect, it } from 'vitest';
import { vectorsOf } from '#functions/documents/chart/draw.ts';
import { optionOf } from '#functions/documents/chart/option.ts';
import { figuresOf } from '#shared/domain/digest.ts';
import type { Happened } from '#shared/domain/happened.ts';
import { languages } from '#shared/domain/language.ts';
import { runUp } from '#shared/domain/period.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { channelName } from '#shared/text/channel-names.ts';
import { textFor } from '#shared/text/text.ts';
import { words } from '#test/helpers/labels.ts';

const week = { unit: 'week', from: '2026-11-23', to: '2026-11-30', whole: true } as const;
const at = Date.parse('2026-11-24T10:00:00Z');

/** The picture's words, of a station whose last week was its first one. */
function wordsOf(rows: readonly Happened[], language: (typeof languages)[number]): readonly string[] {
  const shown = runUp(week, 8).map((period) => ({
    period,
    figures: figuresOf(period.from === week.from ? rows.map((happened) => ({ happened, at })) : []),
  }));
  const drawn = vectorsOf(optionOf(shown, textFor(language, station, at), channelName));
  return [...drawn.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, said = '']) => said);
}

const wrote: Happened = { what: 'wrote', channel: 'telegram' };
const over: Happened = {
  what: 'over',
  visit: 'ABC234',
  stage: 'handedBack',
  start: at,
  services: ['oil'],
  promised: at,
  ready: at,
  moved: [],
  cents: null,
};

it.each(languages)(
  'a first week with one visit says in %s what cannot be drawn, and who wrote',
  (language) => {
    const said = wordsOf([wrote, over, { what: 'rated', mark: 'good', reasons: [] }], language);
    const times = (why: 'none' | 'few') =>
      said.filter((one) => one === words(language, phrase('digestNoData', { why }))).length;
    expect([times('none'), times('few')]).toEqual([1, 2]);
    expect(said).toContain('Telegram');
  },
);

it.each(languages)(
  'an empty station is told so in %s, six times and not as if everybody had come',
  (language) => {
    const said = wordsOf([], language);
    expect(
      said.filter((one) => one === words(language, phrase('digestNoData', { why: 'few' }))),
    ).toHaveLength(6);
  },
);

it('a week before the first costs nothing', () => {
  const shown = runUp(week, 3).map((period) => ({
    period,
    figures: figuresOf(period.from === week.from ? [{ happened: wrote, at }] : []),
  }));
  const { series } = optionOf(shown, textFor('en', station, at), channelName);
  const cost = Array.isArray(series) ? series.at(-1) : null;
  expect(cost).toMatchObject({ data: [null, null, expect.any(Number)] });
});

it.each([
  ['en', '2,000'],
  ['ru', '2\u00a0000'],
  ['uk', '2\u00a0000'],
  ['el', '2.000'],
] as const)('figures are written as people write them in %s', (language, figure) => {
  const sent: Happened = {
    what: 'sent',
    channel: 'whatsapp',
    messages: 1,
    notices: 1,
    micros: 1.9e9,
    times: 1,
  };
  expect(wordsOf([wrote, sent], language)).toContain(figure);
});
