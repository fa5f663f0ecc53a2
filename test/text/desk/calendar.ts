import fc from 'fast-check';
import type { Groups, PhraseArgs } from '#shared/domain/phrase.ts';
import { diaryBookingArgs, diaryBookingSamples } from './diary-booking.ts';

const at = (iso: string) => Date.parse(iso);
const block = { id: 'B3', from: '2026-11-24', to: '2026-11-24', span: { from: 840, to: 900 }, reason: '' };
const bay = { ...block, what: 'bay' as const };
const away = {
  ...block,
  what: 'technician' as const,
  id: 'kos',
  to: '2026-11-26',
  span: null,
  reason: 'dentist',
};
const closed = { ...block, what: 'station' as const, id: '', span: { from: 780, to: 1440 } };
const visit = {
  ref: '7K2M4Q',
  start: at('2026-11-25T07:00:00Z'),
  services: ['annual'],
  name: 'Nikos',
  car: 'Octavia …4821',
  bay: 'B1',
  technician: 'kos',
};
const whole = { ...visit, readyBy: at('2026-11-25T10:30:00Z'), held: false, odd: false };

type Key = Groups['calendar'];
type WithArgs = { [K in Key]: Record<string, never> extends PhraseArgs[K] ? never : K }[Key];

/** As advisors meet them. */
export const calendarSamples: { readonly [K in WithArgs]: readonly PhraseArgs[K][] } = {
  ...diaryBookingSamples,
  diaryDay: [
    { date: '2026-11-24', closed: false, visits: 3, full: 42 },
    { date: '2026-11-29', closed: true, visits: 0, full: 0 },
  ],
  diaryVisit: [
    { ...whole, stay: 'wait' },
    { ...whole, stay: 'leave', held: true, odd: true, name: '', car: '', technician: '' },
  ],
  diaryBlocked: [
    { from: at('2026-11-24T12:00:00Z'), to: at('2026-11-24T13:00:00Z'), bays: ['B3'], people: ['kos'] },
  ],
  diaryFree: [
    {
      technician: 'kos',
      spans: [{ from: at('2026-11-24T06:30:00Z'), to: at('2026-11-24T08:00:00Z') }],
    },
    { technician: 'pet', spans: [] },
  ],
  diaryHalf: [{ half: 'morning' }, { half: 'afternoon' }],
  diaryLabelHalf: [{ half: 'morning' }, { half: 'afternoon' }],
  diaryLabelBefore: [{ date: '2026-11-23' }],
  diaryLabelAfter: [{ date: '2026-11-25' }],
  diaryBlockAsk: [
    { ...bay, affected: 0 },
    { ...away, affected: 1 },
    { ...closed, affected: 5 },
  ],
  diaryBlockDone: [
    { ...bay, affected: 0 },
    { ...away, affected: 2 },
  ],
  diaryBlockUndone: [bay, closed],
  diaryAffected: [visit],
  diaryLabelUnblock: [{ id: 'B3' }, { id: 'kos' }, { id: '' }],
  diaryLabelOfferMove: [{ name: 'Nikos' }],
  diaryNoBay: [
    { word: 'B9', bays: ['B1', 'B2'] },
    { word: '', bays: ['B1', 'B2'] },
  ],
  diaryNoPerson: [
    { word: 'Kot', people: ['kos', 'gio'] },
    { word: '', people: ['kos', 'gio'] },
  ],
  diaryNoDay: [
    { word: 'soon', example: '/day tomorrow' },
    { word: '', example: '/closed 2026-12-31' },
  ],
  diaryNoTime: [{ word: '15-14', example: '/block B3 14-15' }],
  diaryPast: [{ date: '2026-11-20' }],
  diaryTooLong: [{ days: 31 }],
  diaryClosedAnyway: [{ date: '2026-11-29' }],
};

const instant = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') });
const date = instant.map((one) => new Date(one).toISOString().slice(0, 10));
const word = fc.constantFrom('', 'Nikos', 'B1', 'kos', 'Παπαδόπουλος');
const half = fc.constantFrom('morning' as const, 'afternoon' as const);
const ids = fc.array(fc.constantFrom('B1', 'kos', 'x'), { minLength: 1, maxLength: 4 });
const services = fc.array(fc.constantFrom('oil', 'annual', 'gone'), { maxLength: 3 });
const visitArgs = {
  ref: fc.constant('7K2M4Q'),
  start: instant,
  services,
  name: word,
  car: word,
  bay: word,
  technician: word,
};
const takenOut = {
  what: fc.constantFrom('bay' as const, 'technician' as const, 'station' as const),
  id: word,
  from: date,
  to: date,
  span: fc.option(fc.record({ from: fc.nat(1440), to: fc.nat(1440) })),
  reason: word,
};
const affected = fc.nat(200);
const example = fc.constant('/day tomorrow');

export const calendarArgs: { readonly [K in WithArgs]: fc.Arbitrary<PhraseArgs[K]> } = {
  ...diaryBookingArgs,
  diaryDay: fc.record({ date, closed: fc.boolean(), visits: fc.nat(60), full: fc.nat(100) }),
  diaryVisit: fc.record({
    ...visitArgs,
    readyBy: instant,
    stay: fc.constantFrom('wait' as const, 'leave' as const),
    held: fc.boolean(),
    odd: fc.boolean(),
  }),
  diaryBlocked: fc.record({ from: instant, to: instant, bays: ids, people: ids }),
  diaryFree: fc.record({
    technician: word,
    spans: fc.array(fc.record({ from: instant, to: instant }), { maxLength: 12 }),
  }),
  diaryHalf: fc.record({ half }),
  diaryLabelHalf: fc.record({ half }),
  diaryLabelBefore: fc.record({ date }),
  diaryLabelAfter: fc.record({ date }),
  diaryBlockAsk: fc.record({ ...takenOut, affected }),
  diaryBlockDone: fc.record({ ...takenOut, affected }),
  diaryBlockUndone: fc.record(takenOut),
  diaryAffected: fc.record(visitArgs),
  diaryLabelUnblock: fc.record({ id: word }),
  diaryLabelOfferMove: fc.record({ name: fc.constantFrom('Nikos', 'Konstantinos Papadopoulos', '7K2M4Q') }),
  diaryNoBay: fc.record({ word, bays: ids }),
  diaryNoPerson: fc.record({ word, people: ids }),
  diaryNoDay: fc.record({ word, example }),
  diaryNoTime: fc.record({ word, example }),
  diaryPast: fc.record({ date }),
  diaryTooLong: fc.record({ days: fc.nat(60) }),
  diaryClosedAnyway: fc.record({ date }),
};
