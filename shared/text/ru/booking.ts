import type { BookingKey, Texts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';

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
  times: ({ services, car, minutes, fromCents, days }, f) => {
    const length =
      days > 1
        ? `около ${f.plural(days, { one: '# дня', other: '# дней' })}`
        : `около ${f.duration(minutes)}`;
    return lines(
      f.about(car, `${[f.services(services), length, price(fromCents, f)].filter(Boolean).join(', ')}.`),
      'Ближайшее время:',
    );
  },
  moreTimes: ({ services, car }, f) => `${f.about(car, f.services(services))}. Какое время вам удобно?`,
  chooseDay: () => 'Какой день вам удобен?',
  dayFull: ({ date }, f) => `${f.capital(f.day(date))} всё занято.`,
  noTimes: ({ services, phone }, f) =>
    `Для этой работы в календаре пока нет времени: ${f.services(services)}. Напишите «человек» или позвоните по номеру ${phone}, и мы его найдём.`,
  separateVisits: ({ services }, f) =>
    `В один визит это не помещается: ${f.services(services)}. Выберите пока что-то одно, на остальное запишем отдельно.`,
  slotGone: () => 'Это время только что заняли, всё остальное сохранилось.',
  slotReplaced: () => 'Выбранное время уже недоступно.',
  held: ({ start, minutes, readyIfLeft, readyIfWaiting }, f) =>
    lines(
      `Держим для вас ${f.duration(minutes)}: ${f.dayTime(start)}.`,
      choice(start, readyIfLeft, readyIfWaiting, f),
    ),
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

/** The way of staying and the promise, in one line. */
export function stayLine(stay: 'wait' | 'leave', ready: string): string {
  return stay === 'leave'
    ? `Машина остаётся у нас, будет готова ${ready}.`
    : `Вы ждёте на месте, машина будет готова ${ready}.`;
}

function price(fromCents: number | null, f: Format): string {
  if (fromCents === null) return '';
  return fromCents === 0 ? 'бесплатно' : `от ${f.money(fromCents)}`;
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
