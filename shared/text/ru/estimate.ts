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
  parts: 'запчасти',
  work: 'работа',
  urgency: { safety: 'безопасность', soon: 'скоро', wish: 'по желанию' },
  within: (months, f) =>
    `в течение ${f.plural(months, { one: '# месяца', few: '# месяцев', many: '# месяцев', other: '# месяца' })}`,
  later: 'позже',
  no: 'нет',
};

export const estimate: GroupTexts<'estimate'> = {
  estimateHead: ({ by, name, car, note, photos, edition }, f) =>
    lines(
      `Ваш консультант: ${f.person(by)}.`,
      f.capital(
        `${name === '' ? '' : `${name}, `}вот ${edition > 1 ? 'новая смета' : 'смета'}${car === '' ? '' : ` на ${car}`}.`,
      ),
      note,
      photos > 0 && `📷 ${photos} фото`,
    ),
  estimateLines: ({ lines: offered }, f) => lines(...offered.map((line) => offeredText(line, words, f))),
  estimateSoFar: ({ cents }, f) =>
    `Уже согласовано: ${f.money(cents)}. Сверх этого без вашего ответа ничего не делаем.`,
  estimateTotal: ({ cents, tax, vatPercent, ways, ready, answerBy, validUntil }, f) =>
    lines(
      `${ways ? 'Всё вместе, где есть выбор — вариант A' : 'Всё вместе'}: ${f.money(cents)}, в том числе НДС ${f.money(tax)} (${f.percent(vatPercent)}).`,
      ready !== null &&
        (answerBy === null
          ? `Машина будет готова: ${f.when(ready)}.`
          : `Машина будет готова: ${f.when(ready)}, если ответите ${f.deadline(answerBy)}.`),
      `Цены действуют до: ${f.day(validUntil)}.`,
    ),

  estimateChoose: ({ lines: answered, cents, left }, f) =>
    lines(
      answeredText(answered, words, f),
      left > 0
        ? `Пока ${f.money(cents)}, осталось ответить: ${f.plural(left, { one: '# позиция', few: '# позиции', many: '# позиций', other: '# позиции' })}.`
        : `Итого ${f.money(cents)}. Подтвердите или поменяйте что нужно.`,
    ),
  estimateLine: ({ line, at, count, says }, f) =>
    lines(
      count > 1 && `Позиция ${at} из ${count}`,
      offeredText(line, words, f),
      says === null ? 'Делаем?' : `Вы ответили: ${said[says]}. Оставить так?`,
    ),
  estimateConfirm: ({ lines: answered, cents }, f) =>
    lines(
      answeredText(answered, words, f),
      answered.some(({ says }) => says === 'yes')
        ? `Итого ${f.money(cents)}. Всё верно?`
        : 'Сейчас ничего не делаем. Всё верно?',
    ),
  estimateWhichLine: () => 'Какую позицию меняем?',

  estimateAgreed: ({ ref, number, who, car, at, lines: answered, cents, ready, signed }, f) =>
    lines(
      f.about(car, `согласовано ${f.dayTime(at)}. Ответ: ${who}${signed ? ', словом согласия' : ''}.`),
      answeredText(answered, words, f),
      `Итого ${f.money(cents)} с НДС${ready === null ? '' : `, готово: ${f.dayTime(ready)}`}.`,
      `Согласование ${ref}-v${number}`,
    ),
  estimateLate: ({ by }, f) =>
    `Срок, который мы называли, был для более раннего ответа. Новое время здесь назовёт ${f.person(by)}.`,
  estimateDeclined: ({ ref, number, who, car, at, lines: answered }, f) =>
    lines(
      f.about(
        car,
        `ответ получен ${f.dayTime(at)} (${who}). Сейчас ничего не делаем, платить ничего не нужно.`,
      ),
      answeredText(answered, words, f),
      'Спасибо, что посмотрели. Если передумаете, просто напишите нам.',
      `Ответ ${ref}-v${number}`,
    ),
  estimateSign: ({ ref, cents, lines: answered, limit }, f) =>
    lines(
      answeredText(answered, words, f),
      `Итого ${f.money(cents)} (смета ${ref}).`,
      `Если сумма больше ${f.money(limit)}, нужен ещё один шаг: ответьте словом «подтверждаю» или подпишите заказ-наряд у нас. Заказ-наряд придёт сюда документом.`,
    ),
  estimateRecorded: ({ ref, number, by, how, car, at, lines: answered, cents, ready }, f) =>
    lines(
      f.about(
        car,
        `вот что мы согласовали ${how === 'phone' ? 'по телефону' : 'у нас'} ${f.dayTime(at)}. Запись: ${f.person(by)}.`,
      ),
      answeredText(answered, words, f),
      `Итого ${f.money(cents)} с НДС${ready === null ? '' : `, готово: ${f.dayTime(ready)}`}.`,
      `Согласование ${ref}-v${number}. Всё верно?`,
    ),
  estimateConfirmed: ({ ref, number, who, at }, f) =>
    `Согласование ${ref}-v${number}: всё верно, подтверждено ${f.dayTime(at)} (${who}).`,
  estimateDisputed: ({ ref, number, who, at }, f) =>
    `Согласование ${ref}-v${number}: ответ «не так», ${f.dayTime(at)} (${who}). Пока это не выяснено, работа не идёт.`,
  estimateDisputedNext: ({ advisor, by }, f) =>
    `Спасибо, что сказали. Разберётся ${f.person(advisor)}: ответ будет здесь ${f.deadline(by)}.`,

  estimateAskQuestion: ({ by, several }, f) =>
    `Что хотите узнать? Напишите здесь${several ? ', с номером позиции, если вопрос об одной из них' : ''}: ответит ${f.person(by)}. Смета остаётся открытой.`,
  estimateQuestionSent: ({ advisor, by }, f) =>
    `Спасибо, вопрос передан. ${f.person(advisor)} ответит здесь ${f.deadline(by)}. Смета остаётся открытой.`,
  estimateDeskQuestion: ({ ref, id, name, cents }, f) =>
    `О строке ${id} сметы ${ref}: ${name}, ${f.money(cents)}`,

  estimateNudge: ({ car, cents, ready, answerBy }, f) =>
    lines(
      f.about(car, `смета на ${f.money(cents)} здесь, ответьте, когда вам удобно.`),
      ready !== null &&
        answerBy !== null &&
        `Если ответ будет ${f.deadline(answerBy)}, машина будет готова: ${f.when(ready)}. Можно и позже, тогда подберём новое время.`,
    ),
  estimateDeskOver: ({ ref, car, cents }, f) =>
    f.about(car, `на смету ${ref} (${f.money(cents)}) никто не ответил, она больше не действует.`),

  estimateNewer: () => 'Вместо той сметы есть новая. Вот она.',
  estimateOver: ({ ref, state }) => `${over[state]} (смета ${ref}).`,
  estimateChanged: () => 'С тех пор кое-что изменилось. Сейчас всё выглядит так.',

  estimateNothingAgreed: () =>
    'Мы пока не согласовали здесь никаких работ. Когда согласуем, вы сможете в любой момент прочитать всё слово в слово.',
  estimateNothingToSign: () => 'Сейчас ничего не ждёт вашей подписи.',
  estimateDocument: () => 'Готовим документ, он придёт сюда через минуту.',
  estimateNewest: () => 'Есть смета, которая ждёт ответа.',

  estimateLabelAll: () => 'Согласовать всё',
  estimateLabelSome: () => 'Выбрать позиции',
  estimateLabelQuestion: () => 'Есть вопрос',
  estimateLabelConfirm: ({ cents }, f) =>
    cents === 0
      ? 'Подтвердить'
      : fitting(`Подтвердить · ${f.money(cents)}`, `Да · ${f.money(cents)}`, 'Подтвердить'),
  estimateLabelYes: (choice) => choiceLabel(choice, 'yes', 'Да'),
  estimateLabelOption: (option, f) => optionLabel(option, f),
  estimateLabelLater: (choice) => choiceLabel(choice, 'later', 'Позже'),
  estimateLabelNo: (choice) => choiceLabel(choice, 'no', 'Нет'),
  estimateLabelMore: () => 'Другие позиции',
  estimateLabelChange: () => 'Поменять',
  estimateLabelDocument: () => 'Получить документ',
  estimateLabelRight: () => 'Всё верно',
  estimateLabelNotSo: () => 'Не так',
  estimateLabelShow: () => 'Показать смету',
  estimateLabelEarlier: () => 'Показать прежние',
};

const said = { yes: 'да', later: 'позже', no: 'нет' } as const;

const over = {
  agreed: 'Это уже согласовано: спросите «что мы согласовали», и прочтёте всё',
  declined: 'На это уже есть ответ, без вас ничего не делаем',
  withdrawn: 'Сервис отозвал эту смету, новая придёт сюда',
  expired: 'Цены этой сметы больше не действуют, напишите нам, и мы посчитаем заново',
  gone: 'Эта смета больше не открыта',
} as const;
