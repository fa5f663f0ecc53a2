import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '#shared/domain/language.ts';
import { languages } from '#shared/domain/language.ts';
import { station } from '#shared/station/station.ts';
import { manner as el } from '#shared/text/el/manner.ts';
import { manner as en } from '#shared/text/en/manner.ts';
import { formatFor } from '#shared/text/format.ts';
import type { Forms } from '#shared/text/manner.ts';
import { manner as ru } from '#shared/text/ru/manner.ts';
import { manner as uk } from '#shared/text/uk/manner.ts';

const manners = { en, ru, uk, el };
const at = (iso: string) => Date.parse(iso);
const format = (language: Language, now: string | null = null) =>
  formatFor(language, manners[language], station, now === null ? null : at(now));

describe('days', () => {
  it.each([
    [
      'an ordinary day',
      '2026-11-24T07:00:00Z',
      'Tue 24 Nov',
      'вт 24 ноября',
      'вт 24 листопада',
      'Τρί 24 Νοε',
    ],
    [
      'the day clocks go forward',
      '2027-03-28T07:00:00Z',
      'Sun 28 Mar',
      'вс 28 марта',
      'нд 28 березня',
      'Κυρ 28 Μαρ',
    ],
    [
      'the day clocks go back',
      '2027-10-31T07:00:00Z',
      'Sun 31 Oct',
      'вс 31 октября',
      'нд 31 жовтня',
      'Κυρ 31 Οκτ',
    ],
    [
      'a new year that has begun at the station',
      '2026-12-31T22:30:00Z',
      'Fri 1 Jan',
      'пт 1 января',
      'пт 1 січня',
      'Παρ 1 Ιαν',
    ],
    ['a Saturday in May', '2027-05-08T07:00:00Z', 'Sat 8 May', 'сб 8 мая', 'сб 8 травня', 'Σάβ 8 Μαΐ'],
  ])('%s is named as people write it', (_, iso, ...named) => {
    expect(languages.map((language) => format(language).day(at(iso)))).toEqual(named);
  });

  it('a date and an instant of that date are the same day', () => {
    for (const language of languages) {
      expect(format(language).day('2026-11-24')).toBe(format(language).day(at('2026-11-24T21:59:00Z')));
      expect(format(language).day('2026-11-25')).toBe(format(language).day(at('2026-11-24T22:00:00Z')));
    }
  });

  it.each([
    ['en', 'Tue 24 · 09:00'],
    ['ru', 'вт 24 · 09:00'],
    ['uk', 'вт 24 · 09:00'],
    ['el', 'Τρί 24 · 09:00'],
  ] as const)('a slot in %s is a short label', (language, label) => {
    expect(format(language).slot(at('2026-11-24T07:00:00Z'))).toBe(label);
  });
});

