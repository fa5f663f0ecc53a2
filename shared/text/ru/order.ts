import type { GroupTexts } from '../dictionary.ts';
import { answeredText, fitting, lineLabel } from '../estimate-line.ts';
import { lines } from '../lines.ts';
import { cardText, changesText, type OrderWords, problemText } from '../order-line.ts';
import { excerpt } from '../shorten.ts';

const words: OrderWords = {
  line: (line) => `«${line}»:`,
  difference: (way, sum, agreed) => {
    const before = agreed ? 'согласовано' : 'было в прошлой версии';
    if (way === 'same') return `Сумма та же, что ${agreed ? 'согласована' : 'была в прошлой версии'}.`;
    return `На ${sum} ${way === 'more' ? 'больше' : 'меньше'}, чем ${before}.`;
  },
  added: 'Новое',
  left: 'Больше не входит',
  changed: 'Изменилось',
};

const trouble = {
  price: () => 'нет цены. Она пишется после названия.',
  name: () => 'есть цена, но нет названия.',
  words: (what: string) =>
    `непонятно «${what}». После цены пишут: безопасность, скоро, по желанию или срок (3 мес); причину ставят в скобки.`,
  amounts: () => 'здесь несколько чисел, и неясно, где цена. Остальные числа поставьте в скобки.',
  sum: () => 'запчасти и работа не дают в сумме итога.',
  negative: () => 'цена не может быть меньше нуля.',
  currency: (_what: string, price: string) => `цены только в нашей валюте: ${price}.`,
  number: () => 'это не сумма денег.',
  urgency: () => 'срочность противоречит сама себе. Месяцы подходят только к «скоро».',
  options: () => 'больше трёх вариантов в одной строке нельзя.',
  longName: () => 'слишком длинно: до 80 знаков на название, до 200 на причину.',
  longNote: () => 'примечание слишком длинное: до 300 знаков.',
  time: () => 'это не время. Напишите так: 17:00.',
  day: () => 'это не дата. Напишите так: 5.12.',
  past: () => 'это время уже прошло.',
  twice: () => 'это сказано дважды.',
  empty: () => 'Нет ни одной строки с ценой.',
  lines: (what: string) => `Строк слишком много (${what}): помещается 20.`,
  much: () => 'Сумма больше 100 000: столько в одну смету не входит.',
} as const;

