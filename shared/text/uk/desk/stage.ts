import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import type { GroupTexts } from '../../dictionary.ts';
import type { Format } from '../../format.ts';
import { lines } from '../../lines.ts';
import { excerpt } from '../../shorten.ts';
import { tankOf } from '../../tank.ts';

/** Stages as advisors call them; they stand on buttons, too. */
const names: Readonly<Record<Stage, string>> = {
  booked: 'Записане',
  arrived: 'Авто в нас',
  checking: 'Огляд',
  answer: 'Чекає відповіді',
  parts: 'Чекає деталь',
  working: 'У роботі',
  quality: 'Перевірка',
  ready: 'Готове',
  handedBack: 'Видане',
  cancelled: 'Візит скасовано',
  noShow: 'Не приїхали',
};

const told = {
  now: 'Власнику повідомлено.',
  later: 'Власнику повідомимо за кілька хвилин, разом із наступним.',
  silent: 'Саме про це власнику не повідомляється, видно на картці.',
  asks: 'Згоди на повідомлення немає: власник дізнається, коли запитає.',
  reach: 'Месенджера немає: зателефонуйте, будь ласка.',
  call: 'Власнику сьогодні писали вже достатньо: зателефонуйте, будь ласка.',
} as const;

type OfOwner =
  | 'stageNews'
  | 'stageLate'
  | 'stageLabelPhotos'
  | 'stageLabelOrder'
  | 'stageLabelCollect'
  | 'stageCollect';

/** What only advisors see of where a visit is. */
export const deskStage: Omit<GroupTexts<'stage'>, OfOwner> = {
  stageCard: ({ stage, at, newsBy }, f) =>
    `${names[stage]}, ${f.dayTime(at)}${newsBy === null ? '' : `, новини ${f.deadline(newsBy)}`}`,
  stageCardLate: ({ by }, f) => `Чекаємо ${f.deadline(by)}`,
  stageAsk: ({ stage, car, at, readyBy, newsBy }, f) =>
    lines(
      f.about(car, at === 0 ? `${names[stage]}.` : `${names[stage]}, ${f.dayTime(at)}.`),
      `Обіцяно: готове ${f.deadline(readyBy)}${newsBy === null ? '' : `, новини ${f.deadline(newsBy)}`}.`,
      'Що з ним тепер?',
    ),
  stageCollects: ({ car }, f) => f.about(car, 'їдуть забирати авто.'),
  stageWhich: () => 'Про який візит ідеться?',
  stageNoVisit: ({ name }) => `${excerpt(name, 40)}: незавершених візитів немає.`,
  stageHelp: () => 'Авто у вас: /status, /arrived 84210 1/2, /ready, /promise 17:00 деталі.',
  stageHow: () =>
    lines(
      'Такого стану візиту немає. Напишіть після команди один із цих або лише команду, тоді будуть кнопки.',
      Object.values(names).join(', ').toLowerCase(),
    ),
  stageSet: ({ stage, car, by, told: how }, f) =>
    lines(f.about(car, `${f.person(by)}: ${names[stage]}.`), told[how]),
  stageNoBay: ({ car, readyBy }, f) =>
    f.about(
      car,
      `вільного поста зараз немає. Обіцяно ${f.deadline(readyBy)}: знайдіть, будь ласка, місце або назвіть новий термін через /promise.`,
    ),
  stageUndone: ({ stage, car, by }, f) => f.about(car, `${f.person(by)}, крок назад: ${names[stage]}.`),
  stageUndoGone: () =>
    'Це можна повернути лише протягом десяти хвилин і поки нічого не змінилося. Виберіть правильний стан.',
  stageRefused: ({ from, to, why }) => refused(from, to, why),
  stageIntake: (came, f) => intakeText(came, f),
  stageIntakeOdd: () => 'Не розумію. Пробіг і пальне пишуться так: 84210 1/2',
  stageIntakeMany: ({ most }) => `Більше ніж ${most} фото не вміститься.`,
  stageIntakeGone: () => 'Цей візит завершено або його тут більше немає.',
  stageLabelStatus: () => 'Стан',
  stageLabelTo: ({ stage }) => names[stage],
  stageLabelUndo: () => 'Повернути',
  stageLabelFuel: ({ fuel }) => `Пальне ${tankOf(fuel)}`,
  stageLabelTell: () => 'Повідомити',
};

function refused(from: Stage, to: Stage, why: PhraseArgs['stageRefused']['why']): string {
  switch (why) {
    case 'already':
      return `Цей стан уже стоїть: ${names[to]}.`;
    case 'over':
      return `Візит завершено: ${names[from]}.`;
    case 'order': {
      const reason =
        from === 'booked'
          ? 'Авто тут ще немає.'
          : from === 'ready'
            ? 'Воно готове: можна лише повернути в роботу або видати.'
            : null;
      return lines(`З «${names[from]}» не можна перейти в «${names[to]}».`, reason);
    }
  }
}

function intakeText({ car, mileage, fuel, photos }: PhraseArgs['stageIntake'], f: Format): string {
  const known = [
    mileage === null ? 'пробігу немає' : `${f.plural(mileage, { other: '#' })} км`,
    fuel === null ? 'пального немає' : `пальне ${tankOf(fuel)}`,
    photos === 0 ? 'фото поки немає' : `фото: ${photos}`,
  ];
  return lines(
    f.about(car, 'авто під час приймання.'),
    f.capital(`${known.join(', ')}.`),
    'Дайте відповідь на це повідомлення з пробігом і пальним, «84210 1/2», або з фото.',
  );
}
