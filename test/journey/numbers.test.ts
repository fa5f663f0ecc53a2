import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { words } from '#test/helpers/labels.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { idsOf, type WhatsAppPerson } from '#test/helpers/whatsapp-people.ts';
import { alarms, bookOil, people, type Records, recordsOf } from './people.ts';

/** Who a WhatsApp person is: an id that changes with the number, a number that may be hidden or written in two ways. */

const lena: WhatsAppPerson = people.en;
const say = (what: Parameters<typeof words>[1]) => words('en', what);

let rig: Rig;
let records: Records;
beforeEach(async () => {
  rig = await startRig({ messenger: 'whatsapp' });
  records = recordsOf(rig, 'whatsapp');
});
afterEach(() => rig.close());

describe('a person who goes by a username', () => {
  const shy: WhatsAppPerson = { ...lena, number: null };

  it('books, is asked for the number, and shares it with one tap', async () => {
    await rig.command('/start', shy);
    await bookOil(rig, shy, 'en');
    const asks = rig.played.whatsapp.graph.bubbles.filter(({ form }) => form === 'request_contact_info');
    expect(asks).toHaveLength(1);
    expect(asks[0]?.chat).toBe('GB.7000005');
    await rig.shares('+306911111111', shy);
    expect(await records.customer(shy)).toMatchObject({ phone: '+306911111111', phoneProven: true });
    expect(rig.last(shy).text).toContain(say(phrase('askConsent')).split('\n')[0]);
  });
});

describe('a person whose number everybody sees', () => {
  it('is never asked for it', async () => {
    await rig.command('/start', lena);
    await bookOil(rig, lena, 'en');
    const forms = rig.played.whatsapp.graph.bubbles.map(({ form }) => form);
    expect(forms).not.toContain('request_contact_info');
    expect(await records.customer(lena)).toMatchObject({ phone: '+447007000005', phoneProven: true });
  });
});

describe('a person with a new number', () => {
  const moved: WhatsAppPerson = { ...lena, userId: 'GB.9999', number: '447007999999' };

  it('keeps car, visit and language, and is reminded at the new number', async () => {
    await rig.command('/start', lena);
    await bookOil(rig, lena, 'en');
    await rig.taps(say(phrase('labelConsentYes')), lena);
    await rig.brings(rig.played.whatsapp.updates.changed(idsOf(lena), moved));
    await rig.settle();
    await rig.says('status', moved);
    expect(rig.last(moved).text).toContain('Octavia …4821');
    const before = rig.bubbles(moved).length;
    const old = rig.bubbles(lena).length;
    rig.clock = Date.parse('2026-11-22T15:59:00Z');
    await rig.advance(3);
    expect(rig.bubbles(moved).length).toBe(before + 1);
    expect(rig.bubbles(lena)).toHaveLength(old);
    expect(alarms(rig)).toEqual([]);
  });

  it('who writes before Meta tells of it is somebody new first, and the same person after', async () => {
    await rig.command('/start', lena);
    await bookOil(rig, lena, 'en');
    await rig.says('status', moved);
    expect(
      rig
        .bubbles(moved)
        .map(({ text }) => text)
        .join('\n'),
    ).not.toContain('4821');
    await rig.brings(rig.played.whatsapp.updates.changed(idsOf(lena), moved));
    await rig.settle();
    await rig.says('status', moved);
    expect(rig.last(moved).text).toContain('Octavia …4821');
  });

  it('leaves nothing to whoever gets the old number next', async () => {
    await rig.command('/start', lena);
    await bookOil(rig, lena, 'en');
    await rig.brings(rig.played.whatsapp.updates.changed(idsOf(lena), moved));
    await rig.settle();
    rig.clock += 24 * 3_600_000;
    const stranger: WhatsAppPerson = { ...lena, userId: 'GB.5555', first_name: 'Kate' };
    const before = rig.bubbles(stranger).length;
    await rig.says('status', stranger);
    const shown = rig
      .bubbles(stranger)
      .slice(before)
      .map(({ text }) => text)
      .join('\n');
    expect(shown).not.toBe('');
    expect(shown).not.toContain('4821');
  });
});

describe.each([
  ['Brazil', '5511987654321', '551187654321'],
  ['Argentina', '5491123456789', '541123456789'],
  ['Mexico', '5215512345678', '525512345678'],
])('a number of %s written in its two ways', (_country, long, short) => {
  // The country does not tell the language: the station's own is spoken.
  const { defaultLanguage } = station;

  it.each([
    [long, short],
    [short, long],
  ])('is one person, who wrote first without an id (%s) and then with one (%s)', async (first, second) => {
    const asNumber: WhatsAppPerson = { ...lena, userId: null, number: first };
    await rig.command('/start', asNumber);
    await bookOil(rig, asNumber, defaultLanguage);
    const withId: WhatsAppPerson = { ...lena, userId: 'BR.77', number: second };
    const before = rig.bubbles(withId).length;
    await rig.command('/status', withId);
    const shown = rig
      .bubbles(withId)
      .slice(before)
      .map(({ text }) => text);
    expect(shown.join('\n')).toContain('Octavia …4821');
    await rig.command('/status', asNumber);
    expect(rig.last(withId).text).toContain('Octavia …4821');
    expect(rig.played.whatsapp.graph.bubbles.at(-1)?.chat).toBe('BR.77');
  });
});
