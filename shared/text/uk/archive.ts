import type { GroupTexts } from '../dictionary.ts';
import { tankOf } from '../tank.ts';

export const archive: GroupTexts<'archive'> = {
  archiveComing: () =>
    'Збираємо ваші дані: усе листування, візити, домовленості, фото й документи. Файл надійде сюди протягом п’яти хвилин.',
  archiveWait: ({ next }, f) =>
    `За останню добу ви вже запитували свої дані: файл є в цьому чаті або скоро надійде. Наступний можна отримати ${f.when(next)}.`,
  archiveReady: ({ part, parts }) =>
    parts === 1
      ? 'Ваші дані. Розпакуйте файл і відкрийте index.html: він читається без інтернету.'
      : `Ваші дані, частина ${part} з ${parts}. Розпакуйте всі частини в одну папку й відкрийте в ній index.html.`,
  archiveLink: ({ part, parts, until }, f) =>
    `${parts === 1 ? 'Ваші дані готові' : `Ваші дані готові: частина ${part} з ${parts}`}. Посилання лише для вас, воно працює до ${f.dayTime(until)}. Розпакуйте файл і відкрийте index.html.`,
  archiveFailed: ({ phone }) =>
    `Цього разу зібрати ваші дані не вдалося. Напишіть, будь ласка, «мої дані» ще раз пізніше або зателефонуйте: ${phone}.`,
  archiveGone: () =>
    'Цього файлу тут уже немає: такі посилання працюють добу. Напишіть у чат «мої дані», і надійде новий.',
  archiveLabelExport: () => 'Вивантажити дані',
  archiveLabelFetch: () => 'Завантажити',

  archiveTitle: ({ name }, f) =>
    name === '' ? `Мої дані в ${f.station}` : `${name}: мої дані в ${f.station}`,
  archiveMade: ({ at }, f) => `Усе, що ${f.station} зберігає про вас: ${f.fullMoment(at)}.`,
  archiveParts: ({ parts }, f) =>
    parts === 1
      ? 'Фото й документи лежать у папці «files» поруч із цією сторінкою.'
      : `Фото й документи лежать у папці «files»: розпакуйте ${f.plural(parts, { one: 'усю # частину', few: 'усі # частини', many: 'усі # частин', other: 'усі # частини' })} в одне місце.`,
  archiveSection: ({ section }) => sections[section],
  archiveField: ({ field }) => fields[field],
  archiveNothing: () => 'Нічого.',
  archiveQuiet: ({ from, to }) => `з ${from} до ${to}`,
  archiveServices: ({ services }, f) => f.capital(f.services(services)),
  archiveStage: ({ stage }) => stages[stage],
  archiveMileage: ({ km }) => `${km} км`,
  archiveFuel: ({ eighths }) => tankOf(eighths),
  archiveMoved: ({ of, from, to, reason, words }, f) =>
    `${of === 'ready' ? 'Готовність' : 'Новини'}: з ${f.dayTime(from)} на ${f.dayTime(to)}${because(words || (to > from ? reasons[reason] : ''))}`,
  archivePurpose: ({ purpose }) => purposes[purpose],
  archiveConsent: ({ given, at, wording }, f) =>
    `${given ? 'Так' : 'Лише коли я запитаю'}, ${f.fullMoment(at)} (текст ${wording})`,
  archiveAgreed: ({ kind }) => agreed[kind],

  archiveManagersOnly: () => 'Таблиці й календар постів може запитати лише керівник.',
  archiveTablesComing: ({ month }) =>
    `Готуємо таблиці за ${month.slice(0, 7)}. Вони надійдуть у General за хвилину.`,
  archiveTable: ({ of, month }) => `${tables[of]}, ${month.slice(0, 7)}`,
  archiveTableFailed: ({ month }) =>
    `Таблиці за ${month.slice(0, 7)} цього разу не вийшли. Спробуйте, будь ласка, ще раз за кілька хвилин.`,
  archiveNoMonth: ({ word, example }) =>
    word === ''
      ? `За який місяць? Наприклад: /export ${example}`
      : `«${word}» не схоже на місяць, який уже почався. Наприклад: /export ${example}`,
  archiveColumn: ({ column }) => columns[column],
  archiveHow: ({ how }) => hows[how],

  archiveFeedMade: () =>
    'Найближчі сім днів по постах у вигляді календаря, для екрана в цеху. Його прочитає кожен, хто має цю адресу; імен і телефонів там немає. Адресу показано один раз; /feed new вимкне її та дасть іншу.',
  archiveFeedThere: ({ advisor, since }, f) =>
    `Календар постів уже має адресу з ${f.dayTime(since)}, автор: ${f.person(advisor)}. Її було показано один раз, у відкритому вигляді вона не зберігається. Нова адреса вимкне стару.`,
  archiveFeedGone: () =>
    'Цей календар тепер має іншу адресу або її немає зовсім. Нову дає керівник: /feed new у групі.',
  archiveLabelFeed: () => 'Нова адреса',
  archiveFeedName: (_args, f) => `${f.station}: пости`,
  archiveFeedTitle: ({ bay, services, car }, f) =>
    [bay, f.capital(f.services(services)), car].filter(Boolean).join(' · '),
  archiveFeedBlocked: ({ bay }) => [bay, 'Зайнято'].filter(Boolean).join(' · '),
  archiveFeedPerson: ({ technician }, f) => f.person(technician),
  archiveFeedReady: ({ readyBy, start }, f) => `Готово ${f.ready(readyBy, start)}`,
};
/** Nobody has to say why it is earlier. */
const because = (why: string) => (why === '' ? '' : `, ${why}`);

