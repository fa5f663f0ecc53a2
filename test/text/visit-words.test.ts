import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#shared/domain/language.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';

/** Words about a visit that depend on who waits where, and on which way a promise moved. */

const at = (iso: string) => Date.parse(iso);
const now = at('2026-11-24T06:45:00Z');
const say = (language: Language, what: Phrase) => textFor(language, station, now).say(what);
const inEach = (what: Phrase) => languages.map((language) => say(language, what));
const visit = { ref: '7K2M4Q', start: at('2026-11-25T07:00:00Z'), readyBy: at('2026-11-25T10:30:00Z') };

describe('a car that is ready', () => {
  const ready = (waits: boolean, start: string) =>
    phrase('stageNews', {
      stage: 'ready',
      car: 'Corolla',
      at: now,
      start: at(start),
      readyBy: null,
      newsBy: null,
      mileage: null,
      fuel: null,
      photos: 0,
      cents: null,
      asked: false,
      waits,
    });
  const setOff = /when you set off|когда выедете|коли виїдете|όταν ξεκινήσετε/;

  it('calls who waits at the station to the reception; who left it, or went home for a night, writes when they set off', () => {
    for (const text of inEach(ready(true, '2026-11-24T06:15:00Z'))) expect(text).not.toMatch(setOff);
    for (const text of inEach(ready(false, '2026-11-24T06:15:00Z'))) expect(text).toMatch(setOff);
    for (const text of inEach(ready(true, '2026-11-23T12:30:00Z'))) expect(text).toMatch(setOff);
  });
});

describe('a promise that is moved past the night', () => {
  const moved = (to: string, waits: boolean) =>
    phrase('promiseMoved', {
      car: 'Corolla',
      reason: 'longer',
      words: '',
      from: at('2026-11-24T14:20:00Z'),
      to: at(to),
      newsBy: null,
      waits,
    });
  const home =
    /No need to wait here|Ждать на месте не нужно|Чекати на місці не потрібно|Δεν χρειάζεται να περιμένετε εδώ/;

  it('tells who sits at the station that they need not; nobody else, and not for a time of today', () => {
    for (const text of inEach(moved('2026-11-25T07:30:00Z', true))) expect(text).toMatch(home);
    for (const text of inEach(moved('2026-11-25T07:30:00Z', false))) expect(text).not.toMatch(home);
    for (const text of inEach(moved('2026-11-24T15:15:00Z', true))) expect(text).not.toMatch(home);
  });
});

describe('to the desk, that a promise was moved', () => {
  const moved = (to: string, words: string) =>
    phrase('promiseDeskMoved', {
      ref: visit.ref,
      car: 'Corolla',
      of: 'ready',
      by: 'maria',
      from: at('2026-11-24T12:00:00Z'),
      to: at(to),
      reason: 'longer',
      words,
      told: 'now',
      phone: '',
    });

  it('names no delay where the car is ready earlier', () => {
    expect(say('en', moved('2026-11-24T14:00:00Z', ''))).toContain('Maria: takes longer.');
    expect(say('en', moved('2026-11-24T11:00:00Z', ''))).toContain('Maria.');
    for (const text of inEach(moved('2026-11-24T11:00:00Z', 'by lift'))) expect(text).toContain(': by lift.');
  });
});

describe('the settings', () => {
  it('say in whole sentences who approves the costs', () => {
    const quiet = { from: 1230, to: 510, own: false };
    const card = (payer: string | null) =>
      phrase('ownCard', { visit: true, service: false, offers: false, quiet, cars: ['Corolla'], payer });
    expect(say('ru', card(null))).toContain('Расходы согласуете вы.');
    expect(say('ru', card('Irina'))).toContain('Расходы согласует Irina.');
    expect(say('uk', card(null))).toContain('Витрати погоджуєте ви.');
    expect(say('uk', card('Irina'))).toContain('Витрати погоджує Irina.');
  });
});

describe('what the export says of a visit', () => {
  it('shows the fuel as the chat did, and gives no reason of a delay where it was ready earlier', () => {
    expect(inEach(phrase('archiveFuel', { eighths: 2 }))).toEqual(['¼', '¼', '¼', '¼']);
    const [later, earlier] = [visit.readyBy, visit.start];
    const moved = (from: number, to: number) =>
      inEach(phrase('archiveMoved', { of: 'ready', from, to, reason: 'longer', words: '' }));
    const why = /took longer|заняло больше|забрало більше|περισσότερος χρόνος/;
    for (const text of moved(earlier, later)) expect(text).toMatch(why);
    for (const text of moved(later, earlier)) expect(text).not.toMatch(why);
  });
});
