import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#shared/domain/language.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** Language, consent and phone: what people set about themselves. */

function booked(lena: Neighbour): Neighbour {
  return lena
    .sends('book')
    .taps('labelService', { id: 'annual' })
    .says('Golf')
    .taps('labelSlot')
    .taps('labelLeave');
}

describe('the language', () => {
  it.each(languages)('can be chosen by hand: %s, and words do not change it then', (language: Language) => {
    const name = { en: 'English', ru: 'Русский', uk: 'Українська', el: 'Ελληνικά' }[language];
    const lena = given().person('Lena', 'el').sends('language').taps('verbatim', { text: name });
    expect(lena.heard).toEqual(['languageSet']);
    expect(lena.rows.at(-1)?.language).toBe(language);
    for (const words of ['Καλημέρα σας', 'здравствуйте, ещё', 'Привіт, їду']) lena.says(words);
    expect(lena.conversation.language).toBe(language);
  });

  it('is the profile’s at first, then that of clear words', () => {
    const anna = given().person('Anna', 'uk').sends('menu');
    expect(anna.rows.at(-1)?.language).toBe('uk');
    anna.says('ещё раз меню');
    expect(anna.conversation.language).toBe('ru');
    anna.says('Golf');
    expect(anna.conversation.language).toBe('ru');
  });

  it('is not changed by a plate', () => {
    const lena = given()
      .person('Lena', 'en')
      .sends('book')
      .taps('labelService', { id: 'oil' })
      .says('ΙΚΑ-4821');
    expect(lena.conversation.language).toBe('en');
    expect(lena.heard).toEqual(['times']);
  });

  it('of a profile that the station does not speak is the station’s', () => {
    const town = given();
    const lena = town.person('Lena', 'en');
    const event = { kind: 'command', name: 'start', payload: '' } as const;
    expect(lena.play(event).outcome.language).toBe('en');
    expect(town.station.defaultLanguage).toBe('el');
  });
});

describe('consent', () => {
  it('is asked after the first booking, once the phone is answered, and not again', () => {
    const lena = booked(given().person());
    expect(lena.heard).toEqual(['booked', 'askPhone']);
    expect(lena.says('skip').heard).toEqual(['phoneSkipped', 'askConsent']);
    lena.taps('labelConsentAsk');
    expect(lena.heard).toEqual(['consentNo']);
    expect(booked(lena.sends('menu')).heard).toEqual(['booked']);
  });

  it('not answered is none', () => {
    const lena = booked(given().person()).says('skip');
    expect(lena.customer.consents).toEqual({});
    const heard = lena.rows.length;
    for (let hours = 0; hours < 20; hours += 1) {
      lena.town.later(60);
      lena.ticks();
    }
    expect(lena.rows).toHaveLength(heard);
  });

  it.each([
    ['labelConsentYes', true],
    ['labelConsentAsk', false],
  ] as const)('%s is kept with its wording, language and time', (label, isGiven) => {
    const lena = booked(given().person()).says('skip').taps(label);
    expect(lena.customer.consents.visit).toMatchObject({
      given: isGiven,
      at: lena.town.now,
      wording: 'visit-1',
      language: 'en',
    });
    const record = lena.changes.findLast(({ kind }) => kind === 'consent');
    expect(record).toMatchObject({ kind: 'consent', purpose: 'visit', given: isGiven, wording: 'visit-1' });
  });

  it('of someone who shared their number before is still asked', () => {
    const lena = given().person().sends('menu').shares('+306900000001');
    expect(booked(lena).heard).toContain('askConsent');
  });
});

describe('the phone', () => {
  it('is the sender’s own or none', () => {
    const lena = booked(given().person()).shares('+306900000002', false);
    expect(lena.heard).toEqual(['phoneNotYours', 'askPhone']);
    expect(lena.customer.phone).toBeNull();
    expect(lena.shares('+306900000001').heard).toEqual(['phoneSaved', 'askConsent']);
    expect(lena.customer.phone).toBe('+306900000001');
  });

  it('shared in the middle of a booking leaves the booking where it is', () => {
    const lena = given().person().sends('book').taps('labelService', { id: 'annual' });
    const { flow } = lena.conversation;
    lena.shares('+306900000001');
    expect(lena.conversation.flow).toEqual(flow);
    expect(lena.says('Golf').heard).toEqual(['times']);
  });

  it('is asked for once: the second booking does not', () => {
    const lena = booked(given().person()).shares('+306900000001').taps('labelConsentYes');
    lena.sends('book').taps('labelService', { id: 'annual' }).taps('labelSlot').taps('labelLeave');
    expect(lena.heard).toEqual(['booked']);
  });
});