export const order: GroupTexts<'order'> = {
  orderHowTo: () =>
    'Смета пишется одним сообщением, по строке на позицию. До отправки вы её увидите. Например:',
  orderNotHere: () => 'Сметы пишут в теме клиента.',
  orderProblems: () => 'Пока ничего не сохранено.',
  orderProblem: (problem, f) => problemText(problem, words, trouble, f),
  orderMoreProblems: ({ more }, f) =>
    `И ещё ${f.plural(more, { one: '# замечание', few: '# замечания', many: '# замечаний', other: '# замечания' })}.`,
  orderExample: () => 'Например:',
  orderPreview: ({ ref, edition, car, note, photos }, f) =>
    lines(
      f.about(car, `смета ${ref}, версия ${edition}. Пока её видит только эта группа.`),
      note,
      photos > 0 &&
        `В ней ${f.plural(photos, { one: '# фото', few: '# фото', many: '# фото', other: '# фото' })}.`,
    ),
  orderDiff: (diff, f) => changesText(diff, words, f),
  orderAsked: ({ name, owner }) =>
    owner === null
      ? `Отвечать будет: ${excerpt(name, 40)}.`
      : `Отвечать будет: ${excerpt(name, 40)}. Смету видит и ${excerpt(owner, 40)}.`,
  orderLimit: ({ agreed, limit, fits }, f) =>
    `Согласовано ${f.money(agreed)}; без вопроса можно до ${f.money(limit)}. ${fits ? 'Эта смета укладывается.' : 'Эта смета выше.'}`,
  orderShut: () =>
    'Клиент давно не писал: сначала придёт уведомление, что смета готова, а сама смета откроется по нажатию.',
  orderHow: () =>
    'Чтобы исправить, измените своё сообщение или пришлите /estimate ещё раз. Фото в ответ на это сообщение войдёт в смету; номер строки в подписи поставит его туда.',
  orderNoReach: ({ name, phone }) =>
    lines(
      `Отправить некуда: ${excerpt(name, 40)} не пользуется у нас мессенджером.`,
      phone === ''
        ? 'Запишите то, о чём договоритесь у стойки.'
        : `Позвоните: ${phone}, и запишите, о чём договорились.`,
    ),
  orderDiscarded: ({ ref }) => `Черновик сметы ${ref} удалён. Его никто не видел.`,
  orderReplied: () =>
    'Это был ответ на черновик, поэтому клиенту он не ушёл. Чтобы исправить смету, пришлите все её строки.',
  orderPhotoLate: () => 'Смета ушла раньше, чем это фото было готово. Отправьте фото отдельно.',
  orderPhotoMany: ({ most }) => `В смету входит не больше ${most} фото.`,

  orderSent: ({ ref, edition, by, name, cents }, f) =>
    `Смета ${ref}, версия ${edition}, ${f.money(cents)}. Отправляет ${f.person(by)}, отвечать будет ${excerpt(name, 40)}.`,
  orderWithdrawn: ({ ref, by }, f) => `Смета ${ref} отозвана (${f.person(by)}), клиент об этом знает.`,
  orderAnswered: ({ ref }) => `На вопрос по смете ${ref} есть ответ.`,
  orderCall: ({ ref, car, cents, since, name, phone }, f) =>
    lines(
      f.about(car, `на смету ${ref} (${f.money(cents)}) нет ответа с ${f.dayTime(since)}.`),
      phone === ''
        ? `Позвоните, пожалуйста: ${excerpt(name, 40)}. Номера здесь нет.`
        : `Позвоните, пожалуйста: ${excerpt(name, 40)}, ${phone}`,
    ),
  orderPhone: ({ name, phone }) =>
    phone === '' ? `Номера здесь нет: ${excerpt(name, 40)}.` : `${excerpt(name, 40)}: ${phone}`,

  orderRecordHow: ({ ref }) => `Как согласована смета ${ref}?`,
  orderRecord: ({ ref, how, lines: answered, cents, left }, f) =>
    lines(
      `О чём договорились ${ways[how]}, смета ${ref}? Нажимайте на строку, пока не станет верно.`,
      answeredText(answered, said, f),
      left > 0
        ? `Осталось: ${f.plural(left, { one: '# строка', few: '# строки', many: '# строк', other: '# строки' })}.`
        : `Вместе ${f.money(cents)}.`,
    ),
  orderRecorded: ({ ref, number, how, by, cents, told }, f) =>
    `Договорились ${ways[how]}: ${f.money(cents)}, согласование ${ref}-v${number}. Записывает ${f.person(by)}. ${told ? 'Клиента спросили, всё ли верно.' : 'Мессенджера у клиента нет.'}`,
  orderToSign: ({ ref, cents }, f) =>
    `Для ${f.money(cents)} нужна подпись: смета ${ref} ждёт слова «подтверждаю» или кнопки «${labels.desk}».`,
  orderRefusedAll: ({ ref, number, by }, f) =>
    `Делать ничего не нужно: ответ ${ref}-v${number}. Записывает ${f.person(by)}.`,
  orderCarriedOn: ({ ref, number, by, cents, limit }, f) =>
    `Продолжаем в пределах лимита: ${f.money(cents)} из ${f.money(limit)}, согласование ${ref}-v${number} (${f.person(by)}). Клиенту сообщили.`,
  orderWithin: ({ ref, number, by, car, at, lines: answered, cents, limit, ready }, f) =>
    lines(
      f.about(
        car,
        `работы стало чуть больше, ${f.dayTime(at)} (${f.person(by)}). Это в пределах ${f.money(limit)}, которые вы разрешили без вопроса.`,
      ),
      answeredText(answered, said, f),
      `Итого ${f.money(cents)} с НДС${ready === null ? '' : `, готово: ${f.dayTime(ready)}`}.`,
      `Согласование ${ref}-v${number}. Если вы против, просто напишите нам.`,
    ),

  orderWorkHow: () => '/work start, /work stop или /work done: как идёт согласованная работа.',
  orderWork: ({ ref, by, work, cents }, f) =>
    `${f.person(by)}: ${acts[work]} (${ref}, согласовано ${f.money(cents)}).`,
  orderNothing: () => 'У этого клиента ещё нет сметы. Её пишет /estimate.',
  orderRefused: ({ why, ref, agreed, planned }, f) =>
    `${why === 'above' ? aboveAgreed(f.money(agreed), f.money(planned)) : refusals[why]} (${ref})`,
  orderCard: (card, f) => cardText(card, { states, works }, f),
  orderHelp: () =>
    'Сметы, в теме клиента: /estimate и по строке на позицию; до отправки вы всё видите. /agreed записывает, о чём договорились по телефону или у стойки. /work start, stop, done.',

  orderLabelSend: () => 'Отправить',
  orderLabelDiscard: () => 'Удалить черновик',
  orderLabelKeep: () => 'И согласованное',
  orderLabelWithin: () => 'Продолжить в лимите',
  orderLabelPhone: () => 'Согласие по телефону',
  orderLabelDesk: () => labels.desk,
  orderLabelWithdraw: () => 'Отозвать',
  orderLabelCall: () => 'Номер телефона',
  orderLabelAnswered: () => 'Ответ дан',
  orderLabelAllYes: () => 'Согласие на всё',
  orderLabelLine: (line) => lineLabel(line),
  orderLabelRecord: ({ cents }, f) => fitting(`Записать · ${f.money(cents)}`, 'Записать'),
  orderLabelBack: () => 'Назад',
  orderLabelStart: () => 'Начать работу',
  orderLabelDone: () => 'Работа закончена',
};

