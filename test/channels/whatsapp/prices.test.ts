import { describe, expect, it } from 'vitest';
import { price } from '#shared/channels/whatsapp/prices.ts';

describe('what a message costs', () => {
  it.each([
    ['a Greek id', 'GR.7000001', 21_200],
    ['a Greek number', 'tel.306900000001', 21_200],
    ['a German id', 'DE.7000001', 55_000],
    ['a German number', 'tel.491510000001', 55_000],
    ['an Irish number', 'tel.353850000001', 17_100],
    ['an Italian number', 'tel.393450000001', 30_000],
    ['a country that is not listed', 'JP.7000001', 21_200],
    ['an id of a shape that nobody knows', '7000001', 21_200],
  ])('goes by the receiver’s country: %s', (_what, chat, micros) => {
    expect(price({ chat })).toBe(micros);
  });
});
