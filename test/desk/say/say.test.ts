import { describe, expect, it } from 'vitest';
import { fill } from '#shared/desk/say/fill.ts';
import { find } from '#shared/desk/say/find.ts';
import { sayPart } from '#shared/desk/say/part.ts';
import { type Customer, newCustomer } from '#shared/domain/customer.ts';
import { languages } from '#shared/domain/language.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { station } from '#shared/station/station.ts';
import { Seat, start } from './seat.ts';

const stranger: Customer = { ...newCustomer('telegram/4242/501/', ''), version: 1 };
const vehicle = { id: 'V1', label: 'Skoda Octavia ABC-4821', short: 'Octavia …4821' };
const tomorrow0900 = Date.parse('2026-11-25T07:00:00Z');
const owner: Customer = {
  ...stranger,
  name: 'Nikos',
  vehicles: [vehicle],
  visits: [
    {
      id: '7K2M4Q',
      start: tomorrow0900,
      readyBy: Date.parse('2026-11-25T10:30:00Z'),
      services: ['annual', 'oil'],
      vehicle,
      stay: 'leave',
      sequence: 0,
      dates: ['2026-11-25'],
      chat: '',
      life: freshLife,
    },
  ],
};

function seat(customer: Customer = owner): Seat {
  const made = new Seat(sayPart);
  made.customer = customer;
  return made;
}

describe('looking for a canned answer', () => {
  const best = (words: string) => find(words, station.canned)[0]?.id;

  it.each([
    ['too expensive', 'expensive'],
    ['expensve', 'expensive'],
    ['дорого', 'expensive'],
    ['Дорог', 'expensive'],
    ['ακριβο', 'expensive'],
    ['ΑΚΡΙΒΌ', 'expensive'],
    ['свои запчасти', 'own-parts'],
    ['cheaper elsewhere', 'competitor'],
    ['payment', 'payment'],
    ['оплата картой', 'payment'],
    ['пробег', 'mileage'],
    ['ψωράριο', 'hours'],
    ['ωραριο', 'hours'],
    ['затримка', 'delay'],
    ['сердится', 'angry'],
    ['έκπτωση', 'no-discount'],
    ['dispute', 'dispute'],
    ['vin', 'vin'],
    ['qwertyuiop', undefined],
    ['', undefined],
  ])('by "%s" leads to %s', (words, id) => {
    if (id === 'no-discount') expect(find(words, station.canned).map((one) => one.id)).toContain(id);
    else expect(best(words)).toBe(id);
  });

  it('finds every answer by its own title, in every language', () => {
    for (const answer of station.canned)
      for (const language of languages)
        expect(best(answer.title[language] ?? ''), `${answer.title[language]}`).toBe(answer.id);
  });
});

describe('filling in', () => {
  const answer = (text: string) => ({
    id: 'x',
    group: 'work' as const,
    title: {},
    words: {},
    text: { en: text, ru: text, uk: text, el: text },
    hint: null,
  });
  const filled = (text: string, customer = owner, language: 'en' | 'ru' = 'en') =>
    fill(answer(text), language, seat(customer).turn());

  it('takes every variable from the topic and the station', () => {
    expect(
      filled('{name}|{car}|{visit}|{date}|{ready}|{price}|{advisor}|{phone}|{address}|{hours}').text,
    ).toBe(
      'Nikos|Octavia …4821|Wed 25 Nov, 09:00|Wed 25 Nov|by 12:30 on Wed 25 Nov|205 €|Eleni|+302310555010|118 Monastiriou St, Thessaloniki|Mon–Fri 08:30–17:30, Sat 09:00–14:00',
    );
    expect(filled('{ready}, {advisor}. {payment}', owner, 'ru').text).toBe(
      'ср 25 ноября к 12:30, Элени. Наличными, картой или переводом, когда забираете машину.',
    );
  });

  it('says only the hour on the day itself', () => {
    const today = {
      ...owner,
      visits: owner.visits.map((one) => ({ ...one, start, readyBy: start + 9_000_000 })),
    };
    expect(filled('{ready}', today).text).toBe('by 12:30');
  });

  it('leaves bracketed words out where something in them is unknown, and shows no brace ever', () => {
    expect(filled('Hello[, {name}]! Your car[ ({car})].', stranger)).toEqual({
      kind: 'whole',
      text: 'Hello! Your car.',
    });
    expect(filled('Hello[, {name}]!').text).toBe('Hello, Nikos!');
    expect(filled('Ready {ready}, {price}.', stranger)).toEqual({
      kind: 'missing',
      text: 'Ready …, ….',
      missing: ['ready', 'price'],
    });
    for (const canned of station.canned)
      for (const language of languages)
        for (const customer of [owner, stranger])
          expect(fill(canned, language, seat(customer).turn()).text).not.toMatch(/[{}[\]]/);
  });

  it('names no price where one of the works has none', () => {
    const visits = owner.visits.map((one) => ({ ...one, services: ['oil', 'gone'] }));
    expect(filled('{price}', { ...owner, visits }).kind).toBe('missing');
  });
});