describe('times', () => {
  it.each([
    ['midnight', '2026-11-23T22:00:00Z', '00:00'],
    ['a quarter past midnight', '2026-11-23T22:15:00Z', '00:15'],
    ['noon', '2026-11-24T10:00:00Z', '12:00'],
    ['half past five in the afternoon', '2026-11-24T15:30:00Z', '17:30'],
    ['nine before clocks go forward', '2027-03-27T07:00:00Z', '09:00'],
    ['nine after clocks went forward', '2027-03-28T06:00:00Z', '09:00'],
    ['half past three the first time', '2027-10-31T00:30:00Z', '03:30'],
    ['half past three the second time', '2027-10-31T01:30:00Z', '03:30'],
  ])('%s is told by the 24-hour clock in every language', (_, iso, time) => {
    expect(languages.map((language) => format(language).time(at(iso)))).toEqual([time, time, time, time]);
  });

  it('is told in the zone of the station, not of the machine', () => {
    const kyiv = formatFor('uk', uk, { ...station, zone: 'America/New_York' }, null);
    expect(kyiv.dayTime(at('2026-11-24T02:00:00Z'))).toBe('пн 23 листопада, 21:00');
  });

  it('a deadline says only what is needed, given the moment of sending', () => {
    const by = at('2026-11-24T08:30:00Z');
    const told = (now: string | null) => languages.map((language) => format(language, now).deadline(by));
    expect(told('2026-11-24T06:00:00Z')).toEqual(['by 10:30', 'до 10:30', 'до 10:30', 'έως τις 10:30']);
    expect(told('2026-11-23T21:59:00Z')).toEqual([
      'by 10:30 tomorrow',
      'завтра до 10:30',
      'завтра до 10:30',
      'αύριο έως τις 10:30',
    ]);
    const named = [
      'by 10:30 on Tue 24 Nov',
      'вт 24 ноября до 10:30',
      'вт 24 листопада до 10:30',
      'Τρί 24 Νοε έως τις 10:30',
    ];
    expect(told('2026-11-21T08:00:00Z')).toEqual(named);
    expect(told(null)).toEqual(named);
  });

  it('tomorrow is the next date of the station, also over a change of clocks and of year', () => {
    expect(format('en', '2027-10-30T20:00:00Z').when(at('2027-10-31T07:00:00Z'))).toBe(
      'tomorrow, Sun 31 Oct, 09:00',
    );
    expect(format('en', '2026-12-31T10:00:00Z').when(at('2027-01-01T07:00:00Z'))).toBe(
      'tomorrow, Fri 1 Jan, 09:00',
    );
    expect(format('en', '2026-12-31T10:00:00Z').when(at('2027-01-02T07:00:00Z'))).toBe('Sat 2 Jan, 09:00');
  });

  it('a promise names its day only when that is another one than the day of the visit', () => {
    const start = at('2026-11-24T07:00:00Z');
    expect(format('ru').ready(at('2026-11-24T14:00:00Z'), start)).toBe('к 16:00');
    expect(format('ru').ready(at('2026-11-25T14:00:00Z'), start)).toBe('ср 25 ноября к 16:00');
    expect(format('el').ready(at('2026-11-25T14:00:00Z'), start)).toBe('Τετ 25 Νοε έως τις 16:00');
  });

  it('people are back when the desk next opens; on a closed day nobody is', () => {
    const opens = (language: Language, iso: string) =>
      format(language, '2026-12-23T20:00:00Z').opens(at(iso));
    expect(opens('en', '2026-12-24T07:00:00Z')).toBe('tomorrow at 08:30');
    expect(opens('uk', '2026-12-24T07:00:00Z')).toBe('завтра о 08:30');
    expect(opens('el', '2026-12-28T07:00:00Z')).toBe('Δευ 28 Δεκ στις 08:30');
    expect(opens('en', '2026-12-25T07:00:00Z')).toBeNull();
  });

  it('Ukrainian says "об" before eleven and "о" before every other hour', () => {
    expect(uk.at.today('11:00')).toBe('об 11:00');
    expect(uk.at.today('10:00')).toBe('о 10:00');
    expect(uk.at.today('08:11')).toBe('о 08:11');
  });
});

describe('lengths', () => {
  it.each([
    [45, '45 min', '45 мин', '45 хв', '45 λεπτά'],
    [1, '1 min', '1 мин', '1 хв', '1 λεπτό'],
    [60, '1 h', '1 ч', '1 год', '1 ώρα'],
    [75, '1 h 15 min', '1 ч 15 мин', '1 год 15 хв', '1 ώρα 15 λεπτά'],
    [120, '2 h', '2 ч', '2 год', '2 ώρες'],
    [421, '7 h 1 min', '7 ч 1 мин', '7 год 1 хв', '7 ώρες 1 λεπτό'],
    [0, '0 min', '0 мин', '0 хв', '0 λεπτά'],
  ])('%i minutes read naturally', (minutes, ...named) => {
    expect(languages.map((language) => format(language).duration(minutes))).toEqual(named);
  });
});

describe('money', () => {
  it.each([
    [14_000, '140 €', '140 €', '140 €', '140 €'],
    [20_550, '205.50 €', '205,50 €', '205,50 €', '205,50 €'],
    [5, '0.05 €', '0,05 €', '0,05 €', '0,05 €'],
    [124_000, '1,240 €', '1\u00a0240 €', '1\u00a0240 €', '1.240 €'],
  ])('%i cents', (cents, ...named) => {
    expect(languages.map((language) => format(language).money(cents))).toEqual(named);
  });

  it('takes the currency of the station', () => {
    expect(formatFor('uk', uk, { ...station, currency: 'UAH' }, null).money(50_000)).toBe('500 ₴');
  });

  it('whole sums have no cents, others two digits of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom(...languages),
        (cents, language) => {
          expect(/[.,]\d{2} €$/.test(format(language).money(cents))).toBe(cents % 100 !== 0);
        },
      ),
    );
  });
});

describe('counts', () => {
  const ruVisits: Forms = { one: '# визит', few: '# визита', many: '# визитов', other: '# визита' };
  const ukVisits: Forms = { one: '# візит', few: '# візити', many: '# візитів', other: '# візиту' };

  it.each([
    [1, '1 визит', '1 візит'],
    [2, '2 визита', '2 візити'],
    [4, '4 визита', '4 візити'],
    [5, '5 визитов', '5 візитів'],
    [11, '11 визитов', '11 візитів'],
    [12, '12 визитов', '12 візитів'],
    [21, '21 визит', '21 візит'],
    [22, '22 визита', '22 візити'],
    [25, '25 визитов', '25 візитів'],
    [101, '101 визит', '101 візит'],
    [111, '111 визитов', '111 візитів'],
  ])('%i takes the right form in Russian and Ukrainian', (count, russian, ukrainian) => {
    expect(format('ru').plural(count, ruVisits)).toBe(russian);
    expect(format('uk').plural(count, ukVisits)).toBe(ukrainian);
  });
});

