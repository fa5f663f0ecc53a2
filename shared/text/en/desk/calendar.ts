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
      closed ? 'closed' : f.plural(visits, { one: '# visit', other: '# visits' }),
      closed ? '' : `${f.percent(full)} of the technicians’ time taken`,
      f,
    ),
  diaryVisit: (args, f) => visitLine(args, words, f),
  diaryBlocked: ({ from, to, bays, people }, f) =>
    `${f.time(from)}–${f.time(to)} ${[...bays, ...people.map(f.person)].join(', ') || station}: blocked`,
  diaryEmpty: () => 'Nothing is booked on this day.',
  diaryFree: (args, f) => freeLine(args, 'free', 'the whole of it is taken', f),
  diaryHalf: ({ half }) => (half === 'morning' ? 'Shown here: before noon.' : 'Shown here: from noon on.'),
  diaryLabelHalf: ({ half }) => (half === 'morning' ? 'Before noon' : 'From noon on'),
  diaryLabelBefore: ({ date }, f) => `‹ ${f.day(date)}`,
  diaryLabelAfter: ({ date }, f) => `${f.day(date)} ›`,

  diaryBlockAsk: (args, f) =>
    lines(`Shall I block this? ${takenOut(args, station, f)}.`, affected(args.affected, f)),
  diaryBlockDone: (args, f) => lines(`Blocked: ${takenOut(args, station, f)}.`, affected(args.affected, f)),
  diaryBlockUndone: (args, f) => `Free again: ${takenOut(args, station, f)}.`,
  diaryBlockGone: () => 'This block is not in the calendar any more.',
  diaryAffected: (args, f) => visitLine(args, words, f),
  diaryLabelDoIt: () => 'Block it',
  diaryLabelLeaveIt: () => 'Leave it',
  diaryLabelUndo: () => 'Undo',
  diaryLabelUnblock: ({ id }, f) => shorten(`Free: ${id === '' ? 'all' : f.person(id)}`, 20),
  diaryLabelOfferMove: ({ name }) => shorten(`Move ${name}`, 20),
  diaryLeft: () => 'Nothing was changed.',

  diaryNoBay: ({ word, bays }) =>
    lines(
      word ? `There is no bay “${word}”.` : 'Which bay?',
      `Bays: ${bays.join(', ')}. Example: /block B3 14-15 tomorrow`,
    ),
  diaryNoPerson: ({ word, people }, f) =>
    lines(
      word ? `I do not know who “${word}” is.` : 'Who is away?',
      `Technicians: ${people.map(f.person).join(', ')}. Example: /away Kostas tomorrow`,
    ),
  diaryNoDay: ({ word, example }) =>
    lines(word ? `Which day is “${word}”?` : 'Which day?', `Example: ${example}`),
  diaryNoTime: ({ word, example }) => lines(`I cannot read the time “${word}”.`, `Example: ${example}`),
  diaryPast: ({ date }, f) => `${f.day(date)} is over. Please name today or a later day.`,
  diaryTooLong: ({ days }) =>
    `At most ${days} days at once. A longer closure belongs in the station’s own data.`,
  diaryClosedAnyway: ({ date }, f) => `The station is closed on ${f.day(date)} anyway.`,
};

const station = 'the whole station';
const words = {
  waits: 'waits here',
  leaves: 'leaves the car',
  held: 'being chosen',
  odd: 'outside the hours',
  number: 'no.',
};

function affected(count: number, f: Pick<Format, 'plural'>) {
  return count === 0
    ? 'No visit lies there.'
    : f.plural(count, {
        one: '# visit lies there; it stays until it is moved:',
        other: '# visits lie there; they stay until they are moved:',
      });
}
