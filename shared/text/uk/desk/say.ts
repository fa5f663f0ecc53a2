import type { GroupTexts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { actIn } from '../../playbook.ts';
import { excerpt } from '../../shorten.ts';
import { playbook } from './playbook.ts';

export const say: GroupTexts<'say'> = {
  cannedHow: () =>
    'Напишіть /say і одне-два слова в темі клієнта, наприклад: /say ціна. Ви побачите відповідь з його даними, і одне натискання надішле її мовою клієнта з вашим підписом.',
  cannedDrawers: () => 'Про що відповідь? Швидше знайти за словом: /say затримка',
  cannedFound: ({ query, count, page, pages }, f) =>
    [
      f.plural(count, { one: '# відповідь', few: '# відповіді', many: '# відповідей', other: '# відповіді' }),
      query && ` за запитом «${excerpt(query, 40)}»`,
      pages > 1 && `, сторінка ${page} з ${pages}`,
    ]
      .filter(Boolean)
      .join(''),
  cannedLine: ({ title, text }) => `${title}: ${excerpt(text, 70)}`,
  cannedNothing: ({ query }) => `Готової відповіді на «${excerpt(query, 40)}» немає. Ось що є:`,
  cannedHint: ({ text }) => `Для вас: ${text}`,
  cannedGoesOut: ({ text, language }) => `Клієнт прочитає ${tongues[language]}: «${text}»`,
  cannedMeant: ({ text }) => `Це означає: «${text}»`,
  cannedMissing: ({ variables }) =>
    `Так надіслати не можна, тут невідомо: ${variables.map((name) => names[name]).join(', ')}. Напишіть відповідь самі або виберіть іншу.`,
  cannedSent: ({ text }) => `Надіслано клієнтові: «${text}»`,
  cannedRenewed: () => 'Це було показано давно. Ось відповідь у тому вигляді, у якому вона піде зараз.',
  cannedGone: () => 'Цієї відповіді більше немає.',
  cannedGap: () => 'Там, де «…», щоразу було по-різному: напишіть відповідь самі й впишіть потрібне.',
  cannedAsk: ({ text, count }, f) =>
    `Так відповіли ${f.plural(count, { one: '# клієнту', few: '# клієнтам', other: '# клієнтам' })}: «${excerpt(text, 200)}» Зберегти як готову відповідь? Її знайде /say.`,
  cannedKept: ({ text }) => `Збережено як готову відповідь: «${excerpt(text, 200)}»`,
  cannedNotKept: ({ text }) => `Не збережено: «${excerpt(text, 200)}»`,
  cannedRemoved: ({ text }) => `Прибрано з готових відповідей: «${excerpt(text, 200)}»`,

  playbookStart: ({ by }, f) =>
    `Десять навчальних випадків, хвилин на двадцять. Проходить: ${f.person(by)}. У кожному розказано, що сталося; натисніть те, що зробили б ви. Клієнти нічого не бачать, оцінок ніхто не ставить.`,
  playbookCase: ({ case: name, at, of }) => lines(`${at} з ${of}`, playbook[name].told),
  playbookWhy: ({ good, ...chosen }) => {
    const [label, why] = actIn(playbook, chosen);
    return lines(`${good ? '✓' : '✗'} ${label}`, why);
  },
  playbookEnd: ({ right, of }) =>
    `Готово: з першого разу ${right} з ${of}. Тепер у групі: /open покаже, хто чекає, «Взяти» на картці зробить розмову вашою, // це нотатка, /say знайде відповідь, /undo поверне надіслане.`,
  playbookWeak: ({ cases }) =>
    `Варто подивитися ще раз: ${cases.map((name) => playbook[name].name).join(', ')}.`,
  playbookTry: () =>
    'Вільна гра: напишіть /playbook і свою відповідь сердитому клієнтові, наприклад: /playbook Просимо вибачення. Ви побачите, як вона прозвучить; нікуди вона не піде.',
  playbookOthers: ({ by }, f) => `Тут тренується ${f.person(by)}. Власне тренування: /playbook`,
  calmFine: () => 'Така відповідь пішла б одразу.',
  calmLong: ({ length }) =>
    `Така відповідь пішла б, але в ній ${length} знаків. З одного погляду читають до 300; решту можна дописати, коли спитають.`,
  calmHeld: ({ why, draft }) => `Таку відповідь було б притримано: ${reasons[why]}. М’якше: «${draft}»`,

  cannedLabelDrawer: ({ group }) => drawers[group],
  cannedLabelAll: () => 'Усі відповіді',
  cannedLabelMore: () => 'Ще',
  cannedLabelBack: () => 'Назад',
  cannedLabelSend: () => 'Надіслати',
  cannedLabelKeep: () => 'Зберегти',
  cannedLabelNo: () => 'Ні',
  cannedLabelRemove: () => 'Прибрати',
  playbookLabelAct: (chosen) => actIn(playbook, chosen)[0],
  playbookLabelStart: () => 'Почати',
  playbookLabelNext: () => 'Наступний випадок',
  playbookLabelEnd: () => 'Що вийшло?',
  playbookLabelAgain: () => 'Ще раз',
};

const tongues = {
  en: 'англійською',
  ru: 'російською',
  uk: 'українською',
  el: 'грецькою',
} as const;

const names = {
  name: 'ім’я',
  car: 'авто',
  visit: 'час візиту',
  date: 'день візиту',
  ready: 'термін готовності',
  price: 'ціна',
  advisor: 'хто відповідає',
  hours: 'години роботи',
  address: 'адреса',
  phone: 'телефон',
  payment: 'порядок оплати',
  parking: 'де стати',
  warranty: 'гарантія',
} as const;

const drawers = {
  greeting: 'Привітання',
  visit: 'До візиту',
  work: 'Авто в нас',
  money: 'Гроші',
  place: 'Місце й години',
  objection: 'Заперечення',
  decline: 'Чемна відмова',
  sorry: 'Вибачення й спори',
  kept: 'З ваших відповідей',
} as const;

const reasons = {
  insult: 'вона може образити',
  shouting: 'вона звучить гучно',
  sarcasm: 'вона звучить насмішкувато',
  blame: 'вона звучить як докір',
} as const;
