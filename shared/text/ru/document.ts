import type { GroupTexts } from '../dictionary.ts';
import { urgencyText } from '../estimate-line.ts';
import { words } from './estimate.ts';

export const document: GroupTexts<'document'> = {
  documentReady: ({ kind, name }) => `${titles[kind]} ${name} документом.`,
  documentFailed: ({ name, phone }) =>
    `Документ ${name} сделать не получилось. Всё, о чём договорились, остаётся в силе; бумажную копию дадут у стойки, телефон ${phone}.`,

  documentTitle: ({ kind, name }) => `${titles[kind]} ${name}`,
  documentField: ({ field }) => fields[field],
  documentPerson: ({ advisor }, f) => f.person(advisor),
  documentMoment: ({ at }, f) => f.fullMoment(at),
  documentDay: ({ at }, f) => f.fullDate(at),
  documentColumn: ({ column }) => columns[column],
  documentSection: ({ section }) => sections[section],
  documentUrgency: (line, f) => f.capital(urgencyText(line, words, f)) || 'Когда удобно',
  documentMoney: ({ cents }, f) => f.exact(cents),
  documentTotal: ({ of }) => totals[of],
  documentTax: ({ percent }, f) => `в том числе НДС ${f.percent(percent)}`,
  documentAnswered: ({ how, who, by, at }, f) => {
    const written = by === null ? '' : `; запись: ${f.person(by)}`;
    return `${who}, ${hows[how]}, ${f.fullMoment(at)}${written}`;
  },
  documentOwnersWord: ({ word }) => ownersWords[word],
  documentShown: () => 'Как было в чате',
  documentSignHint: () =>
    'Сумма выше той, для которой достаточно ответа в чате: согласие действует с подписью или со словом «подтверждаю» в чате.',
  documentSignature: ({ of }) => (of === 'owner' ? 'Владелец: подпись и дата' : 'Автосервис: подпись и дата'),
  documentPage: ({ page, pages }) => `Страница ${page} из ${pages}`,
};

const titles = {
  agreement: 'Заказ-наряд',
  declined: 'Ответ на смету',
  estimate: 'Смета',
} as const;

const fields = {
  car: 'Автомобиль',
  owner: 'Владелец',
  advisor: 'Консультант',
  date: 'Дата',
  ready: 'Готовность',
  validUntil: 'Действует до',
  answered: 'Ответ',
} as const;

const columns = { work: 'Наименование', parts: 'Запчасти', labour: 'Работа', price: 'Цена' } as const;

const sections = {
  proposed: 'Предложено',
  chosen: 'Выбрано, ещё не подписано',
  agreed: 'Согласовано',
  later: 'Отложено',
  declined: 'Не делаем',
} as const;

const totals = {
  agreed: 'Согласовано всего',
  chosen: 'Выбрано всего',
  all: 'Всего',
  allFirst: 'Всего с вариантами A',
} as const;

const hows = {
  chat: 'в чате',
  phone: 'по телефону',
  desk: 'у стойки',
  allowance: 'в пределах суммы, разрешённой без вопроса',
} as const;

const ownersWords = {
  right: 'Владелец подтвердил в чате, что всё верно.',
  notSo: 'Владелец ответил в чате, что это не так.',
  open: 'Владельца спросили в чате, верно ли это.',
} as const;
