/** Who acts and where: all left out in a private chat. */
type Where = {
  /** In a group: the id of who writes (one of `PhoneState.writers`). */
  readonly as?: string;
  readonly topic?: number;
};

/** Something new in a chat, said to it or in answer to one of its messages. */
type Written = Where & {
  readonly chat: string;
  readonly replyTo?: number;
};

/** What a person does with a phone: POST /_local/phone/act. Files are data URLs of at most 20 MB. */
export type PhoneAct =
  | ({ readonly do: 'say'; readonly text: string } & Written)
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
  /** Puts one emoji on a message, or takes the own one away (null). */
  | {
      readonly do: 'react';
      readonly chat: string;
      readonly messageId: number;
      readonly emoji: string | null;
      readonly as?: string;
    }
  /** The person deletes a message of their own for everybody. Telegram tells no bot of it. */
  | { readonly do: 'delete'; readonly chat: string; readonly messageId: number; readonly as?: string }
  /** Words that somebody else wrote elsewhere, sent on. */
  | ({ readonly do: 'forward'; readonly text: string; readonly author: string } & Where & {
        readonly chat: string;
      })
  /** The own contact, or somebody else's out of the address book. */
  | ({ readonly do: 'contact'; readonly own: boolean } & Written)
  | ({ readonly do: 'location'; readonly latitude: number; readonly longitude: number } & Written)
  /** Photos as data URLs; several at once are sent as one album. */
  | ({ readonly do: 'photos'; readonly images: readonly string[]; readonly caption: string } & Written)
  /** A file as a data URL. `size` in bytes may claim more than the data holds, to play a file too large to fetch. */
  | ({
      readonly do: 'document';
      readonly name: string;
      readonly data: string;
      readonly size?: number;
      readonly caption?: string;
    } & Written)
  /** Silence of so many seconds. */
  | ({ readonly do: 'voice'; readonly seconds: number } & Written)
  /** A video; without `data` a pretend one of so many seconds. `note`: a round one, without words. */
  | ({
      readonly do: 'video';
      readonly seconds: number;
      readonly note: boolean;
      readonly caption: string;
      readonly data?: string;
    } & Written)
  /** A sticker: a WebP picture of at most 512 KB. */
  | ({ readonly do: 'sticker'; readonly emoji: string; readonly data: string } & Written)
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
  /** An advisor starts a topic by hand … */
  | { readonly do: 'new-topic'; readonly chat: string; readonly name: string; readonly as?: string }
  /** … or closes, reopens, renames or deletes one; a new name only with 'rename'. */
  | {
      readonly do: 'topic';
      readonly chat: string;
      readonly topic: number;
      readonly change: 'close' | 'reopen' | 'delete' | 'rename';
      readonly name?: string;
      readonly as?: string;
    }
  /** Somebody comes into the group, or who writes as `as` leaves it. */
  | { readonly do: 'join'; readonly chat: string; readonly name: string }
  | { readonly do: 'leave'; readonly chat: string; readonly as: string }
  /** The group becomes another supergroup with a new id, as when its topics are switched on. */
  | { readonly do: 'migrate-group'; readonly chat: string }
  /** The group's owner gives the bot rights or takes them away; what is not named stays. */
  | {
      readonly do: 'bot-rights';
      readonly chat: string;
      readonly rights: {
        readonly member?: boolean;
        readonly admin?: boolean;
        readonly manageTopics?: boolean;
        readonly deleteMessages?: boolean;
        readonly pinMessages?: boolean;
        readonly topics?: boolean;
      };
    };
