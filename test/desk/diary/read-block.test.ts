import { describe, expect, it } from 'vitest';
import { readAway, readBlock, readClosed } from '#shared/desk/diary/read-block.ts';
import { station } from '#shared/station/station.ts';

/** A Saturday. */
const today = '2026-11-21';
const day = (date: string) => ({ from: date, to: date });

describe('/block', () => {
  it.each([
    ['B3 14-15', { ...day(today), span: { from: 840, to: 900 }, reason: '' }],
    ['b3 14:00–15:30 tomorrow', { ...day('2026-11-22'), span: { from: 840, to: 930 }, reason: '' }],
    [
      'B3 mon 9-12 lift broken',
      { ...day('2026-11-23'), span: { from: 540, to: 720 }, reason: 'lift broken' },
    ],
    ['B3 завтра ремонт', { ...day('2026-11-22'), span: null, reason: 'ремонт' }],
    ['B3', { ...day(today), span: null, reason: '' }],
    ['Β3 αύριο 14-15', { ...day('2026-11-22'), span: { from: 840, to: 900 }, reason: '' }],
    ['в3 14', { ...day(today), span: { from: 840, to: 1440 }, reason: '' }],
    ['B3 από 14 έως 15 αύριο', { ...day('2026-11-22'), span: { from: 840, to: 900 }, reason: '' }],
    ['B3 from 14 to 15:30 lift', { ...day(today), span: { from: 840, to: 930 }, reason: 'lift' }],
  ])('%s', (words, wish) => {
    expect(readBlock(words, station, today)).toEqual({ what: { of: 'bay', bay: 'B3' }, ...wish });
  });

  it.each([
    ['B9 14-15', 'noBay', 'B9'],
    ['', 'noBay', ''],
    ['B3 15-14', 'noTime', '15-14'],
    ['B3 14-15 2026-11-20', 'past', '2026-11-20'],
    ['B3 14-15 χθες', 'past', '2026-11-20'],
    ['B3 14-15 24.11-31.12.2026', 'tooLong', ''],
  ])('%s is refused: %s', (words, problem, word) => {
    expect(readBlock(words, station, today)).toEqual({ problem, word });
  });
});

describe('/away', () => {
  it.each([
    ['Kostas tomorrow', 'kos', day('2026-11-22'), null],
    ['Костас завтра', 'kos', day('2026-11-22'), null],
    ['Κώστας αύριο', 'kos', day('2026-11-22'), null],
    ['kos 24.11-26.11', 'kos', { from: '2026-11-24', to: '2026-11-26' }, null],
    ['Κώστας 24-26.11', 'kos', { from: '2026-11-24', to: '2026-11-26' }, null],
    ['Κώστας από αύριο έως Παρασκευή', 'kos', { from: '2026-11-22', to: '2026-11-27' }, null],
    ['Kostas tomorrow from 13', 'kos', day('2026-11-22'), { from: 780, to: 1440 }],
    ['Dimitri tue 13-17 dentist', 'dim', day('2026-11-24'), { from: 780, to: 1020 }],
  ])('%s', (words, technician, dates, span) => {
    expect(readAway(words, station, today)).toMatchObject({
      what: { of: 'technician', technician },
      span,
      ...dates,
    });
  });

  it.each([
    ['Maria tomorrow', 'noPerson', 'Maria'],
    ['Kostas', 'noDay', ''],
    ['Kostas someday', 'noDay', 'someday'],
  ])('%s is refused: %s', (words, problem, word) => {
    expect(readAway(words, station, today)).toEqual({ problem, word });
  });
});

describe('/closed', () => {
  it.each([
    ['2026-12-31', day('2026-12-31'), null],
    ['24.12-26.12', { from: '2026-12-24', to: '2026-12-26' }, null],
    ['tomorrow from 13:00', day('2026-11-22'), { from: 780, to: 1440 }],
    ['завтра с 13', day('2026-11-22'), { from: 780, to: 1440 }],
    ['αύριο από 13:00', day('2026-11-22'), { from: 780, to: 1440 }],
  ])('%s', (words, dates, span) => {
    expect(readClosed(words, today)).toEqual({ what: { of: 'station' }, reason: '', span, ...dates });
  });

  it('takes two days in a row together', () => {
    const both = { from: '2026-11-27', to: '2026-11-28' };
    const wish = { what: { of: 'station' }, span: null, reason: 'move', ...both };
    expect(readClosed('27.11 28.11 move', today)).toEqual(wish);
  });

  it.each(['24.12 31.12', '24.12 31.12 holidays', '24.12-26.12 31.12'])(
    '"%s" closes no day by half of what was meant: it is asked again',
    (words) => {
      expect(readClosed(words, today)).toEqual({ problem: 'noDay', word: words });
    },
  );

  it('needs a day', () => {
    expect(readClosed('soon', today)).toEqual({ problem: 'noDay', word: 'soon' });
  });
});
