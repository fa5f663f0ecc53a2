import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestCar, readVehicle } from '#shared/domain/vehicle.ts';

/** How owners write their cars, and how messages call them: short enough for a button, and never mistaken. */

function shortOf(text: string): string {
  const car = readVehicle(text, 'X');
  return typeof car === 'string' ? `(${car})` : car.short;
}

describe('a model', () => {
  it.each([
    ['octavia 2018', 'Octavia'],
    ['skoda', 'Skoda'],
    ['у меня тойота королла 2012', 'Тойота Королла'],
    ['У мене Fiat Panda 2015', 'Fiat Panda'],
    ['моя машина Golf 7', 'Golf 7'],
    ['I have a golf', 'Golf'],
    ['My car is a Ford Focus', 'Ford Focus'],
    ['Έχω ένα Yaris', 'Yaris'],
    ['моя', 'Моя'],
    ['Golf 7', 'Golf 7'],
    ['Mazda 3', 'Mazda 3'],
    ['Mazda 3 2015', 'Mazda 3'],
    ['Mazda CX-5', 'Mazda CX-5'],
    ['Peugeot 208', 'Peugeot 208'],
    ['Peugeot 3008 2020', 'Peugeot 3008'],
    ['peugeot 308 sw', 'Peugeot 308'],
    ['Citroën C4 Picasso', 'Citroën C4'],
    ['BMW X5', 'BMW X5'],
    ['bmw 320d', 'BMW 320d'],
    ['BMW 520', 'BMW 520'],
    ['Fiat 500', 'Fiat 500'],
    ['Fiat Panda 4x4', 'Fiat Panda'],
    ['Audi A4 2016', 'Audi A4'],
    ['audi q7', 'Audi Q7'],
    ['VW Golf VII 1.6 TDI', 'VW Golf'],
    ['vw polo 1.4', 'VW Polo'],
    ['Mercedes C200', 'Mercedes C200'],
    ['Mercedes-Benz E 220 d', 'Mercedes-Benz E 220'],
    ['Mercedes-Benz Sprinter 2019', 'Sprinter'],
    ['Volvo XC90 AWD', 'Volvo XC90'],
    ['hyundai i20', 'Hyundai i20'],
    ['Ford F-150', 'Ford F-150'],
    ['Honda CR-V 2', 'Honda CR-V 2'],
    ['Sprinter 316 CDI', 'Sprinter 316'],
    ['Land Rover 110', 'Land Rover 110'],
    ['Alfa Romeo 147', 'Alfa Romeo 147'],
    ['Tesla Model 3', 'Tesla Model 3'],
    ['Saab 9-3', 'Saab 9-3'],
    ['Lada 2107', 'Lada 2107'],
    ['ВАЗ 2107', 'ВАЗ 2107'],
    ['ГАЗ 3302', 'ГАЗ 3302'],
    ['УАЗ 469', 'УАЗ 469'],
    ['лада гранта 2014', 'Лада Гранта'],
    ['Шкода октавия 2018 года', 'Шкода Октавия'],
    ['Octavia 2018 г.в.', 'Octavia'],
    ['Шкода Октавія 2018 р.', 'Шкода Октавія'],
    ['τογιότα γιάρις 2012', 'Τογιότα Γιάρις'],
    ['2018 skoda octavia', 'Skoda Octavia'],
    ['Skoda Octavia (2018)', 'Skoda Octavia'],
    ['Kia 2018', 'Kia'],
  ])('"%s" is called %s', (written, short) => {
    expect(shortOf(written)).toBe(short);
  });
});

