import type { Groups, PhraseArgs, PhraseKey } from '#shared/domain/phrase.ts';
import type { Format } from './format.ts';

/** Words for some phrases: each text is a function of the phrase's arguments and the reader's formats. */
export type Texts<K extends PhraseKey> = {
  readonly [P in K]: (args: PhraseArgs[P], f: Format) => string;
};

/** Everything the product says in one language. A key that is missing does not compile. */
export type Dictionary = Texts<PhraseKey>;

/** Buttons, list rows and Telegram's commands: short, with limits of their own. */
export type LabelKey = Extract<PhraseKey, `label${string}` | `command${string}` | 'verbatim'>;

/** From "what needs doing" to the recap of a booking. */
export type BookingKey =
  | Extract<PhraseKey, `wish${string}`>
  | 'askWork'
  | 'askMoreWork'
  | 'askProblem'
  | 'askCar'
  | 'askWhichCar'
  | 'carTooLong'
  | 'times'
  | 'moreTimes'
  | 'chooseDay'
  | 'dayFull'
  | 'noTimes'
  | 'separateVisits'
  | 'slotGone'
  | 'slotReplaced'
  | 'held'
  | 'draftKept'
  | 'draftDropped'
  | 'booked'
  | 'requested'
  | 'limitReached'
  | 'askPhone'
  | 'phoneSaved'
  | 'phoneSkipped'
  | 'phoneNotYours'
  | 'hintSkip';

/** A visit that is booked: status, move, cancel, reminder, prepared notices, calendar file. */
export type VisitKey =
  | 'visitStatus'
  | 'visitsList'
  | 'noVisits'
  | 'visitCancelAsk'
  | 'chooseNewTime'
  | 'confirmMove'
  | 'moved'
  | 'moveDropped'
  | 'cancelled'
  | 'cancelUndone'
  | 'cancelUndoGone'
  | 'tooLateToChange'
  | 'visitPast'
  | 'reminder'
  | 'reminderThanks'
  | 'noticeDay'
  | 'noticeTime'
  | 'noticeState'
  | 'noticeCar'
  | 'calendarTitle'
  | 'calendarNotes'
  | 'calendarGone';

/** The same person on two messengers. */
export type LinkKey = Extract<PhraseKey, `link${string}` | 'askUnlink' | 'unlinked'>;

/** What only the advisors' group reads. */
export type DeskKey = Extract<PhraseKey, `desk${string}`>;

/** Phrases by their matter (`shared/domain/phrases`). */
export type GroupKey = Groups[keyof Groups];
export type GroupTexts<G extends keyof Groups> = Texts<Groups[G]>;
/** Those that stand in the texts' `desk` folder. */
export type DeskGroupKey = Groups['case' | 'topic' | 'relay' | 'calendar' | 'say' | 'media' | 'alarm'];

/** All else: first contact, help, a person, the station, consent. */
export type ContactKey = Exclude<PhraseKey, LabelKey | BookingKey | VisitKey | LinkKey | DeskKey | GroupKey>;
