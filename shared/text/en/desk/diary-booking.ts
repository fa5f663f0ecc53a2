import type { BookingRule, DiaryBookingKey, OverrideReason } from '#shared/domain/phrases/diary-booking.ts';
import { offeredTimes, readyWays, who } from '../../diary-line.ts';
import type { Texts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { excerpt, shorten } from '../../shorten.ts';

export const diaryBooking: Texts<DiaryBookingKey> = {
  diaryAskWork: ({ name, chosen }, f) =>
    chosen.length > 0
      ? `Chosen so far: ${f.services(chosen)}. What else?`
      : f.about(who(name), 'what is to be done?'),
  diaryAskCar: ({ name }, f) => f.about(who(name), 'which car?'),
  diaryTimes: ({ aim, name, car, services, from, odd }, f) =>
    lines(
      `${f.about(who(name, car), f.services(services))}.`,
      from !== null && `Booked now: ${f.dayTime(from)}`,
      aim === 'offer' ? 'Send these times? Nothing has gone out yet.' : 'Which time?',
      odd && 'A “!” marks what online booking would refuse.',
    ),
  diaryAskDay: ({ name }, f) => f.about(who(name), 'which day?'),
  diaryNoTimes: ({ services }, f) =>
    `No free time for this in the days ahead: ${f.services(services)}. A time can still be named: /book oil tomorrow 10:00`,
  diaryConfirm: ({ aim, name, phone, car, services, start, bay, technician, left, waits }, f) =>
    lines(
      `${aim === 'move' ? 'Move to' : 'Book'} ${f.dayTime(start)}?`,
      `${f.about([who(name, car), phone].filter(Boolean).join(', '), f.services(services))}.`,
      [bay, technician && f.person(technician)].filter(Boolean).join(', '),
      readyWays(start, { left, waits }, { left: 'Car left: ready', waits: 'Waiting: ready' }, f),
    ),
  diaryOdd: ({ rule }) => `Online booking would refuse this: ${rules[rule]}.`,
  diaryAskReason: ({ rule }) =>
    `Online booking would refuse this: ${rules[rule]}. Why is it booked all the same?`,
  diaryTight: ({ start, rule, squeezed }, f) =>
    lines(
      `${f.dayTime(start)} does not work: ${rules[rule]}.`,
      squeezed && 'Free times are below, or squeeze it in with a reason.',
    ),
  diaryPastTime: ({ start }, f) => `${f.dayTime(start)} is over. Please name a later time.`,
  diaryDone: ({ what, by, name, car, services, start, ref, told }, f) =>
    lines(
      `${done[what]} by ${f.person(by)}: ${f.dayTime(start)}, no. ${ref}`,
      `${f.about(who(name, car), f.services(services))}.`,
      told === 'message' && 'The customer has been told.',
      told === 'call' && 'No message went out, so please call them.',
    ),
  diaryOverride: ({ by, rule, reason }, f) =>
    `Outside the online rules (${rules[rule]}), ${reasons[reason]}. ${f.person(by)}`,
  diaryAskCancel: ({ name, car, services, start, tells }, f) =>
    lines(
      `Cancel ${f.dayTime(start)}?`,
      `${f.about(who(name, car), f.services(services))}.`,
      tells && 'The customer is told at once.',
    ),
  diaryOffered: ({ by, name, car, services, starts }, f) =>
    lines(
      `Offered by ${f.person(by)}: ${offeredTimes(starts, f)}.`,
      `${f.about(who(name, car), f.services(services))}.`,
      'One tap of the customer holds a time, the next one books it.',
    ),
  diaryWhichVisit: ({ name }, f) => f.about(who(name), 'which visit?'),
  diaryNoVisits: ({ name }, f) => f.about(who(name), 'no visit is booked.'),
  diaryVisitGone: () => 'This visit is not in the calendar any more.',
  diarySlotGone: () => 'That time has just been taken; everything else is kept.',

  diaryNoWork: ({ word, example }) =>
    lines(
      word === '' ? 'Which work?' : `There is no work called “${excerpt(word, 60)}”.`,
      `Example: ${example}`,
    ),
  diaryWhichWork: ({ word }) => `Which work is meant by “${excerpt(word, 60)}”?`,
  diaryOddWords: ({ word, example }) =>
    lines(`I do not understand “${excerpt(word, 60)}”, so nothing was done.`, `Example: ${example}`),
  diaryNoName: ({ example }) => lines('Who is it for? A name or a phone is enough.', `Example: ${example}`),
  diaryInTopic: () => 'Please write this in the customer’s topic, or open /day and tap the visit.',
  diaryNoMessenger: ({ name, phone }, f) =>
    `${f.about(who(name), 'there is no messenger to write to.')}${phone && ` Phone: ${phone}`}`,

  diaryByAdvisor: ({ advisor, what }, f) => `${f.person(advisor)} has ${forYou[what]}.`,
  diaryOffer: ({ advisor, car, services }, f) =>
    lines(
      `${f.about(car, f.services(services))}.`,
      `${f.person(advisor)} has picked out free times. Which one suits you?`,
    ),
  diaryOfferMove: ({ advisor, car, start }, f) =>
    lines(
      f.about(car, `your visit on ${f.dayTime(start)}.`),
      `Something has changed in our workshop, and ${f.person(advisor)} suggests another time. Yours stays until you choose. Which one suits you?`,
    ),

  diaryLabelTime: ({ start, odd }, f) => `${odd ? '! ' : ''}${f.slot(start)}`,
  diaryLabelVisit: ({ start, name }, f) => shorten(`${f.time(start)} ${name}`.trim(), 20),
  diaryLabelSend: () => 'Send these times',
  diaryLabelLeaves: () => 'Leaves the car',
  diaryLabelWaits: () => 'Waits here',
  diaryLabelReason: ({ reason }) => reasonLabels[reason],
  diaryLabelAnyway: () => 'Squeeze it in',
  diaryLabelNoCar: () => 'Car not known yet',
  diaryLabelMove: () => 'Move the visit',
  diaryLabelCancel: () => 'Cancel the visit',
  diaryLabelKeep: () => 'Keep the visit',
  diaryLabelOtherTimes: () => 'Offer other times',
  diaryLabelAgain: () => 'Book again',
};

const done = { booked: 'Booked', moved: 'Moved', cancelled: 'Cancelled' } as const;

const forYou = {
  booked: 'booked a visit for you',
  moved: 'moved your visit',
  cancelled: 'cancelled your visit',
} as const;

const rules: Readonly<Record<BookingRule, string>> = {
  notice: 'the notice is too short',
  horizon: 'it is too far ahead',
  online: 'this work is not booked online',
  limits: 'the day has no more places of this kind',
  closed: 'the station is closed',
  weekday: 'this work is not done on that day',
  hours: 'the work would not end before closing',
  room: 'no bay and technician are free for it',
  together: 'this work does not fit into one visit',
  way: 'the work cannot be done in this way',
};

const reasons: Readonly<Record<OverrideReason, string>> = {
  agreed: 'agreed by phone',
  urgent: 'urgent',
  regular: 'a regular customer',
  here: 'is here already',
  other: 'for another reason',
};

const reasonLabels: Readonly<Record<OverrideReason, string>> = {
  agreed: 'Agreed by phone',
  urgent: 'Urgent',
  regular: 'Regular customer',
  here: 'Is here already',
  other: 'Another reason',
};
