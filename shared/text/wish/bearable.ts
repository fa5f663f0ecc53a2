import type { Asked, SpokenWish } from '#shared/domain/understood.ts';
import { isStrange, type Piece } from './pieces.ts';
import { areTogether, says } from './reading.ts';

/** How many words that nobody knows are borne beside what was understood: names, reasons and pleasantries. Pure. */

/** What a message says, as far as it was understood. */
export type Told = {
  readonly wish: SpokenWish;
  /** How many things it names, and how many it asks. */
  readonly named: number;
  readonly asked: number;
  /** A question in so many words ("where do I park"), not only its topic ("parking"). */
  readonly isFullQuestion: boolean;
};

/** What a question bears: a whole one is hardly a part of something else. */
const besideQuestion = { full: 2, topic: 0 } as const;
/** Work, with the wish for it or a time, is a visit whatever else is told. */
const besideVisit = 3;
const besideOther = 1;
/** Who is asked answers, and gives reasons. */
const besideAnswer: Readonly<Record<NonNullable<Asked>, number>> = { work: 4, car: 4, time: 5, stay: 10 };

/** So many strange words are borne. Days and hours alone may be no visit: "tomorrow morning I'm at a funeral". */
export function bearable({ wish, named, asked, isFullQuestion }: Told, asking: Asked): number {
  const half = Math.floor((named + asked) / 2);
  if (asking !== null && asked === 0 && isAnswer(wish, asking)) return half + besideAnswer[asking];
  if (asked > 0) return half + (isFullQuestion ? besideQuestion.full : besideQuestion.topic);
  // A visit that is booked is shown at most.
  if (wish.intent === 'move' || wish.intent === 'cancel') return half + besideOther;
  // One thing named beside a word that nobody knows is about anything: "I want the manager", "my phone battery died".
  if (named < 2 || isOnlyWhen(wish)) return 0;
  const isVisit = isWork(wish) && (wish.intent !== null || isWhen(wish));
  return half + (isVisit ? besideVisit : besideOther);
}

/** Whether it says what is asked. */
function isAnswer(wish: SpokenWish, asking: NonNullable<Asked>): boolean {
  switch (asking) {
    case 'work':
      return wish.services.length > 0 || wish.sameAsLast;
    case 'car':
      return wish.car !== null;
    case 'time':
      return isWhen(wish) || wish.ordinal !== null || wish.otherTimes;
    case 'stay':
      return wish.stay !== null;
  }
}

function isWork({ services, sameAsLast }: SpokenWish): boolean {
  return services.length > 0 || sameAsLast;
}

function isWhen({ days, notDays, time, earliest }: SpokenWish): boolean {
  return days.length > 0 || notDays.length > 0 || time !== null || earliest;
}

function isOnlyWhen(wish: SpokenWish): boolean {
  return wish.intent === null && !isWork(wish) && !wish.otherWork && wish.car === null && wish.stay === null;
}

/** How many words nobody knows; one right behind work is two, since it makes other work of it in English ("oil leak"). */
export function strangenessOf(pieces: readonly Piece[]): number {
  const strange = pieces.filter(isStrange).length;
  const joined = pieces.filter((piece, at) => {
    const before = pieces[at - 1];
    return (
      isStrange(piece) && /^[a-z]/.test(piece.text) && areTogether(before, piece) && says(before, 'service')
    );
  });
  return strange + joined.length;
}
