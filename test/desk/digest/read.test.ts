import { expect, it } from 'vitest';
import { monthIn, periodIn } from '#shared/desk/digest/read.ts';
import { nameOf } from '#shared/domain/period.ts';

/** Monday of the 48th week. */
const today = '2026-11-23';

it.each([
  ['', '2026-W48'],
  ['2026-W47', '2026-W47'],
  ['w47', '2026-W47'],
  ['W 47', '2026-W47'],
  ['2026 w47', '2026-W47'],
  ['week 47', '2026-W47'],
  ['неделя 47', '2026-W47'],
  ['47', '2026-W47'],
  ['W49', '2025-W49'],
  ['last week', '2026-W47'],
  ['Last', '2026-W47'],
  ['прошлая неделя', '2026-W47'],
  ['минулий тиждень', '2026-W47'],
  ['προηγούμενη εβδομάδα', '2026-W47'],
  ['11', '2026-11'],
  ['2026 11', '2026-11'],
  ['last month', '2026-10'],
  ['nov', '2026-11'],
  ['2026-W49', null],
  ['99', null],
  ['yesterday', null],
])('/report %s is %s', (words, name) => {
  const period = periodIn(words, today);
  expect(period && nameOf(period)).toBe(name);
});

it.each([
  ['2026-11', '2026-11'],
  ['11.2026', '2026-11'],
  ['2026/11', '2026-11'],
  ['3/2026', '2026-03'],
  [' 2026-1 ', '2026-01'],
  ['11', '2026-11'],
  ['12', '2025-12'],
  ['November', '2026-11'],
  ['ноябрь', '2026-11'],
  ['жовтень 2025', '2025-10'],
  ['Οκτώβριος', '2026-10'],
  ['last', '2026-10'],
  ['прошлый месяц', '2026-10'],
  ['минулий місяць', '2026-10'],
  ['περασμένο μήνα', '2026-10'],
  ['2026-13', null],
  ['0', null],
  ['13.2026', null],
  ['2026-12', null],
  ['last week', null],
  ['soon', null],
  ['', null],
])('/export %s is %s', (words, month) => {
  expect(monthIn(words, today)).toBe(month);
});
