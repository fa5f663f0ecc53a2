import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#shared/domain/fold.ts';
import { stripped } from '#shared/domain/stripped.ts';

const nobody = { names: [], cars: [] };
const anna = {
  names: ['Анна Кузнецова', 'Maria', 'Μαρία', 'Мария', 'Олена', "O'Neill"],
  cars: ['Octavia ABC-4821', 'Golf BC 1234 CX'],
};

describe('what leaves the station', () => {
  it.each([
    ['oil for my octavia abc 4821 on friday', 'oil for my octavia [plate] on friday'],
    ['масло на октавию АВС4821', 'масло на октавию [plate]'],
    ['that 4821 one, tomorrow', 'that [plate] one, tomorrow'],
    ['call +30 690 000 00 01 before ten', 'call [phone] before ten'],
    ['звоните 8(916)123-45-67 после 5', 'звоните [phone] после 5'],
    ['τηλ. 6900000001, λάδια αύριο', 'τηλ. [phone], λάδια αύριο'],
    ['write to lena@example.com or @lena_k', 'write to [email] or [name]'],
    ['like here https://maps.example.com/x?y=1 tomorrow', 'like here [link] tomorrow'],
    ['t.me/lena_k and avto.ru/cars/1', '[link] and [link]'],
    ['my name is Olga Petrova and I want oil', 'my name is [name] and I want oil'],
    ['меня зовут ольга, хочу масло', 'меня зовут [name], хочу масло'],
    ['με λένε Κώστα και θέλω λάδια', 'με λένε [name] και θέλω λάδια'],
    ['к Марии на пятницу, от Анны', 'к [name] на пятницу, от [name]'],
    ['στη Μαρία, την Παρασκευή', 'στη [name], την Παρασκευή'],
    ['Олени не буде', '[name] не буде'],
    ['vin WVWZZZ1JZXW000001, brakes', 'vin [number], brakes'],
    ['заказ 483920, тормоза', 'заказ [number], тормоза'],
  ])('%s → %s', (text, left) => {
    expect(stripped(text, anna)).toBe(left);
  });

  it.each([
    'on 10 Dec at 17:30, or 27.11.2026',
    'на 10 мая после 17.00',
    'between 10:00-12:00 or 14-16',
    'oil and 4 tyres 205/55 on the 28th, golf 2018',
    'στις 28/11/2026 το πρωί',
    '2026-11-27 10',
  ])('leaves days, hours and sizes as they are: %s', (text) => {
    expect(stripped(text, nobody)).toBe(text);
  });

  it('tells nothing of a long story but its beginning', () => {
    expect(stripped('a b '.repeat(400), nobody).length).toBeLessThanOrEqual(400);
  });

  const around = fc.constantFrom('', 'oil tomorrow ', 'масло завтра, ', 'λάδια αύριο: ', '(', 'tel.');
  const between = fc.constantFrom('', ' ', '-', '.', ' - ', '/', ') ', ' (', '\u00a0', '\u200b');

  it('never holds a telephone number, however it is written', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    const number = fc.array(fc.tuple(digit, between), { minLength: 8, maxLength: 15 });
    fc.assert(
      fc.property(around, fc.constantFrom('', '+', '00'), number, around, (before, plus, signs, after) => {
        const written = signs.map(([figure, sign]) => `${figure}${sign}`).join('');
        const left = stripped(`${before}${plus}${written} ${after}`, nobody);
        const isDay = /^[\s(+]*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(plus + written);
        return isDay || (left.match(/\d/g) ?? []).length < 5;
      }),
    );
  });

  it('never holds a plate of their car, in any case and with any separator', () => {
    const sign = fc.constantFrom('', ' ', '-', '.');
    fc.assert(
      fc.property(around, sign, fc.boolean(), around, (before, separator, isSmall, after) => {
        const plate = `ABC${separator}4821`;
        const left = stripped(`${before}${isSmall ? plate.toLowerCase() : plate} ${after}`, anna);
        return !left.includes('4821') && !/abc/i.test(left);
      }),
    );
  });

  it('never holds a name that the station knows, declined or in capitals', () => {
    const ending = fc.constantFrom('', 'е', 'у', 'ы', 'ой');
    fc.assert(
      fc.property(around, ending, fc.boolean(), around, (before, end, isLoud, after) => {
        const name = `Анн${end}`;
        const left = stripped(`${before}${isLoud ? name.toUpperCase() : name} ${after}`, anna);
        return !fold(left).split(' ').includes(fold(name));
      }),
    );
  });

  it('stripped again, is the same: nothing is left to take away', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const once = stripped(text, anna);
        return stripped(once, anna) === once;
      }),
    );
  });
});
