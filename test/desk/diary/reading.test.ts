import { describe, expect, it } from 'vitest';
import { isNearly } from '#shared/desk/diary/nearly.ts';
import { readClosed } from '#shared/desk/diary/read-block.ts';
import { readBooking } from '#shared/desk/diary/read-booking.ts';
import { readDate, readDates } from '#shared/desk/diary/read-date.ts';
import { readSpan, readTime } from '#shared/desk/diary/read-time.ts';
import { fold } from '#shared/domain/fold.ts';
import { station } from '#shared/station/station.ts';

/** A Saturday. */
const today = '2026-11-21';

describe('a day in a command', () => {
  it.each([
    ['today', '2026-11-21'],
    ['Сегодня', '2026-11-21'],
    ['сьогодні', '2026-11-21'],
    ['σήμερα', '2026-11-21'],
    ['tomorrow', '2026-11-22'],
    ['ЗАВТРА', '2026-11-22'],
    ['αύριο', '2026-11-22'],
    ['послезавтра', '2026-11-23'],
    ['післязавтра', '2026-11-23'],
    ['μεθαύριο', '2026-11-23'],
    ['Monday', '2026-11-23'],
    ['пн', '2026-11-23'],
    ['понедельник', '2026-11-23'],
    ['Δευτέρα', '2026-11-23'],
    ['вівторок', '2026-11-24'],
    ['середа', '2026-11-25'],
    ['чт', '2026-11-26'],
    ['п’ятниця', '2026-11-27'],
    ['пятница', '2026-11-27'],
    ['Παρασκευή', '2026-11-27'],
    ['sat', '2026-11-21'],
    ['неділя', '2026-11-22'],
    ['24.11', '2026-11-24'],
    ['24/11', '2026-11-24'],
    ['3.2', '2027-02-03'],
    ['24.11.2027', '2027-11-24'],
    ['2026-12-31', '2026-12-31'],
    ['29.2', null],
    ['31.11', null],
    ['32.1', null],
    ['morning', null],
    ['', null],
    ['B3', null],
    ['24 December', '2026-12-24'],
    ['24th of December', '2026-12-24'],
    ['Dec 24, 2027', '2027-12-24'],
    ['24 декабря', '2026-12-24'],
    ['1 мая', '2027-05-01'],
    ['24 грудня', '2026-12-24'],
    ['5 лютого', '2027-02-05'],
    ['24 Δεκεμβρίου', '2026-12-24'],
    ['3 Μαΐου', '2027-05-03'],
    ['31 February', null],
    ['24 Nikos', null],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, today)).toBe(date);
  });

  it.each([
    ['24.11-26.11', { from: '2026-11-24', to: '2026-11-26' }],
    ['tomorrow–wed', { from: '2026-11-22', to: '2026-11-25' }],
    ['2026-12-31', { from: '2026-12-31', to: '2026-12-31' }],
    ['26.11-24.11.2026', null],
    ['24-26 December', { from: '2026-12-24', to: '2026-12-26' }],
  ])('%s is a stretch of days', (text, dates) => {
    expect(readDates(text, today)).toEqual(dates);
  });

  it.each([
    ['24 December', '2026-12-24', '2026-12-24', null, ''],
    ['24-26 декабря ремонт', '2026-12-24', '2026-12-26', null, 'ремонт'],
    ['31 Δεκεμβρίου 13:00', '2026-12-31', '2026-12-31', 780, ''],
  ])('/closed %s closes those days', (words, from, to, minute, reason) => {
    expect(readClosed(words, today)).toEqual({
      what: { of: 'station' },
      from,
      to,
      span: minute === null ? null : { from: minute, to: 1440 },
      reason,
    });
  });

  it('a time with a name behind it stays a time', () => {
    expect(readBooking('oil tomorrow 10:00 May', station, today)).toMatchObject({ minute: 600, rest: 'May' });
  });
});

describe('a time in a command', () => {
  it.each([
    ['10', 600],
    ['9:30', 570],
    ['09.30', 570],
    ['24', 1440],
    ['24:01', null],
    ['9:75', null],
    ['x', null],
  ])('%s is minute %s', (text, minute) => {
    expect(readTime(text)).toBe(minute);
  });

  it.each([
    ['14-15', { from: 840, to: 900 }],
    ['14:00–15:30', { from: 840, to: 930 }],
    ['15-14', null],
    ['14', null],
  ])('%s is a stretch', (text, span) => {
    expect(readSpan(text)).toEqual(span);
  });
});

describe('a name in a command', () => {
  it.each([
    ['Kostas', 'kostas', true],
    ['Κώστας', 'κωστας', true],
    ['Kosta', 'Kostas', true],
    ['Kostaz', 'Kostas', true],
    ['Kotsas', 'Kostas', false],
    ['Kos', 'Kostas', false],
    ['Мария', 'Марія', true],
  ])('%s and %s', (one, other, same) => {
    expect(isNearly(fold(one), fold(other))).toBe(same);
  });
});
