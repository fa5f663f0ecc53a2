/** The words in which one language speaks of coming, as people write them; `(a|b)` stands for either. */
export type ComingWords = {
  /** They come. */
  readonly yes: readonly string[];
  /** They stand at the door, said of now. */
  readonly here: readonly string[];
  /** "Ok", "fine": alone it is a yes. */
  readonly affirm: readonly string[];
  readonly late: readonly string[];
  /** Late for a time that they name, or do not: that time is not when they come. */
  readonly behind: readonly string[];
  /** "Later", of which a coming at another time is made. */
  readonly later: readonly string[];
  /** "In (ten minutes)". */
  readonly within: readonly string[];
  /** "At (nine)". */
  readonly at: readonly string[];
  /** "By": a time of day where somebody comes, a span where they are late. */
  readonly by: readonly string[];
  /** "In time": who cannot come so is late. */
  readonly onTime: readonly string[];
  /** What makes it another matter: coming sooner, or for a car that is done. */
  readonly apart: readonly string[];
  /** They do not come; in a clause of nothing unknown ("can't find you", "can't come through the gate" are another matter). */
  readonly cant: readonly string[];
  /** They want another time. */
  readonly move: readonly string[];
  /** What changes nothing: courtesy, little words, the verbs of coming, why it is so. */
  readonly filler: readonly string[];
  readonly minutes: readonly string[];
  readonly hours: readonly string[];
  /** "And a half", of hours. */
  readonly half: readonly string[];
  /** Spans in one piece, in minutes. */
  readonly spans: Readonly<Record<number, readonly string[]>>;
  readonly numbers: Readonly<Record<number, readonly string[]>>;
  /** From Monday to Sunday. */
  readonly weekdays: readonly (readonly string[])[];
  readonly today: readonly string[];
  readonly tomorrow: readonly string[];
  readonly afterTomorrow: readonly string[];
};
