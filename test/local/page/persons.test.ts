import { describe, expect, it } from 'vitest';
import { personsOf } from '#infra/local/page/app/persons.ts';
import type { Phone } from '#infra/local/phone-api.ts';

const phone = (changes: Partial<Phone>): Phone => ({
  messenger: 'telegram',
  id: '1',
  person: 'nikos',
  kind: 'person',
  name: 'Nikos',
  language: 'el',
  unread: 0,
  ...changes,
});

describe('The people of the page', () => {
  it('are listed once each, with all their phones, in the station’s order', () => {
    const persons = personsOf([
      phone({ id: '1', person: 'nikos' }),
      phone({ id: '2', person: 'anna', name: 'Anna' }),
      phone({ id: 'wa-2', person: 'anna', name: 'Anna', messenger: 'whatsapp', about: 'wants to know' }),
      phone({ id: 'wa-1', person: 'nikos', messenger: 'whatsapp' }),
    ]);
    expect(persons.map(({ name, about, phones }) => [name, about, phones.map(({ id }) => id)])).toEqual([
      ['Nikos', '', ['1', 'wa-1']],
      ['Anna', 'wants to know', ['2', 'wa-2']],
    ]);
  });

  it('are not the advisors’ group', () => {
    expect(personsOf([phone({ kind: 'group', person: '' })])).toEqual([]);
  });

  it('are their own where a phone names nobody', () => {
    expect(personsOf([phone({ id: '1', person: '' }), phone({ id: '2', person: '' })])).toHaveLength(2);
  });
});
