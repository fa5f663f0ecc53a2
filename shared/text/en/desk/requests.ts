import { bookingLine } from '../../booking-line.ts';
import type { DeskKey, Texts } from '../../dictionary.ts';
import { lines } from '../../lines.ts';
import { excerpt } from '../../shorten.ts';

export const desk: Texts<DeskKey> = {
  deskConnected: () =>
    'The station’s line is connected: whoever writes to it gets a topic in this group, and what you write there reaches them. What you can do: /help',
  deskRequest: ({ ref, name, car, reason, text, by }, f) =>
    lines(
      [`No. ${ref}`, name, car].filter(Boolean).join(' · '),
      `${reasons[reason]}. Answer ${f.deadline(by)}.`,
      text !== '' && `“${text}”`,
    ),
  deskBooking: (known, f) => bookingLine(known, booking, f),
  deskUndelivered: ({ name, car, why, code, text }) =>
    lines(
      [name, car].filter(Boolean).join(' · '),
      `${undelivered[why]}${code && ` (${code})`}`,
      text !== '' && `“${excerpt(text, 60)}”`,
    ),
};

const booking = {
  begins: 'Was booking',
  moves: (time: string) => `Was moving the visit of ${time}`,
  from: (time: string) => `after ${time}`,
  to: (time: string) => `before ${time}`,
  at: (time: string) => `around ${time}`,
};

const reasons = {
  more: 'Adds to a request',
  asked: 'Asks for a person',
  misunderstood: 'The bot did not understand',
  problem: 'Describes a problem',
  photos: 'Sent photos',
  file: 'Sent a file',
  limit: 'Wants one more visit than the chat may book',
  tooLate: 'Wants to change a visit that starts soon',
  danger: 'Says the car is not safe to drive',
  estimate: 'Has a question about the estimate',
  stopWork: 'Asks to stop the work',
  rated: 'Was not content with the last visit',
  byHand: 'Wants a visit; an advisor confirms it',
  question: 'Asks something our answers do not cover',
} as const;

/** What happened to a message, and what happens next. */
const undelivered = {
  blocked:
    'Not delivered: they have blocked us or are not in this messenger any more. Nothing can go there until they write themselves; you can call.',
  held: 'Waiting: their last message is more than 24 hours old, so only a short notice was sent. The text follows as soon as they answer.',
  noAnswer:
    'Not delivered: nobody answered the notice for 7 days, so the text no longer waits. You can write again or call.',
  rejected:
    'Not delivered: the messenger refused this message, and it is not tried again. Please put it differently or call.',
  lost: 'It is not known whether this arrived: the messenger did not confirm it. To avoid saying it twice, it is not repeated by itself.',
  payment:
    'Not delivered yet: the station’s account at the messenger needs a payment method. Messages are kept and go out once there is one.',
  account:
    'Not delivered yet: the messenger does not accept the station’s account (token, permission or a restriction). Messages are kept and go out once this is settled.',
  throttled:
    'Not delivered yet: the messenger asks us to write less often. The text waits its turn and goes out by itself.',
  unreachable:
    'Not delivered: the messenger could not be reached for a whole day, so we stopped trying. Please write again or call.',
} as const;
