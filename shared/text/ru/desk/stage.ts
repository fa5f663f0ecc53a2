import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import type { GroupTexts } from '../../dictionary.ts';
import type { Format } from '../../format.ts';
import { lines } from '../../lines.ts';
import { excerpt } from '../../shorten.ts';
import { tankOf } from '../../tank.ts';

/** Stages as advisors call them; they stand on buttons, too. */
const names: Readonly<Record<Stage, string>> = {
  booked: 'Записана',
  arrived: 'Машина у нас',
  checking: 'Осмотр',
  answer: 'Ждёт ответа',
  parts: 'Ждёт деталь',
  working: 'В работе',
  quality: 'Проверка',
  ready: 'Готова',
  handedBack: 'Выдана',
  cancelled: 'Визит отменён',
  noShow: 'Не приехали',
};

const told = {
  now: 'Владельцу сообщили.',
  later: 'Владельцу сообщим через несколько минут, вместе со следующим.',
  silent: 'Само об этом владельцу не сообщается, видно на карточке.',
  asks: 'Согласия на сообщения нет: владелец узнает, когда спросит.',
  reach: 'Мессенджера нет: позвоните, пожалуйста.',
  call: 'Владельцу сегодня писали уже достаточно: позвоните, пожалуйста.',
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
    `${names[stage]}, ${f.dayTime(at)}${newsBy === null ? '' : `, новости ${f.deadline(newsBy)}`}`,
  stageCardLate: ({ by }, f) => `Ждём ${f.deadline(by)}`,
  stageAsk: ({ stage, car, at, readyBy, newsBy }, f) =>
    lines(
      f.about(car, at === 0 ? `${names[stage]}.` : `${names[stage]}, ${f.dayTime(at)}.`),
      `Обещано: готова ${f.deadline(readyBy)}${newsBy === null ? '' : `, новости ${f.deadline(newsBy)}`}.`,
      'Что с ней теперь?',
    ),
  stageCollects: ({ car }, f) => f.about(car, 'едут забирать машину.'),
  stageWhich: () => 'О каком визите речь?',
  stageNoVisit: ({ name }) => `${excerpt(name, 40)}: незавершённых визитов нет.`,
  stageHelp: () => 'Машина у вас: /status, /arrived 84210 1/2, /ready, /promise 17:00 детали.',
  stageHow: () =>
    lines(
      'Такого состояния визита нет. Напишите после команды одно из этих или только команду, тогда будут кнопки.',
      Object.values(names).join(', ').toLowerCase(),
    ),
  stageSet: ({ stage, car, by, told: how }, f) =>
    lines(f.about(car, `${f.person(by)}: ${names[stage]}.`), told[how]),
  stageNoBay: ({ car, readyBy }, f) =>
    f.about(
      car,
      `свободного поста сейчас нет. Обещано ${f.deadline(readyBy)}: найдите, пожалуйста, место или назовите новый срок через /promise.`,
    ),
  stageUndone: ({ stage, car, by }, f) => f.about(car, `${f.person(by)}, шаг назад: ${names[stage]}.`),
  stageUndoGone: () =>
    'Это можно вернуть только в течение десяти минут и пока ничего не изменилось. Выберите верное состояние.',
  stageRefused: ({ from, to, why }) => refused(from, to, why),
  stageIntake: (came, f) => intakeText(came, f),
  stageIntakeOdd: () => 'Не понимаю. Пробег и топливо пишутся так: 84210 1/2',
  stageIntakeMany: ({ most }) => `Больше ${most} фото не поместится.`,
  stageIntakeGone: () => 'Этот визит завершён или его здесь больше нет.',
  stageLabelStatus: () => 'Состояние',
  stageLabelTo: ({ stage }) => names[stage],
  stageLabelUndo: () => 'Вернуть',
  stageLabelFuel: ({ fuel }) => `Топливо ${tankOf(fuel)}`,
  stageLabelTell: () => 'Сообщить',
};

function refused(from: Stage, to: Stage, why: PhraseArgs['stageRefused']['why']): string {
  switch (why) {
    case 'already':
      return `Это состояние уже стоит: ${names[to]}.`;
    case 'over':
      return `Визит завершён: ${names[from]}.`;
    case 'order': {
      const reason =
        from === 'booked'
          ? 'Машины здесь ещё нет.'
          : from === 'ready'
            ? 'Она готова: можно только вернуть в работу или выдать.'
            : null;
      return lines(`Из «${names[from]}» нельзя перейти в «${names[to]}».`, reason);
    }
  }
}

function intakeText({ car, mileage, fuel, photos }: PhraseArgs['stageIntake'], f: Format): string {
  const known = [
    mileage === null ? 'пробега нет' : `${f.plural(mileage, { other: '#' })} км`,
    fuel === null ? 'топлива нет' : `топливо ${tankOf(fuel)}`,
    photos === 0 ? 'фото пока нет' : `фото: ${photos}`,
  ];
  return lines(
    f.about(car, 'машина при приёмке.'),
    f.capital(`${known.join(', ')}.`),
    'Ответьте на это сообщение пробегом и топливом, «84210 1/2», или фотографиями.',
  );
}
