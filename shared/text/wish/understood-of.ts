import type { Asked, SpokenWish, Understood } from '#shared/domain/understood.ts';
import type { Station } from '#shared/station/schema.ts';
import { asksIn, isOnlyAsked, isSaidApart } from './asks.ts';
import { bearable, strangenessOf } from './bearable.ts';
import { daysOf } from './dates.ts';
import type { Said } from './marks.ts';
import { type Piece, type Pieces, piecesOf } from './pieces.ts';
import { numberOf, type Reading, readingOf, saidOf, says, use } from './reading.ts';
import { isBystander, withoutReasons } from './reasons.ts';
import { isOfCar, timesOf } from './times.ts';

/** Nobody says so much about a visit without saying something else. */
const longest = 400;

/**
 * What a message says of a visit that somebody wants, and what it asks, in any of the languages; null: not surely enough. `asking`:
 * what a booking asks them now.
 */
export function understoodOf(text: string, station: Station, asking: Asked = null): Understood | null {
  return text.length > longest ? null : understoodIn(piecesOf(text, station), station, asking);
}

/** What pieces say together. */
function understoodIn(whole: Pieces, station: Station, asking: Asked): Understood | null {
  const pieces = withoutReasons(whole.pieces, asking);
  const message = { ...whole, pieces };
  const has = (...names: readonly Said['is'][]) => pieces.some((piece) => says(piece, ...names));
  const reading = readingOf(pieces);
  const { days, notDays } = daysOf(reading, message.asks);
  const { time, isBare, isTangled } = timesOf(reading, station);
  const notCars = carsExcluded(reading);
  const isExplained = notDays.length > 0 || has('move', 'cancel') || (asking === 'time' && has('otherTimes'));
  const rest = reading.items
    .slice(isLoneNo(reading.items) ? 1 : 0)
    .filter((piece) => !isUsed(piece, reading));
  // Whoever brings the car, or drives them home: it is left, or waited for.
  const isStay = asking === 'stay' && has('wait', 'leave');
  if (rest.some((piece) => says(piece, 'people') && !isStay && !isBystander(piece, pieces))) return null;
  const isOther = (piece: Piece) => asking === 'time' && says(piece, 'otherTimes');
  if (rest.some((piece) => !isOther(piece) && stops(piece, isExplained, has('move', 'cancel')))) return null;
  const services = servicesIn(pieces);
  const isUnclear = pieces.some(isUnclearWork);
  const intent = has('cancel') ? 'cancel' : has('move') ? 'move' : has('book') ? 'book' : null;
  const named: SpokenWish = {
    intent,
    services,
    adds: services.length > 0 && (has('adds') || (asking !== null && goesOn(pieces))),
    otherWork: isUnclear || has('otherWork'),
    sameAsLast: has('sameAsLast'),
    car: carIn(
      pieces.filter((piece) => !notCars.has(piece) && (asking === 'car' || !says(piece, 'ordinal'))),
    ),
    days: [...days],
    notDays: [...notDays],
    time,
    earliest: has('earliest'),
    // "Monday does not suit me" excludes a day, and asks for no other times.
    otherTimes: pieces.some(
      (piece) => says(piece, 'otherTimes') && !(says(piece, 'cant', 'before') && isUsed(piece, reading)),
    ),
    stay: has('wait') === has('leave') ? null : has('wait') ? 'wait' : 'leave',
    ordinal: null,
  };
  const asks = asksIn(message, named);
  const ordinal = ordinalIn(reading) ?? (isBare && isAlone(named) ? bareFigure(reading) : null);
  const wish = { ...named, ordinal };
  const isAskedFor = (intent === 'book' && services.length > 0) || asks.includes('towing');
  if (has('faults') && !isAskedFor) return null;
  const isFullQuestion = has('asks');
  const told = { wish, named: countOf(wish), asked: asks.length, isFullQuestion };
  const strange = strangenessOf(pieces) + (isTangled ? 1 : 0) + leftIn(reading);
  if (told.named + told.asked === 0 || strange > bearable(told, asking)) return null;
  if (asks.length === 0) return asking === null && isMereAnswer(wish) ? null : { wish, asks };
  // "Can I get a lift?" has the words of a booking, and books nothing.
  const isNamed = countOf({ ...wish, intent: null }) > 0 || intent === 'move' || intent === 'cancel';
  const isWish = (intent !== null && isNamed && !isOnlyAsked(message, wish)) || isSaidApart(message, wish);
  if (isWish) return { wish: { ...wish, intent: intent ?? 'book' }, asks };
  return { wish: isNamed ? { ...wish, intent: null } : null, asks };
}

