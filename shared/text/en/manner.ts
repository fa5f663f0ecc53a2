import type { Manner } from '../manner.ts';

/** British order of dates, 24-hour clock. */
export const manner: Manner = {
  locale: 'en-GB',
  month: 'short',
  and: / and |,/,
  percent: '%',
  minutes: { other: '# min' },
  hours: { other: '# h' },
  deadline: {
    today: (time) => `by ${time}`,
    tomorrow: (time) => `by ${time} tomorrow`,
    later: (time, day) => `by ${time} on ${day}`,
  },
  at: {
    today: (time) => `at ${time}`,
    tomorrow: (time) => `tomorrow at ${time}`,
    later: (time, day) => `on ${day} at ${time}`,
  },
  ready: { sameDay: (time) => `by ${time}`, later: (time, day) => `by ${time} on ${day}` },
  today: 'today',
  tomorrow: 'tomorrow',
};
