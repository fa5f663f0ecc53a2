import type { Manner } from '../manner.ts';

/** Short months (Νοε), no article before a short weekday: Σάββατο is neuter, the other days feminine. */
export const manner: Manner = {
  locale: 'el',
  month: 'short',
  and: / και |,/,
  percent: '%',
  minutes: { one: '# λεπτό', other: '# λεπτά' },
  hours: { one: '# ώρα', other: '# ώρες' },
  deadline: {
    today: (time) => `έως τις ${time}`,
    tomorrow: (time) => `αύριο έως τις ${time}`,
    later: (time, day) => `${day} έως τις ${time}`,
  },
  at: {
    today: (time) => `στις ${time}`,
    tomorrow: (time) => `αύριο στις ${time}`,
    later: (time, day) => `${day} στις ${time}`,
  },
  ready: { sameDay: (time) => `έως τις ${time}`, later: (time, day) => `${day} έως τις ${time}` },
  today: 'σήμερα',
  tomorrow: 'αύριο',
};