describe('/say', () => {
  it('in General explains itself', () => {
    const general = seat();
    general.where = 'general';
    expect(general.says('price').lines.join()).toContain('in a customer’s topic');
  });

  it('lists the best answers with their beginnings, and more on further pages', () => {
    const desk = seat().says('price');
    expect(desk.lines[0]).toMatch(/^\d+ answers for “price”, page 1 of \d$/);
    expect(desk.lines).toHaveLength(6);
    expect(desk.lines[1]).toMatch(/^Price from: The work for your visit costs from 205 €/);
    expect(desk.taps('More').lines[0]).toContain('page 2');
    expect(desk.taps('Back').lines[0]).toContain('page 1');
  });

  it('without a word shows drawers, and each of them opens', () => {
    const desk = seat().says('');
    const drawers = desk.labels;
    expect(drawers).toHaveLength(8);
    for (const drawer of drawers) {
      desk.says('');
      expect(desk.taps(drawer).lines.length).toBeGreaterThan(1);
      expect(desk.taps('All answers').labels).toEqual(drawers);
    }
  });

  it('shows the customer’s words and what they mean, sends the customer’s', () => {
    const desk = seat();
    desk.theirs = 'ru';
    desk.says('too expensive');
    if (desk.labels.includes('Too expensive')) desk.taps('Too expensive');
    expect(desk.lines[0]).toMatch(/^For you: Agree first/);
    expect(desk.lines[1]).toMatch(/^The customer reads, in Russian: “Понимаем: сумма заметная/);
    expect(desk.lines[2]).toMatch(/^It means: “We understand/);
    desk.taps('Send');
    expect(desk.sent).toEqual([expect.stringMatching(/^Понимаем: сумма заметная.*Прислать оба варианта\?$/)]);
    expect(desk.lines.join()).toContain('Sent to the customer: “Понимаем');
    const [row] = desk.last.say;
    expect(row).toMatchObject({ to: 'customer', priority: 'person', carries: '1' });
    expect(row?.message).toMatchObject({
      kind: 'relay',
      sign: { key: 'relaySign', args: { name: 'eleni' } },
    });
    expect(desk.last.case).toMatchObject({ baton: 'person', owner: 'eleni', waitingSince: null });
  });

  it('never sends an answer with a hole: it says what is missing', () => {
    const desk = seat(stranger).says('ready when');
    if (!desk.lines.join().includes('reads')) desk.taps('Ready when');
    expect(desk.labels).not.toContain('Send');
    expect(desk.lines.at(-1)).toContain('when it is ready not known here');
  });

  it('sends what was shown once, whoever taps twice', () => {
    const desk = seat().says('thanks').taps('Thanks');
    desk.taps('Send');
    const [first] = desk.last.say;
    desk.says('thanks').taps('Thanks');
    expect(first?.row).toMatch(/^p/);
    desk.named = {
      destination: 'x',
      row: { sk: 'x', messages: [], parts: [], source: null, born: 0, waits: false, isOver: false },
    };
    desk.taps('Send');
    expect(desk.sent).toEqual([]);
    expect(desk.toast).toBe('It was sent already.');
  });

  it('shows anew what was shown long ago instead of sending it', () => {
    const desk = seat().says('visit').taps('Your visit');
    desk.now += 2 * 3_600_000;
    desk.taps('Send');
    expect(desk.sent).toEqual([]);
    expect(desk.toast).toContain('a while ago');
    desk.taps('Send');
    expect(desk.sent).toHaveLength(1);
  });

  it('is held like any answer in a colleague’s talk', () => {
    const desk = seat();
    const about = desk.turn().about;
    if (about) desk.change = { case: { ...about.case, baton: 'person', owner: 'maria' } };
    desk.says('thanks').taps('Thanks').taps('Send');
    expect(desk.sent).toEqual([]);
    expect(desk.lines.join()).toContain('Maria has this talk');
  });

  it('says so where the customer has no messenger', () => {
    const desk = seat();
    desk.change = { home: null, conversation: null };
    expect(desk.says('thanks').taps('Thanks').labels).not.toContain('Send');
  });

  it('offers its drawers where nothing was found', () => {
    expect(seat().says('qwertyuiop').lines[0]).toContain('no prepared answer for “qwertyuiop”');
  });
});
