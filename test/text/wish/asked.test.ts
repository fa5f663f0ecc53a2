import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Asked } from '#shared/domain/understood.ts';
import { station } from '#shared/station/station.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { sentenceSchema, tallied } from './evaluate.ts';

/** What people add to what they say: reasons, stories, whoever brings the car; and what is asked while they write. */

const said = (text: string, asking: Asked = null) => understoodOf(text, station, asking);

describe('sentences of many kinds of people, with their reasons and stories', () => {
  it.each([
    ['second', 205, 1],
    ['characters', 234, 1],
    ['characters-two', 224, 3],
  ])('of %s are understood, or asked back', (name, right, wrong) => {
    const file = readFileSync(new URL(`./sentences/${name}.json`, import.meta.url), 'utf8');
    const sentences = z.array(sentenceSchema).parse(JSON.parse(file));
    const all = tallied(sentences, station, () => 'all').get('all');
    expect((all?.understood ?? 0) + (all?.['asked back'] ?? 0)).toBeGreaterThanOrEqual(right);
    expect(all?.wrong).toBeLessThanOrEqual(wrong);
  });
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
