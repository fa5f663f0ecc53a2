import type { GroupTexts } from '../dictionary.ts';
import { tankOf } from '../tank.ts';

export const archive: GroupTexts<'archive'> = {
  archiveComing: () =>
    'Собираем ваши данные: всю переписку, визиты, договорённости, фото и документы. Файл придёт сюда в течение пяти минут.',
  archiveWait: ({ next }, f) =>
    `За последние сутки вы уже запрашивали свои данные: файл есть в этом чате или скоро придёт. Следующий можно получить ${f.when(next)}.`,
  archiveReady: ({ part, parts }) =>
    parts === 1
      ? 'Ваши данные. Распакуйте файл и откройте index.html: он читается без интернета.'
      : `Ваши данные, часть ${part} из ${parts}. Распакуйте все части в одну папку и откройте в ней index.html.`,
  archiveLink: ({ part, parts, until }, f) =>
    `${parts === 1 ? 'Ваши данные готовы' : `Ваши данные готовы: часть ${part} из ${parts}`}. Ссылка только для вас, она работает до ${f.dayTime(until)}. Распакуйте файл и откройте index.html.`,
  archiveFailed: ({ phone }) =>
    `В этот раз собрать ваши данные не получилось. Напишите, пожалуйста, «мои данные» ещё раз позже или позвоните: ${phone}.`,
  archiveGone: () =>
    'Этого файла здесь больше нет: такие ссылки работают сутки. Напишите в чат «мои данные», и придёт новый.',
  archiveLabelExport: () => 'Выгрузить данные',
  archiveLabelFetch: () => 'Скачать',

  archiveTitle: ({ name }, f) =>
    name === '' ? `Мои данные в ${f.station}` : `${name}: мои данные в ${f.station}`,
  archiveMade: ({ at }, f) => `Всё, что ${f.station} хранит о вас: ${f.fullMoment(at)}.`,
  archiveParts: ({ parts }, f) =>
    parts === 1
      ? 'Фото и документы лежат в папке «files» рядом с этой страницей.'
      : `Фото и документы лежат в папке «files»: распакуйте ${f.plural(parts, { one: 'всю # часть', few: 'все # части', many: 'все # частей', other: 'все # части' })} в одно место.`,
  archiveSection: ({ section }) => sections[section],
  archiveField: ({ field }) => fields[field],
  archiveNothing: () => 'Ничего.',
  archiveQuiet: ({ from, to }) => `с ${from} до ${to}`,
  archiveServices: ({ services }, f) => f.capital(f.services(services)),
  archiveStage: ({ stage }) => stages[stage],
  archiveMileage: ({ km }) => `${km} км`,
  archiveFuel: ({ eighths }) => tankOf(eighths),
  archiveMoved: ({ of, from, to, reason, words }, f) =>
    `${of === 'ready' ? 'Готовность' : 'Новости'}: с ${f.dayTime(from)} на ${f.dayTime(to)}${because(words || (to > from ? reasons[reason] : ''))}`,
  archivePurpose: ({ purpose }) => purposes[purpose],
  archiveConsent: ({ given, at, wording }, f) =>
    `${given ? 'Да' : 'Только когда я спрошу'}, ${f.fullMoment(at)} (текст ${wording})`,
  archiveAgreed: ({ kind }) => agreed[kind],

  archiveManagersOnly: () => 'Таблицы и календарь постов может запросить только руководитель.',
  archiveTablesComing: ({ month }) =>
    `Готовим таблицы за ${month.slice(0, 7)}. Они придут в General через минуту.`,
  archiveTable: ({ of, month }) => `${tables[of]}, ${month.slice(0, 7)}`,
  archiveTableFailed: ({ month }) =>
    `Таблицы за ${month.slice(0, 7)} в этот раз не получились. Попробуйте, пожалуйста, ещё раз через несколько минут.`,
  archiveNoMonth: ({ word, example }) =>
    word === ''
      ? `За какой месяц? Например: /export ${example}`
      : `«${word}» не похоже на месяц, который уже начался. Например: /export ${example}`,
  archiveColumn: ({ column }) => columns[column],
  archiveHow: ({ how }) => hows[how],

  archiveFeedMade: () =>
    'Ближайшие семь дней по постам в виде календаря, для экрана в цехе. Его прочтёт любой, у кого есть этот адрес; имён и телефонов там нет. Адрес показан один раз; /feed new отключит его и даст другой.',
  archiveFeedThere: ({ advisor, since }, f) =>
    `У календаря постов уже есть адрес с ${f.dayTime(since)}, автор: ${f.person(advisor)}. Он был показан один раз и в открытом виде не хранится. Новый адрес отключит старый.`,
  archiveFeedGone: () =>
    'У этого календаря теперь другой адрес или его нет совсем. Новый даёт руководитель: /feed new в группе.',
  archiveLabelFeed: () => 'Новый адрес',
  archiveFeedName: (_args, f) => `${f.station}: посты`,
  archiveFeedTitle: ({ bay, services, car }, f) =>
    [bay, f.capital(f.services(services)), car].filter(Boolean).join(' · '),
  archiveFeedBlocked: ({ bay }) => [bay, 'Занято'].filter(Boolean).join(' · '),
  archiveFeedPerson: ({ technician }, f) => f.person(technician),
  archiveFeedReady: ({ readyBy, start }, f) => `Готово ${f.ready(readyBy, start)}`,
};
/** Nobody has to say why it is earlier. */
const because = (why: string) => (why === '' ? '' : `, ${why}`);

