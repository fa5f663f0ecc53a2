import { MINUTE } from './clock.ts';
import type { Outbound } from './outbound.ts';
import type { Phrase } from './phrase.ts';

/** Until when words that nobody asked for are of use: what an outage kept back for longer is not sent. Pure; epoch milliseconds. */

/** So long a question where somebody stays is of use; then the desk has dealt with it. */
const expectedMs = 60 * MINUTE;

/** Until when a message is of use; infinite where it always is, and where it only changes one that is there. */
export function worthUntil(message: Outbound): number {
  if (message.kind !== 'say' || message.place === 'refresh') return Number.POSITIVE_INFINITY;
  return Math.max(...message.text.map(phraseWorthUntil));
}

function phraseWorthUntil({ key, args }: Phrase): number {
  switch (key) {
    case 'reminder':
      return args.start;
    case 'promiseExpected':
      return args.start + expectedMs;
    // A new time that has passed is no news; if the car is not ready by then, there is a newer one.
    case 'promiseMoved':
    case 'promiseNewsMoved':
      return args.to;
    case 'waitlistOffer':
      return args.until;
    default:
      return Number.POSITIVE_INFINITY;
  }
}
