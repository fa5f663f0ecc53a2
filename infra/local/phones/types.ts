import type { Phone, PhoneAct, ShownChat, Writer } from '../phone-api.ts';

/** Bytes that a message on the page shows or offers. */
export type PhoneFile = { readonly mime: string; readonly name: string; readonly bytes: Uint8Array };

/**
 * What one simulated messenger gives to the page: its people, their chats as their app shows them, and what they can do.
 * `mountPhones` joins several of these behind `/_local/phone/*`.
 */
export type MessengerPhones = {
  readonly messenger: Phone['messenger'];
  /** People and groups, in the order in which the page lists them. */
  readonly phones: () => readonly Phone[];
  /** The chat as the person's app shows it; `undefined` when this messenger has no such chat. Changes nothing. */
  readonly chat: (id: string) => ShownChat | undefined;
  /** The person opened the chat: unread becomes 0 and the toast, shown once, is gone. */
  readonly seen: (id: string) => void;
  /**
   * A person acts. Resolves when the act is recorded and its update queued, not when the station has answered.
   * `chat` is the chat it happened in (the new person's id after 'new-person').
   * @throws ActRefused when the app would not let the person do that; its message is for the page.
   */
  readonly act: (act: PhoneAct) => { readonly chat: string };
  readonly file: (id: string) => PhoneFile | undefined;
  /** Every API call of the station so far, as plain JSON. */
  readonly ledger: () => readonly unknown[];
  /** Who is in this messenger's group (`as` of an act), the advisors first. */
  readonly writers: () => readonly Writer[];
  /** Calls back with the chat id whenever a chat changed. Returns the way to stop. */
  readonly watch: (onChange: (chat: string) => void) => () => void;
};

/** Thrown by `act` when the app would not let the person do that. */
export class ActRefused extends Error {
  override readonly name = 'ActRefused';
}

/** Somebody whose phones the page shows. A person is known on every messenger by the number they started with. */
type DemoHuman = {
  readonly firstName: string;
  readonly lastName: string;
  /** IETF tag of the profile's language. */
  readonly language: string;
  /** E.164 without "+"; `person` of their phones (phone-api.ts). */
  readonly phone: string;
  /** One line for the page: who this is. */
  readonly about: string;
};

/** Somebody with a Telegram account. */
export type DemoPerson = DemoHuman & {
  /** Telegram user id (= private chat id). */
  readonly id: number;
};

/** Somebody with WhatsApp. */
export type WhatsAppPerson = DemoHuman & {
  /** They go by a username: the station is told their number by nobody but themselves. */
  readonly numberHidden?: boolean;
};
