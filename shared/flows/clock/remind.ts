import type { Visit } from '#shared/domain/customer.ts';
import { type Say, say, withNotice } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { visitText } from '../booking/cards.ts';
import { comingAct, otherRow } from '../coming/ways.ts';
import { toCustomer } from '../flow.ts';
import { type Around, type Fired, mayTell, quietly, type Standing } from './fired.ts';

/** The reminders: the day before, and two hours before to who has not said that they come. */

export function remind(which: 'remindDay' | 'remindSoon', standing: Standing, { turn }: Around): Fired {
  const { visit } = standing;
  const may = mayTell(standing, visit.start, turn);
  switch (may.kind) {
    case 'go':
      return { kind: 'done', visit, customer: may.customer, say: [toCustomer(reminder(visit))] };
    case 'wait':
      // What would come two hours before, and may not, is of no use later.
      return which === 'remindDay' ? { kind: 'held', until: may.until } : quietly(standing);
    case 'drop':
      return quietly(standing);
  }
}

function reminder(visit: Visit): Say {
  const { id } = visit;
  const message = say(phrase('reminder', visitText(visit)), [
    [comingAct(phrase('labelComing'), { do: 'yes', id })],
    otherRow(id),
  ]);
  const short = { kind: 'reminder', start: visit.start, car: visit.vehicle.short } as const;
  return withNotice({ ...message, card: 'aside' }, short);
}
