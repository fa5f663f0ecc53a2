import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Texts, VisitKey } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { stayLine } from './booking.ts';

export const visit: Texts<VisitKey> = {
  visitStatus: (args, f) => recap('Ваш візит', args, f),
  visitsList: ({ count }, f) => {
    const visits = f.plural(count, { one: '# візит', few: '# візити', many: '# візитів', other: '# візиту' });
    return `У вас ${visits}. Про який ідеться?`;
  },
  visitCancelAsk: () => 'Поки нічого не скасовано: якщо не приїдете, натисніть «Скасувати візит».',
  noVisits: () =>
    'Запланованих візитів у вас немає. Якщо авто зараз у нас, напишіть «людина», і ми дізнаємося, що з ним.',
  chooseNewTime: ({ start, car }, f) =>
    f.about(car, `зараз ${f.dayTime(start)}, і цей час за вами, доки не виберете інший. Який вам зручний?`),
  confirmMove: ({ from, to, minutes, readyBy, recap: of }, f) =>
    lines(
      `Перенести візит?${of ? ` ${f.about(of.car, `${f.services(of.services)}.`)}` : ''}`,
      `Зараз: ${f.dayTime(from)}`,
      `Буде: ${f.dayTime(to)}, авто готове ${f.ready(readyBy, to)}`,
      `Новий час тримаємо ${f.duration(minutes)}.`,
    ),
  moved: (args, f) => recap('Перенесли. Новий час', args, f),
  moveDropped: ({ start }, f) => `Усе без змін: ваш візит ${f.dayTime(start)}.`,
  cancelled: ({ ref, start, car }, f) =>
    `Візит скасовано: ${f.dayTime(start)}, ${car} (№ ${ref}). Будемо раді бачити вас іншим разом.`,
  cancelUndone: (args, f) => recap('Візит відновлено', args, f),
  cancelUndoGone: () => 'Цей час уже зайняли, повернути його не вийде. Підібрати інший?',
  tooLateToChange: ({ phone, advisor, by }, f) =>
    lines(
      `До візиту мало часу, тому перенести чи скасувати його допоможе ${f.person(advisor)}: відповідь буде тут ${f.deadline(by)}.`,
      `Телефоном швидше: ${phone}`,
    ),
  visitPast: () => 'Цього запису більше немає. Записати вас знову?',
  reminder: ({ start, car, services }, f) =>
    lines(
      `Нагадуємо про візит: ${f.when(start)}.`,
      f.about(car, `${f.services(services)}.`),
      `Адреса: ${f.address}.`,
      'Ви приїдете?',
    ),
  reminderThanks: () => 'Дякуємо, чекаємо на вас.',
  noticeDay: ({ at }, f) => f.fullDay(at),
  noticeTime: ({ at }, f) => f.time(at),
  noticeState: ({ what }) => states[what],
  noticeCar: ({ car }) => (car === '' ? 'ваше авто' : car),
  calendarTitle: ({ services, car }, f) => `${f.station}: ${f.services(services)} (${car})`,
  calendarNotes: ({ ref, readyBy }, f) =>
    lines(
      `Номер запису: ${ref}. Авто буде готове: ${f.dayTime(readyBy)}.`,
      `Перенести чи скасувати: напишіть нам у чат або зателефонуйте за номером ${f.phone}`,
    ),
  calendarGone: (_none, f) =>
    lines(
      'Запису за цим посиланням більше немає.',
      `Ваші записи видно в нашому чаті, або зателефонуйте за номером ${f.phone}`,
    ),
};

const states = {
  arrived: 'авто в нас',
  checking: 'авто на огляді',
  answer: 'чекаємо на вашу відповідь',
  parts: 'чекаємо на деталь',
  working: 'робота почалася',
  quality: 'роботу зроблено, триває перевірка',
  ready: 'авто готове',
  handedBack: 'авто знову у вас',
  noShow: 'час візиту знову вільний',
  due: 'надходить час обслуговування',
  delayed: 'авто буде готове пізніше',
  moved: 'новий час візиту',
  cancelled: 'візит скасовано',
} as const;

function recap(
  head: string,
  { ref, start, readyBy, services, car, stay }: PhraseArgs['visitStatus'],
  f: Format,
) {
  return lines(
    `${head}: ${f.dayTime(start)}.`,
    f.about(car, `${f.services(services)}.`),
    stayLine(stay, f.ready(readyBy, start)),
    `Номер запису: ${ref}`,
  );
}
