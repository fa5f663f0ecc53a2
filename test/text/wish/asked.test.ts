import { describe, expect, it } from 'vitest';
import type { Asked } from '#shared/domain/understood.ts';
import { station } from '#shared/station/station.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { sentencesOf, tallied } from './evaluate.ts';

/** What people add to what they say: reasons, stories, whoever brings the car; and what is asked while they write. */

const said = (text: string, asking: Asked = null) => understoodOf(text, station, asking);

describe('sentences of many kinds of people, with their reasons and stories', () => {
  it.each([
    ['second', 205, 1],
    ['characters', 234, 1],
    ['characters-two', 224, 3],
  ])('of %s are understood, or asked back', (name, right, wrong) => {
    const all = tallied(sentencesOf(name), station, () => 'all').get('all');
    expect((all?.understood ?? 0) + (all?.['asked back'] ?? 0)).toBeGreaterThanOrEqual(right);
    expect(all?.wrong).toBeLessThanOrEqual(wrong);
  });
});

describe('work that begins with "and" while a visit is booked', () => {
  it.each([
    ['and alignment', 'align'],
    ['и развал', 'align'],
    ['і розвал', 'align'],
    ['και ευθυγράμμιση', 'align'],
  ])('"%s" comes to the work that was chosen', (text, id) => {
    expect(said(text, 'time')?.wish).toMatchObject({ adds: true, services: [id] });
    expect(said(text)?.wish?.adds ?? false).toBe(false);
  });
});

describe('hours and days that do not suit', () => {
  it.each([
    ['до 4 занят', { from: 960, to: null, at: null }],
    ['раніше четвертої не можу', { from: 960, to: null, at: null }],
    ['πριν τις 4 δεν μπορώ', { from: 960, to: null, at: null }],
    ['busy till 4', { from: 960, to: null, at: null }],
    ["after 5 I can't", { from: null, to: 1020, at: null }],
  ])('"%s" leaves the other hours', (text, time) => {
    expect(said(text, 'time')?.wish).toMatchObject({ time, days: [], notDays: [], otherTimes: false });
  });

  it('exclude no day where only an hour of it is not possible', () => {
    expect(said('в пятницу до 4 не могу', 'time')?.wish).toMatchObject({ notDays: [], time: { from: 960 } });
  });

  it.each(['понеділок не підходить', 'after 5', "I'll wait"])(
    '"%s" is no more than talk where nothing is asked',
    (text) => {
      expect(said(text)).toBeNull();
    },
  );
});

describe('days further ahead', () => {
  it.each([
    'oil change in two weeks',
    'замена масла через две недели',
    'заміна оливи через два тижні',
    'αλλαγή λαδιών σε δυο εβδομάδες',
  ])('"%s" is of that week', (text) => {
    expect(said(text)?.wish).toMatchObject({ days: [{ of: 'week', weeks: 2 }], time: null, ordinal: null });
  });

  it('of months are for a person', () => {
    expect(said('oil change in two months')).toBeNull();
  });

  it.each(["are you open on New Year's Eve", 'ανοιχτά παραμονή πρωτοχρονιάς;'])(
    '"%s" asks for the hours of that date',
    (text) => {
      expect(said(text)).toMatchObject({
        wish: { days: [{ of: 'date', day: 31, month: 12 }] },
        asks: ['hours'],
      });
    },
  );
});

describe('an answer to what is asked', () => {
  it.each([
    ['stay', "I'll leave it and take the bus to my aunt in Larnaca", { stay: 'leave' }],
    ['stay', 'та я посиджу, каву вип’ю', { stay: 'wait' }],
    ['time', 'only after four, school is till then', { time: { from: 960, to: null, at: null } }],
    ['work', 'umm the yearly service thing, due according to the little sticker', { services: ['annual'] }],
    ['car', 'Το Skoda, αγόρι μου', { car: { of: 'said', said: 'skoda' } }],
  ] as const)('bears its reasons: %s, "%s"', (asking, text, wish) => {
    expect(said(text, asking)?.wish).toMatchObject(wish);
  });

  it('is nothing where it takes back what was wanted', () => {
    expect(said('after four, no forget it', 'time')).toBeNull();
    expect(said("leave it, I don't need it", 'stay')).toBeNull();
  });

  it('may be a plate, whose number is no hour and no place', () => {
    expect(said('Octavia ABC-1000', 'car')?.wish).toMatchObject({ time: null, ordinal: null });
  });
});

describe('reasons', () => {
  it('stand beside a question that is asked in so many words', () => {
    expect(said('Is there somewhere to park? My husband follows in his')?.asks).toEqual(['parking']);
  });

  it('stand beside a visit that is cancelled', () => {
    expect(said('please cancel my visit, I sold the car')?.wish?.intent).toBe('cancel');
  });

  it('bring no price for work that was done', () => {
    expect(said('You changed my oil yesterday and it leaks. How much is that?')).toBeNull();
  });
});
