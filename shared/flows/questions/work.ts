import type { Option } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { SpokenDay, Topic } from '#shared/domain/understood.ts';
import type { Service } from '#shared/station/schema.ts';
import { minutesOf, priceOf } from '#shared/station/sums.ts';
import { bookingSchema } from '../booking/state.ts';
import { nextVisit } from '../coming/which.ts';
import { button, type Turn } from '../flow.ts';
import { beneath } from '../report/state.ts';
import type { QuestionAction } from './action.ts';
import { askedWork } from './asked-work.ts';
import type { Reply } from './reply.ts';

/** What work costs, how long it takes, whether it is done, and what to bring for it. */

/** Work on a list: of it all the usual, each with its price or length, in 300 characters. */
const mostWork = 6;

/** The work of the booking that is in progress, also beneath a report. */
export function draftServices({ conversation: { flow } }: Pick<Turn, 'conversation'>): readonly string[] {
  const own = flow?.name === 'book' ? flow : beneath(flow);
  return own?.name === 'book' ? (bookingSchema.safeParse(own.state).data?.draft.services ?? []) : [];
}

/** What is asked is about this work: as it was named, else that of the booking in progress, of the last question, of the next visit. */
function workMeant(named: readonly string[], turn: Turn): readonly string[] {
  if (named.length > 0) return named;
  const chosen = draftServices(turn);
  if (chosen.length > 0) return chosen;
  const asked = askedWork(turn);
  return asked.length > 0 ? asked : (nextVisit(turn)?.services ?? []);
}

export function workReply(
  topics: readonly Topic[],
  named: readonly string[],
  days: readonly SpokenDay[],
  turn: Turn,
): Reply {
  const [does, price, length] = [
    topics.includes('services'),
    topics.includes('price'),
    topics.includes('duration'),
  ];
  const meant = does && !price && !length ? named : workMeant(named, turn);
  const ids = meant.filter((id) => turn.station.services.some((service) => service.id === id));
  const found = turn.station.services.filter(({ id }) => ids.includes(id));
  // Work that is on no list, or that nobody can tell apart.
  if (named.length === 0 && turn.understood?.wish?.otherWork) return { topics, services: [], text: null };
  if (found.length === 0) return whichReply(topics, turn);
  const cents = priceOf(found);
  if (price && cents === null) return { topics, services: ids, text: null };
  const text = phrase('questionWork', {
    services: ids,
    does,
    cents: price || does ? cents : null,
    takes: length || does ? takesOf(found, turn) : null,
    booking: bookingOf(found),
  });
  const online = found.filter(({ booking }) => booking === 'online').map(({ id }) => id);
  const isNew = named.length > 0 && online.length > 0;
  return { topics, services: ids, text: [text], ...(isNew ? { books: { services: online, days } } : {}) };
}

export function statusReply(topics: readonly Topic[]): Reply {
  return { topics, services: [], text: [phrase('questionStatus')], ways: [toStatus] };
}

/** To what is booked, and how far it is. */
export const toStatus = button(phrase('labelStatus'), { flow: 'visits', data: { do: 'list' } });

export function bringReply(named: readonly string[], turn: Turn): Reply {
  const topics = ['bring'] as const;
  const meant = workMeant(named, turn);
  const found = turn.station.services.filter(({ id, bring }) => meant.includes(id) && bring !== null);
  const services = found.map(({ id }) => id);
  if (found.length > 0) return { topics, services, text: [phrase('questionBring', { services })] };
  const general = turn.station.answers.bring && [phrase('questionAnswer', { topic: 'bring' })];
  return { topics, services: [...meant], text: general ?? null };
}

/** No work was named and none is in progress: the usual ones, each a tap away. */
function whichReply(topics: readonly Topic[], { station }: Turn): Reply {
  const [price, length] = [topics.includes('price'), topics.includes('duration')];
  const tells = price && length ? 'both' : price ? 'price' : length ? 'length' : 'none';
  const usual = station.services
    .filter(({ booking, priceFrom }) => booking === 'online' && (!price || priceFrom !== null))
    .slice(0, mostWork);
  if (usual.length === 0) return { topics, services: [], text: null };
  const items = usual.map((service) => ({
    id: service.id,
    cents: service.priceFrom,
    minutes: minutesOf([service]),
  }));
  const about: readonly Topic[] = tells === 'none' ? ['services'] : topics;
  const list: readonly Option[] = usual.map(({ id }) => {
    const data: QuestionAction = {
      ask: 'topics',
      topics: [...about],
      services: [id],
      days: [],
      narrows: true,
    };
    return button(phrase('labelService', { id, chosen: false }), { flow: 'questions', data });
  });
  return { topics, services: [], text: [phrase('questionWhich', { tells, items })], list };
}

/** How long, and whether one may wait; null for what is done without the car. */
function takesOf(work: readonly Service[], { station }: Turn) {
  const minutes = minutesOf(work);
  if (minutes === 0) return null;
  const isLong = minutes > station.rules.waitUpTo || work.some(({ mode }) => mode === 'leave');
  const waits = work.some(({ mode }) => mode === 'wait');
  const stay = isLong ? ('leave' as const) : waits ? ('wait' as const) : ('both' as const);
  return { minutes, days: Math.max(...work.map(({ days }) => days)), stay };
}

function bookingOf(work: readonly Service[]): Service['booking'] {
  const [first, ...others] = new Set(work.map(({ booking }) => booking));
  return others.length === 0 && first ? first : 'online';
}
