import type { BookingKey, Texts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { heardLine } from '../heard-line.ts';
import { lines } from '../lines.ts';
import { carLine, sentences } from '../work-line.ts';

export const booking: Texts<BookingKey> = {
  askWork: ({ car, chosen }, f) => {
    if (chosen.length > 0) return `Вибрано: ${f.services(chosen)}. Що ще?`;
    return car === null ? 'Що потрібно зробити?' : `${car}: що потрібно зробити?`;
  },
  askMoreWork: ({ chosen }, f) => `Вибрано: ${f.services(chosen)}. Додати щось?`,
  askProblem: () => 'Що сталося з авто? Вистачить одного речення, можна й фото.',
  askCar: () => 'Яке у вас авто? Напишіть модель або номер як зручно, наприклад «octavia 2018».',
  askWhichCar: () => 'Про яке авто йдеться?',
  carTooLong: () => 'Можна коротше: модель і рік або номер. Наприклад, «octavia 2018».',
  times: ({ services, car, minutes, fromCents, days, fit }, f) =>
    lines(
      carLine(car, [f.services(services), length({ minutes, days }, f), price(fromCents, f)], f),
      fit ? fitting[fit] : 'Найближчий час:',
    ),
  moreTimes: ({ services, car }, f) => `${f.about(car, f.services(services))}. Який час вам зручний?`,
  chooseDay: () => 'Який день вам зручний?',
  dayFull: ({ date }, f) => `${f.capital(f.day(date))} все зайнято.`,
  noTimes: ({ services, phone }, f) =>
    `Для цієї роботи в календарі поки немає часу: ${f.services(services)}. Напишіть «людина» або зателефонуйте за номером ${phone}, і ми його знайдемо.`,
  separateVisits: ({ services }, f) =>
    `В один візит це не вміщується: ${f.services(services)}. Виберіть поки щось одне, на решту запишемо окремо.`,
  slotGone: () => 'Цей час щойно зайняли, усе інше збереглося.',
  slotReplaced: () => 'Вибраний час уже недоступний.',
  held: ({ start, minutes, readyIfLeft, readyIfWaiting, recap }, f) =>
    lines(
      `Тримаємо для вас ${f.duration(minutes)}: ${f.dayTime(start)}.`,
      recap ? carLine(recap.car, [f.services(recap.services), price(recap.fromCents, f)], f) : null,
      recap?.said
        ? agreed(recap.said, start, { readyIfLeft, readyIfWaiting }, f)
        : choice(start, readyIfLeft, readyIfWaiting, f),
    ),
  wishAfterClosing: ({ date, close, last }, f) =>
    last === null
      ? `Ми працюємо до ${f.time(close)}, і ${f.day(date)} вільного часу вже немає.`
      : `Ми працюємо до ${f.time(close)}. ${f.capital(f.day(date))} останній запис на цю роботу о ${f.time(last)}.`,
  wishOpens: ({ open }, f) => `Ми відчиняємося о ${f.time(open)}.`,
  wishComesBy: ({ by }, f) => `Для цієї роботи авто потрібно привезти до ${f.time(by)}.`,
  wishClosed: ({ date }, f) => `${f.capital(f.day(date))} ми не працюємо.`,
  wishOnly: ({ date, only }, f) =>
    `${f.capital(f.day(date))} в нас лише: ${only.map((id) => f.services([id])).join(', ')}.`,
  wishTooFar: ({ last }, f) =>
    `Так далеко наперед запис іще не відкрито: поки записуємо до ${f.day(last)} включно.`,
  wishTooSoon: ({ date }, f) => `На цю роботу записуємо не раніше ${f.day(date)}.`,
  wishPartFull: ({ date }, f) => `${f.capital(f.day(date))} на цей час усе зайнято.`,
  wishDaysFull: () => 'На цей час усе зайнято.',
  wishNotAt: ({ at }, f) => `На ${f.time(at)} записати не вийде.`,
  wishNoWay: ({ stay, thatTime }) => {
    if (thatTime && stay === 'wait') return 'На цей час зачекати не вийде, але авто можна залишити в нас.';
    if (thatTime) return 'На цей час можна лише зачекати на місці.';
    return stay === 'wait'
      ? 'Під час цієї роботи зачекати в нас не вийде, але авто можна залишити.'
      : 'Цю роботу робимо, поки ви чекаєте.';
  },
  wishCloses: ({ close }, f) => `Ми працюємо до ${f.time(close)}.`,
  wishHeard: (said, f) => heardLine('Врахуємо', said, heardWords, f),
  wishWhich: () => 'Виберіть, будь ласка, час із запропонованих.',
  wishWhichCar: () => 'Цього авто в наших записах ще немає.',
  wishWalkIn: ({ services, fromCents }, f) =>
    sentences(
      [`${f.services(services)}: без запису, приїжджайте будь-коли в робочий час`, price(fromCents, f)],
      f,
    ),
  wishRemote: ({ services }, f) =>
    `${f.capital(f.services(services))}: приїжджати не потрібно. Надішліть сюди фото, і ми назвемо ціну.`,
  draftKept: ({ services, car }, f) => {
    const kept = [car, f.services(services)].filter(Boolean).join(', ');
    return `Продовжимо. Ваші відповіді збереглися${kept && `: ${kept}`}.`;
  },
  draftDropped: () => 'Гаразд, новий запис не оформлюємо. Пишіть, коли буде зручно.',
  booked: ({ ref, start, readyBy, services, car, stay, bring }, f) =>
    lines(
      `Вас записано: ${f.dayTime(start)}.`,
      f.about(car, `${f.services(services)}.`),
      stayLine(stay, f.ready(readyBy, start)),
      `Адреса: ${f.address}.`,
      bring && f.bring(services),
      `Номер запису: ${ref}`,
    ),
  requested: ({ advisor, by }, f) =>
    `${f.person(advisor)} напише сюди ${f.deadline(by)} і запропонує час. Поки що це запит, а не запис.`,
  limitReached: ({ count, advisor, by }, f) => {
    const visits = f.plural(count, { one: '# візит', few: '# візити', many: '# візитів', other: '# візиту' });
    return `У вас уже ${visits}. Наступний допоможе записати ${f.person(advisor)}: відповідь буде тут ${f.deadline(by)}.`;
  },
  askPhone: () => 'Залишите номер телефону на випадок запитань про візит? Це необов’язково.',
  phoneSaved: () => 'Дякуємо, номер збережено.',
  phoneSkipped: () => 'Гаразд, обійдемося без номера.',
  phoneNotYours: () =>
    'Схоже, це контакт іншої людини. Потрібен ваш номер: натисніть кнопку або пропустіть цей крок.',
  hintSkip: () => 'Щоб продовжити без номера, напишіть «пропустити».',
};

/** What was heard, in the words of this language. */
const heardWords = {
  from: (time: string) => `після ${time}`,
  to: (time: string) => `до ${time}`,
  at: (time: string) => `о ${time}`,
  earliest: 'найближчий час',
  wait: 'зачекаєте в нас',
  leave: 'авто залишите',
};

/** What words asked for, or what is near it. */
const fitting = { fitting: 'Час, що підходить:', nearest: 'Найближчий час:' } as const;

/** The way of staying and the promise, in one line. */
export function stayLine(stay: 'wait' | 'leave', ready: string): string {
  return stay === 'leave'
    ? `Авто залишається в нас, буде готове ${ready}.`
    : `Ви чекаєте на місці, авто буде готове ${ready}.`;
}

/** `from 65 €`; '' where nobody can say. */
export function price(fromCents: number | null, f: Format): string {
  if (fromCents === null) return '';
  return fromCents === 0 ? 'безкоштовно' : `від ${f.money(fromCents)}`;
}

type Takes = { readonly minutes: number; readonly days: number };

/** How long the work takes, by the days that the car is here. */
export function length({ minutes, days }: Takes, f: Format): string {
  if (days === 1) return `близько ${f.duration(minutes)}`;
  return `близько ${f.plural(days, { one: '# дня', other: '# днів' })}`;
}

/** The way that they said, asked as the last step before the booking. */
function agreed(
  said: 'wait' | 'leave',
  start: number,
  by: { readonly readyIfLeft: number | null; readonly readyIfWaiting: number | null },
  f: Format,
): string {
  const at = said === 'leave' ? by.readyIfLeft : by.readyIfWaiting;
  if (at === null) return choice(start, by.readyIfLeft, by.readyIfWaiting, f);
  const ready = f.ready(at, start);
  return said === 'leave'
    ? `Ви залишите авто, воно буде готове ${ready}. Записуємо?`
    : `Ви зачекаєте на місці, авто буде готове ${ready}. Записуємо?`;
}

function choice(start: number, left: number | null, waiting: number | null, f: Format): string {
  if (left !== null && waiting !== null) {
    return `Залишите авто (готове ${f.ready(left, start)}) чи зачекаєте на місці (готове ${f.ready(waiting, start)})?`;
  }
  if (left !== null) return `Авто залишиться в нас і буде готове ${f.ready(left, start)}. Підходить?`;
  if (waiting !== null)
    return `Можна зачекати на місці, авто буде готове ${f.ready(waiting, start)}. Підходить?`;
  return 'Підходить?';
}
