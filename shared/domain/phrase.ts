import * as z from 'zod';
import { arrivals } from './conversation.ts';
import { updateSchema } from './notice.ts';
import { groups } from './phrases/groups.ts';
import { wishPhrases } from './phrases/wish.ts';
import { requestReasons } from './request-reasons.ts';

export type { Groups } from './phrases/groups.ts';

/**
 * Everything the product can say, as data: a key and its arguments, never a finished sentence. Flows choose phrases, rows
 * in the outbox keep them, and `shared/text` puts them into the reader's language only when a message leaves.
 * Instants are epoch milliseconds (UTC), dates are `YYYY-MM-DD` of the station, money is integer cents.
 */
const none = z.object({});
const services = z.array(z.string());
const stay = z.enum(['wait', 'leave']);
const visit = z.object({
  ref: z.string(),
  start: z.number(),
  readyBy: z.number(),
  services,
  car: z.string(),
  stay,
});

const phraseArgs = {
  // First contact, menu, help
  greeting: none,
  met: none,
  menu: none,
  help: none,
  helpInStep: none,
  buttonGone: none,
  slowDown: none,
  welcome: none,
  nothingToGoBack: none,
  fileReceived: z.object({
    what: z.enum(arrivals),
    advisor: z.string(),
    by: z.number(),
  }),
  locationReceived: none,
  unsupported: none,

  // Booking
  askWork: z.object({ car: z.string().nullable(), chosen: services }),
  askMoreWork: z.object({ chosen: services }),
  askProblem: none,
  askCar: none,
  askWhichCar: none,
  carTooLong: none,
  times: z.object({
    services,
    car: z.string(),
    minutes: z.number(),
    fromCents: z.number().nullable(),
    days: z.number(),
    /** They are what words asked for, or the nearest to it; left out: simply the earliest. */
    fit: z.enum(['fitting', 'nearest']).exactOptional(),
  }),
  moreTimes: z.object({ services, car: z.string() }),
  chooseDay: none,
  dayFull: z.object({ date: z.string() }),
  noTimes: z.object({ services, phone: z.string() }),
  /** The chosen work cannot be done in one visit. */
  separateVisits: z.object({ services }),
  slotGone: none,
  slotReplaced: none,
  held: z.object({
    start: z.number(),
    minutes: z.number(),
    readyIfLeft: z.number().nullable(),
    readyIfWaiting: z.number().nullable(),
    /** What is booked by the next tap; `said`: the way of staying that they spoke of. Left out in rows of an older version. */
    recap: z
      .object({
        car: z.string(),
        services,
        fromCents: z.number().nullable(),
        said: stay.exactOptional(),
      })
      .exactOptional(),
  }),
  ...wishPhrases,
  draftKept: z.object({ services, car: z.string().nullable() }),
  draftDropped: none,
  booked: visit.extend({ bring: z.boolean() }),
  requested: z.object({ advisor: z.string(), by: z.number() }),
  limitReached: z.object({ count: z.number(), advisor: z.string(), by: z.number() }),
  askPhone: none,
  phoneSaved: none,
  phoneSkipped: none,
  phoneNotYours: none,

  // A booked visit: status, move, cancel
  visitStatus: visit,
  visitsList: z.object({ count: z.number() }),
  visitCancelAsk: none,
  noVisits: none,
  chooseNewTime: z.object({ ref: z.string(), start: z.number(), car: z.string() }),
  confirmMove: z.object({
    from: z.number(),
    to: z.number(),
    minutes: z.number(),
    readyBy: z.number(),
    /** Whose work it is. Left out in rows of an older version. */
    recap: z.object({ car: z.string(), services }).exactOptional(),
  }),
  moved: visit,
  moveDropped: z.object({ start: z.number() }),
  cancelled: z.object({ ref: z.string(), start: z.number(), car: z.string() }),
  cancelUndone: visit,
  cancelUndoGone: none,
  tooLateToChange: z.object({ phone: z.string(), advisor: z.string(), by: z.number() }),
  visitPast: none,

  // A person, questions
  personCalled: z.object({ advisor: z.string(), by: z.number(), open: z.boolean(), phone: z.string() }),
  /** More words came after a person was called: they are added to the request. */
  passedOn: z.object({ advisor: z.string(), by: z.number() }),
  address: none,
  hours: none,

  // Consent, settings
  askConsent: none,
  consentYes: none,
  consentNo: none,
  whatIsStored: none,
  stopped: none,
  resumed: none,
  askLanguage: none,
  languageSet: none,
  reminder: visit,
  reminderThanks: none,

  // The advisors' group
  deskRequest: z.object({
    ref: z.string(),
    name: z.string(),
    car: z.string(),
    reason: z.enum(requestReasons),
    text: z.string(),
    by: z.number(),
  }),

  /**
   * Below it: the booking that they were in the middle of. `moves`: when the visit is that is being moved; `start`: the time that is
   * kept; else what they wished, minutes past midnight.
   */
  deskBooking: z.object({
    services,
    car: z.string(),
    moves: z.number().nullable(),
    start: z.number().nullable(),
    dates: z.array(z.string()),
    from: z.number().nullable(),
    to: z.number().nullable(),
    at: z.number().nullable(),
  }),

  /** The first words in the group, when the station was connected. */
  deskConnected: none,

  /** A message did not reach the person: why, in plain words, and what is done about it. */
  deskUndelivered: z.object({
    name: z.string(),
    car: z.string(),
    why: z.enum([
      'blocked',
      'held',
      'noAnswer',
      'rejected',
      'lost',
      'payment',
      'account',
      'throttled',
      'unreachable',
    ]),
    /** The messenger's code, or ''. */
    code: z.string(),
    text: z.string(),
  }),

  // The same person on two messengers
  linkOffer: none,
  /** The code to be written in the other messenger, in groups of four digits. */
  linkCode: z.object({ code: z.string(), minutes: z.number() }),
  linked: z.object({ cars: z.array(z.string()), visits: z.number() }),
  linkDeclined: none,
  linkWrongCode: none,
  linkTooMany: z.object({ minutes: z.number() }),
  /** The code was made in this very chat. */
  linkSameChat: none,
  linkedAlready: none,
  linkNothing: none,
  askUnlink: none,
  unlinked: none,

  // Where a messenger has lists, links and prepared notices
  /** Under a request for the phone number: how to go on without. */
  hintSkip: none,
  /** Facts of a prepared notice, each by itself: `Tuesday 24 November`, `09:00`, `the car is ready`. */
  noticeDay: z.object({ at: z.number() }),
  noticeTime: z.object({ at: z.number() }),
  noticeState: z.object({ what: updateSchema }),
  /** The car as it is known, or fitting words where none is. */
  noticeCar: z.object({ car: z.string() }),

  // The calendar file
  calendarTitle: z.object({ services, car: z.string() }),
  calendarNotes: z.object({ ref: z.string(), readyBy: z.number() }),
  /** In the place of the file: the link leads nowhere, or to a visit that is no more. */
  calendarGone: none,

  // Labels of buttons: at most 20 UTF-16 units; rows of lists: at most 24
  labelBook: none,
  labelProblem: none,
  labelStatus: none,
  labelPerson: none,
  labelAddress: none,
  labelHours: none,
  labelLanguage: none,
  labelMenu: none,
  labelBack: none,
  labelSameAsLast: z.object({ services }),
  labelOtherCar: none,
  labelSomethingElse: none,
  labelNewCar: none,
  labelMoreWork: none,
  labelAddWork: none,
  labelContinue: none,
  labelMoreTimes: none,
  labelOtherDay: none,
  labelLaterDays: none,
  labelEarliest: none,
  labelWait: none,
  labelLeave: none,
  labelStartAnew: none,
  labelMove: none,
  labelCancelVisit: none,
  labelYesMove: none,
  labelKeepTime: none,
  labelUndo: none,
  labelMap: none,
  labelSharePhone: none,
  labelSkip: none,
  labelConsentYes: none,
  labelConsentAsk: none,
  labelPrivacy: none,
  labelComing: none,
  labelBookDiagnostics: none,
  labelLink: none,
  labelUnlink: none,
  labelLinkYes: none,
  labelLinkNo: none,
  /** Opens a list. */
  labelChoose: none,
  /** The last row of a list that goes on. */
  labelMoreRows: none,
  /** Asks for the words that a prepared notice announced. */
  labelShow: none,
  labelCalendar: none,
  /** A service as a row: short name and duration. */
  labelService: z.object({ id: z.string(), chosen: z.boolean() }),
  /** A start as a button: `Tue 24 · 09:00`. */
  labelSlot: z.object({ start: z.number() }),
  /** A day as a button: `Tue 24 Nov`. */
  labelDay: z.object({ date: z.string() }),
  /** A visit as a button: `Tue 24 · 09:00 · Octavia` cut to the limit. */
  labelVisit: z.object({ start: z.number(), car: z.string() }),
  /** A person's own words (a car, a language's own name), shown as they are. */
  verbatim: z.object({ text: z.string() }),

  // The menu of commands, where a messenger has one
  commandBook: none,
  commandStatus: none,
  commandPerson: none,
  commandAddress: none,
  commandLanguage: none,
  commandLink: none,
  commandHelp: none,
  // The same for advisors, in their group
  commandOpen: none,
  commandSay: none,
  commandDay: none,
  commandWalkin: none,
  commandBookFor: none,
  commandMoveFor: none,
  commandCancelFor: none,
  commandUnblock: none,
  commandBlock: none,
  commandAway: none,
  commandClosed: none,
  commandAdvisors: none,
  commandEstimate: none,
  commandAgreed: none,
  commandWork: none,
  commandPromise: none,
  commandReport: none,
  commandPlaybook: none,
  commandExport: none,
  commandFeed: none,
  commandUndo: none,
  commandNote: none,
  commandDeskHelp: none,

  // Matter by matter
  ...groups,
} as const;

