import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeParameters, sanitised } from '#shared/channels/whatsapp/templates/parameters.ts';
import { templates } from '#shared/channels/whatsapp/templates/templates.ts';
import { languages } from '#shared/domain/language.ts';
import { type Notice, updates } from '#shared/domain/notice.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';

const at = Date.parse('2026-11-24T07:00:00Z');
const en = textFor('en', station);
const moment = 'Tuesday 24 November, 09:00';

describe('a notice outside the 24 hours', () => {
  it.each<[string, Notice, string, readonly string[]]>([
    [
      'a reminder names the car and the start',
      { kind: 'reminder', start: at, car: 'Yaris' },
      'visit_reminder',
      ['Yaris', moment],
    ],
    [
      'a car that is ready',
      { kind: 'update', what: 'ready', car: 'Yaris', at },
      'visit_update',
      ['Yaris', 'the car is ready', moment],
    ],
    [
      'what is due',
      { kind: 'update', what: 'due', car: 'Yaris', at },
      'visit_update',
      ['Yaris', 'it is about time for a service', moment],
    ],
    [
      'a car that was expected',
      { kind: 'expected', start: at, car: 'Yaris' },
      'visit_expected',
      ['Yaris', moment],
    ],
    ['how a visit was', { kind: 'rating', car: 'Yaris', at }, 'visit_rating', ['Yaris', moment]],
    [
      'a car that came',
      { kind: 'update', what: 'arrived', car: 'Yaris', at },
      'visit_update',
      ['Yaris', 'the car is with us', moment],
    ],
    [
      'a promise that moves',
      { kind: 'update', what: 'delayed', car: 'Yaris', at },
      'visit_update',
      ['Yaris', 'the car will be ready later', moment],
    ],
    [
      'a visit that moves',
      { kind: 'update', what: 'moved', car: 'Yaris', at },
      'visit_update',
      ['Yaris', 'a new time for the visit', moment],
    ],
    [
      'a visit that is cancelled',
      { kind: 'update', what: 'cancelled', car: 'Yaris', at },
      'visit_update',
      ['Yaris', 'the visit is cancelled', moment],
    ],
    [
      'an estimate names until when it holds',
      { kind: 'estimate', car: 'Yaris', until: at },
      'estimate_ready',
      ['Yaris', moment],
    ],
    [
      'an advisor’s words are only announced',
      { kind: 'message', car: 'Yaris' },
      'advisor_message',
      ['Yaris'],
    ],
    ['a car that nobody has named', { kind: 'message', car: '' }, 'advisor_message', ['your car']],
  ])('%s', (_, notice, template, parameters) => {
    expect(noticeParameters(notice, en)).toEqual({ template, parameters });
  });

  it('fills its template exactly, in every language, with parameters that Meta takes', () => {
    const car = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('', ' \n\t ', '\u200b'),
    );
    const instant = fc.integer({ min: at, max: at + 400 * 86_400_000 });
    const notice: fc.Arbitrary<Notice> = fc.oneof(
      fc.record({ kind: fc.constant('reminder' as const), start: instant, car }),
      fc.record({
        kind: fc.constant('update' as const),
        what: fc.constantFrom(...updates),
        car,
        at: instant,
      }),
      fc.record({ kind: fc.constant('estimate' as const), car, until: instant }),
      fc.record({ kind: fc.constant('message' as const), car }),
    );
    fc.assert(
      fc.property(notice, fc.constantFrom(...languages), (given, language) => {
        const { template, parameters } = noticeParameters(given, textFor(language, station));
        const found = templates.find((one) => one.name === template && one.language === language);
        expect(parameters).toHaveLength(found?.body.examples.length ?? -1);
        for (const parameter of parameters) {
          expect(parameter.trim()).not.toBe('');
          expect(parameter).not.toMatch(/[\n\r\t\u2028\u2029]| {2}/);
          expect(parameter.isWellFormed()).toBe(true);
          expect(parameter.length).toBeLessThanOrEqual(60);
        }
        const filled = (found?.body.text ?? '').replace(
          /\{\{(\d+)\}\}/g,
          (_, number) => parameters[Number(number) - 1] ?? '',
        );
        expect(filled.length).toBeLessThanOrEqual(1024);
      }),
    );
  });
});

describe('a parameter', () => {
  it.each([
    ['is left as it is where it is fine', 'Octavia …4821', 'Octavia …4821'],
    ['loses its line breaks and tabs', 'Skoda\r\n\tOctavia', 'Skoda Octavia'],
    ['loses rows of spaces, of any kind', 'Skoda      \u00a0\u2003Octavia', 'Skoda Octavia'],
    ['loses what shows nothing', '\u202eSkoda\u200b Octavia\ufeff', 'Skoda Octavia'],
    ['loses half a character', 'Skoda \ud83d', 'Skoda'],
    ['keeps accents', 'Το μπλε Γιάρις', 'Το μπλε Γιάρις'],
    ['is never empty', ' \n ', '…'],
    ['is cut visibly', 'a'.repeat(61), `${'a'.repeat(59)}…`],
    ['is not cut at the limit', 'a'.repeat(60), 'a'.repeat(60)],
    ['is never cut through a character', `${'a'.repeat(58)}🚗🚗`, `${'a'.repeat(58)}…`],
    ['loses what shows nothing between blanks', 'a \u200b b', 'a b'],
  ])('%s', (_, given, kept) => {
    expect(sanitised(given)).toBe(kept);
  });
});
