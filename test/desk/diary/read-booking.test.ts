import { describe, expect, it } from 'vitest';
import { readBooking, readWhen } from '#shared/desk/diary/read-booking.ts';
import { station } from '#shared/station/station.ts';

/** A Saturday. */
const today = '2026-11-21';
const nothing = {
  services: [],
  among: null,
  said: '',
  date: null,
  minute: null,
  phone: '',
  car: '',
  rest: '',
};

describe('what stands behind /book and /walkin', () => {
  it.each([
    ['oil tomorrow 10:00', { services: ['oil'], said: 'oil', date: '2026-11-22', minute: 600 }],
    ['масло завтра 10:00', { services: ['oil'], said: 'масло', date: '2026-11-22', minute: 600 }],
    ['λάδια αύριο 10', { services: ['oil'], said: 'λάδια', date: '2026-11-22', minute: 600 }],
    ['oil at 10:30', { services: ['oil'], said: 'oil', minute: 630 }],
    ['oil 24.11', { services: ['oil'], said: 'oil', date: '2026-11-24' }],
    ['oil 10.30', { services: ['oil'], said: 'oil', minute: 630 }],
    ['annual + oil mon', { services: ['annual', 'oil'], said: 'annual + oil', date: '2026-11-23' }],
    ['anual mon', { services: ['annual'], said: 'anual', date: '2026-11-23' }],
    ['puncture', { services: ['punct'], said: 'puncture' }],
    [
      'oil tomorrow 10:00 Nikos ABC-1234 phone +30 690 000 0000',
      {
        services: ['oil'],
        said: 'oil',
        date: '2026-11-22',
        minute: 600,
        rest: 'Nikos',
        car: 'ABC-1234',
        phone: '+306900000000',
      },
    ],
    [
      'oil 10:00 Maria Papadopoulou тел 2310 555 010',
      {
        services: ['oil'],
        said: 'oil',
        minute: 600,
        rest: 'Maria Papadopoulou',
        phone: '+302310555010',
      },
    ],
    [
      'oil tomorrow 10:00 car Skoda Octavia 2018',
      { services: ['oil'], said: 'oil', date: '2026-11-22', minute: 600, car: 'Skoda Octavia 2018' },
    ],
    [
      'λάδια Γιάννης τηλ 6971234567',
      { services: ['oil'], said: 'λάδια', rest: 'Γιάννης', phone: '+306971234567' },
    ],
    ['oil phone 0030 697 1234567', { services: ['oil'], said: 'oil', phone: '+306971234567' }],
    ['polish tomorrow', { rest: 'polish tomorrow' }],
    ['', {}],
  ])('%s', (words, read) => {
    expect(readBooking(words, station, today)).toEqual({ ...nothing, ...read });
  });

  it('a word that several kinds of work have in common chooses none of them', () => {
    const { services, among } = readBooking('brake tomorrow', station, today);
    expect(services).toEqual([]);
    expect(among).toEqual(expect.arrayContaining(['pads', 'discs']));
  });

  it.each([
    ['10:00', { date: null, minute: 600, rest: '' }],
    ['tomorrow 10:00', { date: '2026-11-22', minute: 600, rest: '' }],
    ['10:00 завтра', { date: '2026-11-22', minute: 600, rest: '' }],
    ['στις 10:00', { date: null, minute: 600, rest: '' }],
    ['soonish', { date: null, minute: null, rest: 'soonish' }],
    ['', { date: null, minute: null, rest: '' }],
  ])('/move %s', (words, read) => {
    expect(readWhen(words, today)).toEqual(read);
  });
});