describe('services', () => {
  it.each([
    ['en', 'annual service, diagnostics and puncture repair'],
    ['ru', 'плановое ТО, диагностика и ремонт прокола'],
    ['uk', 'планове ТО, діагностика й ремонт проколу'],
    ['el', 'ετήσιο σέρβις, διάγνωση βλάβης και επισκευή ελαστικού'],
  ] as const)('are listed in %s as in a sentence', (language, listed) => {
    expect(format(language).services(['annual', 'diag', 'punct'])).toBe(listed);
  });

  it('are joined in Ukrainian by the "and" that is easy to say', () => {
    expect(format('uk').services(['annual', 'diag'])).toBe('планове ТО й діагностика');
    expect(format('uk').services(['punct', 'align'])).toBe('ремонт проколу й розвал-сходження');
    expect(format('uk').services(['tyres', 'diag'])).toMatch(/шин і діагностика$/);
  });

  it.each([
    ['en', 'oil and filter change + annual service'],
    ['ru', 'замена масла и фильтра + плановое ТО'],
    ['uk', 'заміна масла й фільтра + планове ТО'],
    ['el', 'αλλαγή λαδιών και φίλτρου + ετήσιο σέρβις'],
  ] as const)('are joined by a plus in %s where a name has an "and" of its own', (language, listed) => {
    expect(format(language).services(['oil', 'annual'])).toBe(listed);
    expect(format(language).services(['oil'])).not.toContain('+');
  });

  it('that are no longer offered are left out, and none makes an empty list', () => {
    expect(format('en').services(['gone', 'annual'])).toBe('annual service');
    expect(format('en').services([])).toBe('');
  });

  it('fit into a list row in every language, chosen or not, and the choice shows', () => {
    for (const language of languages) {
      for (const { id } of station.services) {
        expect(format(language).serviceRow(id, false).length).toBeLessThanOrEqual(24);
        const chosen = format(language).serviceRow(id, true);
        expect(chosen.length).toBeLessThanOrEqual(24);
        expect(chosen).toMatch(/^✓ /);
      }
    }
    expect(format('en').serviceRow('oil', true)).toBe('✓ Oil & filter · 45 min'.slice(0, 24));
    expect(format('ru').serviceRow('noise', true)).toBe('✓ Стук, подвеска');
  });

  it('say what to bring once, however many of them ask for it', () => {
    expect(format('en').bring(['annual', 'annual', 'kteo'])).toBe(
      'Please bring the service book. Please bring the registration paper.',
    );
    expect(format('en').bring(['diag'])).toBe('');
  });
});

describe('the station', () => {
  it.each([
    ['en', 'Mon–Fri 08:30–17:30, Sat 09:00–14:00'],
    ['ru', 'пн–пт 08:30–17:30, сб 09:00–14:00'],
    ['uk', 'пн–пт 08:30–17:30, сб 09:00–14:00'],
    ['el', 'Δευ–Παρ 08:30–17:30, Σάβ 09:00–14:00'],
  ] as const)('tells its hours in %s in one line', (language, hours) => {
    expect(format(language).hours).toBe(hours);
  });

  it('keeps days apart that are not neighbours, even with the same hours', () => {
    const { mon } = station.hours;
    const hours = { ...station.hours, tue: null, wed: null, thu: null, fri: mon, sat: mon };
    expect(formatFor('en', en, { ...station, hours }, null).hours).toBe(
      'Mon 08:30–17:30, Fri–Sat 08:30–17:30',
    );
  });

  it('names its people in the language of the reader, and takes any other name as it is', () => {
    expect(format('el').person('maria')).toBe('Μαρία');
    expect(format('ru').person('maria')).toBe('Мария');
    expect(format('ru').person('Maria')).toBe('Maria');
  });

  it('that does not speak a language answers with its texts of the default one', () => {
    const greekOnly = { ...station, name: { el: 'Γκαράζ' } };
    expect(formatFor('uk', uk, greekOnly, null).station).toBe('Γκαράζ');
  });
});

describe('a visit on a button', () => {
  it.each([
    ['BMW', 'Tue 24 · 09:00 · BMW'],
    ['Octavia …4821', 'Tue 24 · 09:00 · Octavia'],
    ['Mercedes-Benz …0007', 'Tue 24 · 09:00 · Merced…'],
  ])('%s is cut where words end, if that fits', (car, label) => {
    expect(format('en').visitRow(at('2026-11-24T07:00:00Z'), car)).toBe(label);
  });
});

describe('percent', () => {
  it('stand with their sign as each language writes them, on one line', () => {
    expect(languages.map((language) => format(language).percent(24))).toEqual([
      '24%',
      '24\u00a0%',
      '24\u00a0%',
      '24%',
    ]);
  });
});
