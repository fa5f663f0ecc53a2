import type { CaseChange } from '#shared/domain/case.ts';
import { type Visit, withVisitAs } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { type Outgoing, toCustomer } from '../flow.ts';
import { agendaOf, clockChange, noClock } from './agenda.ts';
import { askToCall, remindCollect } from './collect.ts';
import { withOnce } from './done.ts';
import { type Due, type DueName, isCovered } from './due.ts';
import { type Around, type Fired, quietly, type Standing } from './fired.ts';
import { tellNews, tellStage, warnOfNews } from './news.ts';
import { heardOn } from './news-by.ts';
import { expected, release } from './no-show.ts';
import { askAtClose, moveReady, tellMoved, warnOfReady } from './ready.ts';
import { remind } from './remind.ts';

/** What is due by now, done in order; late rather than never, and at most one message about the same thing. Pure. */

/** How each of them is done. */
const acts: { readonly [N in DueName]: (standing: Standing, around: Around) => Fired } = {
  remindDay: (standing, around) => remind('remindDay', standing, around),
  remindSoon: (standing, around) => remind('remindSoon', standing, around),
  noShowAsk: expected,
  release,
  tell: tellStage,
  tellMoved,
  newsWarn: warnOfNews,
  newsTell: tellNews,
  readyWarn: warnOfReady,
  readyTell: moveReady,
  dayClose: askAtClose,
  readyWaits: remindCollect,
  readyCall: askToCall,
};

export type Outcome = {
  readonly changes: readonly Change[];
  readonly say: readonly Outgoing[];
  readonly case: CaseChange;
};

/** Nothing brings more at once; what would be more follows a minute later. */
const mostAtOnce = 12;

/** All that is due, with the clock set to what comes next. `first`: the visit as it was read. */
export function fireDue(first: Visit, around: Around): Outcome {
  const { station, now } = around.turn;
  let standing: Standing = { visit: first, customer: around.turn.customer };
  const changes: Change[] = [];
  const say: Outgoing[] = [];
  let desk: CaseChange = {};
  /** What the owner was told of in this very step. */
  const told: Due[] = [];
  const held = new Map<string, number>();
  for (let done = 0; done < mostAtOnce; done += 1) {
    const due = agendaOf(standing.visit, { customer: standing.customer, station }).filter(
      (one) => one.at <= now && !held.has(nameOf(one)),
    );
    const [next] = due;
    if (!next) break;
    // Telling where it stands notes that by itself.
    const marked = next.what === 'tell' ? standing : withMark(standing, next);
    const turn = { ...around.turn, customer: marked.customer, case: { ...around.turn.case, ...desk } };
    const fired = isCovered(next, [...due, ...told])
      ? covered(next, marked, around)
      : acts[next.what](marked, { ...around, turn });
    if (fired.kind === 'held') {
      held.set(nameOf(next), fired.until);
      continue;
    }
    if (fired.say?.some(({ to }) => to === 'customer')) told.push(next);
    changes.push(...(fired.changes ?? []));
    say.push(...(fired.say ?? []));
    desk = { ...desk, ...fired.case };
    if (fired.visit === null) {
      const { customer } = fired;
      return {
        changes: [...changes, { kind: 'customer', customer }, ...noClock(first)],
        say: asOne(say),
        case: desk,
      };
    }
    standing = standingOf(fired.visit, fired.customer);
  }
  const { visit, customer } = standing;
  const clock = clockChange(visit, { customer, station }, now, held);
  const row: readonly Change[] = visit === first ? [] : [{ kind: 'customer', customer }];
  return { changes: [...changes, ...row, ...clock], say: asOne(say), case: desk };
}

/** Where the owner is told of several things at once, it is one message: as the last of them, in whose place it stands. */
function asOne(say: readonly Outgoing[]): readonly Outgoing[] {
  const words = say.flatMap(({ to, message }) =>
    to === 'customer' && message.kind === 'say' ? message : [],
  );
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return say;
  const text = words.flatMap((one) => one.text);
  const options = words.flatMap((one) => one.options);
  const notice = words.find((one) => one.notice !== null)?.notice ?? null;
  const others = say.filter(({ to, message }) => to !== 'customer' || message.kind !== 'say');
  return [toCustomer({ ...last, text, options, notice }), ...others];
}

export function nameOf({ what, once }: Due): string {
  return once ?? what;
}

/** Something else says it; news that come with it are owed again from now on. */
function covered({ what }: Due, standing: Standing, { turn }: Around): Fired {
  const { station, now } = turn;
  return quietly(
    what === 'newsTell' ? { ...standing, visit: heardOn(standing.visit, station, now) } : standing,
  );
}

function withMark({ visit, customer }: Standing, due: Due): Standing {
  return standingOf({ ...visit, life: withOnce(visit.life, nameOf(due)) }, customer);
}

/** The row with the visit as it is now. */
function standingOf(visit: Visit, customer: Standing['customer']): Standing {
  return { visit, customer: withVisitAs(customer, visit) };
}
