import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Account, Channel } from '#shared/channels/channel.ts';
import type { Address } from '#shared/domain/address.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';

/** Somebody with a phone. Each messenger makes its own ids and numbers of `id`, and of the language what it tells of it. */
export type Person = { readonly id: number; readonly first_name: string; readonly language_code?: string };

/** A button, a row of a list, or a link under a bubble; `data` is what comes back when it is tapped. */
export type ShownButton = {
  readonly text: string;
  readonly data?: string | undefined;
  readonly url?: string | undefined;
  /** All of the label, where the button itself shows its beginning only. */
  readonly whole?: string | undefined;
  /** Which kind of button it is, where they come back in several ways. */
  readonly by?: 'reply' | 'row' | 'quick reply';
};
export type ShownBubble = {
  readonly id: number | string;
  text: string;
  buttons: readonly ShownButton[];
  /** It stands at the top of the chat; left out where messages cannot be pinned. */
  pinned?: boolean;
};

/** A change that a person could see: a new bubble, or other words in an old one. */
export type Seen = { readonly chat: number | string; readonly how: 'new' | 'edit'; readonly text: string };

/** Bodies of webhooks: what the messenger posts when a person does something. */
export type Updates = {
  text(text: string, person: Person): unknown;
  command(text: string, person: Person): unknown;
  /** The person's own number, by the messenger's button. */
  contact(phone: string, person: Person): unknown;
  /** Somebody else's, out of the address book. */
  contactOfAnother(phone: string, person: Person): unknown;
  photo(file: string, album: string | null, person: Person): unknown;
  voice(file: string, person: Person): unknown;
  /** Where they are, in degrees; also the answer to a request for it. */
  location(latitude: number, longitude: number, person: Person): unknown;
  tap(bubble: ShownBubble, data: string, person: Person): unknown;
};

/** A messenger as tests play it: our account there, what it posts, and what its phones show. */
export type Played = {
  readonly channel: Channel;
  readonly account: Account;
  readonly updates: Updates;
  /** Takes the calls that go to `account.apiUrl`. */
  readonly http: HttpClient;
  readonly seen: readonly Seen[];
  /** The next body that the messenger posts by itself: what became of our messages. */
  news?(): unknown;
  /** A body as its webhook gets it, proven unless `secret` is a wrong one. */
  event(body: unknown, secret?: string): APIGatewayProxyEventV2;
  addressOf(person: Person): Address;
  bubbles(person: Person): readonly ShownBubble[];
  /** Data of every button that was ever shown to them, also where the bubble has changed since. */
  everyButton(person: Person): readonly string[];
  /** Whether a person who looks for that label would find it on the button, which may show less of it. */
  shows?(button: ShownButton, label: string): boolean;
  /** The button that brings more of a list, where lists are short. */
  isMore?(button: ShownButton): boolean;
};
