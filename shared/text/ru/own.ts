import type { GroupTexts } from '../dictionary.ts';
import { lines } from '../lines.ts';
import { purposesText, spanText } from '../own-line.ts';
import { excerpt, firstFew } from '../shorten.ts';

const yesNo = (on: boolean) => (on ? 'да' : 'нет');
const purposes = { visit: 'о ваших визитах', service: 'о сроке ТО', offers: 'о предложениях' } as const;

export const own: GroupTexts<'own'> = {
  ownCard: ({ visit, service, offers, quiet, cars, payer }) =>
    lines(
      `Первыми пишем: ${purposesText({ visit, service, offers }, purposes) || 'нет, только в ответ'}.`,
      `Не пишем в часы ${spanText(quiet)}${quiet.own ? '' : ' (как на станции)'}.`,
      `Машины: ${firstFew(cars, 2) || 'пока нет'}.`,
      payer === null ? 'Расходы согласуете вы.' : `Расходы согласует ${payer || 'другой человек'}.`,
    ),
  ownAskQuiet: ({ own: mine, ...span }) =>
    lines(
      `В какие часы нам не писать первыми? Сейчас это ${spanText(span)}${mine ? '' : ', как на станции'}.`,
      'Выберите ниже или напишите часы, например 22–8.',
    ),
  ownQuietOdd: ({ hours }, f) =>
    `Нужны два времени, и чтобы в сутках оставалось хотя бы ${f.duration(hours * 60)} для сообщений, например 22–8.`,
  ownCars: ({ count }, f) =>
    `У вас записано ${f.plural(count, { one: '# машина', few: '# машины', many: '# машин', other: '# машины' })}. О какой речь?`,
  ownNoCars: () => 'Машин пока нет: мы запомним машину при первой записи.',
  ownCar: ({ car }) => car,
  ownAskCarName: ({ car }) => `${car}: как её записать? Напишите, пожалуйста, марку, модель и номер.`,
  ownCarNamed: ({ car }) => `Готово, записали: ${car}.`,
  ownAskRemove: ({ car }) =>
    `Убрать из списка ${car}? Всё, что о ней согласовано, останется в наших записях.`,
  ownCarRemoved: ({ car }) => `${car} больше нет в вашем списке.`,
  ownCarStays: ({ car, start }, f) =>
    `${car} записана на ${f.dayTime(start)}, поэтому остаётся в списке. После визита её можно будет убрать.`,
  ownCarGone: () => 'Этой машины уже нет в вашем списке.',
  ownResumed: ({ on }) => `Всё как раньше: пишем ${on.map((one) => purposes[one]).join(', ')}.`,
  ownNothingToUndo: () => 'Возвращать уже нечего. Вот ваши настройки:',

  ownStopWork: ({ advisor, by, open, phone }, f) =>
    open
      ? lines(
          `Сразу передали: просим остановить работу. ${f.person(advisor)} ответит здесь ${f.deadline(by)}.`,
          `По телефону: ${phone}`,
        )
      : lines(
          `Сразу передали: просим остановить работу. Сейчас мы закрыты; ${f.person(advisor)} ответит здесь ${f.deadline(by)}.`,
          `По телефону: ${phone}`,
        ),
  ownStopWhich: () => 'Что остановить: наши автоматические сообщения или работу с машиной?',
  ownStopLine: ({ car, text, phone, work }) =>
    lines(
      `Остановить работу${car && `: ${car}`}`,
      `«${excerpt(text, 140)}»`,
      work ? 'По заказ-наряду она идёт.' : 'По заказ-наряду работа не идёт; проверьте и ответьте.',
      phone !== '' && `Телефон: ${phone}`,
    ),
  ownStopAlert: ({ who, text, phone, managers }, f) =>
    lines(
      `${[managers.map(f.person).join(', '), `${who} просит остановить работу`].filter(Boolean).join(': ')}.`,
      `«${excerpt(text, 120)}»`,
      phone !== '' && `Телефон: ${phone}`,
    ),

  ownLabelSettings: () => 'Мои настройки',
  ownLabelVisit: ({ on }) => `О визитах: ${yesNo(on)}`,
  ownLabelService: ({ on }) => `О ТО: ${yesNo(on)}`,
  ownLabelOffers: ({ on }) => `Предложения: ${yesNo(on)}`,
  ownLabelQuiet: () => 'Тихие часы',
  ownLabelCars: () => 'Мои машины',
  ownLabelExport: () => 'Выгрузить данные',
  ownLabelErase: () => 'Удалить мои данные',
  ownLabelSpan: spanText,
  ownLabelAsStation: () => 'Как на станции',
  ownLabelRename: () => 'Переименовать',
  ownLabelRemove: () => 'Убрать из списка',
  ownLabelKeep: () => 'Оставить',
  ownLabelStopMessages: () => 'Сообщения',
  ownLabelStopWork: () => 'Работу с машиной',
  ownLabelDeskStop: () => 'Работа остановлена',
};
