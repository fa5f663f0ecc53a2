import { isSameDay } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import type { Option } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { button, type Turn } from '../flow.ts';
import type { ComingAction } from './action.ts';

/** Buttons about coming, for every message that asks whether somebody comes. `id`: the visit's. */

export function comingAct(label: Parameters<typeof button>[0], data: ComingAction): Option {
  return button(label, { flow: 'coming', data });
}

export function lateButton(id: string): Option {
  return comingAct(phrase('comingLabelLate'), { do: 'late', id });
}

export function hereButton(id: string): Option {
  return comingAct(phrase('comingLabelHere'), { do: 'here', id });
}

/** [Running late], on the day of a visit for which nobody came yet. */
export function lateRow(
  { id, start, life }: Visit,
  { station, now }: Pick<Turn, 'station' | 'now'>,
): readonly (readonly Option[])[] {
  const isToday = isSameDay(start, now, station.zone);
  return isToday && life.stage === 'booked' ? [[lateButton(id)]] : [];
}

/** [On my way] [I'm there already], for who was expected and is not there. */
export function onWayRow(id: string): readonly Option[] {
  return [comingAct(phrase('comingLabelOnWay'), { do: 'onWay', id }), hereButton(id)];
}

/** [Change the time] [Cancel the visit]. */
export function otherRow(id: string): readonly Option[] {
  return [
    button(phrase('labelMove'), { flow: 'book', data: { do: 'move', id } }),
    button(phrase('labelCancelVisit'), { flow: 'visits', data: { do: 'cancel', id } }),
  ];
}