describe('a model with its plate', () => {
  it.each([
    ['Skoda Octavia 2018 ABC-4821', 'Skoda Octavia …4821'],
    ['Skoda Octavia, 2018, ABC 4821', 'Skoda Octavia …4821'],
    ['Golf;2016;ABC-1234', 'Golf …1234'],
    ['abc 4821 golf', 'Golf …4821'],
    ['Octavia IKA-2018', 'Octavia …2018'],
    ['ΙΚΑ-4821 Skoda', 'Skoda …4821'],
    ['Yaris ΖΥΧ 1234', 'Yaris …1234'],
    ['Νίσαν Μίκρα ΝΚΒ-1234', 'Νίσαν Μίκρα …1234'],
    ['Peugeot 206 1.4 HDI NIK-9087', 'Peugeot 206 …9087'],
    ['Ланос АЕ 4821 КВ', 'Ланос …4821'],
    ['Шкода Октавія 2018 АХ4821КА', 'Шкода Октавія …4821'],
    ['Лада Гранта А123ВС777', 'Лада Гранта …123'],
    ['Нива 2121 А 777 АА 77', 'Нива 2121 …777'],
    ['BMW M-AB 1234', 'BMW …1234'],
    ['Ford Focus AB12 CDE', 'Ford Focus …CDE'],
    ['Dacia Duster CJ 12 ABC', 'Dacia Duster …ABC'],
    ['Clio AB-123-CD', 'Clio …123'],
    ['Seat Ibiza 1234 BCD', 'Seat Ibiza …1234'],
    ['Tesla Model S ABC1234', 'Tesla Model S …1234'],
  ])('"%s" is called %s', (written, short) => {
    expect(shortOf(written)).toBe(short);
  });
});

describe('a plate alone', () => {
  it.each([
    ['abc-4821', 'ABC-4821'],
    ['ΙΚΑ 4821', 'ΙΚΑ 4821'],
    ['IKA4821', 'IKA4821'],
    ['ΙΚΑ 2018', 'ΙΚΑ 2018'],
    ['вк 1234 са', 'ВК 1234 СА'],
    ['АА1234ВС', 'АА1234ВС'],
    ['А123ВС777', 'А123ВС777'],
    ['M-AB 1234', 'M-AB 1234'],
    ['AB12 CDE', 'AB12 CDE'],
    ['34 ABC 123', '34 ABC 123'],
    ['номер ВК1234СА', 'ВК1234СА'],
    ['plate: ABC 4821', 'ABC 4821'],
    ['πινακίδα ΙΚΑ 4821', 'ΙΚΑ 4821'],
  ])('"%s" stays %s', (written, short) => {
    expect(shortOf(written)).toBe(short);
  });
});

describe('odd ways to name a car', () => {
  it.each([
    ['WAUZZZ8K9BA123456', 'VIN …3456'],
    ['VIN: WVWZZZ1JZXW000001', 'VIN …0001'],
    ['Audi A4 WAUZZZ8K9BA123456', 'Audi A4'],
    ['🚗 golf', 'Golf'],
    ['Golf 🚙 2016', 'Golf'],
    ['skoda\noctavia\r\n2018', 'Skoda Octavia'],
    ['  golf\t 7 ', 'Golf 7'],
    ['go\u202elf', 'Golf'],
    ['2018', '2018'],
    ['4821', '4821'],
    ['7', '7'],
    ['', '(empty)'],
    [' \n ', '(empty)'],
    ['🚗', '(empty)'],
    ['???', '(empty)'],
    ['x'.repeat(60), `X${'x'.repeat(19)}`],
    ['x'.repeat(61), '(tooLong)'],
  ])('%j is called %s', (written, short) => {
    expect(shortOf(written)).toBe(short);
  });

  it('keeps the words as they were written, but for blanks', () => {
    expect(readVehicle(' Skoda\n Octavia  abc-4821 ', 'ID1234')).toEqual({
      id: 'ID1234',
      label: 'Skoda Octavia abc-4821',
      short: 'Skoda Octavia …4821',
    });
  });

  it('is always one whole line of at most thirty characters, whatever was written', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 70 }),
      fc.string({ unit: 'grapheme', maxLength: 70 }),
    );
    fc.assert(
      fc.property(text, (written) => {
        const car = readVehicle(written, 'X');
        if (typeof car === 'string') return;
        expect(car.label.length).toBeLessThanOrEqual(longestCar);
        expect(car.short.trim()).not.toBe('');
        expect(car.short.length).toBeLessThanOrEqual(30);
        expect(car.short.isWellFormed() && car.label.isWellFormed()).toBe(true);
        expect(car.short).not.toMatch(/[\r\n]/u);
      }),
      { numRuns: 2_000 },
    );
  });
});