const said = { later: 'позже', no: 'нет' } as const;
const labels = { desk: 'Подписано у стойки' } as const;
const ways = { phone: 'по телефону', desk: 'у стойки' } as const;
const acts = { started: 'работа началась', stopped: 'работа остановлена', done: 'работа закончена' } as const;
const works = { started: 'работа идёт', stopped: 'работа остановлена', done: 'работа закончена' } as const;
const states = {
  none: 'черновик',
  asked: 'ждёт ответа',
  signing: 'ждёт подписи',
  agreed: 'согласована',
  declined: 'отклонена',
  withdrawn: 'отозвана',
  expired: 'больше не действует',
} as const;

const aboveAgreed = (agreed: string, planned: string) =>
  `Пока нельзя: согласовано ${agreed}, а планируется ${planned}. Сначала нужно согласие клиента`;

const refusals = {
  mustAsk: 'Клиент хочет, чтобы его сначала спросили',
  done: 'Работа уже закончена; что будет теперь, это новая смета',
  older: 'Есть более новая версия этой сметы',
  notOpen: 'Эта смета не открыта',
  already: 'Так уже и есть',
  expired: 'Смета больше не действует. Отправьте её с новой датой',
  notTheirs: 'Отвечает кто-то другой',
  noLine: 'Такой строки нет',
  unanswered: 'Не на все строки есть ответ',
  waits: 'Смета ещё ждёт ответа клиента',
  question: 'У клиента есть вопрос',
  notAgreed: 'Ещё ничего не согласовано, поэтому работа не начинается',
  disputed: 'Клиент говорит, что договорились не так. Сначала выясните это',
  options: 'В одной строке есть варианты, а выбирает только клиент',
  refused: 'Одну из этих строк клиент отложил или отклонил',
  sign: 'Для такой суммы нужна подпись или слово клиента «подтверждаю»',
  notStarted: 'Работа не идёт',
} as const;
