import type { Facts } from '#shared/domain/facts.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { Report } from '#shared/domain/report.ts';
import { bookingSchema } from './booking/state.ts';
import { handOver, promiseGiven } from './call-person.ts';
import { answer, type Decision, defineFlow, type FlowEvent, type Turn, toCustomer } from './flow.ts';
import { askCard, namesCame, recapCard } from './report/cards.ts';
import { inDanger, standsThere } from './report/danger.ts';
import { afterwards, passOn, passOnAndAsk } from './report/pass-on.ts';
import {
  isEmpty,
  kept,
  leftTimer,
  needOf,
  noTimer,
  openHead,
  recentHead,
  reportOf,
  withCame,
} from './report/row.ts';
import {
  type Ask,
  type Came,
  nothingCame,
  type ReportAction,
  type Reporting,
  reportActionSchema,
  reportingSchema,
} from './report/state.ts';
import { askBefore, isShot, nextAsk } from './report/steps.ts';

/**
 * A defect, from the first photo to the recap: kind, whether it drives, when it happens, pictures that help. Every question
 * may be skipped, answered by words or by voice, or left; what is known goes to the advisors. And danger, from any state.
 */
export const report = defineFlow({
  name: 'report',
  state: reportingSchema,
  action: reportActionSchema,
  timers: true,
  // Words and files are collected until it is quiet: three short lines are one answer.
  takes: (_state, event, { word }) =>
    event.kind === 'text' && (word === 'skip' || word === 'yes' || word === 'no'),
  needs: (state, event, turn) => {
    const id = idOf(state, event, turn);
    return id === null ? [] : [needOf(turn, id)];
  },
  decide: (state, event, facts, turn) => {
    switch (event.kind) {
      case 'action':
        return acted(state, event.action, facts, turn);
      case 'text':
        if (state === null) return answer();
        return turn.word === 'skip'
          ? goOn(reportOf(state.id, facts, turn), state.ask, state, turn)
          : came(state, { ...nothingCame, text: event.text }, facts, turn);
      case 'timer':
        return left(state, event.key, facts, turn);
      case 'contact':
        return answer();
      case 'again':
        if (state === null) return opened(null, turn);
        return {
          ...answer(askCard(state.ask, reportOf(state.id, facts, turn), turn)),
          understood: event.because !== 'unclear',
        };
    }
  },
});

/** The report that an event is about; null where it is about none yet. */
function idOf(state: Reporting | null, event: FlowEvent<ReportAction>, turn: Turn): string | null {
  if (event.kind === 'timer') return idInKey(event.key);
  if (event.kind !== 'action') return state?.id ?? null;
  const { action } = event;
  if ('id' in action) return action.id;
  switch (action.do) {
    case 'came':
      return state?.id ?? openHead(turn)?.id ?? null;
    case 'danger':
    case 'joins':
      return state?.id ?? recentHead(turn)?.id ?? null;
    case 'back':
    case 'drop':
      return state?.id ?? null;
    case 'open':
    case 'stands':
    case 'unread':
      return null;
  }
}

function acted(state: Reporting | null, action: ReportAction, facts: Facts, turn: Turn): Decision<Reporting> {
  switch (action.do) {
    case 'open':
      return opened(state, turn);
    case 'came':
      return came(state, action, facts, turn);
    case 'joins':
      return joins(action, facts, turn);
    case 'stands':
      return standsThere(turn);
    case 'unread':
      return unread(action, turn);
    case 'danger': {
      const known = withCame(current(state, facts, turn), action, turn);
      return inDanger(action.kind, known, action.text, state, turn);
    }
    case 'back': {
      if (state === null) return dropped(null, facts, turn);
      const known = reportOf(state.id, facts, turn);
      const ask = askBefore(known, state.ask, carsOf(turn)) ?? state.ask;
      return asks(ask, known, state.before, turn, []);
    }
    case 'drop':
      return dropped(state, facts, turn);
    case 'kind':
    case 'car':
    case 'colour':
    case 'drive':
    case 'moment':
    case 'place':
    case 'skip':
    case 'enough':
      return answered(state, action, facts, turn);
  }
}

/** The report in progress, or the one that what comes now still belongs to, or a new one. */
function current(state: Reporting | null, facts: Facts, turn: Turn): Report {
  return reportOf(state?.id ?? recentHead(turn)?.id ?? turn.id, facts, turn);
}