const sections = {
  person: 'Кто вы',
  cars: 'Ваши машины',
  visits: 'Будущие и текущие визиты',
  past: 'Прошлые визиты',
  agreements: 'О чём мы договорились, дословно',
  consents: 'О чём вы разрешили писать',
  reports: 'О чём вы сообщали',
  talk: 'Вся переписка',
} as const;

const fields = {
  name: 'Имя',
  phone: 'Телефон',
  quiet: 'Без автоматических сообщений',
  approver: 'Согласует расходы за вас',
  approvesFor: 'Вы согласуете расходы за',
  mileage: 'Пробег',
  number: 'Номер',
  when: 'Когда',
  car: 'Машина',
  work: 'Работы',
  ready: 'Готово к',
  stage: 'Состояние',
  fuel: 'Топливо',
  total: 'Итого',
  words: 'Вашими словами',
} as const;

const stages = {
  booked: 'запись',
  arrived: 'машина у нас',
  checking: 'осмотр',
  answer: 'ждём вашего ответа',
  parts: 'ждём запчасти',
  working: 'в работе',
  quality: 'проверка качества',
  ready: 'готово',
  handedBack: 'машина отдана',
  cancelled: 'отменено',
  noShow: 'визит не состоялся',
} as const;

const reasons = {
  parts: 'запчасть пришла позже',
  found: 'нашлось ещё кое-что',
  answer: 'ждали ответа',
  queue: 'предыдущая работа затянулась',
  test: 'понадобилась ещё одна проверка',
  longer: 'заняло больше времени',
} as const;

const purposes = {
  visit: 'Сообщения о визите',
  service: 'Напоминания о следующем ТО',
  offers: 'Предложения',
} as const;

const agreed = {
  answer: 'Согласовано',
  signed: 'Согласовано подписью в чате',
  confirmed: 'Подтверждено',
  disputed: 'Отмечено, что это не так',
  declined: 'Отказ',
} as const;

const tables = { visits: 'Визиты', agreements: 'Договорённости' } as const;

const hows = {
  chat: 'чат',
  phone: 'телефон',
  desk: 'стойка',
  allowance: 'в пределах разрешённого',
} as const;

const columns = {
  date: 'Дата',
  time: 'Время',
  number: 'Номер записи',
  ended: 'Чем закончилось',
  customer: 'Клиент',
  car: 'Машина',
  work: 'Работы',
  promised: 'Обещано к',
  ready: 'Готово',
  moved: 'Переносов срока',
  late: 'Из них с опозданием',
  order: 'Заказ-наряд',
  edition: 'Номер соглашения',
  kind: 'Что',
  how: 'Как',
  by: 'Записал',
  chosen: 'Согласованные работы',
  total: 'Итого с НДС',
  vatPercent: 'НДС %',
  vat: 'в том числе НДС',
  currency: 'Валюта',
} as const;
