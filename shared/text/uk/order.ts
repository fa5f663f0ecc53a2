import type { GroupTexts } from '../dictionary.ts';
import { answeredText, fitting, lineLabel } from '../estimate-line.ts';
import { lines } from '../lines.ts';
import { cardText, changesText, type OrderWords, problemText } from '../order-line.ts';
import { excerpt } from '../shorten.ts';

const words: OrderWords = {
  line: (line) => `«${line}»:`,
  difference: (way, sum, agreed) => {
    const before = agreed ? 'погоджено' : 'було в попередній версії';
    if (way === 'same') return `Сума та сама, що ${agreed ? 'погоджена' : 'була в попередній версії'}.`;
    return `На ${sum} ${way === 'more' ? 'більше' : 'менше'}, ніж ${before}.`;
  },
  added: 'Нове',
  left: 'Більше не входить',
  changed: 'Змінилося',
};

const trouble = {
  price: () => 'немає ціни. Її пишуть після назви.',
  name: () => 'є ціна, але немає назви.',
  words: (what: string) =>
    `незрозуміло «${what}». Після ціни пишуть: безпека, скоро, за бажанням або строк (3 міс); причину беруть у дужки.`,
  amounts: () => 'тут кілька чисел, і неясно, де ціна. Інші числа візьміть у дужки.',
  sum: () => 'запчастини й робота не дають у сумі підсумку.',
  negative: () => 'ціна не може бути меншою за нуль.',
  currency: (_what: string, price: string) => `ціни лише в нашій валюті: ${price}.`,
  number: () => 'це не сума грошей.',
  urgency: () => 'терміновість суперечить сама собі. Місяці пасують лише до «скоро».',
  options: () => 'більше трьох варіантів в одному рядку не можна.',
  longName: () => 'задовго: до 80 знаків на назву, до 200 на причину.',
  longNote: () => 'примітка задовга: до 300 знаків.',
  time: () => 'це не час. Напишіть так: 17:00.',
  day: () => 'це не дата. Напишіть так: 5.12.',
  past: () => 'цей час уже минув.',
  twice: () => 'це сказано двічі.',
  empty: () => 'Немає жодного рядка з ціною.',
  lines: (what: string) => `Рядків забагато (${what}): вміщується 20.`,
  much: () => 'Сума понад 100 000: стільки в один кошторис не входить.',
} as const;

