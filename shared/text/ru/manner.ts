import type { Manner } from '../manner.ts';

/** Short weekdays and months in the genitive: "вт 24 ноября" reads well in any case of a sentence. */
export const manner: Manner = {
  locale: 'ru',
  month: 'long',
  and: / и |,/,
  percent: '\u00a0%',
  minutes: { other: '# мин' },
  hours: { other: '# ч' },
  deadline: {
    today: (time) => `до ${time}`,
    tomorrow: (time) => `завтра до ${time}`,
    later: (time, day) => `${day} до ${time}`,
  },
  at: {
    today: (time) => `в ${time}`,
    tomorrow: (time) => `завтра в ${time}`,
    later: (time, day) => `${day} в ${time}`,
  },
  ready: { sameDay: (time) => `к ${time}`, later: (time, day) => `${day} к ${time}` },
  today: 'сегодня',
  tomorrow: 'завтра',
};
