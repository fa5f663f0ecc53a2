import type { Instant, LocalDate } from '../clock.ts';
import type { Day, Job } from '../day.ts';

/** What slot search needs to know of a station; `Station` of `#shared/station/schema.ts` is one. Minutes throughout. */
export type SlotStation = {
  readonly zone: string;
  readonly hours: Readonly<Record<WeekdayName, Hours | null>>;
  /** First and last closed day of each closure. */
  readonly closed: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  /** Days on which the station closes early. */
  readonly halfDays: readonly { readonly date: LocalDate; readonly close: number }[];
  readonly bays: readonly { readonly id: string; readonly kinds: readonly string[] }[];
  /** Places for cars that stay overnight. */
  readonly parking: number;
  readonly technicians: readonly Technician[];
  readonly services: readonly SlotService[];
  readonly rules: SlotRules;
};

export type WeekdayName = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Opening hours of a weekday in minutes past midnight; `only` names the services done that day (null = all). */
export type Hours = {
  readonly open: number;
  readonly close: number;
  readonly break: Span | null;
  readonly only: readonly string[] | null;
};

/** From and to in minutes past midnight by the wall clock. */
export type Span = { readonly from: number; readonly to: number };

export type Technician = {
  readonly id: string;
  readonly skills: readonly string[];
  readonly shifts: Readonly<Record<WeekdayName, Span | null>>;
};

export type SlotService = {
  readonly id: string;
  /** Work in order; a leg needs a bay that has this kind. Empty for remote work. */
  readonly legs: readonly { readonly bay: string; readonly minutes: number }[];
  readonly skill: string;
  readonly mode: 'wait' | 'leave' | 'both';
  /** Minutes between booking and arrival. */
  readonly notice: number;
  /** Open days until the parts are there. */
  readonly partsLeadDays: number;
  /** Working days that are reserved in full; 1 for everything done within a day. */
  readonly days: number;
  /** Latest arrival in minutes past midnight, or null. */
  readonly dropOffBy: number | null;
  readonly booking: 'online' | 'walk-in' | 'remote';
  /** Counts towards `rules.diagnosticsPerHalfDay`. */
  readonly diagnostic: boolean;
};

/** Minutes, unless a name says otherwise. */
export type SlotRules = {
  /** Starts and arrivals lie on multiples of this. */
  readonly slotStep: number;
  /** Between two jobs on one bay. */
  readonly buffer: number;
  /** From a drop-off's arrival until work may begin. */
  readonly reception: number;
  /** From the planned end of a drop-off's work to its promise. */
  readonly dropOffMargin: number;
  /** From the end of a waiting customer's work to the promise. */
  readonly waitMargin: number;
  /** Longest work for which somebody may wait. */
  readonly waitUpTo: number;
  readonly waitingAtOnce: number;
  readonly arrivalsPerHalfHour: number;
  readonly diagnosticsPerHalfDay: number;
  /** Share of shift hours that can be planned at all, and share of those sold online; 0 to 1. */
  readonly sellableShare: number;
  readonly onlineShare: number;
  readonly horizonDays: number;
};

/** What a customer asks for. Dates, times and modes only: a language cannot change the answer. */
export type Wish = {
  /** Service ids, all for one visit. */
  readonly services: readonly string[];
  readonly mode: 'wait' | 'leave' | 'any';
  readonly notBefore?: Instant;
  /** "At about eleven": nearer starts come first. */
  readonly near?: Instant;
  readonly days?: readonly LocalDate[];
  readonly partOfDay?: PartOfDay;
  /** What the person's words leave open; nothing else is offered. */
  readonly within?: Within;
  /** The appointment being moved: its own jobs do not count. */
  readonly excluding?: string;
  /** When the car is with us for other visits: meanwhile it cannot come. */
  readonly elsewhere?: readonly { readonly from: Instant; readonly to: Instant }[];
  /** Notice and parts are counted from this instant, where it lies before now: when the time was shown or first booked. */
  readonly askedAt?: Instant;
  /** The technician of the last visit. */
  readonly preferTechnician?: string;
  /** 'desk': an advisor books; notice, parts, horizon, walk-in and soft limits do not stop them. Default 'customer'. */
  readonly by?: 'customer' | 'desk';
};

/** Dates (none named: any day) and times by the wall clock, in minutes past midnight; `to` itself is too late. */
export type Within = {
  readonly dates: readonly LocalDate[];
  readonly notDates: readonly LocalDate[];
  readonly from: number | null;
  readonly to: number | null;
};

/** Before noon, from noon, from five. */
export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** The days that were read. A date without an answer was not read and is never offered; an unwritten day is `emptyDay`. */
export type Days = Pick<ReadonlyMap<LocalDate, Day>, 'get'>;

/** A job of a plan: it gets its id and hold when it is written, into the item of its `date`. */
export type PlannedJob = Omit<Job, 'id' | 'holdUntil'> & { readonly date: LocalDate };

/** How a visit would be done. */
export type Plan = {
  readonly jobs: readonly PlannedJob[];
  /** Drop-offs of others, placed anew within their own arrival and promise, same day, to make room. */
  readonly moved: readonly Job[];
  readonly readyBy: Instant;
};

export type Mode = 'wait' | 'leave';

/** A time to offer. `start` is the arrival the customer sees. */
export type Slot = {
  readonly start: Instant;
  readonly date: LocalDate;
  readonly modes: { readonly wait?: Plan; readonly leave?: Plan };
  /** Whether both plans can be held at once. */
  readonly together: boolean;
};

/** Why a wish cannot be met, or not as asked. */
export type Refusal =
  | { readonly kind: 'unknown-service'; readonly service: string }
  | { readonly kind: 'not-booked-online'; readonly service: string; readonly booking: 'walk-in' | 'remote' }
  | { readonly kind: 'mode-not-possible'; readonly mode: Mode }
  | { readonly kind: 'separate-visits' }
  | { readonly kind: 'too-soon'; readonly earliest: LocalDate }
  | { readonly kind: 'too-far'; readonly last: LocalDate }
  | { readonly kind: 'day-closed'; readonly date: LocalDate }
  | { readonly kind: 'not-that-day'; readonly date: LocalDate; readonly only: readonly string[] }
  | { readonly kind: 'after-closing'; readonly date: LocalDate; readonly close: Instant }
  | { readonly kind: 'no-room'; readonly date: LocalDate };
