import { MINUTE } from '#shared/domain/clock.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Option } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { type DelayReason, delayReasons, type PromiseOf } from '#shared/domain/visit/life.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import { nextOpening } from '#shared/domain/working-time.ts';
import type { Station } from '#shared/station/schema.ts';
import { deskHours } from '../baton/timers.ts';
import { button } from '../flow.ts';
import { workingQuarter } from './quiet.ts';

/** Buttons of the desk's own part for promises, which reads them: a new time, then why. Pure. */

/** What every one of them carries: the visit, and the promise as it stood when the button was shown. */
type Of = { readonly visit: string; readonly of: PromiseOf; readonly from: number };

function act(label: Parameters<typeof button>[0], data: object): Option {
  return button(label, { flow: 'desk.promise', data });
}

/** Working minutes after the promise, or after now where it has passed. */
const steps = [30, 60, 120];
const noon = 4 * 60;

/** New times to choose from, each once: soon, later, tomorrow. */
export function newTimes({ readyBy }: Visit, station: Station, now: number): readonly number[] {
  const desk = deskHours(station);
  const from = Math.max(readyBy, now);
  const soon = steps.map((minutes) => workingQuarter(desk, from, minutes));
  const opening = nextOpening(desk, from);
  const tomorrow = opening === null ? null : opening + noon * MINUTE;
  return [...new Set([...soon, tomorrow].filter((at) => at !== null))].sort((a, b) => a - b);
}

/** One tap names the new time. */
export function timeRows(visit: Visit, station: Station, now: number): readonly (readonly Option[])[] {
  const of = { visit: visit.id, of: 'ready', from: visit.readyBy } as const;
  const all = newTimes(visit, station, now).map((to) =>
    act(phrase('labelSlot', { start: to }), { do: 'at', ...of, to }),
  );
  return [all.slice(0, 2), all.slice(2)].filter((row) => row.length > 0);
}

/** The same time for one of several cars, named by the car. */
export function timeButton({ start, vehicle }: Visit, of: Of, to: number): Option {
  return act(phrase('labelVisit', { start, car: vehicle.short }), { do: 'at', ...of, to });
}

/** The promise stands as it is. */
export function standsButton({ id, readyBy }: Visit): Option {
  return act(phrase('promiseLabelStands'), { do: 'stands', visit: id, of: 'ready', from: readyBy });
}

/** Times to choose from, in a card of their own. */
export function otherTimes({ id, readyBy }: Visit): Option {
  return act(phrase('promiseLabelOther'), { do: 'times', visit: id, of: 'ready', from: readyBy });
}

/** Why: one tap, and the owner is told. */
export function reasonRows(of: Of, to: number): readonly (readonly Option[])[] {
  const all = delayReasons.map((reason: DelayReason) =>
    act(phrase('promiseLabelReason', { reason }), { do: 'why', ...of, to, reason }),
  );
  return [all.slice(0, 2), all.slice(2, 4), all.slice(4)];
}

/** The visit goes to that stage, if it may: the part that knows how reads it. */
export function stageButton({ visit, customer }: Named, stage: Stage): Option {
  return button(phrase('stageLabelTo', { stage }), {
    flow: 'desk.visit',
    data: { do: 'to', customer: customer.id, visit: visit.id, stage },
  });
}

type Named = { readonly visit: Pick<Visit, 'id'>; readonly customer: Pick<Customer, 'id'> };