export type PhraseKey = keyof typeof phraseArgs;
export type PhraseArgs = { [K in PhraseKey]: z.infer<(typeof phraseArgs)[K]> };
/** One thing to say. `Phrase<'booked'>` is that one; plain `Phrase` is any of them. */
export type Phrase<K extends PhraseKey = PhraseKey> = {
  [P in K]: { readonly key: P; readonly args: PhraseArgs[P] };
}[K];

/** Arguments may be left out where a phrase has none. */
type Given<K extends PhraseKey> =
  Record<string, never> extends PhraseArgs[K] ? [args?: PhraseArgs[K]] : [args: PhraseArgs[K]];

export const phraseKeys = Object.keys(phraseArgs).filter((key): key is PhraseKey => key in phraseArgs);

const schemas: { readonly [K in PhraseKey]: z.ZodType<PhraseArgs[K]> } = phraseArgs;

/** Makes a phrase; the arguments are checked by the compiler and once more by the schema. */
export function phrase<K extends PhraseKey>(key: K, ...given: Given<K>): Phrase<K> {
  return { key, args: schemas[key].parse(given[0] ?? {}) };
}

/** Reads a stored phrase back. Throws a ZodError when the row was written by a newer version that says more. */
export const phraseSchema: z.ZodType<Phrase> = z
  .object({ key: z.enum(phraseKeys), args: z.unknown().optional() })
  .transform(({ key, args }) => read(key, args));

function read<K extends PhraseKey>(key: K, args: unknown): Phrase<K> {
  return { key, args: schemas[key].parse(args ?? {}) };
}
