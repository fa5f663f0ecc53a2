import { describe, expect, it } from 'vitest';
import { readIntake } from '#shared/desk/visit/read-intake.ts';
import { stageNamed } from '#shared/desk/visit/words.ts';
import { languages } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { stages } from '#shared/domain/visit/stage.ts';
import { words } from '#test/helpers/labels.ts';

describe('mileage and fuel, as an advisor writes them', () => {
  it.each([
    ['84210 1/2', 84_210, 4],
    ['84 210 км, ¾', 84_210, 6],
    ['84.210 3/8', 84_210, 3],
    ['84,210 km fuel 1/4', 84_210, 2],
    ['1/2', null, 4],
    ['84210', 84_210, null],
    ['пробег 84210, полный', 84_210, 8],
    ['84210 половина', 84_210, 4],
    ['84210 γεμάτο', 84_210, 8],
    ['84210 порожній', 84_210, 0],
    ['full 120034', 120_034, 8],
    ['50% 84210', 84_210, 4],
    ['100%', null, 8],
    ['7/8 990', 990, 7],
    ['¼ 1 084 210', 1_084_210, 2],
  ])('%s', (text, mileage, fuel) => {
    expect(readIntake(text)).toEqual({ mileage, fuel });
  });

  it.each(['', 'scratch on the door', '9/8', '12', '9999999', 'на парковке'])(
    'is not read out of “%s”',
    (text) => {
      expect(readIntake(text)).toBeNull();
    },
  );
});

describe('a stage behind the command', () => {
  it.each(languages)('is what stands on its button, in %s', (language) => {
    for (const stage of stages)
      expect(stageNamed(words(language, phrase('stageLabelTo', { stage })))).toBe(stage);
  });

  it.each([
    ['ready', 'ready'],
    ['Готова', 'ready'],
    ['ΕΤΟΙΜΟ', 'ready'],
    ['ждём деталь', 'parts'],
    ['no-show', 'noShow'],
    ['quality check', 'quality'],
    ['у роботі', 'working'],
  ])('%s', (text, stage) => {
    expect(stageNamed(text)).toBe(stage);
  });

  it.each(['', 'red', 'ready at five', 'please'])('is none in “%s”', (text) => {
    expect(stageNamed(text)).toBeNull();
  });
});
