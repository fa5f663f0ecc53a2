import type { PastVisit } from '#shared/domain/customer.ts';
import { card, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { handOver } from '../call-person.ts';
import { stageButton } from '../clock/desk-ways.ts';
import type { Decision, Turn } from '../flow.ts';

/** Who comes after all, on the day on which their bay was given free: a person meets them, no form. Pure. */

/** The advisors know that somebody is there, or on the way, and answer; a bay is not promised by this. */
export function afterAll(visit: PastVisit, isHere: boolean, turn: Turn): Decision<never> {
  const { start, vehicle } = visit;
  const about = { car: vehicle.short, start };
  const what = isHere ? 'hereAfter' : 'onWayAfter';
  return handOver(
    turn,
    'asked',
    ({ advisor, by, open }) =>
      isHere && open ? card('aside', phrase('comingHere', about)) : say(phrase('passedOn', { advisor, by })),
    '',
    [],
    {
      line: () => phrase('comingDesk', { ...about, what, by: turn.now, readyBy: start }),
      ways: isHere ? [[stageButton({ visit, customer: turn.customer }, 'arrived')]] : [],
    },
  );
}
