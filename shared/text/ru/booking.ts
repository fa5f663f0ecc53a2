import type { BookingKey, Texts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { heardLine } from '../heard-line.ts';
import { lines } from '../lines.ts';
import { carLine, sentences } from '../work-line.ts';

export const booking: Texts<BookingKey> = {
  askWork: ({ car, chosen }, f) => {
    if (chosen.length > 0) return `Выбрано: ${f.services(chosen)}. Что ещё?`;
    return car === null ? 'Что нужно сделать?' : `${car}: что нужно сделать?`;
  },
  askMoreWork: ({ chosen }, f) => `Выбрано: ${f.services(chosen)}. Добавить что-нибудь?`,
  askProblem: () => 'Что случилось с машиной? Достаточно одного предложения, можно и фото.',
  askCar: () => 'Какая у вас машина? Напишите модель или номер как удобно, например «octavia 2018».',
  askWhichCar: () => 'О какой машине речь?',
  carTooLong: () => 'Можно короче: модель и год или номер. Например, «octavia 2018».',
  times: ({ services, car, minutes, fromCents, days, fit }, f) =>
    lines(
      carLine(car, [f.services(services), length({ minutes, days }, f), price(fromCents, f)], f),
      fit ? fitting[fit] : 'Ближайшее время:',
    ),
  moreTimes: ({ services, car }, f) => `${f.about(car, f.services(services))}. Какое время вам удобно?`,
  chooseDay: () => 'Какой день вам удобен?',
  dayFull: ({ date }, f) => `${f.capital(f.day(date))} всё занято.`,
  noTimes: ({ services, phone }, f) =>
    `Для этой работы в календаре пока нет времени: ${f.services(services)}. Напишите «человек» или позвоните по номеру ${phone}, и мы его найдём.`,
  separateVisits: ({ services }, f) =>
    `В один визит это не помещается: ${f.services(services)}. Выберите пока что-то одно, на остальное запишем отдельно.`,
  slotGone: () => 'Это время только что заняли, всё остальное сохранилось.',
  slotReplaced: () => 'Выбранное время уже недоступно.',
  held: ({ start, minutes, readyIfLeft, readyIfWaiting, recap }, f) =>
    lines(
      `Держим для вас ${f.duration(minutes)}: ${f.dayTime(start)}.`,
      recap ? carLine(recap.car, [f.services(recap.services), price(recap.fromCents, f)], f) : null,
      recap?.said
        ? agreed(recap.said, start, { readyIfLeft, readyIfWaiting }, f)
        : choice(start, readyIfLeft, readyIfWaiting, f),
    ),
  wishAfterClosing: ({ date, close, last }, f) =>
    last === null
      ? `Мы работаем до ${f.time(close)}, и ${f.day(date)} свободного времени уже нет.`
      : `Мы работаем до ${f.time(close)}. ${f.capital(f.day(date))} последняя запись на эту работу в ${f.time(last)}.`,
  wishOpens: ({ open }, f) => `Мы открываемся в ${f.time(open)}.`,
  wishComesBy: ({ by }, f) => `Для этой работы машину нужно привезти до ${f.time(by)}.`,
  wishClosed: ({ date }, f) => `${f.capital(f.day(date))} мы не работаем.`,
  wishOnly: ({ date, only }, f) =>
    `${f.capital(f.day(date))} у нас только: ${only.map((id) => f.services([id])).join(', ')}.`,
  wishTooFar: ({ last }, f) => `Так далеко вперёд запись ещё не открыта: пока записываем по ${f.day(last)}.`,
  wishTooSoon: ({ date }, f) => `На эту работу записываем не раньше ${f.day(date)}.`,
  wishPartFull: ({ date }, f) => `${f.capital(f.day(date))} на это время всё занято.`,
  wishDaysFull: () => 'На это время всё занято.',
  wishNotAt: ({ at }, f) => `На ${f.time(at)} записать не получится.`,
  wishNoWay: ({ stay, thatTime }) => {
    if (thatTime && stay === 'wait')
      return 'В это время подождать не получится, но машину можно оставить у нас.';
    if (thatTime) return 'В это время можно только подождать на месте.';
    return stay === 'wait'
      ? 'При этой работе подождать на месте не получится, но машину можно оставить у нас.'
      : 'Эту работу делаем, пока вы ждёте.';
  },
  wishCloses: ({ close }, f) => `Мы работаем до ${f.time(close)}.`,
  wishHeard: (said, f) => heardLine('Учтём', said, heardWords, f),
  wishWhich: () => 'Выберите, пожалуйста, время из предложенных.',
  wishWhichCar: () => 'Этой машины в наших записях ещё нет.',
  wishWalkIn: ({ services, fromCents }, f) =>
    sentences(
      [`${f.services(services)}: без записи, приезжайте в любое рабочее время`, price(fromCents, f)],
      f,
    ),
  wishRemote: ({ services }, f) =>
    `${f.capital(f.services(services))}: приезжать не нужно. Пришлите сюда фото, и мы назовём цену.`,
  draftKept: ({ services, car }, f) => {
    const kept = [car, f.services(services)].filter(Boolean).join(', ');
    return `Продолжим. Ваши ответы сохранились${kept && `: ${kept}`}.`;
  },
  draftDropped: () => 'Хорошо, новую запись не оформляем. Пишите, когда будет удобно.',
  booked: ({ ref, start, readyBy, services, car, stay, bring }, f) =>
    lines(
      `Вы записаны: ${f.dayTime(start)}.`,
      f.about(car, `${f.services(services)}.`),
      stayLine(stay, f.ready(readyBy, start)),
      `Адрес: ${f.address}.`,
      bring && f.bring(services),
      `Номер записи: ${ref}`,
    ),
  requested: ({ advisor, by }, f) =>
    `${f.person(advisor)} напишет сюда ${f.deadline(by)} и предложит время. Пока это запрос, а не запись.`,
  limitReached: ({ count, advisor, by }, f) => {
    const visits = f.plural(count, { one: '# визит', few: '# визита', many: '# визитов', other: '# визита' });
    return `У вас уже ${visits}. Следующий поможет записать ${f.person(advisor)}: ответ будет здесь ${f.deadline(by)}.`;
  },
  askPhone: () => 'Оставите номер телефона на случай вопросов о визите? Это необязательно.',
  phoneSaved: () => 'Спасибо, номер сохранён.',
  phoneSkipped: () => 'Хорошо, обойдёмся без номера.',
  phoneNotYours: () =>
    'Похоже, это контакт другого человека. Нужен ваш номер: нажмите кнопку или пропустите этот шаг.',
  hintSkip: () => 'Чтобы продолжить без номера, напишите «пропустить».',
};

/** What was heard, in the words of this language. */
const heardWords = {
  from: (time: string) => `после ${time}`,
  to: (time: string) => `до ${time}`,
  at: (time: string) => `в ${time}`,
  earliest: 'ближайшее время',
  wait: 'подождёте у нас',
  leave: 'машину оставите',
};

/** What words asked for, or what is near it. */
const fitting = { fitting: 'Подходящее время:', nearest: 'Ближайшее время:' } as const;

/** The way of staying and the promise, in one line. */
export function stayLine(stay: 'wait' | 'leave', ready: string): string {
  return stay === 'leave'
    ? `Машина остаётся у нас, будет готова ${ready}.`
    : `Вы ждёте на месте, машина будет готова ${ready}.`;
}

/** `from 65 €`; '' where nobody can say. */
export function price(fromCents: number | null, f: Format): string {
  if (fromCents === null) return '';
  return fromCents === 0 ? 'бесплатно' : `от ${f.money(fromCents)}`;
}

type Takes = { readonly minutes: number; readonly days: number };

/** How long the work takes, by the days that the car is here. */
export function length({ minutes, days }: Takes, f: Format): string {
  if (days === 1) return `около ${f.duration(minutes)}`;
  return `около ${f.plural(days, { one: '# дня', other: '# дней' })}`;
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
    ? `Вы оставите машину, она будет готова ${ready}. Записываем?`
    : `Вы подождёте на месте, машина будет готова ${ready}. Записываем?`;
}

function choice(start: number, left: number | null, waiting: number | null, f: Format): string {
  if (left !== null && waiting !== null) {
    return `Оставите машину (готова ${f.ready(left, start)}) или подождёте на месте (готова ${f.ready(waiting, start)})?`;
  }
  if (left !== null) return `Машина останется у нас и будет готова ${f.ready(left, start)}. Подходит?`;
  if (waiting !== null)
    return `Можно подождать на месте, машина будет готова ${f.ready(waiting, start)}. Подходит?`;
  return 'Подходит?';
}
