import type * as z from 'zod';
import type { Address } from '#shared/domain/address.ts';
import type { Case, CaseChange } from '#shared/domain/case.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Danger } from '#shared/domain/danger.ts';
import type { Change, Facts, Need, Other } from '#shared/domain/facts.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { Job } from '#shared/domain/job.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Action, Option, Outbound, Priority } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { Said } from '#shared/domain/said.ts';
import type { MissTopic, Understood } from '#shared/domain/understood.ts';
import type { Station } from '#shared/station/schema.ts';
import type { Word } from './word.ts';

/**
 * What a decision may know beside its own state. Everything that changes from run to run (time, ids, chance) is in here, so
 * that the same turn always gives the same decision: a decision that lost a race is simply made again.
 */
export type Turn = {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Six letters and digits, made from the inbound's identity: the id of whatever this turn creates. */
  readonly id: string;
  readonly station: Station;
  readonly address: Address;
  /** The advisors' group; null where none is set up. */
  readonly desk: Address | null;
  /** What the desk knows of this customer: who speaks, who has it, who waits. */
  readonly case: Case;
  readonly language: Language;
  readonly customer: Customer;
  /** 16 random bytes of this very attempt, hexadecimal: for what must not be guessed (`shared/domain/token.ts`). */
  readonly token: string;
  /** The message as one of the always-words, if it is one. */
  readonly word: Word | null;
  /** Why the car must not be driven on, by what the message says. */
  readonly danger: Danger | null;
  /** What the message says about coming to a visit, while one is booked. */
  readonly said: Said | null;
  /** What the message says of a visit they want, and what it asks; null: not understood surely enough. */
  readonly understood: Understood | null;
  /** What words are about that were not understood: asked only where that is counted. */
  readonly missTopicOf: (text: string) => MissTopic;
  /** The message whose button was tapped, or that was written, by the messenger's id; null: nobody wrote. */
  readonly messageId: string | null;
  /** Whether a card can change where it stands at this messenger; where not, each question is a message of its own. */
  readonly canEdit: boolean;
  /** Base of the links that people open, without a slash at its end. */
  readonly publicUrl: string;
  readonly conversation: Conversation;
};

/** What a flow is told: a button of its own, or what the person sent while the flow was in progress. */
export type FlowEvent<A> =
  | { readonly kind: 'action'; readonly action: A }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'contact'; readonly phone: string; readonly own: boolean }
  | { readonly kind: 'timer'; readonly key: string; readonly data: unknown }
  /** The person came back, or wrote what nobody understood: show again what is being asked. */
  | { readonly kind: 'again'; readonly because: 'returned' | 'unclear' };

/** One thing to send. `desk` is the customer's topic in the advisors' group, `general` what concerns all advisors there. */
export type Outgoing = {
  readonly to: 'customer' | 'desk' | 'general';
  readonly priority: Priority;
  readonly message: Outbound;
  /** Whom it is for or about, where that is not the step's own customer: said at their home, or in their topic. */
  readonly of?: Other;
};

/** Because of which failure something is said again, not before when (epoch milliseconds), and what made it first. */
export type Repeats = {
  readonly because: SendFailure['kind'];
  readonly notBefore: number;
  readonly cause: 'person' | 'timer';
};

/**
 * `stay`: whatever flow is in progress goes on untouched. `at`: this flow waits in that state. `done`: this flow is over.
 * `hand`: another flow goes on from here, in a state of its own. `anew`: nothing is in progress any more, whatever it was.
 * `settings` changes what the conversation itself remembers.
 */
