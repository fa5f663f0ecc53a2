import type { GroupTexts } from '../dictionary.ts';
import { lines } from '../lines.ts';
import { purposesText, spanText } from '../own-line.ts';
import { excerpt, firstFew } from '../shorten.ts';

const yesNo = (on: boolean) => (on ? 'так' : 'ні');
const purposes = { visit: 'про ваші візити', service: 'про строк ТО', offers: 'про пропозиції' } as const;

export const own: GroupTexts<'own'> = {
  ownCard: ({ visit, service, offers, quiet, cars, payer }) =>
    lines(
      `Першими пишемо: ${purposesText({ visit, service, offers }, purposes) || 'ні, лише у відповідь'}.`,
      `Не пишемо в години ${spanText(quiet)}${quiet.own ? '' : ' (як на станції)'}.`,
      `Машини: ${firstFew(cars, 2) || 'поки немає'}.`,
      payer === null ? 'Витрати погоджуєте ви.' : `Витрати погоджує ${payer || 'інша людина'}.`,
    ),
  ownAskQuiet: ({ own: mine, ...span }) =>
    lines(
      `У які години нам не писати першими? Зараз це ${spanText(span)}${mine ? '' : ', як на станції'}.`,
      'Виберіть нижче або напишіть години, наприклад 22–8.',
    ),
  ownQuietOdd: ({ hours }, f) =>
    `Потрібні два часи, і щоб на добу лишалося хоча б ${f.duration(hours * 60)} для повідомлень, наприклад 22–8.`,
  ownCars: ({ count }, f) =>
    `У вас записано ${f.plural(count, { one: '# машину', few: '# машини', many: '# машин', other: '# машини' })}. Про яку йдеться?`,
  ownNoCars: () => 'Машин поки немає: ми запам’ятаємо машину під час першого запису.',
  ownCar: ({ car }) => car,
  ownAskCarName: ({ car }) => `${car}: як її записати? Напишіть, будь ласка, марку, модель і номер.`,
  ownCarNamed: ({ car }) => `Готово, записали: ${car}.`,
  ownAskRemove: ({ car }) =>
    `Прибрати зі списку ${car}? Усе, що про неї погоджено, залишиться в наших записах.`,
  ownCarRemoved: ({ car }) => `${car} більше немає у вашому списку.`,
  ownCarStays: ({ car, start }, f) =>
    `${car} записана на ${f.dayTime(start)}, тому лишається у списку. Після візиту її можна буде прибрати.`,
  ownCarGone: () => 'Цієї машини вже немає у вашому списку.',
  ownResumed: ({ on }) => `Усе як раніше: пишемо ${on.map((one) => purposes[one]).join(', ')}.`,
  ownNothingToUndo: () => 'Повертати вже нічого. Ось ваші налаштування:',

  ownStopWork: ({ advisor, by, open, phone }, f) =>
    open
      ? lines(
          `Одразу передали: просимо зупинити роботу. ${f.person(advisor)} відповість тут ${f.deadline(by)}.`,
          `Телефоном: ${phone}`,
        )
      : lines(
          `Одразу передали: просимо зупинити роботу. Зараз ми зачинені; ${f.person(advisor)} відповість тут ${f.deadline(by)}.`,
          `Телефоном: ${phone}`,
        ),
  ownStopWhich: () => 'Що зупинити: наші автоматичні повідомлення чи роботу з машиною?',
  ownStopLine: ({ car, text, phone, work }) =>
    lines(
      `Зупинити роботу${car && `: ${car}`}`,
      `«${excerpt(text, 140)}»`,
      work ? 'За замовленням вона триває.' : 'За замовленням робота не триває; перевірте й відповідайте.',
      phone !== '' && `Телефон: ${phone}`,
    ),
  ownStopAlert: ({ who, text, phone, managers }, f) =>
    lines(
      `${[managers.map(f.person).join(', '), `${who} просить зупинити роботу`].filter(Boolean).join(': ')}.`,
      `«${excerpt(text, 120)}»`,
      phone !== '' && `Телефон: ${phone}`,
    ),

  ownLabelSettings: () => 'Мої налаштування',
  ownLabelVisit: ({ on }) => `Про візити: ${yesNo(on)}`,
  ownLabelService: ({ on }) => `Про ТО: ${yesNo(on)}`,
  ownLabelOffers: ({ on }) => `Пропозиції: ${yesNo(on)}`,
  ownLabelQuiet: () => 'Тихі години',
  ownLabelCars: () => 'Мої машини',
  ownLabelExport: () => 'Отримати мої дані',
  ownLabelErase: () => 'Видалити мої дані',
  ownLabelSpan: spanText,
  ownLabelAsStation: () => 'Як на станції',
  ownLabelRename: () => 'Перейменувати',
  ownLabelRemove: () => 'Прибрати зі списку',
  ownLabelKeep: () => 'Залишити',
  ownLabelStopMessages: () => 'Повідомлення',
  ownLabelStopWork: () => 'Роботу з машиною',
  ownLabelDeskStop: () => 'Роботу зупинено',
};
