import type { Topic } from '#shared/domain/understood.ts';

/** How one language asks about a topic. */
export type TopicWords = {
  /** Says the question by itself, wherever it stands: "how much is", "where do I park". */
  readonly asks: readonly string[];
  /** Names the topic: a question only where the sentence asks, or says nothing else ("parking?"). */
  readonly names: readonly string[];
};

/**
 * The words in which one language speaks of a visit that somebody wants and of what a station is asked, as people write them.
 * `(a|b|)` stands for either, or nothing; `word*` for any ending (`word*` ends no word shorter than `word`); `#` for a number. Everything is folded:
 * no case, no accents, й = и, ё = е. `&` and `+` are the word `&`. The longest phrases win; of two readings that which leaves fewer words unknown.
 * A word may stand in several lists: what is beside it decides.
 */
export type WishWords = {
  /** A visit is asked for: "book", "I need", "can you do", "I'd like to come". */
  readonly book: readonly string[];
  /** A visit that is booked is to be at another time. */
  readonly move: readonly string[];
  readonly cancel: readonly string[];
  /** The visit that is booked, as they speak of it ("I already have a booking"): a person reads it, unless it is to be moved or cancelled. */
  readonly booked: readonly string[];
  /** Makes a question of a sentence that has no question mark: "do you", "is there", "what", "у вас есть", "а можно". */
  readonly asking: readonly string[];
  /** "Also", "too", "plus": what is named comes to what was chosen. */
  readonly adds: readonly string[];
  /** Work that is no service of any station's list: "repair", "have it looked at". */
  readonly otherWork: readonly string[];
  readonly sameAsLast: readonly string[];
  readonly otherCar: readonly string[];
  /** "The car", "my auto", before or without its name. */
  readonly car: readonly string[];
  readonly today: readonly string[];
  readonly tomorrow: readonly string[];
  readonly afterTomorrow: readonly string[];
  /** From Monday to Sunday, with short forms and cases. */
  readonly weekdays: readonly (readonly string[])[];
  /** From January to December, with cases. */
  readonly months: readonly (readonly string[])[];
  readonly weekend: readonly string[];
  readonly thisWeek: readonly string[];
  readonly nextWeek: readonly string[];
  /** "Next", before a weekday or weekend: that of the week after. */
  readonly next: readonly string[];
  /** "In", before a number of days: "in three days", "через три дня". */
  readonly inDays: readonly string[];
  /** "Days" behind such a number. */
  readonly days: readonly string[];
  /** "Weeks" behind such a number. */
  readonly weeks: readonly string[];
  /** Holidays with the same date each year. */
  readonly holidays: readonly {
    readonly day: number;
    readonly month: number;
    readonly names: readonly string[];
  }[];
  /** Before or behind a number: it is a day of the month: "числа", "of the month", "του μηνός". Endings ("27-го", "24th", "3η") are known. */
  readonly dayOfMonth: readonly string[];
  readonly morning: readonly string[];
  readonly noon: readonly string[];
  readonly afternoon: readonly string[];
  readonly evening: readonly string[];
  /** Behind or before an hour: of the morning, of the afternoon or evening. */
  readonly am: readonly string[];
  readonly pm: readonly string[];
  /** "O'clock", "часов", "η ώρα". */
  readonly oclock: readonly string[];
  /** Before an hour, half or a quarter after it: "half past five". */
  readonly halfPast: readonly string[];
  readonly quarterPast: readonly string[];
  /** Before the next hour: "полшестого", "пів на шосту" are 5:30; "четверть шестого" is 5:15. */
  readonly halfOf: readonly string[];
  readonly quarterOf: readonly string[];
  /** Before an hour that is not full: "quarter to six", "без четверти шесть". */
  readonly quarterTo: readonly string[];
  /** Behind an hour: "πέντε και μισή", "пять с половиной"; "και τέταρτο"; "παρά τέταρτο". */
  readonly andHalf: readonly string[];
  readonly andQuarter: readonly string[];
  readonly lessQuarter: readonly string[];
  /** 1 to 31 in words, with the cases and kinds that hours and dates take; 45 where minutes are said so. A word that is also a filler ("one") is a number only where a time or date is said. */
  readonly numbers: Readonly<Record<number, readonly string[]>>;
  /** "The first one", "the last": of what is shown. */
  readonly ordinals: Readonly<Record<number, readonly string[]>>;
  readonly at: readonly string[];
  /** "After", "from", "not before", "no earlier than". */
  readonly after: readonly string[];
  /** "Before", "until", "no later than". */
  readonly before: readonly string[];
  readonly between: readonly string[];
  /** Behind a time: "or later", "onwards"; "or earlier". */
  readonly orLater: readonly string[];
  readonly orEarlier: readonly string[];
  /**
   * "Not", "except", "any day but", before a day. Every bare "not" of a language belongs here: where no day or time is behind it, a person
   * reads the message.
   */
  readonly except: readonly string[];
  /** A day is excluded, mostly the one before it: "can't", "won't work", "никак", "не могу", "δεν μπορώ". */
  readonly cant: readonly string[];
  readonly earliest: readonly string[];
  readonly otherTimes: readonly string[];
  readonly wait: readonly string[];
  readonly leave: readonly string[];
  readonly topics: Readonly<Record<Topic, TopicWords>>;
  /**
   * Whatever makes it another matter: not wanted ("I don't need"), past ("you changed", "yesterday"), of somebody else, if and
   * would, why, complaints, faults that are told. A person reads it.
   */
  readonly stops: readonly string[];
  /** Somebody else ("my husband"): a person reads what is said of a visit in one clause with them. */
  readonly people: readonly string[];
  /** Faults that are told ("it squeaks", "won't start"): a person reads them, save where a visit for named work or a tow is asked for beside them. */
  readonly faults: readonly string[];
  /** What changes nothing: courtesy, little words, emoji words, "if possible". */
  readonly filler: readonly string[];
};
