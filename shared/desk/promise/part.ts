import type { LocalDate } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { card, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { isUnfinished } from '#shared/domain/visit/stage.ts';
import { heldDates } from '#shared/flows/clock/bay.ts';
import { reasonRows, timeButton, timeRows } from '#shared/flows/clock/desk-ways.ts';
import { definePart } from '../part.ts';
import {
  type About,
  type DeskDecision,
  type DeskEvent,
  type DeskTurn,
  reply,
  toast,
  withoutCustomer,
} from '../turn.ts';
import { type PromiseAction, promiseAction } from './action.ts';
import { moved, promiseOf } from './move.ts';
import { readPromise } from './read-promise.ts';
import { momentOf, troubleAt } from './when.ts';

/** A promise that cannot be kept, or can be kept earlier: a new time, why, and the owner is told at once. */
export const promisePart = definePart<PromiseAction>({
  name: 'desk.promise',
  action: promiseAction,
  commands: ['promise'],
  needs: (event, turn) => {
    const dates = turn.about ? datesOf(event, turn.about, turn) : [];
    return dates.length > 0 ? [{ kind: 'days', dates }] : [];
  },
  decide: (event, facts, turn) => {
    const { about } = turn;
    if (!about) return withoutCustomer(event);
    switch (event.kind) {
      case 'content':
        return { changes: [], say: [] };
      case 'command':
        return commanded(event.words, about, facts, turn);
      case 'action':
        return acted(event.action, about, facts, turn);
    }
  },
});

/** The days on which its bay is held for longer where "ready by" is given that time. */
function datesOf(event: DeskEvent<PromiseAction>, about: About, turn: DeskTurn): readonly LocalDate[] {
  const visits = openVisits(about);
  switch (event.kind) {
    case 'content':
      return [];
    case 'action': {
      const { action: asked } = event;
      const visit = visits.find(({ id }) => id === asked.visit);
      const isMoved = (asked.do === 'at' || asked.do === 'why') && asked.of === 'ready';
      return visit && isMoved ? heldDates(visit, asked.to, turn) : [];
    }
    case 'command': {
      const [only] = visits;
      const { of, date, minute } = readPromise(event.words, momentOf.today(turn));
      const to = minute === null ? null : momentOf.at(date, minute, turn);
      return only && visits.length === 1 && of === 'ready' && to !== null ? heldDates(only, to, turn) : [];
    }
  }
}

/** Cars that are in the house and not finished. */
function openVisits({ customer }: About): readonly Visit[] {
  return customer.visits.filter(({ life }) => isUnfinished(life.stage));
}

/** Shown with what is not understood, and read by this command in every language. */
const example = '/promise 17:00 parts';

function commanded(text: string, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const visits = openVisits(about);
  const [only] = visits;
  if (!only) return reply(say(phrase('promiseDeskNone', { name: about.customer.name })));
  const written = readPromise(text, momentOf.today(turn));
  if (written.minute === null)
    return written.odd === ''
      ? whichOrWhen(visits, turn)
      : reply(say(phrase('promiseDeskOdd', { what: written.odd, example })));
  const to = momentOf.at(written.date, written.minute, turn);
  if (to === null) return reply(say(phrase('promiseDeskOdd', { what: written.odd || text.trim(), example })));
  const trouble = troubleAt(to, turn);
  if (trouble) return reply(say(trouble));
  const { of, reason, words } = written;
  if (visits.length > 1)
    return reply(
      card(
        'aside',
        phrase('promiseDeskWhich'),
        visits.map((visit) => [timeButton(visit, { visit: visit.id, of, from: promiseOf(visit, of) }, to)]),
      ),
    );
  // The time that stands already is no news for the owner.
  if (to === promiseOf(only, of)) return of === 'ready' ? stands(only, turn) : reply(whenCard(only, turn));
  return reason === null && to > promiseOf(only, of)
    ? asksWhy(only, of, to)
    : moved(only, { of, to, reason: reason ?? 'longer', words }, about, facts, turn);
}

/** Nothing was named: which car, and which time? */
function whichOrWhen(visits: readonly Visit[], turn: DeskTurn): DeskDecision {
  return {
    changes: [],
    say: visits.map((visit) => ({ to: 'here', priority: 'answer', message: whenCard(visit, turn) })),
  };
}

function whenCard(visit: Visit, { station, now }: DeskTurn) {
  const { id: ref, readyBy: by, vehicle } = visit;
  return card(
    'aside',
    phrase('promiseDeskWhen', { ref, car: vehicle.short, by }),
    timeRows(visit, station, now),
  );
}

function asksWhy(visit: Visit, of: 'news' | 'ready', to: number): DeskDecision {
  const { id: ref, vehicle } = visit;
  const text = phrase('promiseDeskWhy', { ref, car: vehicle.short, of, to });
  return reply(card('aside', text, reasonRows({ visit: ref, of, from: promiseOf(visit, of) }, to)));
}

function acted(asked: PromiseAction, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const visit = openVisits(about).find(({ id }) => id === asked.visit);
  if (!visit) return toast(phrase('promiseDeskNone', { name: about.customer.name }));
  // Somebody gave another time since the button was shown.
  if (promiseOf(visit, asked.of) !== asked.from) return toast(phrase('promiseDeskOld'));
  switch (asked.do) {
    case 'times':
      return { ...reply(whenCard(visit, turn)) };
    case 'stands':
      return stands(visit, turn);
    case 'at': {
      const trouble = troubleAt(asked.to, turn);
      if (trouble) return toast(trouble);
      return asked.to > asked.from
        ? asksWhy(visit, asked.of, asked.to)
        : moved(visit, { of: asked.of, to: asked.to, reason: 'longer', words: '' }, about, facts, turn);
    }
    case 'why': {
      const trouble = troubleAt(asked.to, turn);
      const { of, to, reason } = asked;
      return trouble ? toast(trouble) : moved(visit, { of, to, reason, words: '' }, about, facts, turn);
    }
  }
}

/** The promise stands: said once, for everybody who reads the topic. */
function stands({ id: ref, readyBy: by, vehicle }: Visit, turn: DeskTurn): DeskDecision {
  const line = phrase('promiseDeskStands', { ref, car: vehicle.short, by, advisor: turn.by.advisor });
  return reply(card('aside', line));
}
