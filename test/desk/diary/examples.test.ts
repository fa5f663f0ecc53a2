import { describe, expect, it } from 'vitest';
import { exampleOf } from '#shared/desk/diary/examples.ts';
import { readAway, readBlock } from '#shared/desk/diary/read-block.ts';
import { readBooking, readWhen } from '#shared/desk/diary/read-booking.ts';
import { readDate } from '#shared/desk/diary/read-date.ts';
import { languages } from '#shared/domain/language.ts';
import { station } from '#shared/station/station.ts';

const today = '2026-11-21';
const tomorrow = '2026-11-22';

describe.each(languages)('an example that advisors are shown, in %s', (language) => {
  const words = (command: Parameters<typeof exampleOf>[0]) =>
    exampleOf(command, language).replace(/^\/\w+ /, '');

  it('is understood when it is copied', () => {
    expect(readDate(words('day'), today)).toBe(tomorrow);
    expect(readBlock(words('block'), station, today)).toMatchObject({ from: tomorrow, reason: '' });
    expect(readAway(words('away'), station, today)).toMatchObject({ from: tomorrow, reason: '' });
    expect(readWhen(words('move'), today)).toEqual({ date: tomorrow, minute: 600, rest: '' });
    const oil = { services: ['oil'], date: tomorrow, minute: 600 };
    expect(readBooking(words('topic'), station, today)).toMatchObject({ ...oil, rest: '' });
    expect(readBooking(words('general'), station, today)).toMatchObject({ ...oil, phone: '+306900000000' });
    expect(readBooking(words('walkin'), station, today)).toMatchObject({
      services: ['punct'],
      minute: 630,
      car: 'ABC-1234',
    });
  });
});
