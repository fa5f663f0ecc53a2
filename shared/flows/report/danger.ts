import type { Danger } from '#shared/domain/danger.ts';
import { type Say, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { Report } from '#shared/domain/report.ts';
import { titleOf } from '#shared/domain/topic-title.ts';
import { managersOf } from '#shared/station/managers.ts';
import { waiting } from '../baton/waits.ts';
import { type AnswerPromise, callMe, handOver, promiseGiven } from '../call-person.ts';
import type { Decision, Outgoing, Turn } from '../flow.ts';
import { afterwards } from './pass-on.ts';
import { kept, noTimer } from './row.ts';
import type { Reporting } from './state.ts';

/** Somebody drives, or is about to drive, what must not be driven: said before anything else, at any hour. */

/** What follows so soon is about the same; it is passed on and not said again. Milliseconds. */
const sameDangerMs = 15 * 60_000;
/** So long where somebody stands belongs to the danger they told of. Milliseconds. */
const standsMs = 2 * 60 * 60_000;

/** Get out and away from the car; of the others it is enough to stop. */
const getAway: readonly Danger[] = ['smoke', 'fuel'];

/** Whether the person was told to stop just now, and this tells nothing worse. */
function isToldAlready(kind: Danger, { now, conversation, case: known }: Turn): boolean {
  if (now - conversation.dangerAt >= sameDangerMs) return false;
  return !getAway.includes(kind) || (known.danger !== null && getAway.includes(known.danger.kind));
}

/** Whether a place on the map is where somebody in danger stands. */
export function isInDanger({ now, conversation, case: known }: Turn): boolean {
  return known.danger !== null || now - conversation.dangerAt < standsMs;
}

/**
 * The stop-driving text with the phone, a call and the way to say where they are; somebody waits at once, and all advisors
 * are told. `report` already holds what was said; `state` is of the questions that end here.
 */
export function inDanger(
  kind: Danger,
  report: Report,
  text: string,
  state: Reporting | null,
  turn: Turn,
): Decision<Reporting> {
  const { now, customer } = turn;
  const known: Report = { ...report, danger: kind, passedAt: now };
  const changes = [...kept(known, turn), noTimer(report.id)];
  const next: Decision<Reporting>['next'] = state === null ? { kind: 'stay' } : afterwards(state.before);
  const danger = { kind, at: now };
  if (isToldAlready(kind, turn)) {
    const added = handOver(turn, 'more', ({ advisor, by }) => say(phrase('passedOn', { advisor, by })), text);
    return { ...added, next, changes: [...added.changes, ...changes], case: { ...added.case, danger } };
  }
  const line = phrase('reportDangerLine', {
    ref: report.id,
    car: report.car,
    kind,
    text,
    phone: customer.phone ?? '',
  });
  const handed = handOver(turn, 'danger', (promise) => stopCard(kind, promise, turn), text, [], {
    line: () => line,
  });
  return {
    ...handed,
    next,
    changes: [...handed.changes, ...changes],
    say: [...handed.say.map((one): Outgoing => ({ ...one, priority: 'danger' })), alert(kind, text, turn)],
    case: { ...handed.case, danger },
    settings: { ...handed.settings, dangerAt: now },
  };
}

function stopCard(kind: Danger, { advisor, by, open }: AnswerPromise, { station }: Turn): Say {
  return {
    ...say(phrase('reportDanger', { kind, phone: station.phone, advisor, by, open }), [[callMe]]),
    askLocation: phrase('reportLabelLocation'),
  };
}

/** To everybody, whoever has the talk; the managers by name. */
function alert(kind: Danger, text: string, { station, customer }: Turn): Outgoing {
  const managers = managersOf(station).map(({ id }) => id);
  const { phone } = customer;
  return {
    to: 'general',
    priority: 'danger',
    message: say(
      phrase('reportDangerAlert', { who: titleOf(customer), kind, text, phone: phone ?? '', managers }),
    ),
  };
}

/** Where somebody in danger stands: acknowledged, and the advisors are told that it matters. */
export function standsThere(turn: Turn): Decision<Reporting> {
  const { waitingSince } = turn.case;
  return {
    next: { kind: 'stay' },
    changes: [],
    say: [
      {
        to: 'customer',
        priority: 'danger',
        message: say(phrase('reportPlaceSeen', { phone: turn.station.phone }), [[callMe]]),
      },
      { to: 'desk', priority: 'danger', message: say(phrase('reportPlaceLine')) },
    ],
    case: waitingSince === null ? waiting(turn, promiseGiven(turn)) : {},
  };
}