function carsOf({ customer }: Turn): number {
  return customer.vehicles.length;
}

/** "Report a problem": nothing came yet, and nothing is written. */
function opened(state: Reporting | null, turn: Turn): Decision<Reporting> {
  const empty = reportOf(turn.id, { reports: new Map() }, turn);
  return {
    next: { kind: 'at', state: { id: empty.id, ask: 'kind', before: state?.before ?? inProgress(turn) } },
    changes: [leftTimer(empty.id, turn)],
    say: [toCustomer(askCard('kind', empty, turn))],
  };
}

/** What the person was in the middle of; it goes on when the report is done. */
function inProgress({ conversation: { flow } }: Turn): Reporting['before'] {
  if (flow === null || flow.name === 'report') return null;
  const booking = flow.name === 'book' ? bookingSchema.safeParse(flow.state).data : undefined;
  if (booking?.step !== 'problem') return flow;
  // What they were to describe is described now; work that was chosen before stays chosen.
  const { draft } = booking;
  return draft.services.length > 0 ? { name: 'book', state: { step: 'work', draft, all: false } } : null;
}

/** A question, and silence counted anew. */
function asks(
  ask: Ask,
  report: Report,
  before: Reporting['before'],
  turn: Turn,
  changes: Decision<Reporting>['changes'],
): Decision<Reporting> {
  return {
    next: { kind: 'at', state: { id: report.id, ask, before } },
    changes: [...changes, leftTimer(report.id, turn)],
    say: [toCustomer(askCard(ask, report, turn))],
  };
}

/** The next question, or the end of them. `state`: of the question that was answered. */
function goOn(
  report: Report,
  ask: Ask,
  { before }: Pick<Reporting, 'before'>,
  turn: Turn,
  ahead = 1,
): Decision<Reporting> {
  const next = nextAsk(report, ask, carsOf(turn), ahead);
  if (next === null) return passOnAndAsk(report, before, turn);
  return asks(next, report, before, turn, kept({ ...report, passedAt: null }, turn));
}

type Answer = Extract<
  ReportAction,
  { do: 'kind' | 'car' | 'colour' | 'drive' | 'moment' | 'place' | 'skip' | 'enough' }
>;

/** A tap, also a late one: the report goes on from there. */
function answered(state: Reporting | null, action: Answer, facts: Facts, turn: Turn): Decision<Reporting> {
  const here = state?.id === action.id ? state : { before: state?.before ?? inProgress(turn) };
  const known = reportOf(action.id, facts, turn);
  switch (action.do) {
    case 'skip':
      if (known.passedAt !== null) return answer(recapCard(known, promiseGiven(turn), null, turn));
      return goOn(known, action.ask, here, turn);
    case 'enough':
      if (known.passedAt !== null) return answer(recapCard(known, promiseGiven(turn), null, turn));
      return passOnAndAsk(known, here.before, turn);
    case 'car': {
      const car = turn.customer.vehicles.find(({ id }) => id === action.is)?.short ?? known.car;
      return goOn({ ...known, car }, 'car', here, turn);
    }
    case 'colour': {
      const told: Report = { ...known, colour: action.is };
      if (action.is !== 'red') return goOn(told, 'colour', here, turn);
      return inDanger('lamp', told, '', { id: known.id, ask: 'colour', before: here.before }, turn);
    }
    case 'kind':
      return goOn({ ...known, kind: action.is }, 'kind', here, turn);
    case 'drive':
      return goOn({ ...known, drive: action.is }, 'drive', here, turn);
    case 'moment':
      return goOn({ ...known, moment: action.is }, 'moment', here, turn);
    case 'place':
      return goOn({ ...known, place: action.is }, 'place', here, turn);
  }
}

/** Photos, other files and words, once it was quiet. */
function came(state: Reporting | null, more: Came, facts: Facts, turn: Turn): Decision<Reporting> {
  if (state !== null) return answeredBy(state, more, facts, turn);
  const head = openHead(turn);
  if (head !== null) return joined(head.id, more, facts, turn);
  const begun = withCame(reportOf(turn.id, facts, turn), more, turn);
  return asks('kind', begun, inProgress(turn), turn, kept(begun, turn));
}

