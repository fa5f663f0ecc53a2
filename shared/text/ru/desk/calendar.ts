import { dayLine, freeLine, takenOut, visitLine } from '../../diary-line.ts';
import type { GroupTexts } from '../../dictionary.ts';
import type { Format } from '../../format.ts';
import { lines } from '../../lines.ts';
import { shorten } from '../../shorten.ts';
import { diaryBooking } from './diary-booking.ts';

export const calendar: GroupTexts<'calendar'> = {
  ...diaryBooking,

  diaryDay: ({ date, closed, visits, full }, f) =>
    dayLine(
      date,
      closed
        ? 'закрыто'
        : f.plural(visits, {
            one: '# визит',
            few: '# визита',
            many: '# визитов',
            other: '# визита',
          }),
      closed ? '' : `занято ${f.percent(full)} времени механиков`,
      f,
    ),
  diaryVisit: (args, f) => visitLine(args, words, f),
  diaryBlocked: ({ from, to, bays, people }, f) =>
    `${f.time(from)}–${f.time(to)} ${[...bays, ...people.map(f.person)].join(', ') || station}: закрыто для записи`,
  diaryEmpty: () => 'На этот день записей нет.',
  diaryFree: (args, f) => freeLine(args, 'свободно', 'времени больше нет', f),
  diaryHalf: ({ half }) =>
    half === 'morning' ? 'Здесь показано время до полудня.' : 'Здесь показано время после полудня.',
  diaryLabelHalf: ({ half }) => (half === 'morning' ? 'До полудня' : 'После полудня'),
  diaryLabelBefore: ({ date }, f) => `‹ ${f.day(date)}`,
  diaryLabelAfter: ({ date }, f) => `${f.day(date)} ›`,

  diaryBlockAsk: (args, f) =>
    lines(`Закрыть для записи? ${takenOut(args, station, f)}.`, affected(args.affected, f)),
  diaryBlockDone: (args, f) =>
    lines(`Закрыто для записи: ${takenOut(args, station, f)}.`, affected(args.affected, f)),
  diaryBlockUndone: (args, f) => `Снова открыто: ${takenOut(args, station, f)}.`,
  diaryBlockGone: () => 'В календаре этого уже нет.',
  diaryAffected: (args, f) => visitLine(args, words, f),
  diaryLabelDoIt: () => 'Закрыть',
  diaryLabelLeaveIt: () => 'Не надо',
  diaryLabelUndo: () => 'Вернуть',
  diaryLabelUnblock: ({ id }, f) => shorten(`Открыть: ${id === '' ? 'всё' : f.person(id)}`, 20),
  diaryLabelOfferMove: ({ name }) => shorten(`Перенести: ${name}`, 20),
  diaryLeft: () => 'Ничего не изменено.',

  diaryNoBay: ({ word, bays }) =>
    lines(
      word ? `Поста «${word}» нет.` : 'Какой пост?',
      `Посты: ${bays.join(', ')}. Пример: /block B3 14-15 завтра`,
    ),
  diaryNoPerson: ({ word, people }, f) =>
    lines(
      word ? `Не знаю, кто такой «${word}».` : 'Кого не будет?',
      `Механики: ${people.map(f.person).join(', ')}. Пример: /away Костас завтра`,
    ),
  diaryNoDay: ({ word, example }) =>
    lines(word ? `Не понимаю, что за день «${word}».` : 'Какой день?', `Пример: ${example}`),
  diaryNoTime: ({ word, example }) => lines(`Не могу прочесть время «${word}».`, `Пример: ${example}`),
  diaryPast: ({ date }, f) => `${f.day(date)} уже в прошлом. Назовите сегодняшний или более поздний день.`,
  diaryTooLong: ({ days }) =>
    `За раз не больше ${days} дней. Более долгое закрытие укажите в данных автосервиса.`,
  diaryClosedAnyway: ({ date }, f) => `${f.day(date)} автосервис и так закрыт.`,
};

const station = 'весь автосервис';
const words = {
  waits: 'подождёт',
  leaves: 'оставит машину',
  held: 'сейчас выбирают',
  odd: 'вне часов работы',
  number: '№',
};

function affected(count: number, f: Pick<Format, 'plural'>) {
  return count === 0
    ? 'Записей там нет.'
    : f.plural(count, {
        one: 'Туда попадает # визит, он остаётся, пока вы его не перенесёте:',
        few: 'Туда попадают # визита, они остаются, пока вы их не перенесёте:',
        many: 'Туда попадают # визитов, они остаются, пока вы их не перенесёте:',
        other: 'Туда попадают # визита, они остаются, пока вы их не перенесёте:',
      });
}
