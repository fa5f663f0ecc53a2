import type { Arrival } from '#shared/domain/conversation.ts';
import type { Call } from '../meant.ts';

/** One thing that waits until it is quiet. */
export type Collected = {
  readonly photo: string | null;
  readonly other: { readonly what: Arrival; readonly id: string } | null;
  readonly words: string;
};

/** What an inbound means: calls to flows, words or photos to collect until it is quiet, or nothing at all. */
export type Route =
  /** `takesBurst`: what was being collected goes with it. */
  | { readonly kind: 'calls'; readonly calls: readonly Call[]; readonly takesBurst?: true }
  | ({ readonly kind: 'collect' } & Collected)
  /**
   * It is for the person who has the talk: the bot is silent. `expects`: they wait for an answer now. `joins`: what it is added
   * to, without a word.
   */
  | { readonly kind: 'person'; readonly expects: boolean; readonly joins: Call | null }
  | { readonly kind: 'nothing' };

/** Nothing follows; the message is only recorded, and a tap answered. */
export const nothing: Route = { kind: 'nothing' };

export function calls(call: Call): Route {
  return { kind: 'calls', calls: [call] };
}

export function collectWords(words: string): Route {
  return { kind: 'collect', photo: null, other: null, words };
}