/** Words or a voice note answer any question; pictures answer those that asked for some. */
function answeredBy(state: Reporting, more: Came, facts: Facts, turn: Turn): Decision<Reporting> {
  const known = withCame(reportOf(state.id, facts, turn), more, turn);
  const told = more.text !== '' || more.voices > 0;
  const shown = more.photos + more.videos + more.documents;
  if (isShot(state.ask) && (told || shown > 0))
    return goOn(known, state.ask, state, turn, Math.max(1, more.photos));
  if (told) {
    const kind = state.ask === 'kind' ? (known.kind ?? 'other') : known.kind;
    return goOn({ ...known, kind }, state.ask, state, turn);
  }
  return {
    next: { kind: 'at', state },
    changes: [...kept(known, turn), leftTimer(known.id, turn)],
    say: turn.canEdit && namesCame(state.ask) ? [refreshed(askCard(state.ask, known, turn))] : [],
  };
}

/** The card changes where it stands; where it cannot, nothing is said. */
function refreshed(message: ReturnType<typeof askCard>) {
  return toCustomer({ ...message, place: 'refresh' });
}

/** What comes after the questions belongs to them for a while: silently, unless it says something or nobody waits for it. */
function joined(id: string, more: Came, facts: Facts, turn: Turn): Decision<Reporting> {
  const known = withCame(reportOf(id, facts, turn), more, turn);
  if (known.passedAt === null) return { ...answer(), changes: [...kept(known, turn), leftTimer(id, turn)] };
  if (turn.case.waitingSince === null) return passOn(known, inProgress(turn), turn);
  const changes = kept(known, turn);
  if (more.text !== '' || more.voices > 0 || recentHead(turn) === null) {
    const added = handOver(
      turn,
      'more',
      ({ advisor, by }) => say(phrase('passedOn', { advisor, by })),
      more.text,
    );
    return { ...added, changes: [...added.changes, ...changes] };
  }
  const { flow } = turn.conversation;
  // The question below a first report leaves the recap the card that it is.
  const isStill = flow === null || flow.name === 'settings';
  const isShown = turn.canEdit && isStill && known.danger === null;
  const recap = recapCard(known, promiseGiven(turn), null, turn);
  return { ...answer(), changes, say: isShown ? [refreshed(recap)] : [] };
}

/** While a person has the talk a file goes to them; the report counts it. */
function joins(more: Came, facts: Facts, turn: Turn): Decision<Reporting> {
  const head = recentHead(turn);
  if (head === null) return answer();
  return { ...answer(), changes: kept(withCame(reportOf(head.id, facts, turn), more, turn), turn) };
}

/** "Cancel": nothing more is asked; what came stays. */
function dropped(state: Reporting | null, facts: Facts, turn: Turn): Decision<Reporting> {
  const told = answer(say(phrase('reportDropped')));
  // A state that another version left behind ends kindly.
  if (state === null) return { ...told, next: { kind: 'done' } };
  const known = reportOf(state.id, facts, turn);
  const changes = isEmpty(known) ? [] : kept({ ...known, passedAt: turn.now }, turn);
  return {
    ...told,
    next: afterwards(state.before),
    changes: [...changes, noTimer(state.id)],
  };
}

/** Minutes of silence: what is known is passed on. Whoever began something else meanwhile goes on with that. */
function left(state: Reporting | null, key: string, facts: Facts, turn: Turn): Decision<Reporting> {
  const id = idInKey(key);
  const isHere = state !== null && state.id === id;
  const next: Decision<Reporting>['next'] = isHere ? afterwards(state.before) : { kind: 'stay' };
  const known = facts.reports.get(id);
  if (known === undefined || known.passedAt !== null || isEmpty(known))
    return { next, changes: [noTimer(id)], say: [] };
  const passed = passOn(known, isHere ? state.before : null, turn, turn.case.baton !== 'person');
  return { ...passed, next };
}

function idInKey(key: string): string {
  return key.split('#')[2] ?? '';
}

/** So long one file that could not be opened is told of for all that came with it. Milliseconds. */
const unreadMs = 2 * 60_000;

function unread(
  { what, why }: Extract<ReportAction, { do: 'unread' }>,
  { conversation, now }: Turn,
): Decision<Reporting> {
  if (now - conversation.unreadAt < unreadMs) return answer();
  return { ...answer(say(phrase('reportUnread', { what, why }))), settings: { unreadAt: now } };
}
