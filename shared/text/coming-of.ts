import type { HowLate, NamedDay, Said } from '#shared/domain/said.ts';
import { sentencesOf } from '#shared/domain/sentences.ts';
import { type Piece, piecesOf, withTimes } from './coming-pieces.ts';
import { bareMinutesIn, clockIn, spanIn } from './coming-span.ts';

type Clause = { readonly pieces: readonly Piece[]; readonly asks: boolean };

/** Nobody says so much about coming. */
const longest = 240;

/**
 * What a message says about coming to a visit, in any of the languages; null for everything else, which a person reads. By lists
 * alone: a clause that says it may hold nothing unknown, other clauses may say why, as long as they ask nothing.
 */
export function comingOf(text: string): Said | null {
  if (text.length > longest) return null;
  const clauses = sentencesOf(withTimes(text)).flatMap((sentence) =>
    sentence.clauses.flatMap((words, index) => {
      const asks = sentence.asks && index === sentence.clauses.length - 1;
      return parted(piecesOf(words)).map((pieces): Clause => ({ pieces, asks }));
    }),
  );
  const all = piecesIn(clauses);
  const has = (...kinds: readonly Piece['is'][]) => all.some(({ is }) => kinds.includes(is));
  if (has('apart')) return null;
  if (clauses.some(isHere) && !clauses.some(({ asks }) => asks)) return { kind: 'here' };
  if (has('cant', 'move')) {
    if (!has('move') && comesLater(clauses)) return laterThanAgreed(clauses, all);
    return clauses.every(mayBeRefusal) ? { kind: 'cant', days: daysIn(all) } : null;
  }
  // Who asks something else wants an answer; "late, is that ok?" gets one.
  if (clauses.some((clause) => clause.asks && isStrange(clause))) return null;
  const late = lateOf(clauses, all);
  if (late) return late;
  if (clauses.some(({ asks }) => asks)) return null;
  const span = all.every(({ is }) => spanPieces.includes(is)) ? spanIn(all) : null;
  if (span !== null) return { kind: 'span', minutes: span };
  // Who says something unknown beside it wants it read; a figure that is no time is unknown too.
  if (!has('yes', 'affirm') || has('strange', 'late', 'behind', 'span', 'minutes')) return null;
  // "I'm here on Friday" is said by somebody who is away until then.
  if (has('here') && has('day')) return null;
  const at = clockIn(all);
  return at === null && has('number') ? null : { kind: 'yes', at, days: daysIn(all) };
}

/** "Can't at nine will be at ten", written without a comma. */
function parted(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const cant = pieces.findIndex(({ is }) => is === 'cant');
  const comes = pieces.findIndex(({ is }, at) => at > cant && (is === 'yes' || is === 'late'));
  return cant < 0 || comes < 0 ? [pieces] : [pieces.slice(0, comes), pieces.slice(comes)];
}

function piecesIn(clauses: readonly Clause[]): readonly Piece[] {
  return clauses.flatMap(({ pieces }) => pieces);
}

function hasIn({ pieces }: Clause, ...kinds: readonly Piece['is'][]): boolean {
  return pieces.some(({ is }) => kinds.includes(is));
}

function isStrange(clause: Clause): boolean {
  return hasIn(clause, 'strange');
}

/** A clause beside or with "can't": what it says must be known where it refuses or asks; elsewhere it may say why. */
function mayBeRefusal(clause: Clause): boolean {
  if (hasIn(clause, 'cant', 'move')) return !isStrange(clause);
  return !clause.asks || (!isStrange(clause) && hasIn(clause, 'day'));
}

/** "Not in time", or "not at nine" and when they come instead on that day: that is late, and no refusal. */
function comesLater(clauses: readonly Clause[]): boolean {
  const comes = clauses.filter(
    (clause) =>
      !refuses(clause) &&
      (hasIn(clause, 'yes', 'late') || (hasIn(clause, 'later') && spanIn(clause.pieces) !== null)),
  );
  if (daysIn(piecesIn(comes)).length > 0) return false;
  return comes.length > 0 || clauses.some((clause) => refuses(clause) && hasIn(clause, 'onTime', 'late'));
}

/** Of what a message is made that says only how long. */
const spanPieces: readonly Piece['is'][] = ['span', 'number', 'minutes', 'hours', 'half', 'by', 'filler'];

/** A clause that says nothing else: "I'm here on Friday" and "here in ten minutes" are not said at the door. */
function isHere({ pieces }: Clause): boolean {
  const beside: readonly Piece['is'][] = ['here', 'affirm', 'filler'];
  return pieces.some(({ is }) => is === 'here') && pieces.every(({ is }) => beside.includes(is));
}

function refuses(clause: Clause): boolean {
  return hasIn(clause, 'cant');
}

/** When they come who are not in time; null: not told so that it is sure. */
function laterThanAgreed(clauses: readonly Clause[], all: readonly Piece[]): Said | null {
  if (clauses.some((clause) => isStrange(clause) && (clause.asks || refuses(clause)))) return null;
  const others = clauses.filter((clause) => !refuses(clause));
  const late = lateOf(others, piecesIn(others));
  if (late) return late;
  const minute = clockIn(
    piecesIn(others.filter((clause) => hasIn(clause, 'yes', 'half') && !isStrange(clause))),
  );
  if (minute !== null) return { kind: 'late', how: { of: 'at', minute } };
  if (!clauses.some((clause) => refuses(clause) && hasIn(clause, 'onTime', 'late'))) return null;
  const minutes = spanIn(all);
  return { kind: 'late', how: minutes === null ? { of: 'unknown' } : { of: 'after', minutes } };
}

/** Late by so much; or coming in so many minutes, or so much later. */
function lateOf(clauses: readonly Clause[], all: readonly Piece[]): Said | null {
  const has = (kind: Piece['is']) => all.some(({ is }) => is === kind);
  const speaking = clauses.filter((clause) => hasIn(clause, 'late', 'behind', 'yes', 'later'));
  if (speaking.length === 0 || speaking.some(isStrange)) return null;
  const minutes = spanIn(all);
  const isSoon = minutes !== null && has('within') && has('yes') && !has('later');
  if (isSoon) return { kind: 'late', how: { of: 'fromNow', minutes } };
  if (has('behind'))
    return { kind: 'late', how: minutes === null ? { of: 'unknown' } : { of: 'after', minutes } };
  if (has('late') || (has('later') && minutes !== null)) return { kind: 'late', how: howLate(minutes, all) };
  return null;
}

/** "Late for nine" names the agreed time: only a time with minutes, or one beside "I come", is when they come. */
function howLate(span: number | null, all: readonly Piece[]): HowLate {
  const minutes = span ?? bareMinutesIn(all);
  if (minutes !== null) return { of: 'after', minutes };
  const isTold = all.some(({ is }) => is === 'clock' || is === 'yes');
  const minute = isTold ? clockIn(all) : null;
  return minute === null ? { of: 'unknown' } : { of: 'at', minute };
}

function daysIn(pieces: readonly Piece[]): readonly NamedDay[] {
  return pieces.flatMap((piece) => (piece.is === 'day' ? [piece.day] : []));
}
