import * as z from 'zod';
import type { PastVisit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { withNotice } from '#shared/domain/outbound.ts';
import { passage } from '../automatic.ts';
import { answer, type Decision, type Turn, toCustomer } from '../flow.ts';
import { askCard, pastNamed, withPast } from './action.ts';
import { nextAskingDay } from './moment.ts';

const timerData = z.object({ visit: z.string() });

/** Longer after a visit nobody is asked how it was. Milliseconds. */
const worthMs = 7 * 24 * 60 * 60_000;

/** The moment of the question has come: asked once, where the person agreed to be written to. */
export function asked(key: string, data: unknown, turn: Turn): Decision<never> {
  const { customer, now } = turn;
  const used: Change = { kind: 'timer', key, dueAt: null, data: null };
  const past = pastNamed(customer, timerData.safeParse(data).data?.visit ?? '');
  if (!past || !isToAsk(past)) return { ...answer(), changes: [used] };
  const later = (at: number | null): Decision<never> => ({
    ...answer(),
    changes: [at === null || at >= past.end + worthMs ? used : { kind: 'timer', key, dueAt: at, data }],
  });
  // Who waits for an answer, or talks with a person, is asked nothing by the bot.
  if (isWithPerson(turn)) return later(nextAskingDay(turn.station, now));
  const may = passage({ purpose: 'visit', worthUntil: past.end + worthMs }, turn);
  switch (may.kind) {
    case 'wait':
      return later(may.until);
    case 'drop':
      return { ...answer(), changes: [used] };
    case 'go':
      return {
        ...answer(),
        changes: [used, { kind: 'customer', customer: withPast(may.customer, { ...past, asked: now }) }],
        say: [toCustomer(withNotice(askCard(past), shortOf(past)))],
      };
  }
}

/** Where only prepared notices may be sent: the same question, with the same answers. */
function shortOf({ vehicle, end }: PastVisit): Notice {
  return { kind: 'rating', car: vehicle.short, at: end };
}

function isToAsk({ stage, asked: before, rating }: PastVisit): boolean {
  return stage === 'handedBack' && before === undefined && rating === undefined;
}

/** Somebody waits for a person, or talks with one. */
export function isWithPerson({ case: { baton, waitingSince } }: Pick<Turn, 'case'>): boolean {
  return baton === 'person' || waitingSince !== null;
}
