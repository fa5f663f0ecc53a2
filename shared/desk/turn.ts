import type { Address } from '#shared/domain/address.ts';
import type { Case, CaseChange, Topic } from '#shared/domain/case.ts';
import type { Content } from '#shared/domain/content.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Desk } from '#shared/domain/desk.ts';
import type { Change, Other } from '#shared/domain/facts.ts';
import type { Acting, Group, Roster } from '#shared/domain/group.ts';
import type { Job } from '#shared/domain/job.ts';
import type { Language } from '#shared/domain/language.ts';
import { type Outbound, type Priority, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { Station } from '#shared/station/schema.ts';

/** The customer whom an advisor's message, tap or command is about: the one whose topic it was written in. */
export type About = {
  readonly customer: Customer;
  readonly case: Case;
  /** Where answers go, and the talk there; null for a customer without a messenger (booked by phone). */
  readonly home: Address | null;
  readonly conversation: Conversation | null;
  /** Until when we may write freely there; null: for ever. In the past: only a prepared notice goes out now. */
  readonly openUntil: number | null;
  /** Whether a message that was sent there can be changed or taken back, and for how long; null: never. Milliseconds. */
  readonly editableMs: number | null;
  /** How a calendar file reaches them there. */
  readonly calendar: 'file' | 'link';
  readonly topic: Topic | null;
  /** The customer's other messengers, where they can be reached too. */
  readonly elsewhere: readonly Reach[];
};

/** An address of a customer. `language`: in which they are spoken to there; `openUntil` as in `About`. */
export type Reach = {
  readonly address: Address;
  readonly language: Language;
  readonly openUntil: number | null;
};

/** A row of the outbox, as far as decisions at the desk look at it. */
export type KnownRow = {
  readonly sk: string;
  readonly messages: readonly Outbound[];
  /** The messenger's ids of the row's messages, as far as it went out. */
  readonly parts: readonly (string | null)[];
  readonly source: { readonly at: string; readonly messageId: string } | null;
  readonly born: number;
  /** It still waits to be sent, and nothing of it went out. */
  readonly waits: boolean;
  /** It did not go out and never will: taken back before, or failed. */
  readonly isOver: boolean;
};

/** The other side of a message that was answered, edited or reacted to. */
export type Counterpart = {
  /** `passed`: an advisor wrote it and `row` carries it to the customer. `sent`: it is ours, and `row` says what it carries. */
  readonly how: 'passed' | 'sent';
  /** Key of the address that the row goes to. */
  readonly destination: string;
  readonly row: KnownRow;
};

/** What is known of the album that a message belongs to: nothing of it may reach the customer once a part of it is a note. */
export type Album = {
  readonly isNote: boolean;
  /** Rows that carry parts of it to the customer. */
  readonly rows: readonly { readonly destination: string; readonly row: KnownRow }[];
};

/**
 * What a decision at the desk may know. As with the flows, everything that changes from run to run is in here: the same
 * turn always gives the same decision.
 */
export type DeskTurn = {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Six letters and digits, made from the inbound's identity: the id of whatever this turn creates. */
  readonly id: string;
  /** 16 random bytes of this very attempt, hexadecimal. */
  readonly token: string;
  readonly station: Station;
  /** Base of the links that people open, without a slash at its end. */
  readonly publicUrl: string;
  readonly desk: Desk;
  readonly group: Group;
  readonly roster: Roster;
  /** Who acts: somebody on the list, or this turn would not be. */
  readonly by: Acting;
  /** The advisor's own language: what only they asked for is said in it. */
  readonly language: Language;
  /** Where it was written. */
  readonly here: Address;
  /** The topic's number there, '' for General. */
  readonly thread: string;
  /** The message that was written or whose button was tapped. */
  readonly messageId: string | null;
  /** Null in General, and in a topic that is no customer's. */
  readonly about: About | null;
  /** Of the message that this one answers (or edits, or reacts to); null where it answers none of a customer's talk. */
  readonly counterpart: Counterpart | null;
  /** The message answered is the pinned card. */
  readonly answersCard: boolean;
  /** The row that the tapped button's action names (`row` in its data), at the customer; null where it names none. */
  readonly named: { readonly destination: string; readonly row: KnownRow } | null;
  /** Of the album that this message is a part of; null: it is by itself. */
  readonly album: Album | null;
  /** Where people open a topic; null where the messenger has no links for it. */
  readonly linkTo: (topic: Pick<Topic, 'chat' | 'thread'>) => string | null;
  /** Figures and dates as a language writes them, for words that are sent as an advisor's own. */
  readonly figures: (language: Language) => Figures;
  /** For how long after somebody's last words we may write freely where they are; null: for ever. Milliseconds. */
  readonly windowAt: (address: Address) => number | null;
};

/** Instants are epoch milliseconds, money integer cents. */
export type Figures = {
  /** `Tue 24 Nov, 09:00`. */
  dayTime(at: number): string;
  /** `Tue 24 Nov`. */
  day(at: number): string;
  /** `by 12:30`, with the day when the visit starts on another one. */
  ready(at: number, start: number): string;
  /** `140 €`. */
  money(cents: number): string;
  /** An advisor's name in this language, by their id. */
  person(advisor: string): string;
  /** `Mon–Fri 08:30–17:30, Sat 09:00–14:00`. */
  readonly hours: string;
};

/** What a part of the desk is told. */
export type DeskEvent<A> =
  | {
      readonly kind: 'action';
      readonly action: A /** When the button was shown, epoch milliseconds. */;
      readonly shownAt: number;
    }
  /** `words`: what stands behind the command, trimmed. */
  | { readonly kind: 'command'; readonly name: string; readonly words: string }
  /** Words, a picture, anything that is meant for the customer. */
  | { readonly kind: 'content'; readonly content: Content };

/**
 * One thing to say. `customer`: at their messenger, in their language; `topic`: their topic; `here`: where the advisor wrote,
 * which may be General; `general`: for all advisors.
 */
export type DeskSay = {
  readonly to: 'customer' | 'topic' | 'here' | 'general';
  readonly priority: Priority;
  readonly message: Outbound;
  /**
   * The advisor's message that this carries to the customer: it gets ticks, and answers to it find their way. At the desk:
   * the one that this follows from, so that an edit of it is known by what it led to.
   */
  readonly carries?: string;
  /** Messages with the same value that wait together go out together. */
  readonly album?: string;
  /** Not before this instant. */
  readonly notBefore?: number;
  /** Only for the customer: key of another one of their addresses. */
  readonly at?: string;
  /** Whom it is for (`customer`) or about (`topic`), where that is not the topic's own customer. */
  readonly of?: Other;
  /** In which language it is said at the desk; without it in that of whoever acts. */
  readonly language?: Language;
  /** Only for the customer: the name of the row, where it was named before (`relay/pending.ts`). */
  readonly row?: string;
};

export type DeskDecision = {
  readonly changes: readonly Change[];
  readonly say: readonly DeskSay[];
  /** What changes of the case; the step writes it, with whoever waits and the card. */
  readonly case?: CaseChange;
  /** An advisor spoke to the customer: silence is counted from now. */
  readonly spoke?: boolean;
  /** The row of the customer as it is from now on, where it changes. */
  readonly customer?: Customer;
  readonly jobs?: readonly Job[];
  /** What the answer to the tap says, at most 200 UTF-16 units. */
  readonly toast?: Phrase;
  /** Name of the row that says this: it is said once only (`once.ts`). */
  readonly once?: string;
};

/** Nothing but words where the advisor wrote. */
export function reply(...messages: readonly Outbound[]): DeskDecision {
  return { changes: [], say: messages.map((message) => ({ to: 'here', priority: 'answer', message })) };
}

/** Nothing but the answer to a tap. */
export function toast(words: Phrase): DeskDecision {
  return { changes: [], say: [], toast: words };
}

/** What is about a customer was written or tapped where there is none: in General, or in a topic that is nobody's. */
export function withoutCustomer(event: DeskEvent<unknown>): DeskDecision {
  return event.kind === 'action' ? toast(phrase('relayGone')) : reply(say(phrase('relayInTopic')));
}
