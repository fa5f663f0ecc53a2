import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { noWish } from '#shared/domain/understood.ts';
import { station } from '#shared/station/station.ts';
import { dangerOf } from '#shared/text/danger.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { sentencesOf, verdictOf } from './evaluate.ts';

/** Greek, and Greek, Russian and Ukrainian as they are typed in Latin letters or by ear. */

const stories = z
  .array(z.object({ lang: z.string(), text: z.string() }))
  .parse(JSON.parse(readFileSync(new URL('./sentences/stories.json', import.meta.url), 'utf8')));
const said = (text: string) => understoodOf(text, station);

describe('what people write in Latin letters', () => {
  it.each(sentencesOf('latin'))('$text', (sentence) => {
    expect(['understood', 'asked back']).toContain(verdictOf(sentence, station));
  });

  it.each([
    ['thelo ladia avrio to apogeuma', '8elw ladia aurio to apogevma'],
    ['na allaxo lastixa stis 5', 'na allaksw lastiha stis 5'],
    ['allh wra', 'alli ora'],
    ['dinete eggyhsh?', 'dinete eggiisi?'],
    ['zavtra 4erez chas', 'zavtra cherez chas'],
  ])('"%s" is the same as "%s"', (one, other) => {
    expect(said(one)).toEqual(said(other));
  });

  it.each([
    ['raντεβού gia λάδια avrio', ['oil']],
    ['oil change avrio prwi', ['oil']],
    ['service golf τριτη', ['annual']],
    ['zapishite na oil change zavtra', ['oil']],
  ])('is understood in two languages at once: "%s"', (text, services) => {
    expect(said(text)?.wish).toMatchObject({ services });
  });

  it.each([
    ['the seat heating is too hot'],
    ['I want to go to the sea'],
    ['how much to paint the calipers red? I want them to look hot'],
  ])('leaves English words to English: "%s" names no Russian ТО', (text) => {
    expect(said(text)?.wish?.services ?? []).not.toContain('annual');
  });

  it('reads a figure as a letter only where that makes a word', () => {
    expect(said('8am tomorrow oil')?.wish?.time?.at).toBe(480);
    expect(said('8elo ladia')?.wish).toMatchObject({ intent: 'book', services: ['oil'], time: null });
  });
});

describe('what people spell by ear in their own letters', () => {
  it.each([
    ['αλαγη λαδιον αβριο', { services: ['oil'], days: [{ of: 'ahead', days: 1 }] }],
    ['θελο σερβισ τιν παρασκεβι', { services: ['annual'], days: [{ of: 'weekday', day: 5, weeks: 0 }] }],
    ['ευθιγραμισι', { services: ['align'] }],
  ])('"%s"', (text, wish) => {
    expect(said(text)?.wish).toMatchObject(wish);
  });
});

describe('in Greek', () => {
  it.each([
    ['πεντέμισι', 1050],
    ['εννιά και μισή', 570],
    ['10 παρά τέταρτο', 585],
    ['στη μία', 780],
    ['κατά τη μία και μισή', 810],
    ['στις δύο η ώρα', 840],
  ])('"%s" is a time of day', (text, minute) => {
    expect(said(`λάδια αύριο ${text}`)?.wish?.time).toEqual({ from: null, to: null, at: minute });
  });

  it('"a" check is no hour', () => {
    expect(said('θέλω μια διάγνωση')?.wish).toEqual({ ...noWish, intent: 'book', services: ['diag'] });
  });

  it.each(['φρένα', 'ιμάντας', 'φίλτρα', 'ζάντες', 'έλεγχο στα τακάκια', 'πίσω τακάκια', 'μικρό σέρβις'])(
    '"%s" alone could be several, and is asked',
    (work) => {
      expect(said(`θέλω ${work}`)?.wish).toMatchObject({ services: [], otherWork: true });
    },
  );

  it('brakes on a Thursday are no danger, and brakes that fall to the floor are', () => {
    expect(dangerOf('θέλω να μου δείτε τα φρένα την Πέμπτη')).toBeNull();
    expect(dangerOf('ta frena tin pempti')).toBeNull();
    expect(dangerOf('το πεντάλ του φρένου πέφτει')).toBe('brakes');
  });

  it.each([
    ['θέλω να μεταφέρω το ραντεβού από Τρίτη σε Παρασκευή', [5]],
    ['move my visit from Tuesday to Thursday', [4]],
    ['перенесите запись со вторника на четверг', [4]],
    ['από Τρίτη ως Πέμπτη για λάδια', [2, 3, 4]],
  ])('"%s" names the days that are wanted', (text, days) => {
    expect(said(text)?.wish?.days).toEqual(days.map((day) => ({ of: 'weekday', day, weeks: 0 })));
  });

  it('a no at the beginning is said of what was shown', () => {
    expect(said('όχι, Παρασκευή')?.wish).toMatchObject({
      days: [{ of: 'weekday', day: 5, weeks: 0 }],
      notDays: [],
    });
    expect(said('όχι, δεν θέλω λάδια')).toBeNull();
  });
});

describe('stories, complaints, refusals and what is over', () => {
  it.each(stories)('book and answer nothing: $text', ({ text }) => {
    expect(said(text)).toBeNull();
  });
});
