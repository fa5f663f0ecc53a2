import type { GroupTexts } from '../dictionary.ts';
import { urgencyText } from '../estimate-line.ts';
import { words } from './estimate.ts';

export const document: GroupTexts<'document'> = {
  documentReady: ({ kind, name }) => `${titles[kind]} ${name} документом.`,
  documentFailed: ({ name, phone }) =>
    `Документ ${name} зробити не вдалося. Усе, про що домовилися, лишається чинним; паперову копію дадуть біля стійки, телефон ${phone}.`,

  documentTitle: ({ kind, name }) => `${titles[kind]} ${name}`,
  documentField: ({ field }) => fields[field],
  documentPerson: ({ advisor }, f) => f.person(advisor),
  documentMoment: ({ at }, f) => f.fullMoment(at),
  documentDay: ({ at }, f) => f.fullDate(at),
  documentColumn: ({ column }) => columns[column],
  documentSection: ({ section }) => sections[section],
  documentUrgency: (line, f) => f.capital(urgencyText(line, words, f)) || 'Коли зручно',
  documentMoney: ({ cents }, f) => f.exact(cents),
  documentTotal: ({ of }) => totals[of],
  documentTax: ({ percent }, f) => `зокрема ПДВ ${f.percent(percent)}`,
  documentAnswered: ({ how, who, by, at }, f) => {
    const written = by === null ? '' : `; запис: ${f.person(by)}`;
    return `${who}, ${hows[how]}, ${f.fullMoment(at)}${written}`;
  },
  documentOwnersWord: ({ word }) => ownersWords[word],
  documentShown: () => 'Як було в чаті',
  documentSignHint: () =>
    'Сума вища за ту, для якої досить відповіді в чаті: згода чинна з підписом або зі словом «погоджую» в чаті.',
  documentSignature: ({ of }) => (of === 'owner' ? 'Власник: підпис і дата' : 'Автосервіс: підпис і дата'),
  documentPage: ({ page, pages }) => `Сторінка ${page} з ${pages}`,
};

const titles = {
  agreement: 'Наряд-замовлення',
  declined: 'Відповідь на кошторис',
  estimate: 'Кошторис',
} as const;

const fields = {
  car: 'Автомобіль',
  owner: 'Власник',
  advisor: 'Консультант',
  date: 'Дата',
  ready: 'Готовність',
  validUntil: 'Чинний до',
  answered: 'Відповідь',
} as const;

const columns = { work: 'Найменування', parts: 'Запчастини', labour: 'Робота', price: 'Ціна' } as const;

const sections = {
  proposed: 'Запропоновано',
  chosen: 'Вибрано, ще не підписано',
  agreed: 'Погоджено',
  later: 'Відкладено',
  declined: 'Не робимо',
} as const;

const totals = {
  agreed: 'Погоджено разом',
  chosen: 'Вибрано разом',
  all: 'Разом',
  allFirst: 'Разом із варіантами A',
} as const;

const hows = {
  chat: 'у чаті',
  phone: 'телефоном',
  desk: 'біля стійки',
  allowance: 'у межах суми, дозволеної без запитання',
} as const;

const ownersWords = {
  right: 'Власник підтвердив у чаті, що все правильно.',
  notSo: 'Власник відповів у чаті, що це не так.',
  open: 'Власника запитали в чаті, чи все правильно.',
} as const;