export type Decision<S> = {
  readonly next:
    | { readonly kind: 'stay' }
    | { readonly kind: 'at'; readonly state: S }
    | { readonly kind: 'hand'; readonly flow: string; readonly state: unknown }
    | { readonly kind: 'done' }
    | { readonly kind: 'anew' };
  readonly changes: readonly Change[];
  readonly say: readonly Outgoing[];
  /** Work that begins once this is written: a file to fetch, a document to make. */
  readonly jobs?: readonly Job[];
  /** What changes at the desk with it: somebody waits from now on, the talk goes back to the bot. */
  readonly case?: CaseChange;
  /** False when the person's words meant nothing to the flow: the second time in a row a person is called. */
  readonly understood?: boolean;
  /** What is said to the customer says again what did not arrive. */
  readonly repeats?: Repeats;
  readonly settings?: Partial<
    Pick<Conversation, 'language' | 'languageChosen' | 'greeted' | 'calledAt' | 'answerBy' | 'passedOnAt'> &
      Pick<
        Conversation,
        | 'customer'
        | 'since'
        | 'linkOffer'
        | 'wrongCodes'
        | 'dangerAt'
        | 'stopWorkAt'
        | 'unreadAt'
        | 'cancelAsked'
        | 'visitShown'
        | 'workAsked'
      >
  >;
};

/** A flow as its file writes it. All three members are pure. */
export type FlowSpec<S, A> = {
  readonly name: string;
  /** Read on load: a state of an older shape that does not parse ends the flow kindly instead of crashing. */
  readonly state: z.ZodType<S>;
  readonly action: z.ZodType<A>;
  /** Whether words or a contact answer what this state asks; if not, the router looks for another meaning. */
  takes(state: S, event: FlowEvent<A>, turn: Turn): boolean;
  /** Whether it sets timers; a timer that reaches any other flow is of another version and is forgotten. */
  readonly timers?: true;
  needs(state: S | null, event: FlowEvent<A>, turn: Turn): readonly Need[];
  decide(state: S | null, event: FlowEvent<A>, facts: Facts, turn: Turn): Decision<S>;
};

/** A flow as the registry holds it: state and action are `unknown` outside and checked inside. */
export type Flow = {
  readonly name: string;
  takes(state: unknown, event: FlowEvent<unknown>, turn: Turn): boolean;
  needs(state: unknown, event: FlowEvent<unknown>, turn: Turn): readonly Need[];
  /** `expired`: the button or timer is of another time, or nobody offered it. */
  decide(state: unknown, event: FlowEvent<unknown>, facts: Facts, turn: Turn): Decision<unknown> | 'expired';
};

/** Seals a flow: parses state and action at its door. An action that does not parse is an old or forged button. */
export function defineFlow<S, A>(spec: FlowSpec<S, A>): Flow {
  const open = (state: unknown): S | null => spec.state.safeParse(state).data ?? null;
  const read = (event: FlowEvent<unknown>): FlowEvent<A> | null => {
    if (event.kind === 'timer' && !spec.timers) return null;
    if (event.kind !== 'action') return event;
    const action = spec.action.safeParse(event.action);
    return action.success ? { kind: 'action', action: action.data } : null;
  };
  return {
    name: spec.name,
    takes: (state, event, turn) => {
      const [here, known] = [open(state), read(event)];
      return here !== null && known !== null && spec.takes(here, known, turn);
    },
    needs: (state, event, turn) => {
      const known = read(event);
      return known ? spec.needs(open(state), known, turn) : [];
    },
    decide: (state, event, facts, turn) => {
      const known = read(event);
      return known ? spec.decide(open(state), known, facts, turn) : 'expired';
    },
  };
}

/** An answer to the person who wrote. */
export function toCustomer(message: Outbound): Outgoing {
  return { to: 'customer', priority: 'answer', message };
}

export function toDesk(message: Outbound): Outgoing {
  return { to: 'desk', priority: 'person', message };
}

/** The same, for or about somebody else than the step's own customer; null or nothing: it stays as it is. */
export function aboutOther(outgoing: Outgoing, other: Other | null | undefined): Outgoing {
  return other ? { ...outgoing, of: other } : outgoing;
}

export function button(label: Phrase, action: Action): Option {
  return { kind: 'act', label, action };
}

/** A decision that only says something and leaves the flow in progress alone. */
export function answer(...messages: readonly Outbound[]): Decision<never> {
  return { next: { kind: 'stay' }, changes: [], say: messages.map(toCustomer) };
}

/** A person's own words as a label or paragraph. */
export function verbatim(text: string): Phrase {
  return phrase('verbatim', { text });
}
