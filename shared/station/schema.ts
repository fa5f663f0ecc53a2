import * as z from 'zod';
import { isDate, isZone, parseMinute } from '#shared/domain/clock.ts';
import { languages } from '#shared/domain/language.ts';
import { reportKindSchema } from '#shared/domain/report.ts';
import { stageSchema } from '#shared/domain/visit/stage.ts';
import type { AnswerTopic } from './answers.ts';
import { cannedSchema } from './canned/schema.ts';
import { crossChecks } from './checks.ts';

const language = z.enum(languages, { error: `Use one of: ${languages.join(', ')}` });

/** A text in each language of the station; read it with `textIn`. */
const texts = z.partialRecord(language, z.string().trim().min(1, 'Write the text or remove the language'));
export type Texts = z.output<typeof texts>;

/** List rows take 24 UTF-16 units: https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages */
const rowTexts = z.partialRecord(
  language,
  z.string().trim().min(1).max(24, 'A list row holds 24 characters'),
);

const timeOfDay = z.string().transform((text, context) => {
  const minute = parseMinute(text);
  if (minute === null) {
    context.addIssue({ code: 'custom', message: 'Write a time of day as HH:MM, for example 08:30' });
    return z.NEVER;
  }
  return minute;
});

const date = z.string().refine(isDate, 'Write a real day as YYYY-MM-DD, for example 2026-12-25');
const minutes = (least: number) => z.int('Use whole minutes').min(least, `Use at least ${least}`);
const count = z.int('Use a whole number').min(1, 'Use at least 1');
const share = z.number().gt(0, 'Use a share above 0').max(1, 'Use a share of at most 1, for example 0.85');
const shortId = (length: number) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9_-]{1,${length}}$`), `Use 1 to ${length} letters or digits`);
const tag = z.string().regex(/^[a-z0-9-]+$/, 'Use small letters, digits and hyphens');
const deskId = z
  .int("Use the numeric id of the person's account")
  .positive("Use the numeric id of the person's account");

const span = z.strictObject({ from: timeOfDay, to: timeOfDay });

const hours = z.strictObject({
  open: timeOfDay,
  close: timeOfDay,
  /** The workshop's break; the desk stays open. */
  break: span.nullable(),
  /** The only services done on this weekday; null = all. */
  only: z.array(z.string()).min(1, 'Name the services, or use null for all').nullable(),
});

const eachWeekday = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    mon: value,
    tue: value,
    wed: value,
    thu: value,
    fri: value,
    sat: value,
    sun: value,
  });

/** Nobody checked anything for this station before. */
const firstReview = '2020-01-01';

/** What people are told on a topic, who answers for it, and how long it is believed after somebody checked it. */
const answer = z
  .strictObject({
    text: texts,
    /** An advisor's id: they are asked to check it. */
    owner: tag,
    /** When somebody last made sure that it is so. */
    reviewed: date.refine(
      (day) => day >= firstReview,
      'Write the day on which somebody last checked the answer, such as 2026-11-02',
    ),
    /** Days after which it is to be checked again; it is given all the same. */
    reviewEvery: z
      .int('Use whole days')
      .min(7, 'Use at least 7 days')
      .max(3_650, 'Use at most 3650 days: what nobody checks for so long is no answer'),
  })
  .exactOptional();

const advisor = z.strictObject({
  id: tag,
  name: texts,
  role: z.enum(['advisor', 'manager']),
  languages: z.array(language).min(1, 'Name at least one language; the first is the one the desk uses'),
  deskId,
});

const technician = z.strictObject({
  /** Stored with every job: keep it short and never give it to another person. */
  id: shortId(3),
  name: texts,
  skills: z.array(tag).min(1, 'Name at least one skill'),
  shifts: eachWeekday(span.nullable()),
});

const monthDay = z
  .string()
  .refine((text) => isDate(`2027-${text}`), 'Write a day of every year as MM-DD, for example 11-01');

/**
 * When a service is due again: so long after it was done or after so much was driven, whichever comes first; or on fixed days of
 * the year.
 */
const again = z.union([
  z.strictObject({
    months: count.max(60, 'Use at most 60 months').nullable(),
    km: count.min(1_000, 'Use at least 1000 km').nullable(),
  }),
  z.strictObject({ on: z.array(monthDay).min(1, 'Name at least one day') }),
]);
export type Again = z.output<typeof again>;

const service = z.strictObject({
  /** Stored with every job: keep it short and never give it to another service. */
  id: shortId(6),
  /** As a list row, with its length. */
  row: rowTexts,
  /** As it stands in a sentence: "Booked: annual service". */
  name: texts,
  /**
   * What people call it when they write, beside its name: `(a|b|)` stands for either, or nothing; `word*` for any ending.
   */
  says: z
    .partialRecord(language, z.array(z.string().trim().min(2, 'Write at least two letters')))
    .default({}),
  legs: z.array(z.strictObject({ bay: tag, minutes: minutes(5) })),
  skill: tag,
  mode: z.enum(['wait', 'leave', 'both']),
  notice: minutes(0),
  partsLeadDays: z.int().min(0),
  days: count.max(5, 'Use at most 5 days'),
  dropOffBy: timeOfDay.nullable(),
  booking: z.enum(['online', 'walk-in', 'remote']),
  diagnostic: z.boolean(),
  /** Price from, in cents with VAT; null when no price is named, 0 when it is free. */
  priceFrom: z.int('Use whole cents').min(0).nullable(),
  /** Whether the mileage is worth asking for, after the booking. */
  mileage: z.boolean(),
  /** What to bring or know, if anything. */
  bring: texts.nullable(),
  /** When the owner is reminded of the next one, if they want to be; null: never. */
  again: again.nullable().default(null),
});

/** How a visit is accompanied, from the reminder to the question how it was. */
const visitRules = z.strictObject({
  /** The reminder of the day before. */
  remindAt: timeOfDay,
  /** Stages that the owner is not told of by itself; the card shows them all the same. */
  silent: z.array(stageSchema),
  /** Working minutes after a car came by which its owner is promised the first news; later, how often they get some. */
  firstNews: minutes(15),
  newsEvery: minutes(30),
  /** Minutes after the agreed time: so long a bay is held without a word; then the owner is asked; then it is free again. */
  lateHold: minutes(0),
  askAfter: minutes(5),
  releaseAfter: minutes(10),
  /** How long a freed time is kept for one person of the waiting list. */
  offerHold: minutes(5),
  /** On the next working day the owner is asked how it was. */
  askHowAt: timeOfDay,
});

/** Most automatic messages to one person. */
const caps = z.strictObject({ visitPerDay: count, servicePerMonth: count, offersPerMonth: count });

const rules = z.strictObject({
  slotStep: z.union(
    [z.literal(5), z.literal(10), z.literal(15), z.literal(20), z.literal(30), z.literal(60)],
    {
      error: 'Use 5, 10, 15, 20, 30 or 60 minutes',
    },
  ),
  buffer: minutes(0),
  reception: minutes(0),
  dropOffMargin: minutes(0),
  waitMargin: minutes(0),
  waitUpTo: minutes(0),
  waitingAtOnce: count,
  arrivalsPerHalfHour: count,
  diagnosticsPerHalfDay: count,
  sellableShare: share,
  onlineShare: share,
  horizonDays: count.max(370, 'Use at most 370 days'),
  /** How long a chosen time is kept. */
  hold: minutes(1),
  /** A visit is changed or cancelled in the chat until so long before; later a person helps. */
  changeCutOff: minutes(0),
  openBookingsPerPerson: count,
  /**
   * Work that costs more, in cents with VAT, is agreed with a signature or the word for it, on the document; null: no sum is so
   * high. Above the price of any usual work, or nobody can say yes by a tap.
   */
  signAbove: z.int('Use whole cents').min(0).nullable(),
  /** No automatic message leaves in between; `from` may be later than `to` (over midnight). */
  quietHours: span,
  visits: visitRules,
  caps,
});

const days = (least: number) =>
  z.int('Use whole days').min(least, `Use at least ${least} days`).max(3_650, 'Use at most 3650 days');

/** How many days what people say and send is kept, unless they have it erased before. Cars, visits and agreements stay until then. */
const keeping = z.strictObject({
  /** What was said, both ways; old buttons are answered for as long. */
  talkDays: days(30),
  /** Photos, voice messages and documents. */
  fileDays: days(7),
  /** Reported defects with the words about them. */
  reportDays: days(30),
});

/** What a reported defect leads to: a service to book, `remote` for an estimate by photos, null where only people can say. */
const reports = z.record(reportKindSchema, z.union([shortId(6), z.literal('remote')]).nullable());

/**
 * The station's own data: the one thing an owner edits. Times of day are written 'HH:MM' and become minutes past
 * midnight; lengths are minutes; money is integer cents; texts are given once per language of the station.
 */
const stationShape = z.strictObject({
  id: tag,
  name: texts,
  zone: z.string().refine(isZone, 'Use a zone of the IANA list, for example Europe/Athens'),
  languages: z.array(language).min(1, 'Name at least one language'),
  defaultLanguage: language,
  currency: z.string().regex(/^[A-Z]{3}$/, 'Use the three letters of ISO 4217, for example EUR'),
  vatPercent: z.number().min(0).max(100),
  phone: z.string().regex(/^\+[1-9]\d{6,14}$/, 'Write the phone as +country and digits without spaces'),
  address: texts,
  map: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  entrance: texts,
  /** Where everybody, or nobody, is asked to write a public review. */
  reviewUrl: z.url('Write a whole address, or use null').nullable(),
  /** Answers to routine questions, where no other data gives them; without one a person is asked (`answers.ts`). */
  answers: z.strictObject({
    bring: answer,
    payment: answer,
    parking: answer,
    warranty: answer,
    ownParts: answer,
    towing: answer,
    courtesyCar: answer,
  } satisfies Record<AnswerTopic, unknown>),
  hours: eachWeekday(hours.nullable()),
  closed: z.array(z.strictObject({ from: date, to: date, reason: texts })),
  halfDays: z.array(z.strictObject({ date, close: timeOfDay })),
  /** `kinds`: what may be done there. Ids are stored with every job. */
  bays: z.array(
    z.strictObject({ id: shortId(3), kinds: z.array(tag).min(1, 'Name at least one kind of work') }),
  ),
  parking: z.int().min(0),
  advisors: z.array(advisor).min(1, 'Name at least one advisor'),
  technicians: z.array(technician).min(1, 'Name at least one technician'),
  services: z.array(service).min(1, 'Name at least one service'),
  reports,
  /** What advisors say again and again (`canned/schema.ts`). */
  canned: z.array(cannedSchema).default([]),
  keep: keeping,
  rules,
});

/** Parses a station's data; every finding names the field and says what to do. Use it through `loadStation`. */
export const stationSchema = stationShape.superRefine((station, context) => {
  for (const finding of crossChecks(station)) {
    context.addIssue({ code: 'custom', path: [...finding.path], message: finding.message });
  }
});

/** A station as code uses it: times of day are minutes past midnight. */
export type Station = z.output<typeof stationShape>;
/** A station as an owner writes it: times of day are 'HH:MM'. */
export type StationData = z.input<typeof stationShape>;
export type Service = Station['services'][number];
export type Advisor = Station['advisors'][number];
