import type { Language } from '#shared/domain/language.ts';
import { noWish, type SpokenDay, type Topic, type Understood } from '#shared/domain/understood.ts';
import type { Setting } from '#shared/flows/step.ts';
import type { Station } from '#shared/station/schema.ts';
import { textFor } from '#shared/text/text.ts';
import { at, demo, MONDAY } from '#test/domain/slots/bookings.ts';
import { Town } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** What a question is about, as the words of any language would say it. */
export type About = {
  readonly services?: readonly string[];
  readonly days?: readonly SpokenDay[];
  readonly otherWork?: boolean;
};

/** A town in which it is known what the next message asks: these tests are of answers, not of words. */
export class Counter extends Town {
  understood: Understood | null = null;

  constructor(station: Station = demo, date = MONDAY, time = '10:00') {
    super(at(date, time, station), station);
  }

  override setting(): Setting {
    return { ...super.setting(), understoodOf: () => this.understood };
  }

  /** Somebody asks about these topics. */
  asks(person: Neighbour, topics: readonly Topic[], about: About = {}): Neighbour {
    const { services = [], days = [], otherWork = false } = about;
    const isAbout = services.length + days.length > 0 || otherWork;
    const wish = isAbout ? { ...noWish, services: [...services], days: [...days], otherWork } : null;
    this.understood = { wish, asks: [...topics] };
    person.says('a question of these words?');
    this.understood = null;
    return person;
  }
}

/** What the last step said to somebody, as they read it, and its buttons. */
export function reads(
  person: Neighbour,
  language: Language = person.conversation.language,
): { readonly text: string; readonly buttons: readonly string[] } {
  const { say } = textFor(language, person.town.station, person.town.now);
  const messages = person.told.flatMap((message) => (message.kind === 'say' ? [message] : []));
  return {
    text: messages.map(({ text }) => text.map(say).join('\n\n')).join('\n---\n'),
    buttons: messages.flatMap(({ options }) => options.flat().map(({ label }) => say(label))),
  };
}
