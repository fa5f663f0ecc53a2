import type { GroupTexts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { actIn } from '../../playbook.ts';
import { excerpt } from '../../shorten.ts';
import { playbook } from './playbook.ts';

export const say: GroupTexts<'say'> = {
  cannedHow: () =>
    'Напишите /say и одно-два слова в теме клиента, например: /say цена. Вы увидите ответ с его данными, и одно нажатие отправит его на языке клиента с вашей подписью.',
  cannedDrawers: () => 'О чём ответ? Быстрее найти по слову: /say задержка',
  cannedFound: ({ query, count, page, pages }, f) =>
    [
      f.plural(count, { one: '# ответ', few: '# ответа', many: '# ответов', other: '# ответа' }),
      query && ` по запросу «${excerpt(query, 40)}»`,
      pages > 1 && `, страница ${page} из ${pages}`,
    ]
      .filter(Boolean)
      .join(''),
  cannedLine: ({ title, text }) => `${title}: ${excerpt(text, 70)}`,
  cannedNothing: ({ query }) => `Готового ответа на «${excerpt(query, 40)}» нет. Вот что есть:`,
  cannedHint: ({ text }) => `Для вас: ${text}`,
  cannedGoesOut: ({ text, language }) => `Клиент прочитает ${tongues[language]}: «${text}»`,
  cannedMeant: ({ text }) => `Это значит: «${text}»`,
  cannedMissing: ({ variables }) =>
    `Так отправить нельзя, здесь неизвестно: ${variables.map((name) => names[name]).join(', ')}. Напишите ответ сами или выберите другой.`,
  cannedSent: ({ text }) => `Отправлено клиенту: «${text}»`,
  cannedRenewed: () => 'Это было показано давно. Вот ответ в том виде, в каком он уйдёт сейчас.',
  cannedGone: () => 'Этого ответа больше нет.',
  cannedGap: () => 'Там, где «…», каждый раз было по-разному: напишите ответ сами и впишите нужное.',
  cannedAsk: ({ text, count }, f) =>
    `Так ответили ${f.plural(count, { one: '# клиенту', few: '# клиентам', other: '# клиентам' })}: «${excerpt(text, 200)}» Сохранить как готовый ответ? Его найдёт /say.`,
  cannedKept: ({ text }) => `Сохранено как готовый ответ: «${excerpt(text, 200)}»`,
  cannedNotKept: ({ text }) => `Не сохранено: «${excerpt(text, 200)}»`,
  cannedRemoved: ({ text }) => `Убрано из готовых ответов: «${excerpt(text, 200)}»`,

  playbookStart: ({ by }, f) =>
    `Десять учебных случаев, минут на двадцать. Проходит: ${f.person(by)}. В каждом рассказано, что случилось; нажмите то, что сделали бы вы. Клиенты ничего не видят, оценок никто не ставит.`,
  playbookCase: ({ case: name, at, of }) => lines(`${at} из ${of}`, playbook[name].told),
  playbookWhy: ({ good, ...chosen }) => {
    const [label, why] = actIn(playbook, chosen);
    return lines(`${good ? '✓' : '✗'} ${label}`, why);
  },
  playbookEnd: ({ right, of }) =>
    `Готово: с первого раза ${right} из ${of}. Теперь в группе: /open покажет, кто ждёт, «Взять» на карточке сделает разговор вашим, // это заметка, /say найдёт ответ, /undo вернёт отправленное.`,
  playbookWeak: ({ cases }) =>
    `Стоит посмотреть ещё раз: ${cases.map((name) => playbook[name].name).join(', ')}.`,
  playbookTry: () =>
    'Свободная игра: напишите /playbook и свой ответ сердитому клиенту, например: /playbook Просим прощения. Вы увидите, как он прозвучит; никуда он не уйдёт.',
  playbookOthers: ({ by }, f) => `Здесь тренируется ${f.person(by)}. Своя тренировка: /playbook`,
  calmFine: () => 'Такой ответ ушёл бы сразу.',
  calmLong: ({ length }) =>
    `Такой ответ ушёл бы, но в нём ${length} знаков. С одного взгляда читают до 300; остальное можно дописать, когда спросят.`,
  calmHeld: ({ why, draft }) => `Такой ответ был бы придержан: ${reasons[why]}. Мягче: «${draft}»`,

  cannedLabelDrawer: ({ group }) => drawers[group],
  cannedLabelAll: () => 'Все ответы',
  cannedLabelMore: () => 'Ещё',
  cannedLabelBack: () => 'Назад',
  cannedLabelSend: () => 'Отправить',
  cannedLabelKeep: () => 'Сохранить',
  cannedLabelNo: () => 'Нет',
  cannedLabelRemove: () => 'Убрать',
  playbookLabelAct: (chosen) => actIn(playbook, chosen)[0],
  playbookLabelStart: () => 'Начать',
  playbookLabelNext: () => 'Следующий случай',
  playbookLabelEnd: () => 'Что получилось?',
  playbookLabelAgain: () => 'Ещё раз',
};

const tongues = {
  en: 'по-английски',
  ru: 'по-русски',
  uk: 'по-украински',
  el: 'по-гречески',
} as const;

const names = {
  name: 'имя',
  car: 'машина',
  visit: 'время визита',
  date: 'день визита',
  ready: 'срок готовности',
  price: 'цена',
  advisor: 'кто отвечает',
  hours: 'часы работы',
  address: 'адрес',
  phone: 'телефон',
  payment: 'порядок оплаты',
  parking: 'где встать',
  warranty: 'гарантия',
} as const;

const drawers = {
  greeting: 'Приветствия',
  visit: 'До визита',
  work: 'Машина у нас',
  money: 'Деньги',
  place: 'Место и часы',
  objection: 'Возражения',
  decline: 'Вежливый отказ',
  sorry: 'Извинения и споры',
  kept: 'Из ваших ответов',
} as const;

const reasons = {
  insult: 'он может обидеть',
  shouting: 'он звучит громко',
  sarcasm: 'он звучит насмешливо',
  blame: 'он звучит как упрёк',
} as const;
