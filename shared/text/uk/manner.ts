import type { Manner } from '../manner.ts';

/** Short weekdays and months in the genitive: "вт 24 листопада" reads well in any case of a sentence. */
export const manner: Manner = {
  locale: 'uk',
  month: 'long',
  and: / (?:і|й|та) |,/,
  smooth: (list) => list.replace(/(?<=[аеєиіїоуюя]) і (?=[^йїєюя])/giu, ' й '),
  percent: '\u00a0%',
  minutes: { other: '# хв' },
  hours: { other: '# год' },
  deadline: {
    today: (time) => `до ${time}`,
    tomorrow: (time) => `завтра до ${time}`,
    later: (time, day) => `${day} до ${time}`,
  },
  at: {
    today: (time) => clock(time),
    tomorrow: (time) => `завтра ${clock(time)}`,
    later: (time, day) => `${day} ${clock(time)}`,
  },
  ready: { sameDay: (time) => `до ${time}`, later: (time, day) => `${day} до ${time}` },
  today: 'сьогодні',
  tomorrow: 'завтра',
};

/** "о восьмій", but "об одинадцятій": the only hour that begins with a vowel. */
function clock(time: string): string {
  return time.startsWith('11') ? `об ${time}` : `о ${time}`;
}
