import type { Topic } from '#shared/domain/understood.ts';
import type { Entry } from './trie.ts';
import type { WishWords } from './words.ts';

/** Lists whose phrases all say the same. */
const plainLists = [
  'book',
  'move',
  'cancel',
  'booked',
  'asking',
  'adds',
  'otherWork',
  'sameAsLast',
  'otherCar',
  'car',
  'weekend',
  'thisWeek',
  'nextWeek',
  'next',
  'inDays',
  'days',
  'weeks',
  'dayOfMonth',
  'morning',
  'noon',
  'afternoon',
  'evening',
  'am',
  'pm',
  'oclock',
  'halfPast',
  'quarterPast',
  'halfOf',
  'quarterOf',
  'quarterTo',
  'andHalf',
  'andQuarter',
  'lessQuarter',
  'at',
  'after',
  'before',
  'between',
  'orLater',
  'orEarlier',
  'except',
  'cant',
  'earliest',
  'otherTimes',
  'wait',
  'leave',
  'stops',
  'people',
  'faults',
  'filler',
] as const satisfies readonly (keyof WishWords)[];

/** What a phrase of a list says. `ahead` counts days from today. */
export type Said =
  | { readonly is: (typeof plainLists)[number] }
  | { readonly is: 'ahead'; readonly value: number }
  | { readonly is: 'weekday'; readonly value: number }
  | { readonly is: 'month'; readonly value: number }
  | { readonly is: 'holiday'; readonly day: number; readonly month: number }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'ordinal'; readonly value: number }
  | { readonly is: 'asks'; readonly topic: Topic }
  | { readonly is: 'names'; readonly topic: Topic }
  | { readonly is: 'service'; readonly id: string }
  | { readonly is: 'carName'; readonly said: string };

/** The lists of one language with what each of them says. */
export function entriesOf(words: WishWords): readonly Entry<Said>[] {
  const entry = (mark: Said, phrases: readonly string[]): Entry<Said> => ({ mark, phrases });
  const counted = (is: 'number' | 'ordinal', lists: Readonly<Record<number, readonly string[]>>) =>
    Object.entries(lists).map(([value, phrases]) => entry({ is, value: Number(value) }, phrases));
  const listed = (is: 'weekday' | 'month', lists: readonly (readonly string[])[]) =>
    lists.map((phrases, index) => entry({ is, value: index + 1 }, phrases));
  return [
    ...plainLists.map((is) => entry({ is }, words[is])),
    ...[words.today, words.tomorrow, words.afterTomorrow].map((phrases, value) =>
      entry({ is: 'ahead', value }, phrases),
    ),
    ...words.holidays.map(({ day, month, names }) => entry({ is: 'holiday', day, month }, names)),
    ...listed('weekday', words.weekdays),
    ...listed('month', words.months),
    ...counted('number', words.numbers),
    ...counted('ordinal', words.ordinals),
    ...topicsOf(words).flatMap(([topic, { asks, names }]) => [
      entry({ is: 'asks', topic }, asks),
      entry({ is: 'names', topic }, names),
    ]),
  ];
}

function topicsOf({ topics }: WishWords) {
  return [
    ['address', topics.address],
    ['entrance', topics.entrance],
    ['hours', topics.hours],
    ['price', topics.price],
    ['duration', topics.duration],
    ['bring', topics.bring],
    ['payment', topics.payment],
    ['parking', topics.parking],
    ['warranty', topics.warranty],
    ['ownParts', topics.ownParts],
    ['towing', topics.towing],
    ['courtesyCar', topics.courtesyCar],
    ['services', topics.services],
    ['status', topics.status],
  ] as const;
}
