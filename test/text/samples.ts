import { updates } from '#shared/domain/notice.ts';
import { type Phrase, type PhraseArgs, type PhraseKey, phraseSchema } from '#shared/domain/phrase.ts';
import { archiveSamples } from './archive.ts';
import { comingSamples } from './coming.ts';
import { alarmSamples } from './desk/alarm.ts';
import { calendarSamples } from './desk/calendar.ts';
import { caseSamples } from './desk/case.ts';
import { mediaSamples } from './desk/media.ts';
import { relaySamples } from './desk/relay.ts';
import { saySamples } from './desk/say.ts';
import { topicSamples } from './desk/topic.ts';
import { digestSamples } from './digest.ts';
import { documentSamples } from './document.ts';
import { eraseSamples } from './erase.ts';
import { estimateSamples } from './estimate.ts';
import { feedbackSamples } from './feedback.ts';
import { orderSamples } from './order.ts';
import { ownSamples } from './own.ts';
import { payerSamples } from './payer.ts';
import { promiseSamples } from './promise.ts';
import { questionSamples } from './question.ts';
import { reportSamples } from './report.ts';
import { stageSamples } from './stage.ts';

/** Tuesday 24 November 2026, 10:00 in Athens: the moment at which the samples are sent. */
export const sampleNow = Date.parse('2026-11-24T08:00:00Z');

const at = (iso: string) => Date.parse(iso);
const today1030 = at('2026-11-24T08:30:00Z');
const tomorrow0900 = at('2026-11-25T07:00:00Z');
const friday1030 = at('2026-11-27T08:30:00Z');
const car = 'Octavia …4821';
const leaving = {
  ref: '7K2M4Q',
  start: tomorrow0900,
  readyBy: at('2026-11-25T10:30:00Z'),
  services: ['annual', 'pads'],
  car,
  stay: 'leave',
} as const;
const waiting = { ...leaving, services: ['oil'], stay: 'wait' } as const;
const overnight = { ...leaving, services: ['clutch'], readyBy: friday1030 } as const;
const visits = [leaving, waiting, overnight].map((visit) => ({ ...visit, services: [...visit.services] }));
const advisor = 'maria';
const phone = '+302310555010';

