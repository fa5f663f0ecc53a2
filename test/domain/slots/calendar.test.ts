import { describe, expect, it } from 'vitest';
import { addDays, MINUTE, toWall } from '#shared/domain/clock.ts';
import { workday } from '#shared/domain/slots/calendar.ts';
import { demo } from './bookings.ts';
import { neverClosing } from './stations.ts';

const zones = [
  'Europe/Athens',
  'Europe/Kyiv',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
] as const;
const YEARS = 10 * 365;

describe('ten years of starts', () => {
  it.each(zones)('lie inside the opening hours by the clock on the wall: %s', (zone) => {
    const station = { ...demo, zone, closed: [] };
    for (let ahead = 0; ahead < YEARS; ahead += 1) {
      const date = addDays('2026-01-01', ahead);
      const day = workday(station, date);
      if (day === null) {
        expect(toWall(Date.parse(`${date}T12:00:00Z`), 'UTC').weekday).toBe(7);
        continue;
      }
      const shown = day.starts.map((start) => toWall(day.midnight + start * MINUTE, zone));
      const saturday = shown[0]?.weekday === 6;
      const last =
        date.endsWith('-12-24') || date.endsWith('-12-31') ? shown.at(-1)?.minute : saturday ? 825 : 1035;
      expect(shown[0]).toMatchObject({ date, minute: saturday ? 540 : 510 });
      expect(shown.at(-1)).toMatchObject({ date, minute: last });
      expect(shown.length).toBe(((last ?? 0) - (shown[0]?.minute ?? 0)) / 15 + 1);
    }
  });

  it.each(zones)('skip the missing hour and have both of the doubled one, round the clock: %s', (zone) => {
    const station = neverClosing(zone);
    const lengths = new Map<number, number>();
    for (let ahead = 0; ahead < YEARS; ahead += 1) {
      const date = addDays('2026-01-01', ahead);
      const day = workday(station, date);
      const starts = day?.starts ?? [];
      expect(new Set(starts).size).toBe(starts.length);
      expect(starts.length * 15).toBe(day?.length);
      const dates = starts.map((start) => toWall((day?.midnight ?? 0) + start * MINUTE, zone).date);
      expect(dates.filter((other) => other !== date)).toEqual([]);
      lengths.set(starts.length, (lengths.get(starts.length) ?? 0) + 1);
    }
    expect([...lengths.keys()].length).toBe(3);
  });
});
