import { demoStation } from '#shared/station/demo.ts';
import { loadStation } from '#shared/station/load.ts';
import { pylaiaTyres } from '#shared/station/pylaia.ts';
import type { Station } from '#shared/station/schema.ts';
import { demo } from './bookings.ts';

/** A station to try, with the instant at which its requests begin: near half days, closures and clock changes. */
export type Setting = { readonly name: string; readonly station: Station; readonly from: string };

const allDay = { from: '00:00', to: '24:00' };
const allWeek = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };
const roundTheClock = { open: '00:00', close: '24:00', break: { from: '12:00', to: '12:20' }, only: null };

/** Aristotelous Auto, never closing, somewhere else: work lies in missing and doubled hours. */
export function neverClosing(zone: string): Station {
  return loadStation({
    ...demoStation,
    zone,
    closed: [],
    halfDays: [],
    hours: {
      mon: roundTheClock,
      tue: roundTheClock,
      wed: roundTheClock,
      thu: roundTheClock,
      fri: roundTheClock,
      sat: roundTheClock,
      sun: roundTheClock,
    },
    technicians: demoStation.technicians.map((technician) => ({ ...technician, shifts: allWeek })),
    // Small enough shares, so that the limits are met within few requests.
    rules: { ...demoStation.rules, sellableShare: 0.4 },
  });
}

export const settings: readonly Setting[] = [
  { name: 'an ordinary week', station: demo, from: '2026-11-23T08:00:00Z' },
  { name: 'Christmas and two half days', station: demo, from: '2026-12-22T07:00:00Z' },
  { name: 'spring clock change of Athens', station: demo, from: '2027-03-26T07:00:00Z' },
  { name: 'before the summer closure', station: demo, from: '2027-08-03T07:00:00Z' },
  {
    name: 'small limits',
    station: { ...demo, parking: 1, rules: { ...demo.rules, sellableShare: 0.35 } },
    from: '2026-11-23T08:00:00Z',
  },
  { name: 'Pylaia Tyres', station: loadStation(pylaiaTyres), from: '2026-11-27T12:00:00Z' },
  { name: 'Kyiv, the missing hour', station: neverClosing('Europe/Kyiv'), from: '2026-03-28T12:00:00Z' },
  { name: 'Kyiv, the doubled hour', station: neverClosing('Europe/Kyiv'), from: '2026-10-24T12:00:00Z' },
  {
    name: 'New York, the missing hour',
    station: neverClosing('America/New_York'),
    from: '2027-03-13T12:00:00Z',
  },
  {
    name: 'Lord Howe, half an hour doubled',
    station: neverClosing('Australia/Lord_Howe'),
    from: '2027-04-03T02:00:00Z',
  },
  {
    name: 'Santiago, midnight missing',
    station: neverClosing('America/Santiago'),
    from: '2026-09-05T12:00:00Z',
  },
];