export const order: GroupTexts<'order'> = {
  orderHowTo: () =>
    'Кошторис пишуть одним повідомленням, по рядку на позицію. До надсилання ви його побачите. Наприклад:',
  orderNotHere: () => 'Кошториси пишуть у темі клієнта.',
  orderProblems: () => 'Поки нічого не збережено.',
  orderProblem: (problem, f) => problemText(problem, words, trouble, f),
  orderMoreProblems: ({ more }, f) =>
    `І ще ${f.plural(more, { one: '# зауваження', few: '# зауваження', many: '# зауважень', other: '# зауваження' })}.`,
  orderExample: () => 'Наприклад:',
  orderPreview: ({ ref, edition, car, note, photos }, f) =>
    lines(
      f.about(car, `кошторис ${ref}, версія ${edition}. Поки його бачить лише ця група.`),
      note,
      photos > 0 &&
        `У ньому ${f.plural(photos, { one: '# фото', few: '# фото', many: '# фото', other: '# фото' })}.`,
    ),
  orderDiff: (diff, f) => changesText(diff, words, f),
  orderAsked: ({ name, owner }) =>
    owner === null
      ? `Відповідатиме: ${excerpt(name, 40)}.`
      : `Відповідатиме: ${excerpt(name, 40)}. Кошторис бачить і ${excerpt(owner, 40)}.`,
  orderLimit: ({ agreed, limit, fits }, f) =>
    `Погоджено ${f.money(agreed)}; без запитання можна до ${f.money(limit)}. ${fits ? 'Цей кошторис у межах.' : 'Цей кошторис вище.'}`,
  orderShut: () =>
    'Клієнт давно не писав: спершу прийде сповіщення, що кошторис готовий, а сам кошторис відкриється після натискання.',
  orderHow: () =>
    'Щоб виправити, змініть своє повідомлення або надішліть /estimate ще раз. Фото у відповідь на це повідомлення увійде до кошторису; номер рядка в підписі поставить його туди.',
  orderNoReach: ({ name, phone }) =>
    lines(
      `Надіслати нікуди: ${excerpt(name, 40)} не користується в нас месенджером.`,
      phone === ''
        ? 'Запишіть те, про що домовитеся біля стійки.'
        : `Зателефонуйте: ${phone}, і запишіть, про що домовилися.`,
    ),
  orderDiscarded: ({ ref }) => `Чернетку кошторису ${ref} видалено. Її ніхто не бачив.`,
  orderReplied: () =>
    'Це була відповідь на чернетку, тому клієнтові вона не пішла. Щоб виправити кошторис, надішліть усі його рядки.',
  orderPhotoLate: () => 'Кошторис пішов раніше, ніж це фото було готове. Надішліть фото окремо.',
  orderPhotoMany: ({ most }) => `До кошторису входить не більше ${most} фото.`,

  orderSent: ({ ref, edition, by, name, cents }, f) =>
    `Кошторис ${ref}, версія ${edition}, ${f.money(cents)}. Надсилає ${f.person(by)}, відповідатиме ${excerpt(name, 40)}.`,
  orderWithdrawn: ({ ref, by }, f) => `Кошторис ${ref} відкликано (${f.person(by)}), клієнт про це знає.`,
  orderAnswered: ({ ref }) => `На запитання щодо кошторису ${ref} є відповідь.`,
  orderCall: ({ ref, car, cents, since, name, phone }, f) =>
    lines(
      f.about(car, `на кошторис ${ref} (${f.money(cents)}) немає відповіді з ${f.dayTime(since)}.`),
      phone === ''
        ? `Зателефонуйте, будь ласка: ${excerpt(name, 40)}. Номера тут немає.`
        : `Зателефонуйте, будь ласка: ${excerpt(name, 40)}, ${phone}`,
    ),
  orderPhone: ({ name, phone }) =>
    phone === '' ? `Номера тут немає: ${excerpt(name, 40)}.` : `${excerpt(name, 40)}: ${phone}`,

  orderRecordHow: ({ ref }) => `Як погоджено кошторис ${ref}?`,
  orderRecord: ({ ref, how, lines: answered, cents, left }, f) =>
    lines(
      `Про що домовилися ${ways[how]}, кошторис ${ref}? Натискайте на рядок, доки не стане правильно.`,
      answeredText(answered, said, f),
      left > 0
        ? `Лишилося: ${f.plural(left, { one: '# рядок', few: '# рядки', many: '# рядків', other: '# рядка' })}.`
        : `Разом ${f.money(cents)}.`,
    ),
  orderRecorded: ({ ref, number, how, by, cents, told }, f) =>
    `Домовилися ${ways[how]}: ${f.money(cents)}, погодження ${ref}-v${number}. Записує ${f.person(by)}. ${told ? 'Клієнта запитали, чи все правильно.' : 'Месенджера в клієнта немає.'}`,
  orderToSign: ({ ref, cents }, f) =>
    `Для ${f.money(cents)} потрібен підпис: кошторис ${ref} чекає на слово «погоджую» або кнопку «${labels.desk}».`,
  orderRefusedAll: ({ ref, number, by }, f) =>
    `Робити нічого не потрібно: відповідь ${ref}-v${number}. Записує ${f.person(by)}.`,
  orderCarriedOn: ({ ref, number, by, cents, limit }, f) =>
    `Продовжуємо в межах ліміту: ${f.money(cents)} із ${f.money(limit)}, погодження ${ref}-v${number} (${f.person(by)}). Клієнта повідомлено.`,
  orderWithin: ({ ref, number, by, car, at, lines: answered, cents, limit, ready }, f) =>
    lines(
      f.about(
        car,
        `роботи стало трохи більше, ${f.dayTime(at)} (${f.person(by)}). Це в межах ${f.money(limit)}, які ви дозволили без запитання.`,
      ),
      answeredText(answered, said, f),
      `Разом ${f.money(cents)} з ПДВ${ready === null ? '' : `, готово: ${f.dayTime(ready)}`}.`,
      `Погодження ${ref}-v${number}. Якщо ви проти, просто напишіть нам.`,
    ),

  orderWorkHow: () => '/work start, /work stop або /work done: як іде погоджена робота.',
  orderWork: ({ ref, by, work, cents }, f) =>
    `${f.person(by)}: ${acts[work]} (${ref}, погоджено ${f.money(cents)}).`,
  orderNothing: () => 'У цього клієнта ще немає кошторису. Його пише /estimate.',
  orderRefused: ({ why, ref, agreed, planned }, f) =>
    `${why === 'above' ? aboveAgreed(f.money(agreed), f.money(planned)) : refusals[why]} (${ref})`,
  orderCard: (card, f) => cardText(card, { states, works }, f),
  orderHelp: () =>
    'Кошториси, у темі клієнта: /estimate і по рядку на позицію; до надсилання ви все бачите. /agreed записує, про що домовилися телефоном чи біля стійки. /work start, stop, done.',

  orderLabelSend: () => 'Надіслати',
  orderLabelDiscard: () => 'Видалити чернетку',
  orderLabelKeep: () => 'І погоджене',
  orderLabelWithin: () => 'Далі в межах ліміту',
  orderLabelPhone: () => 'Згода телефоном',
  orderLabelDesk: () => labels.desk,
  orderLabelWithdraw: () => 'Відкликати',
  orderLabelCall: () => 'Номер телефону',
  orderLabelAnswered: () => 'Відповідь є',
  orderLabelAllYes: () => 'Згода на все',
  orderLabelLine: (line) => lineLabel(line),
  orderLabelRecord: ({ cents }, f) => fitting(`Записати · ${f.money(cents)}`, 'Записати'),
  orderLabelBack: () => 'Назад',
  orderLabelStart: () => 'Почати роботу',
  orderLabelDone: () => 'Роботу зроблено',
};

