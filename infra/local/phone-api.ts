/**
 * What the page with the phones asks of the simulator, and what it shows. The simulator keeps the truth (people, chats,
 * messages as the messenger would show them); the page only draws it. One shape for every messenger.
 */

/** A person (or the advisors' group) as the page lists them. `id` is the messenger's own chat id as a string. */
export type Phone = {
  readonly messenger: 'telegram' | 'whatsapp';
  readonly id: string;
  /** Whose phone it is: the phones of one human on several messengers share it ('' for a group). */
  readonly person: string;
  readonly kind: 'person' | 'group';
  readonly name: string;
  /** IETF tag of the profile's language ('el', 'ru', 'uk', 'en', …). */
  readonly language: string;
  readonly unread: number;
  /** One line under the name: who this demo person is ("Octavia 2018, in a hurry"). */
  readonly about?: string;
  /** The person blocked the bot. */
  readonly blocked?: boolean;
  /** WhatsApp: the person goes by a username; the station is not told their number. */
  readonly numberHidden?: boolean;
  /** WhatsApp: until when (ISO instant) the station may write freely; absent when the window is shut or there is none. */
  readonly windowUntil?: string;
};

export type ShownButton =
  | { readonly kind: 'callback'; readonly text: string; readonly data: string }
  | { readonly kind: 'url'; readonly text: string; readonly url: string };

/** A list that opens as a sheet. A row is tapped with its `data`, like a button. */
export type ShownList = {
  /** The button that opens it. */
  readonly button: string;
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly { readonly data: string; readonly title: string; readonly description: string }[];
  }[];
};

/** Buttons under the input field: plain words, or Telegram's own "share contact" and "share location". */
export type KeyboardKey = {
  readonly text: string;
  readonly kind: 'text' | 'contact' | 'location';
};

/** A formatted stretch of a text, as Telegram counts it: UTF-16 units. Unknown types are drawn as plain text. */
export type ShownEntity = {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string | undefined;
};

export type ShownContent =
  | { readonly kind: 'text'; readonly text: string; readonly entities?: readonly ShownEntity[] }
  | { readonly kind: 'photo'; readonly url: string; readonly caption: string }
  | { readonly kind: 'document'; readonly name: string; readonly url: string; readonly caption: string }
  | {
      readonly kind: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly title: string;
    }
  | { readonly kind: 'contact'; readonly name: string; readonly phone: string }
  | { readonly kind: 'voice'; readonly seconds: number }
  | { readonly kind: 'service'; readonly text: string };

export type ShownMessage = {
  readonly id: number;
  readonly from: 'person' | 'bot';
  /** Who wrote it, where several people share the chat (the advisors' group). */
  readonly author: string;
  /** ISO instant on the station's clock. */
  readonly at: string;
  readonly edited: boolean;
  readonly content: ShownContent;
  readonly buttons: readonly (readonly ShownButton[])[];
  /** Neighbours with the same value are drawn as one album. */
  readonly album?: string;
  /** The forum topic it stands in; absent is the General topic or a chat without topics. */
  readonly topic?: number;
  /** The id of the message it answers. */
  readonly replyTo?: number;
  /** A reaction that the bot put on it, one emoji. */
  readonly reaction?: string;
  /** False while the webhook has not answered 2xx for it (one tick); absent is true (two ticks). */
  readonly delivered?: boolean;
  /** WhatsApp: the station marked the person's message as read (blue ticks). */
  readonly read?: boolean;
  readonly list?: ShownList;
  /** WhatsApp asks for the person's contact info: one button that answers with the 'contact' act. */
  readonly asksContact?: boolean;
  /** WhatsApp: the name of the approved template that this message was made from. */
  readonly template?: string;
  /** Text above the body and below it, where the message has any. */
  readonly header?: string;
  readonly footer?: string;
};

