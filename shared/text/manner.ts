/** Forms of a counted word; `#` stands for the number. English and Greek have one/other, Russian and Ukrainian one/few/many/other. */
export type Forms = { readonly [C in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** How a language writes figures, days and deadlines. Times come as `HH:MM`, days as `Tue 24 Nov`. */
export type Manner = {
  /** BCP 47 tag for Intl. */
  readonly locale: string;
  /** Greek and English shorten months; Russian and Ukrainian need the genitive in full. */
  readonly month: 'short' | 'long';
  /** Finds "and" inside a name: two such names are joined by `+`, since "oil and filter and pads" is hard to read. */
  readonly and: RegExp;
  /** What the sound of a list asks for: Ukrainian "і" after a vowel is "й". Absent: nothing. */
  readonly smooth?: (list: string) => string;
  /** What stands after a number of percent, with the space that belongs to it. */
  readonly percent: string;
  readonly minutes: Forms;
  readonly hours: Forms;
  /** A deadline with its preposition: "by 10:30", "tomorrow by 09:00". */
  readonly deadline: Moments;
  /** A point in time with its preposition: "at 08:30", "tomorrow at 08:30". */
  readonly at: Moments;
  /** When the car is ready: on the day of the visit, or on a later one. */
  readonly ready: { readonly sameDay: (time: string) => string; readonly later: Moments['later'] };
  readonly today: string;
  readonly tomorrow: string;
};

type Moments = {
  readonly today: (time: string) => string;
  readonly tomorrow: (time: string) => string;
  readonly later: (time: string, day: string) => string;
};
