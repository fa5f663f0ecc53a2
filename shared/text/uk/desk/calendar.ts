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
        ? 'зачинено'
        : f.plural(visits, {
            one: '# візит',
            few: '# візити',
            many: '# візитів',
            other: '# візиту',
          }),
      closed ? '' : `зайнято ${f.percent(full)} часу механіків`,
      f,
    ),
  diaryVisit: (args, f) => visitLine(args, words, f),
  diaryBlocked: ({ from, to, bays, people }, f) =>
    `${f.time(from)}–${f.time(to)} ${[...bays, ...people.map(f.person)].join(', ') || station}: закрито для запису`,
  diaryEmpty: () => 'На цей день записів немає.',
  diaryFree: (args, f) => freeLine(args, 'вільно', 'часу більше немає', f),
  diaryHalf: ({ half }) =>
    half === 'morning' ? 'Тут показано час до полудня.' : 'Тут показано час після полудня.',
  diaryLabelHalf: ({ half }) => (half === 'morning' ? 'До полудня' : 'Після полудня'),
  diaryLabelBefore: ({ date }, f) => `‹ ${f.day(date)}`,
  diaryLabelAfter: ({ date }, f) => `${f.day(date)} ›`,

  diaryBlockAsk: (args, f) =>
    lines(`Закрити для запису? ${takenOut(args, station, f)}.`, affected(args.affected, f)),
  diaryBlockDone: (args, f) =>
    lines(`Закрито для запису: ${takenOut(args, station, f)}.`, affected(args.affected, f)),
  diaryBlockUndone: (args, f) => `Знову відкрито: ${takenOut(args, station, f)}.`,
  diaryBlockGone: () => 'У календарі цього вже немає.',
  diaryAffected: (args, f) => visitLine(args, words, f),
  diaryLabelDoIt: () => 'Закрити',
  diaryLabelLeaveIt: () => 'Не треба',
  diaryLabelUndo: () => 'Повернути',
  diaryLabelUnblock: ({ id }, f) => shorten(`Відкрити: ${id === '' ? 'усе' : f.person(id)}`, 20),
  diaryLabelOfferMove: ({ name }) => shorten(`Перенести: ${name}`, 20),
  diaryLeft: () => 'Нічого не змінено.',

  diaryNoBay: ({ word, bays }) =>
    lines(
      word ? `Поста «${word}» немає.` : 'Який пост?',
      `Пости: ${bays.join(', ')}. Приклад: /block B3 14-15 завтра`,
    ),
  diaryNoPerson: ({ word, people }, f) =>
    lines(
      word ? `Не знаю, хто такий «${word}».` : 'Кого не буде?',
      `Механіки: ${people.map(f.person).join(', ')}. Приклад: /away Костас завтра`,
    ),
  diaryNoDay: ({ word, example }) =>
    lines(word ? `Не розумію, що за день «${word}».` : 'Який день?', `Приклад: ${example}`),
  diaryNoTime: ({ word, example }) => lines(`Не можу прочитати час «${word}».`, `Приклад: ${example}`),
  diaryPast: ({ date }, f) => `${f.day(date)} уже минуло. Назвіть сьогоднішній або пізніший день.`,
  diaryTooLong: ({ days }) => `За раз не більше ${days} днів. Довше закриття вкажіть у даних автосервісу.`,
  diaryClosedAnyway: ({ date }, f) => `${f.day(date)} автосервіс і так зачинено.`,
};

const station = 'увесь автосервіс';
const words = {
  waits: 'почекає',
  leaves: 'залишить авто',
  held: 'зараз обирають',
  odd: 'поза годинами роботи',
  number: '№',
};

function affected(count: number, f: Pick<Format, 'plural'>) {
  return count === 0
    ? 'Записів там немає.'
    : f.plural(count, {
        one: 'Туди потрапляє # візит, він лишається, доки ви його не перенесете:',
        few: 'Туди потрапляють # візити, вони лишаються, доки ви їх не перенесете:',
        many: 'Туди потрапляє # візитів, вони лишаються, доки ви їх не перенесете:',
        other: 'Туди потрапляє # візиту, вони лишаються, доки ви їх не перенесете:',
      });
}
