import type { Asked, Topic } from '#shared/domain/understood.ts';
import type { Said } from './marks.ts';
import { isStrange, type Piece } from './pieces.ts';
import { saidOf, says } from './reading.ts';
import { because } from './tokens.ts';

/** Why an answer is what it is, as people add it: "after four only, they don't let me off school before". Pure. */

const answers = {
  work: ['service', 'sameAsLast'],
  car: ['carName', 'otherCar'],
  time: [
    'number',
    'weekday',
    'ahead',
    'holiday',
    'morning',
    'afternoon',
    'evening',
    'noon',
    'otherTimes',
    'earliest',
    'ordinal',
  ],
  stay: ['wait', 'leave'],
} as const satisfies Record<NonNullable<Asked>, readonly Said['is'][]>;

/** Whatever says more of a visit, or that it is another matter, is no mere reason. */
const more: readonly Said['is'][] = [
  'service',
  'book',
  'move',
  'cancel',
  'carName',
  'otherCar',
  'sameAsLast',
  'weekday',
  'ahead',
  'holiday',
  'number',
  'wait',
  'leave',
  'asks',
  'names',
];

/**
 * The pieces without the clauses that only tell why: behind the one that answers what is asked, or that moves or cancels a visit
 * ("cancel it please, I sold the car"), whatever they say.
 */
export function withoutReasons(whole: readonly Piece[], asking: Asked): readonly Piece[] {
  const pieces = withoutBecause(withoutBeside(whole));
  const change = pieces.find((piece) => says(piece, 'move', 'cancel'));
  const answer = asking === null ? undefined : pieces.find((piece) => isAnswer(piece, asking));
  const first = (change ?? answer)?.clause;
  if (first === undefined) return pieces;
  const isChange = change !== undefined;
  const clauses = new Set(pieces.map(({ clause }) => clause));
  const reasons = [...clauses].filter((clause) => {
    const own = pieces.filter((piece) => piece.clause === clause);
    return clause > first && (isChange ? isWhyChanged(own) : isReason(own));
  });
  return reasons.length === 0 ? pieces : pieces.filter(({ clause }) => !reasons.includes(clause));
}

function isAnswer(piece: Piece, asking: NonNullable<Asked>): boolean {
  return says(piece, ...answers[asking]) || (asking === 'time' && piece.figure !== null);
}

/** A clause that begins with "no" takes back what was said before it. */
function isReason(own: readonly Piece[]): boolean {
  const isNot = own.some((piece) => says(piece, 'except', 'cant'));
  const isTakenBack = says(own[0], 'except', 'cant');
  const isMore = own.some((piece) => says(piece, ...more) || piece.figure !== null);
  return isNot && !isTakenBack && !isMore && own.some(isStrange);
}

/** Nothing of a visit, and no day or hour; what is over, another's or a fault may well be why. */
function isWhyChanged(own: readonly Piece[]): boolean {
  const isWhy = own.some((piece) => says(piece, 'stops', 'faults', 'except', 'cant') || isStrange(piece));
  const isMore = own.some(
    (piece) => says(piece, ...more.filter((is) => is !== 'carName')) || piece.figure !== null,
  );
  return isWhy && !isMore && !says(own[0], 'except');
}

/** Topics whose answers harm nobody, whatever else is told. */
const harmless: readonly Topic[] = [
  'address',
  'entrance',
  'bring',
  'payment',
  'parking',
  'ownParts',
  'towing',
  'courtesyCar',
];

const spoils = ['stops', 'people', 'faults', 'except', 'cant', 'booked'] as const;

/** "Is there parking? My husband follows in his": a whole question of that kind bears whatever stands in other clauses. */
function withoutBeside(pieces: readonly Piece[]): readonly Piece[] {
  const own = (clause: number) => pieces.filter((piece) => piece.clause === clause);
  const asked = pieces.flatMap((piece) => {
    const topic = saidOf(piece, 'asks')?.topic;
    return topic === undefined ? [] : [{ topic, clause: piece.clause }];
  });
  const isClear = asked.every(
    ({ topic, clause }) => harmless.includes(topic) && !own(clause).some((piece) => says(piece, ...spoils)),
  );
  if (asked.length === 0 || !isClear) return pieces;
  return pieces.filter(({ clause }) => {
    const all = own(clause);
    const isAbout = all.some((piece) => says(piece, ...more));
    return (
      isAbout || !all.some((piece) => says(piece, ...spoils) || isStrange(piece) || piece.figure !== null)
    );
  });
}

/** "Because it is cold": why, where nothing of a visit is said in it. */
function withoutBecause(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter(({ clause }) => {
    const all = pieces.filter((piece) => piece.clause === clause);
    const isWhy = because.test(all[0]?.text ?? '') && all[0] !== pieces[0];
    return !isWhy || all.some((piece) => says(piece, ...more));
  });
}

/** Somebody else is named in a clause that says nothing of a visit: no more than a reason beside one that does. */
export function isBystander(piece: Piece, pieces: readonly Piece[]): boolean {
  const isCore = (each: Piece) => says(each, ...more.filter((is) => is !== 'number'));
  if (!says(piece, 'people') || says(piece, 'stops')) return false;
  return pieces.some(isCore) && !pieces.some((each) => each.clause === piece.clause && isCore(each));
}
