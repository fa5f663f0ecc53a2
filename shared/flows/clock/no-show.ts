import type { CallReason } from '#shared/domain/call-reason.ts';
import { MINUTE } from '#shared/domain/clock.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import { withoutJob } from '#shared/domain/day.ts';
import { card, type Option, type Say, say, withNotice } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { withStage } from '#shared/domain/visit/life.ts';
import { reasonToCall } from '../automatic.ts';
import { bookRow } from '../booking/cards.ts';
import { dayChanges } from '../booking/day-changes.ts';
import { lateBy } from '../coming/late.ts';
import { onWayRow, otherRow } from '../coming/ways.ts';
import { toCustomer, toDesk } from '../flow.ts';
import { endVisit, visitOver } from '../visit/end.ts';
import { newsText } from '../visit/news.ts';
import { freed } from '../waitlist/freed.ts';
import { latestRelease } from './before.ts';
import { stageButton } from './desk-ways.ts';
import { withAsked } from './done.ts';
import { type Around, type Fired, mayTell, type Standing } from './fired.ts';

/** The agreed time has passed and the car is not there: a kind question, then the bay is free for others. No blame. */

export function expected(standing: Standing, { turn }: Around): Fired {
  const { visit } = standing;
  const { askAfter, releaseAfter } = turn.station.rules.visits;
  const may = mayTell(standing, turn.now + (releaseAfter - askAfter) * MINUTE, turn);
  const call = may.kind === 'go' ? null : reasonToCall(may);
  return {
    kind: 'done',
    visit: call === null ? { ...visit, life: withAsked(visit.life, turn.now) } : visit,
    customer: may.kind === 'go' ? may.customer : standing.customer,
    say: [...(call === null ? [toCustomer(question(visit))] : []), toDesk(deskLine(standing, call))],
  };
}

/** When we expected them: as booked, or at the time that they named themselves. */
function expectedAt(visit: Visit): number {
  return lateBy(visit) ?? visit.start;
}

function question(visit: Visit): Say {
  const { id, vehicle } = visit;
  const start = expectedAt(visit);
  const asked = card('aside', phrase('promiseExpected', { car: vehicle.short, start }), [
    onWayRow(id),
    otherRow(id),
  ]);
  return withNotice(asked, { kind: 'expected', start, car: vehicle.short });
}

function deskLine(standing: Standing, call: CallReason | null): Say {
  const { visit, customer } = standing;
  const { id, vehicle } = visit;
  const start = expectedAt(visit);
  const phone = customer.phone ?? '';
  const text = phrase('promiseDeskExpected', { ref: id, car: vehicle.short, start, call, phone });
  const ways: readonly Option[] = [stageButton(standing, 'arrived'), stageButton(standing, 'noShow')];
  return say(text, [ways]);
}

/**
 * The visit is over; whoever waits for such a time is asked. Who comes after all is still welcome. Nobody who waits for our answer
 * is told that we missed each other: they may have said why, and until the car was to be ready an advisor can look.
 */
export function release(standing: Standing, { turn, facts }: Around): Fired {
  const { visit } = standing;
  const { now, station } = turn;
  const { releaseAfter } = station.rules.visits;
  const latest = latestRelease(visit);
  if (turn.case.waitingSince !== null && now < latest)
    return { kind: 'held', until: Math.min(now + releaseAfter * MINUTE, latest) };
  const before = [...facts.days.values()];
  const after = before.map((day) => withoutJob(day, visit.id));
  const may = mayTell(standing, now + 3 * 60 * MINUTE, turn);
  const call = may.kind === 'go' ? null : reasonToCall(may);
  const customer = endVisit(may.kind === 'go' ? may.customer : standing.customer, visit, 'noShow', now);
  const gone: Visit = { ...visit, life: withStage(visit.life, 'noShow', now, null) };
  const { id: ref, start, vehicle } = visit;
  const phone = customer.phone ?? '';
  const line = phrase('promiseDeskReleased', { ref, car: vehicle.short, start, call, phone });
  return {
    kind: 'done',
    visit: null,
    customer,
    changes: [
      ...dayChanges({ before, after }),
      ...visitOver(customer, gone, 'noShow', null, station, now),
      ...freed(visit.dates, turn, visit),
    ],
    say: [
      ...(call === null ? [toCustomer(missed(gone, customer, now))] : []),
      toDesk(say(line, [[stageButton(standing, 'arrived')]])),
    ],
  };
}

/** To who did not come: the time is somebody else's, another one is a tap away. */
function missed(gone: Visit, customer: Customer, now: number): Say {
  const { vehicle, start } = gone;
  const words = card('aside', newsText(gone, customer, now), bookRow);
  return withNotice(words, { kind: 'update', what: 'noShow', car: vehicle.short, at: start });
}
