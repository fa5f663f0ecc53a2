import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Texts, VisitKey } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { stayLine } from './booking.ts';

export const visit: Texts<VisitKey> = {
  visitStatus: (args, f) => recap('Ваш визит', args, f),
  visitsList: ({ count }, f) => {
    const visits = f.plural(count, { one: '# визит', few: '# визита', many: '# визитов', other: '# визита' });
    return `У вас ${visits}. О каком речь?`;
  },
  visitCancelAsk: () => 'Пока ничего не отменено: если не приедете, нажмите «Отменить визит».',
  noVisits: () =>
    'Предстоящих визитов у вас нет. Если машина сейчас у нас, напишите «человек», и мы узнаем, что с ней.',
  chooseNewTime: ({ start, car }, f) =>
    f.about(
      car,
      `сейчас ${f.dayTime(start)}, и это время за вами, пока не выберете другое. Какое вам удобно?`,
    ),
  confirmMove: ({ from, to, minutes, readyBy, recap: of }, f) =>
    lines(
      `Перенести визит?${of ? ` ${f.about(of.car, `${f.services(of.services)}.`)}` : ''}`,
      `Сейчас: ${f.dayTime(from)}`,
      `Будет: ${f.dayTime(to)}, машина готова ${f.ready(readyBy, to)}`,
      `Новое время держим ${f.duration(minutes)}.`,
    ),
  moved: (args, f) => recap('Перенесли. Новое время', args, f),
  moveDropped: ({ start }, f) => `Всё без изменений: ваш визит ${f.dayTime(start)}.`,
  cancelled: ({ ref, start, car }, f) =>
    `Визит отменён: ${f.dayTime(start)}, ${car} (№ ${ref}). Будем рады видеть вас в другой раз.`,
  cancelUndone: (args, f) => recap('Визит снова в силе', args, f),
  cancelUndoGone: () => 'Это время уже заняли, вернуть его не получится. Подобрать другое?',
  tooLateToChange: ({ phone, advisor, by }, f) =>
    lines(
      `До визита мало времени, поэтому перенести или отменить его поможет ${f.person(advisor)}: ответ будет здесь ${f.deadline(by)}.`,
      `По телефону быстрее: ${phone}`,
    ),
  visitPast: () => 'Этой записи больше нет. Записать вас снова?',
  reminder: ({ start, car, services }, f) =>
    lines(
      `Напоминаем о визите: ${f.when(start)}.`,
      f.about(car, `${f.services(services)}.`),
      `Адрес: ${f.address}.`,
      'Вы приедете?',
    ),
  reminderThanks: () => 'Спасибо, ждём вас.',
  noticeDay: ({ at }, f) => f.fullDay(at),
  noticeTime: ({ at }, f) => f.time(at),
  noticeState: ({ what }) => states[what],
  noticeCar: ({ car }) => (car === '' ? 'ваша машина' : car),
  calendarTitle: ({ services, car }, f) => `${f.station}: ${f.services(services)} (${car})`,
  calendarNotes: ({ ref, readyBy }, f) =>
    lines(
      `Номер записи: ${ref}. Машина будет готова: ${f.dayTime(readyBy)}.`,
      `Перенести или отменить: напишите нам в чат или позвоните по номеру ${f.phone}`,
    ),
  calendarGone: (_none, f) =>
    lines(
      'Записи по этой ссылке больше нет.',
      `Ваши записи видны в нашем чате, или позвоните по номеру ${f.phone}`,
    ),
};

const states = {
  arrived: 'машина у нас',
  checking: 'машина на осмотре',
  answer: 'ждём вашего ответа',
  parts: 'ждём деталь',
  working: 'работа началась',
  quality: 'работа сделана, идёт проверка',
  ready: 'машина готова',
  handedBack: 'машина снова у вас',
  noShow: 'время визита снова свободно',
  due: 'подходит срок обслуживания',
  delayed: 'машина будет готова позже',
  moved: 'новое время визита',
  cancelled: 'визит отменён',
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
    `Номер записи: ${ref}`,
  );
}
