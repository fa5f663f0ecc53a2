import { describe, expect, it } from 'vitest';
import { makes } from '#shared/domain/car-makes.ts';
import { carsNamed } from '#shared/domain/car-named.ts';
import { fold } from '#shared/domain/fold.ts';
import { readVehicle } from '#shared/domain/vehicle.ts';

function car(text: string) {
  const vehicle = readVehicle(text, text);
  if (typeof vehicle === 'string') throw new Error(`${text} is ${vehicle}`);
  return vehicle;
}

const octavia = car('Skoda Octavia 2018 ABC-4821');
const golf = car('golf');
const corolla = car('Тойота Королла 2012');
const sprinter = car('Mercedes-Benz Sprinter MZ-0007');
const theirs = [octavia, golf, corolla, sprinter];
const named = (said: string, vehicles = theirs) => carsNamed(said, vehicles).map(({ id }) => id);

describe('a car that somebody names', () => {
  it.each([
    ['the make', 'skoda', octavia],
    ['the make in Russian', 'шкода', octavia],
    ['the make in Greek', 'σκόντα', octavia],
    ['the model', 'octavia', octavia],
    ['the model in Russian, in another case', 'октавию', octavia],
    ['the model in Greek', 'Οκτάβια', octavia],
    ['both', 'шкода октавия', octavia],
    ['a slip of the finger', 'octaiva', null],
    ['a letter left out', 'octvia', octavia],
    ['the figures of the plate', '4821', octavia],
    ['the whole plate', 'abc 4821', octavia],
    ['the plate with the model', 'octavia 4821', octavia],
    ['a model without its make', 'гольф', golf],
    ['a model in Greek', 'γκολφ', golf],
    ['the make of a model, which they never wrote', 'volkswagen', golf],
    ['its short form', 'vw', golf],
    ['its name in Russian', 'фольксваген', golf],
    ['what was typed in Russian, said in English', 'toyota', corolla],
    ['the model the same way', 'corolla', corolla],
    ['and in Greek', 'τογιότα', corolla],
    ['as people speak', 'мерс', sprinter],
    ['the van', 'спринтер', sprinter],
    ['a car they do not have', 'passat', null],
    ['another model of a make they have', 'skoda fabia', null],
    ['a make they do not have', 'bmw', null],
    ['nothing', '', null],
    ['only a year', '2018', null],
  ])('%s: %s', (_, said, expected) => {
    expect(named(said)).toEqual(expected ? [expected.id] : []);
  });

  it('is any of two of that make: it is asked which', () => {
    const fabia = car('Skoda Fabia 2011 XYZ-1111');
    expect(named('skoda', [octavia, fabia])).toEqual([octavia.id, fabia.id]);
    expect(named('fabia', [octavia, fabia])).toEqual([fabia.id]);
  });

  it('stands in the table folded, once in its make', () => {
    for (const make of makes) {
      const names = make.flat();
      expect(names.filter((name) => fold(name) !== name)).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names)
        expect(name).not.toMatch(
          /\p{Script=Greek}.*\p{Script=Cyrillic}|\p{Script=Cyrillic}.*\p{Script=Greek}/u,
        );
    }
  });
});
