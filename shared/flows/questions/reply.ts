import type { Option } from '#shared/domain/outbound.ts';
import type { Phrase } from '#shared/domain/phrase.ts';
import type { SpokenDay, Topic } from '#shared/domain/understood.ts';

/** What the station's data says to one question of a message; `text` null: nothing, a person is asked. */
export type Reply = {
  readonly topics: readonly Topic[];
  /** The work that it turned out to be about. */
  readonly services: readonly string[];
  readonly text: readonly Phrase[] | null;
  /** The place on the map goes with it. */
  readonly place?: true;
  /** What can be done about it, the best first. */
  readonly ways?: readonly Option[];
  /** A list to choose from, in the place of other ways. */
  readonly list?: readonly Option[];
  /** What is booked next, if anything: this work, or a visit on one of these days. */
  readonly books?: { readonly services: readonly string[]; readonly days: readonly SpokenDay[] };
};