const said = { later: 'пізніше', no: 'ні' } as const;
const labels = { desk: 'Підписано в нас' } as const;
const ways = { phone: 'телефоном', desk: 'біля стійки' } as const;
const acts = { started: 'робота почалася', stopped: 'роботу зупинено', done: 'роботу зроблено' } as const;
const works = { started: 'робота триває', stopped: 'роботу зупинено', done: 'роботу зроблено' } as const;
const states = {
  none: 'чернетка',
  asked: 'чекає на відповідь',
  signing: 'чекає на підпис',
  agreed: 'погоджено',
  declined: 'відхилено',
  withdrawn: 'відкликано',
  expired: 'більше не діє',
} as const;

const aboveAgreed = (agreed: string, planned: string) =>
  `Поки не можна: погоджено ${agreed}, а планується ${planned}. Спершу потрібна згода клієнта`;

const refusals = {
  mustAsk: 'Клієнт хоче, щоб його спершу запитали',
  done: 'Роботу вже зроблено; що буде тепер, це новий кошторис',
  older: 'Є новіша версія цього кошторису',
  notOpen: 'Цей кошторис не відкритий',
  already: 'Так уже і є',
  expired: 'Кошторис більше не діє. Надішліть його з новою датою',
  notTheirs: 'Відповідає хтось інший',
  noLine: 'Такого рядка немає',
  unanswered: 'Не на всі рядки є відповідь',
  waits: 'Кошторис ще чекає на відповідь клієнта',
  question: 'У клієнта є запитання',
  notAgreed: 'Ще нічого не погоджено, тому робота не починається',
  disputed: 'Клієнт каже, що домовилися не так. Спершу з’ясуйте це',
  options: 'В одному рядку є варіанти, а обирає лише клієнт',
  refused: 'Один із цих рядків клієнт відклав або відхилив',
  sign: 'Для такої суми потрібен підпис або слово клієнта «погоджую»',
  notStarted: 'Робота не йде',
} as const;