export type ShownChat = {
  readonly phone: Phone;
  readonly messages: readonly ShownMessage[];
  readonly keyboard: readonly (readonly KeyboardKey[])[];
  /** The bot shows "typing…" right now. */
  readonly typing: boolean;
  /** The command menu in this person's language: `/book`, "Book a visit". */
  readonly commands: readonly { readonly command: string; readonly description: string }[];
  /** A callback answer to show as a toast, once; '' when none. */
  readonly toast: string;
  /** Taps that no callback answer came for yet: their buttons spin. Absent: a tap spins until the chat changes. */
  readonly pending?: readonly { readonly messageId: number; readonly data: string }[];
  /** The group's forum topics, the newest talk first; absent where there are none. */
  readonly topics?: readonly { readonly id: number; readonly name: string; readonly closed: boolean }[];
};

/** What a person does with a phone: POST /_local/phone/act. */
export type PhoneAct =
  | {
      readonly do: 'say';
      readonly chat: string;
      readonly text: string;
      /** In the group: the id of the advisor who writes (one of `PhoneState.advisors`). */
      readonly as?: string;
      readonly topic?: number;
      readonly replyTo?: number;
    }
  | {
      readonly do: 'tap';
      readonly chat: string;
      readonly messageId: number;
      readonly data: string;
      readonly as?: string;
    }
  /** The person corrects the text (or caption) of a message of their own. */
  | {
      readonly do: 'edit';
      readonly chat: string;
      readonly messageId: number;
      readonly text: string;
      readonly as?: string;
    }
  | { readonly do: 'contact'; readonly chat: string; readonly own: boolean }
  | { readonly do: 'location'; readonly chat: string; readonly latitude: number; readonly longitude: number }
  /** Photos as data URLs; several at once are sent as one album. */
  | {
      readonly do: 'photos';
      readonly chat: string;
      readonly images: readonly string[];
      readonly caption: string;
      readonly as?: string;
      readonly topic?: number;
    }
  /** A file as a data URL. `size` in bytes may claim more than the data holds, to play a file too large to fetch. */
  | {
      readonly do: 'document';
      readonly chat: string;
      readonly name: string;
      readonly data: string;
      readonly size?: number;
      readonly as?: string;
      readonly topic?: number;
    }
  | { readonly do: 'voice'; readonly chat: string; readonly seconds: number }
  | { readonly do: 'block'; readonly chat: string; readonly blocked: boolean }
  | { readonly do: 'language'; readonly chat: string; readonly language: string }
  /** Somebody new, with a phone on every messenger here. The answer names the chat on the first one. */
  | {
      readonly do: 'new-person';
      readonly name: string;
      readonly language: string;
      /** E.164 without "+"; made up by the page's server when absent. */
      readonly phone?: string;
    }
  /** WhatsApp: the person moves to a new number (Meta tells the station) … */
  | { readonly do: 'change-number'; readonly chat: string }
  /** … or takes a username, so that the station sees no number any more (true), or gives that up (false). */
  | { readonly do: 'hide-number'; readonly chat: string; readonly hidden: boolean }
  /** An advisor closes, reopens or deletes a topic by hand. */
  | {
      readonly do: 'topic';
      readonly chat: string;
      readonly topic: number;
      readonly change: 'close' | 'reopen' | 'delete';
      readonly as?: string;
    };

/**
 * GET  /_local/phone/state           → PhoneState
 * GET  /_local/phone/chat?id=…       → ShownChat
 * GET  /_local/phone/events          → server-sent events: `data: {"chat":"501"}` when a chat changed, `data: {"clock":"…"}` when the clock was moved
 * POST /_local/phone/act  PhoneAct   → 200 `{}` or 400 `{"error":"…"}`; `new-person` may answer `{"chat":"…"}`, the new id
 * GET  /_local/phone/file?messenger=…&id=…  → the bytes of a picture or document that a message shows
 * GET  /_local/phone/ledger          → every API call of the station so far, for tests; `?messenger=whatsapp` for the other messenger's
 */
export type PhoneState = {
  readonly phones: readonly Phone[];
  /** ISO instant of the station's clock, and its IANA zone. */
  readonly now: string;
  readonly zone: string;
  readonly station: string;
  /** False when the messengers' servers were given from outside: then this page sends nothing and says so. */
  readonly live: boolean;
  /** Messengers whose servers were given from outside: their phones are not on the page, which says so. */
  readonly outside?: readonly Phone['messenger'][];
  /** Who may write in the advisors' group; `id` goes into `as`. */
  readonly advisors?: readonly { readonly id: string; readonly name: string }[];
};