/** "And alignment", while a visit is being booked: it comes to the work that was chosen. */
function goesOn([first, next]: readonly Piece[]): boolean {
  return first !== undefined && says(next, 'service') && goingOn.has(first.text);
}

const goingOn: ReadonlySet<string> = new Set(['and', 'и', 'і', 'та', 'και', 'κι']);

/** "No, Friday", "όχι, το άλλο": said of what was shown, apart from what follows. */
function isLoneNo([first, next]: readonly Piece[]): boolean {
  return says(first, 'except') && next !== undefined && next.clause !== first?.clause;
}

function isUsed(piece: Piece, { items, used }: Reading): boolean {
  return used.has(items.indexOf(piece));
}

/** Whether a piece makes it another matter. "Not" does where no day is behind it; why a day is not possible, or a visit is to be moved, may be said as well. */
function stops(piece: Piece, isExplained: boolean, isOfBooked: boolean): boolean {
  if (says(piece, 'stops', 'except')) return true;
  if (says(piece, 'booked')) return !isOfBooked;
  return says(piece, 'cant') && !isExplained;
}

function servicesIn(pieces: readonly Piece[]): string[] {
  const ids = pieces.flatMap((piece) => (isUnclearWork(piece) ? [] : idsOf(piece)));
  return [...new Set(ids)];
}

function idsOf({ said }: Piece): readonly string[] {
  return said.flatMap((each) => (each.is === 'service' ? [each.id] : []));
}

/** What two services are called is the name of none. */
function isUnclearWork(piece: Piece): boolean {
  return new Set(idsOf(piece)).size > 1;
}

/** "Not the Golf, the other one": the car behind "not", where another one is named. */
function carsExcluded(reading: Reading): ReadonlySet<Piece> {
  const { items } = reading;
  const isCar = (piece: Piece | undefined) => says(piece, 'carName', 'otherCar');
  const not = items.filter((piece, at) => isCar(piece) && says(items[at - 1], 'except'));
  const others = items.filter((piece) => isCar(piece) && !not.includes(piece));
  if (not.length === 0 || others.length === 0) return new Set();
  for (const piece of not) use(reading, items.indexOf(piece) - 1, items.indexOf(piece));
  return new Set(not);
}

function carIn(pieces: readonly Piece[]): SpokenWish['car'] {
  const names = pieces.flatMap((piece) => saidOf(piece, 'carName')?.said ?? []);
  if (names.length > 0) return { of: 'said', said: [...new Set(names)].join(' ') };
  return pieces.some((piece) => says(piece, 'otherCar')) ? { of: 'other' } : null;
}

/** Which of several things is meant. */
function ordinalIn({ items, used }: Reading): number | null {
  const free = items.filter((_, at) => !used.has(at));
  const said = free.flatMap((piece) => saidOf(piece, 'ordinal')?.value ?? []);
  const dated = free.flatMap(({ figure }) => (figure?.is === 'dated' ? [figure.value] : []));
  const [one, ...others] = new Set([...said, ...dated]);
  return one === undefined || others.length > 0 ? null : one;
}

function bareFigure({ items }: Reading): number | null {
  const figures = items.flatMap((piece, at) => (isOfCar(at, items) ? [] : (numberOf(piece) ?? [])));
  return figures.length === 1 ? (figures[0] ?? null) : null;
}

/** An hour, a stay or a day that does not suit: an answer where something is asked, else no more than talk. */
function isMereAnswer(wish: SpokenWish): boolean {
  const { time, stay, notDays } = wish;
  const mere = [time, stay].filter((each) => each !== null).length + notDays.length;
  return mere > 0 && countOf(wish) === mere;
}

function isAlone(wish: SpokenWish): boolean {
  return wish.services.length === 0 && wish.days.length === 0 && wish.intent === null && !wish.sameAsLast;
}

/** How much was said of a visit. */
function countOf(wish: SpokenWish): number {
  const told = [wish.intent, wish.car, wish.time, wish.stay, wish.ordinal].filter(
    (each) => each !== null,
  ).length;
  const flags = [wish.otherWork, wish.sameAsLast, wish.earliest, wish.otherTimes].filter(Boolean).length;
  return told + flags + wish.services.length + wish.days.length + wish.notDays.length;
}

/** Figures, months and weeks that nothing was made of. */
function leftIn({ items, used }: Reading): number {
  return items.filter((piece, at) => {
    if (used.has(at) || says(piece, 'filler', 'ordinal')) return false;
    if (isOfCar(at, items)) return false;
    return (
      (piece.figure !== null && piece.figure.is !== 'dated' && piece.said.length === 0) ||
      (piece.said.length > 0 && piece.said.every(({ is }) => is === 'month' || is === 'weeks'))
    );
  }).length;
}
