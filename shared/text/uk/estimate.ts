import type { GroupTexts } from '../dictionary.ts';
import {
  answeredText,
  choiceLabel,
  type EstimateWords,
  fitting,
  offeredText,
  optionLabel,
} from '../estimate-line.ts';
import { lines } from '../lines.ts';

/** How soon, and of what a price is made: also on paper. */
export const words: EstimateWords = {
  parts: 'запчастини',
  work: 'робота',
  urgency: { safety: 'безпека', soon: 'скоро', wish: 'за бажанням' },
  within: (months, f) =>
    `протягом ${f.plural(months, { one: '# місяця', few: '# місяців', many: '# місяців', other: '# місяця' })}`,
  later: 'пізніше',
  no: 'ні',
};

export const estimate: GroupTexts<'estimate'> = {
  // Names are not called here: their vocative is not known.
  estimateHead: ({ by, car, note, photos, edition }, f) =>
    lines(
      `Ваш консультант: ${f.person(by)}.`,
      `Ось ${edition > 1 ? 'новий кошторис' : 'кошторис'}${car === '' ? '' : ` на ${car}`}.`,
      note,
      photos > 0 && `📷 ${photos} фото`,
    ),
  estimateLines: ({ lines: offered }, f) => lines(...offered.map((line) => offeredText(line, words, f))),
  estimateSoFar: ({ cents }, f) =>
    `Уже погоджено: ${f.money(cents)}. Понад це без вашої відповіді нічого не робимо.`,
  estimateTotal: ({ cents, tax, vatPercent, ways, ready, answerBy, validUntil }, f) =>
    lines(
      `${ways ? 'Усе разом, де є вибір — варіант A' : 'Усе разом'}: ${f.money(cents)}, зокрема ПДВ ${f.money(tax)} (${f.percent(vatPercent)}).`,
      ready !== null &&
        (answerBy === null
          ? `Авто буде готове: ${f.when(ready)}.`
          : `Авто буде готове: ${f.when(ready)}, якщо відповісте ${f.deadline(answerBy)}.`),
      `Ціни діють до: ${f.day(validUntil)}.`,
    ),

  estimateChoose: ({ lines: answered, cents, left }, f) =>
    lines(
      answeredText(answered, words, f),
      left > 0
        ? `Поки що ${f.money(cents)}, залишилося відповісти: ${f.plural(left, { one: '# позиція', few: '# позиції', many: '# позицій', other: '# позиції' })}.`
        : `Разом ${f.money(cents)}. Підтвердьте або змініть що потрібно.`,
    ),
  estimateLine: ({ line, at, count, says }, f) =>
    lines(
      count > 1 && `Позиція ${at} з ${count}`,
      offeredText(line, words, f),
      says === null ? 'Робимо?' : `Ви відповіли: ${said[says]}. Залишити так?`,
    ),
  estimateConfirm: ({ lines: answered, cents }, f) =>
    lines(
      answeredText(answered, words, f),
      answered.some(({ says }) => says === 'yes')
        ? `Разом ${f.money(cents)}. Усе правильно?`
        : 'Зараз нічого не робимо. Усе правильно?',
    ),
  estimateWhichLine: () => 'Яку позицію змінюємо?',

  estimateAgreed: ({ ref, number, who, car, at, lines: answered, cents, ready, signed }, f) =>
    lines(
      f.about(car, `погоджено ${f.dayTime(at)}. Відповідь: ${who}${signed ? ', словом згоди' : ''}.`),
      answeredText(answered, words, f),
      `Разом ${f.money(cents)} з ПДВ${ready === null ? '' : `, готово: ${f.dayTime(ready)}`}.`,
      `Погодження ${ref}-v${number}`,
    ),
  estimateLate: ({ by }, f) =>
    `Термін, який ми називали, був для ранішої відповіді. Новий час тут назве ${f.person(by)}.`,
  estimateDeclined: ({ ref, number, who, car, at, lines: answered }, f) =>
    lines(
      f.about(
        car,
        `відповідь отримано ${f.dayTime(at)} (${who}). Зараз нічого не робимо, платити нічого не треба.`,
      ),
      answeredText(answered, words, f),
      'Дякуємо, що подивилися. Якщо передумаєте, просто напишіть нам.',
      `Відповідь ${ref}-v${number}`,
    ),
  estimateSign: ({ ref, cents, lines: answered, limit }, f) =>
    lines(
      answeredText(answered, words, f),
      `Разом ${f.money(cents)} (кошторис ${ref}).`,
      `Якщо сума більша за ${f.money(limit)}, потрібен ще один крок: дайте відповідь словом «погоджую» або підпишіть наряд-замовлення в нас. Наряд-замовлення надійде сюди документом.`,
    ),
  estimateRecorded: ({ ref, number, by, how, car, at, lines: answered, cents, ready }, f) =>
    lines(
      f.about(
        car,
        `ось що ми погодили ${how === 'phone' ? 'телефоном' : 'у нас'} ${f.dayTime(at)}. Запис: ${f.person(by)}.`,
      ),
      answeredText(answered, words, f),
      `Разом ${f.money(cents)} з ПДВ${ready === null ? '' : `, готово: ${f.dayTime(ready)}`}.`,
      `Погодження ${ref}-v${number}. Усе правильно?`,
    ),
  estimateConfirmed: ({ ref, number, who, at }, f) =>
    `Погодження ${ref}-v${number}: усе правильно, підтверджено ${f.dayTime(at)} (${who}).`,
  estimateDisputed: ({ ref, number, who, at }, f) =>
    `Погодження ${ref}-v${number}: відповідь «не так», ${f.dayTime(at)} (${who}). Доки це не з’ясовано, робота не йде.`,
  estimateDisputedNext: ({ advisor, by }, f) =>
    `Дякуємо, що сказали. Розбереться ${f.person(advisor)}: відповідь буде тут ${f.deadline(by)}.`,

  estimateAskQuestion: ({ by, several }, f) =>
    `Що хочете дізнатися? Напишіть тут${several ? ', з номером позиції, якщо запитання про одну з них' : ''}: відповість ${f.person(by)}. Кошторис лишається відкритим.`,
  estimateQuestionSent: ({ advisor, by }, f) =>
    `Дякуємо, запитання передано. ${f.person(advisor)} відповість тут ${f.deadline(by)}. Кошторис лишається відкритим.`,
  estimateDeskQuestion: ({ ref, id, name, cents }, f) =>
    `Про рядок ${id} кошторису ${ref}: ${name}, ${f.money(cents)}`,

  estimateNudge: ({ car, cents, ready, answerBy }, f) =>
    lines(
      f.about(car, `кошторис на ${f.money(cents)} тут, дайте відповідь, коли вам зручно.`),
      ready !== null &&
        answerBy !== null &&
        `Якщо відповідь буде ${f.deadline(answerBy)}, авто буде готове: ${f.when(ready)}. Можна й пізніше, тоді підберемо новий час.`,
    ),
  estimateDeskOver: ({ ref, car, cents }, f) =>
    f.about(car, `на кошторис ${ref} (${f.money(cents)}) ніхто не відповів, він більше не діє.`),

  estimateNewer: () => 'Замість того кошторису є новий. Ось він.',
  estimateOver: ({ ref, state }) => `${over[state]} (кошторис ${ref}).`,
  estimateChanged: () => 'Відтоді дещо змінилося. Зараз усе виглядає так.',

  estimateNothingAgreed: () =>
    'Ми поки що не погодили тут жодних робіт. Коли погодимо, ви зможете будь-коли прочитати все слово в слово.',
  estimateNothingToSign: () => 'Зараз ніщо не чекає на ваш підпис.',
  estimateDocument: () => 'Готуємо документ, він надійде сюди за хвилину.',
  estimateNewest: () => 'Є кошторис, який чекає на відповідь.',

  estimateLabelAll: () => 'Погодити все',
  estimateLabelSome: () => 'Вибрати позиції',
  estimateLabelQuestion: () => 'Є запитання',
  estimateLabelConfirm: ({ cents }, f) =>
    cents === 0
      ? 'Підтвердити'
      : fitting(`Підтвердити · ${f.money(cents)}`, `Так · ${f.money(cents)}`, 'Підтвердити'),
  estimateLabelYes: (choice) => choiceLabel(choice, 'yes', 'Так'),
  estimateLabelOption: (option, f) => optionLabel(option, f),
  estimateLabelLater: (choice) => choiceLabel(choice, 'later', 'Пізніше'),
  estimateLabelNo: (choice) => choiceLabel(choice, 'no', 'Ні'),
  estimateLabelMore: () => 'Інші позиції',
  estimateLabelChange: () => 'Змінити',
  estimateLabelDocument: () => 'Отримати документ',
  estimateLabelRight: () => 'Усе правильно',
  estimateLabelNotSo: () => 'Не так',
  estimateLabelShow: () => 'Показати кошторис',
  estimateLabelEarlier: () => 'Показати попередні',
};

const said = { yes: 'так', later: 'пізніше', no: 'ні' } as const;

const over = {
  agreed: 'Це вже погоджено: запитайте «що ми погодили», і прочитаєте все',
  declined: 'На це вже є відповідь, без вас нічого не робимо',
  withdrawn: 'Сервіс відкликав цей кошторис, новий надійде сюди',
  expired: 'Ціни цього кошторису більше не діють, напишіть нам, і ми порахуємо знову',
  gone: 'Цей кошторис більше не відкритий',
} as const;
