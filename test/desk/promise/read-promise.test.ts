import { describe, expect, it } from 'vitest';
import { readPromise } from '#shared/desk/promise/read-promise.ts';

const today = '2026-11-24';
const at = (hour: number, minute = 0) => hour * 60 + minute;

describe('a new promise in one line', () => {
  it.each([
    ['17:00 parts', { of: 'ready', minute: at(17), reason: 'parts', words: '' }],
    ['17:00', { of: 'ready', minute: at(17), reason: null, words: '' }],
    ['17 детали', { of: 'ready', minute: at(17), reason: 'parts', words: '' }],
    ['завтра 11:00 очередь', { of: 'ready', date: '2026-11-25', minute: at(11), reason: 'queue' }],
    ['до 16:30 деталь придёт в три', { minute: at(16, 30), reason: 'parts', words: 'деталь придёт в три' }],
    [
      '16:30 the owner of the shop is ill',
      { minute: at(16, 30), reason: 'longer', words: 'the owner of the shop is ill' },
    ],
    ['ready by 15:15 test', { of: 'ready', minute: at(15, 15), reason: 'test', words: '' }],
    ['новини 11:30', { of: 'news', minute: at(11, 30), reason: null }],
    ['news 11:30 queue', { of: 'news', minute: at(11, 30), reason: 'queue' }],
    ['αύριο 10:00 ανταλλακτικό', { date: '2026-11-25', minute: at(10), reason: 'parts', words: '' }],
    ['έως 17:00 ανταλλακτικό', { of: 'ready', minute: at(17), reason: 'parts', words: '' }],
    ['στις 17:00', { of: 'ready', minute: at(17), reason: null, words: '' }],
    ['17:00 υλικά', { minute: at(17), reason: 'parts', words: '' }],
    ['νέα 12:00', { of: 'news', minute: at(12) }],
    ['17:00 відповідь', { minute: at(17), reason: 'answer', words: '' }],
    ['5 pm parts', { minute: at(17), reason: 'parts', words: '' }],
    ['1700', { minute: at(17) }],
    ['3 December 17:00', { date: '2026-12-03', minute: at(17), words: '' }],
    ['17:00 the part takes 2 days', { minute: at(17), words: 'the part takes 2 days' }],
    ['16:30 10-15 minutes more', { minute: at(16, 30), words: '10-15 minutes more' }],
    ['', { minute: null, odd: '' }],
    ['soon', { minute: null, odd: 'soon' }],
  ])('%s', (text, expected) => {
    expect(readPromise(text, today)).toMatchObject(expected);
  });
});