const sections = {
  person: 'Хто ви',
  cars: 'Ваші машини',
  visits: 'Майбутні та поточні візити',
  past: 'Минулі візити',
  agreements: 'Про що ми домовилися, дослівно',
  consents: 'Про що ви дозволили писати',
  reports: 'Про що ви повідомляли',
  talk: 'Усе листування',
} as const;

const fields = {
  name: 'Ім’я',
  phone: 'Телефон',
  quiet: 'Без автоматичних повідомлень',
  approver: 'Погоджує витрати за вас',
  approvesFor: 'Ви погоджуєте витрати за',
  mileage: 'Пробіг',
  number: 'Номер',
  when: 'Коли',
  car: 'Машина',
  work: 'Роботи',
  ready: 'Готово до',
  stage: 'Стан',
  fuel: 'Пальне',
  total: 'Разом',
  words: 'Вашими словами',
} as const;

const stages = {
  booked: 'запис',
  arrived: 'машина в нас',
  checking: 'огляд',
  answer: 'чекаємо на вашу відповідь',
  parts: 'чекаємо на запчастини',
  working: 'у роботі',
  quality: 'перевірка якості',
  ready: 'готово',
  handedBack: 'машину віддано',
  cancelled: 'скасовано',
  noShow: 'візит не відбувся',
} as const;

const reasons = {
  parts: 'запчастина надійшла пізніше',
  found: 'знайшлося ще дещо',
  answer: 'чекали на відповідь',
  queue: 'попередня робота затягнулася',
  test: 'знадобилася ще одна перевірка',
  longer: 'забрало більше часу',
} as const;

const purposes = {
  visit: 'Повідомлення про візит',
  service: 'Нагадування про наступне ТО',
  offers: 'Пропозиції',
} as const;

const agreed = {
  answer: 'Погоджено',
  signed: 'Погоджено підписом у чаті',
  confirmed: 'Підтверджено',
  disputed: 'Позначено, що це не так',
  declined: 'Відмова',
} as const;

const tables = { visits: 'Візити', agreements: 'Домовленості' } as const;

const hows = {
  chat: 'чат',
  phone: 'телефон',
  desk: 'стійка',
  allowance: 'у межах дозволеного',
} as const;

const columns = {
  date: 'Дата',
  time: 'Час',
  number: 'Номер запису',
  ended: 'Чим завершилося',
  customer: 'Клієнт',
  car: 'Машина',
  work: 'Роботи',
  promised: 'Обіцяно до',
  ready: 'Готово',
  moved: 'Перенесень терміну',
  late: 'З них із запізненням',
  order: 'Наряд-замовлення',
  edition: 'Номер угоди',
  kind: 'Що',
  how: 'Як',
  by: 'Хто записав',
  chosen: 'Погоджені роботи',
  total: 'Разом із ПДВ',
  vatPercent: 'ПДВ %',
  vat: 'у тому числі ПДВ',
  currency: 'Валюта',
} as const;