/** Phrases that say always the same need no table. */
export type KeyWithArgs = {
  [K in PhraseKey]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[PhraseKey];

/** Arguments for each phrase that has some, as a customer or advisor would meet them; every way a text can turn is here once. */
const samples: { readonly [K in KeyWithArgs]: readonly PhraseArgs[K][] } = {
  ...calendarSamples,
  ...caseSamples,
  ...documentSamples,
  ...estimateSamples,
  ...mediaSamples,
  ...alarmSamples,
  ...relaySamples,
  ...reportSamples,
  ...saySamples,
  ...topicSamples,
  ...orderSamples,
  ...payerSamples,
  ...digestSamples,
  ...feedbackSamples,
  ...archiveSamples,
  ...eraseSamples,
  ...ownSamples,
  ...comingSamples,
  ...promiseSamples,
  ...stageSamples,
  ...questionSamples,
  passedOn: [{ advisor: 'Maria', by: at('2026-11-23T08:30:00Z') }],
  fileReceived: [
    { what: 'voice', advisor, by: today1030 },
    { what: 'video', advisor, by: tomorrow0900 },
    { what: 'document', advisor, by: friday1030 },
    { what: 'other', advisor, by: today1030 },
  ],

  askWork: [
    { car: null, chosen: [] },
    { car, chosen: [] },
    { car, chosen: ['oil'] },
  ],
  askMoreWork: [{ chosen: ['oil', 'pads'] }],
  times: [
    { services: ['annual'], car, minutes: 120, fromCents: 14_000, days: 1 },
    { services: ['oil', 'pads', 'align'], car, minutes: 180, fromCents: 20_550, days: 1 },
    { services: ['clutch'], car, minutes: 420, fromCents: 62_000, days: 2 },
    { services: ['batt'], car, minutes: 30, fromCents: 0, days: 1 },
    { services: ['diag'], car: '', minutes: 60, fromCents: null, days: 1 },
    { services: ['oil'], car, minutes: 45, fromCents: 6_500, days: 1, fit: 'fitting' },
    { services: ['oil'], car, minutes: 45, fromCents: 6_500, days: 1, fit: 'nearest' },
  ],
  moreTimes: [{ services: ['oil', 'pads'], car }],
  dayFull: [{ date: '2026-11-28' }],
  noTimes: [{ services: ['clutch'], phone }],
  separateVisits: [{ services: ['tyres', 'clutch'] }],
  wishAfterClosing: [
    {
      date: '2026-11-25',
      close: at('2026-11-25T15:30:00Z'),
      last: at('2026-11-25T14:45:00Z'),
      services: ['oil'],
    },
    { date: '2026-11-25', close: at('2026-11-25T15:30:00Z'), last: null, services: ['oil'] },
  ],
  wishOpens: [{ open: at('2026-11-25T06:30:00Z') }],
  wishComesBy: [{ by: at('2026-11-25T06:30:00Z') }],
  wishClosed: [{ date: '2026-11-29' }],
  wishOnly: [{ date: '2026-11-28', only: ['oil', 'tyres', 'punct'] }],
  wishTooFar: [{ last: '2026-12-31' }],
  wishTooSoon: [{ date: '2026-11-25' }],
  wishPartFull: [{ date: '2026-11-25' }],
  wishNotAt: [{ at: tomorrow0900 }],
  wishNoWay: [
    { stay: 'wait' },
    { stay: 'leave' },
    { stay: 'wait', thatTime: true },
    { stay: 'leave', thatTime: true },
  ],
  wishCloses: [{ close: at('2026-11-25T15:30:00Z') }],
  wishHeard: [
    {
      services: ['oil'],
      dates: ['2026-11-27'],
      from: 1020,
      to: null,
      at: null,
      earliest: false,
      stay: 'wait',
    },
    { services: [], dates: [], from: null, to: 720, at: null, earliest: false, stay: 'leave' },
    { services: [], dates: ['2026-11-27'], from: null, to: null, at: 600, earliest: false, stay: null },
    { services: [], dates: [], from: null, to: null, at: null, earliest: true, stay: null },
  ],
  wishWalkIn: [
    { services: ['punct'], fromCents: 1_500 },
    { services: ['punct'], fromCents: null },
  ],
  wishRemote: [{ services: ['body'] }],
  held: [
    {
      start: tomorrow0900,
      minutes: 10,
      readyIfLeft: at('2026-11-25T14:00:00Z'),
      readyIfWaiting: at('2026-11-25T09:15:00Z'),
      recap: { car, services: ['oil', 'pads'], fromCents: 15_500 },
    },
    {
      start: tomorrow0900,
      minutes: 10,
      readyIfLeft: at('2026-11-25T14:00:00Z'),
      readyIfWaiting: at('2026-11-25T09:15:00Z'),
      recap: { car: '', services: ['oil'], fromCents: null, said: 'wait' },
    },
    {
      start: tomorrow0900,
      minutes: 10,
      readyIfLeft: at('2026-11-25T14:00:00Z'),
      readyIfWaiting: at('2026-11-25T09:15:00Z'),
    },
    { start: tomorrow0900, minutes: 10, readyIfLeft: friday1030, readyIfWaiting: null },
    { start: tomorrow0900, minutes: 1, readyIfLeft: null, readyIfWaiting: at('2026-11-25T09:15:00Z') },
    { start: tomorrow0900, minutes: 10, readyIfLeft: null, readyIfWaiting: null },
  ],
  draftKept: [
    { services: ['oil'], car },
    { services: [], car: null },
  ],
  booked: [
    { ...leaving, services: ['annual', 'pads'], bring: true },
    { ...waiting, services: ['oil'], bring: false },
    { ...overnight, services: ['clutch'], bring: true },
  ],
  requested: [
    { advisor, by: today1030 },
    { advisor, by: tomorrow0900 },
  ],
  limitReached: [
    { count: 3, advisor, by: today1030 },
    { count: 5, advisor, by: friday1030 },
  ],

  visitStatus: visits,
  visitsList: [{ count: 1 }, { count: 2 }, { count: 5 }],
  chooseNewTime: [{ ref: '7K2M4Q', start: tomorrow0900, car }],
  confirmMove: [
    {
      from: tomorrow0900,
      to: friday1030,
      minutes: 10,
      readyBy: at('2026-11-27T12:30:00Z'),
      recap: { car, services: ['annual', 'pads'] },
    },
  ],
  moved: visits,
  moveDropped: [{ start: tomorrow0900 }],
  cancelled: [{ ref: '7K2M4Q', start: tomorrow0900, car }],
  cancelUndone: visits,
  tooLateToChange: [{ phone, advisor, by: today1030 }],

  personCalled: [
    { advisor, by: today1030, open: true, phone },
    { advisor, by: tomorrow0900, open: false, phone },
    { advisor: 'Γιώργος', by: friday1030, open: false, phone },
  ],

  reminder: visits,

  deskRequest: (
    ['asked', 'misunderstood', 'problem', 'photos', 'file', 'limit', 'tooLate', 'rated', 'byHand'] as const
  ).map((reason) => ({
    ref: '7K2M4Q',
    name: 'Nikos',
    car: reason === 'photos' ? '' : car,
    reason,
    text: reason === 'asked' ? '' : 'стучит спереди справа',
    by: today1030,
  })),

  deskBooking: [
    { services: ['oil'], car, moves: null, start: today1030, dates: [], from: null, to: null, at: null },
    {
      services: ['oil', 'alignment'],
      car: '',
      moves: friday1030,
      start: null,
      dates: ['2026-11-27', '2026-11-28'],
      from: 17 * 60,
      to: null,
      at: null,
    },
    {
      services: [],
      car,
      moves: null,
      start: null,
      dates: ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'],
      from: null,
      to: 12 * 60,
      at: null,
    },
    { services: ['oil'], car, moves: null, start: null, dates: [], from: null, to: null, at: 10 * 60 },
  ],

  deskUndelivered: (
    [
      'blocked',
      'held',
      'noAnswer',
      'rejected',
      'lost',
      'payment',
      'account',
      'throttled',
      'unreachable',
    ] as const
  ).map((why) => ({
    name: 'Nikos',
    car: why === 'lost' ? '' : car,
    why,
    code: why === 'rejected' ? '131026' : '',
    text: why === 'throttled' ? '' : 'The pads are here, shall we fit them tomorrow?',
  })),

  linkCode: [{ code: '4821 0937', minutes: 10 }],
  linked: [
    { cars: [car, 'Yaris'], visits: 1 },
    { cars: [car], visits: 2 },
    { cars: [], visits: 0 },
  ],
  linkTooMany: [{ minutes: 15 }],

  noticeDay: [{ at: tomorrow0900 }],
  noticeTime: [{ at: tomorrow0900 }],
  noticeState: updates.map((what) => ({ what })),
  noticeCar: [{ car }, { car: '' }],

  calendarTitle: [{ services: ['oil', 'pads'], car }],
  calendarNotes: [{ ref: '7K2M4Q', readyBy: at('2026-11-25T10:30:00Z') }],

  labelSameAsLast: [{ services: ['annual'] }, { services: ['oil', 'pads'] }],
  labelService: [
    { id: 'oil', chosen: false },
    { id: 'noise', chosen: true },
  ],
  labelSlot: [{ start: tomorrow0900 }],
  labelDay: [{ date: '2026-11-24' }],
  labelVisit: [{ start: tomorrow0900, car }],
  verbatim: [{ text: 'Українська' }],
};

/** The samples of a key as phrases. */
export function samplePhrases(key: PhraseKey): readonly Phrase[] {
  return isSampled(key) ? withArgs(key) : [phraseSchema.parse({ key, args: {} })];
}

function isSampled(key: PhraseKey): key is KeyWithArgs {
  return Object.hasOwn(samples, key);
}

function withArgs<K extends KeyWithArgs>(key: K): readonly Phrase<K>[] {
  return samples[key].map((args) => ({ key, args }));
}
