/**
 * What the page with the phones asks of the simulator, and what it shows. The simulator keeps the truth (people, chats,
 * messages as the messenger would show them); the page only draws it. One shape for every messenger.
 */

export type { PhoneAct } from './phone-acts.ts';

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

type ShownCaption = { readonly caption: string; readonly entities?: readonly ShownEntity[] };

export type ShownContent =
  | { readonly kind: 'text'; readonly text: string; readonly entities?: readonly ShownEntity[] }
  | ({ readonly kind: 'photo'; readonly url: string } & ShownCaption)
  /** `bytes`: how large it is, where the messenger tells so. */
  | ({
      readonly kind: 'document';
      readonly name: string;
      readonly url: string;
      readonly bytes?: number;
    } & ShownCaption)
  /** `note`: a round video note; `animation`: plays by itself, over and over, without sound. */
  | ({
      readonly kind: 'video';
      readonly look: 'video' | 'note' | 'animation';
      readonly url: string;
      readonly seconds: number;
    } & ShownCaption)
  /** Music or another sound that is no voice message. */
  | ({
      readonly kind: 'audio';
      readonly name: string;
      readonly url: string;
      readonly seconds: number;
    } & ShownCaption)
  /** A picture without a bubble; `emoji` is what it stands for, '' when that is not known. */
  | { readonly kind: 'sticker'; readonly url: string; readonly emoji: string }
  | {
      readonly kind: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly title: string;
    }
  | { readonly kind: 'contact'; readonly name: string; readonly phone: string }
  | ({ readonly kind: 'voice'; readonly seconds: number; readonly url?: string } & Partial<ShownCaption>)
  | { readonly kind: 'service'; readonly text: string };

export type ShownMessage = {
  readonly id: number;
  readonly from: 'person' | 'bot';
  /** Who wrote it, where several people share the chat (the advisors' group). */
  readonly author: string;
  /** Their id in the group, as `as` of an act names it; absent in other chats and for the bot. */
  readonly authorId?: string;
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
  /** Reactions of people, one emoji each; `by` is the id of who put it there (in a private chat that chat's id). */
  readonly reactions?: readonly { readonly emoji: string; readonly by: string }[];
  /** It stands pinned on top of its chat or topic. */
  readonly pinned?: boolean;
  /** Whose words they were before they were forwarded. */
  readonly forwardedFrom?: string;
  /** False while the webhook has not answered 2xx for it (one tick); absent is true (two ticks). */
  readonly delivered?: boolean;
  /** WhatsApp: the station marked the person's message as read (blue ticks). */
  readonly read?: boolean;
  readonly list?: ShownList;
  /** WhatsApp asks for the person's contact info: one button that answers with the 'contact' act. */
  readonly asksContact?: boolean;
  /** WhatsApp asks for the person's place: one button that answers with the 'location' act. */
  readonly asksLocation?: boolean;
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
  /** What the bot may do in the group; absent in private chats. */
  readonly rights?: BotRights;
  /** Emoji that may be put on a message as a reaction. Absent: any. */
  readonly reactionEmoji?: readonly string[];
};

/** The bot's standing in a group. Without `member` it was removed; without `admin` the other rights are void. */
export type BotRights = {
  readonly member: boolean;
  readonly admin: boolean;
  readonly manageTopics: boolean;
  readonly deleteMessages: boolean;
  readonly pinMessages: boolean;
  /** The group has its topics switched on. */
  readonly topics: boolean;
};

/**
 * Somebody who may write in a group; `id` goes into `as`. A stranger is in the group without being on the station's list;
 * `anonymous` writes as the group itself, so that nobody sees who it is.
 */
export type Writer = {
  readonly id: string;
  readonly name: string;
  readonly role: 'advisor' | 'stranger' | 'anonymous';
};

/**
 * GET  /_local/phone/state           → PhoneState
 * GET  /_local/phone/chat?id=…       → ShownChat
 * GET  /_local/phone/events          → server-sent events: `data: {"chat":"501"}` when a chat changed, `data: {"clock":"…"}` when the clock was moved
 * POST /_local/phone/act  PhoneAct   → 200 `{}` or 400 `{"error":"…"}`; `new-person`, `join` and `migrate-group` answer `{"chat":"…"}`, the new id
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
  /** Who is in the advisors' group and may write there: the advisors first. */
  readonly writers?: readonly Writer[];
};
