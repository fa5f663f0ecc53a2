import type { Conversation } from '#shared/domain/conversation.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { type Outbound, type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { QuotedPhrase } from '#shared/domain/phrases/case.ts';
import type { Outcome } from '#shared/flows/step.ts';

/** The bot's talk as advisors see it: one line a flow, with what was tapped and what the bot said last. Pure. */

export type Talk = {
  /** The conversation with the trail as it is from now on; null: it is not written in this step. */
  readonly conversation: Conversation | null;
  /** Null where nothing was said to the customer. */
  readonly line: Say | null;
};

/** Labels of a trail that are kept: they are stored with the conversation, and read at a glance. */
const mostSteps = 6;

export type Spoken = {
  readonly inbound: Inbound;
  readonly before: Conversation;
  /** Messages of the row whose button was tapped. */
  readonly offered: readonly Outbound[];
  readonly outcome: Outcome;
};

export function talkOf({ inbound, before, offered, outcome }: Spoken): Talk {
  const { conversation } = outcome;
  const step = stepOf(inbound, offered);
  // What is said to somebody else is no part of this talk; a card that only counts anew says nothing new.
  const said = outcome.say.flatMap(({ to, of, message }) =>
    to === 'customer' && !of && message.kind === 'say' && message.place !== 'refresh' ? message.text : [],
  );
  const speaks = said.length > 0 && !outcome.repeats && !isStart(inbound);
  if (conversation === null) return { conversation, line: null };
  // A timer and a status say something in between: the trail goes on afterwards.
  const own = inbound.from !== null || inbound.event.kind === 'quiet';
  const flow = conversation.flow?.name ?? before.flow?.name ?? null;
  const goesOn = before.talk !== null && [before.flow?.name ?? null, flow].includes(before.talk.flow);
  const trail = step ? [...(goesOn ? (before.talk?.trail ?? []) : []), step].slice(-mostSteps) : [];
  const talk = own ? (step ? { flow, trail } : null) : before.talk;
  // What a flow ended with stands for good; until then the line changes where it is.
  const isOver = before.flow !== null && conversation.flow?.name !== before.flow.name;
  const stands = !own || step === null || isOver;
  return {
    conversation: { ...conversation, talk },
    line: speaks ? talkLine(trail, said, stands) : null,
  };
}

function talkLine(trail: readonly QuotedPhrase[], said: readonly Phrase[], stands: boolean): Say {
  const line = say(phrase('caseTalk', { trail: [...trail], last: said.map(quoted) }));
  return stands ? line : { ...line, slot: 'talk' };
}

/** What the person tapped, by its label; a command as it was given. Null for anything that stands in the topic by itself. */
function stepOf({ event }: Inbound, offered: readonly Outbound[]): QuotedPhrase | null {
  if (event.kind === 'command') return { key: 'verbatim', args: { text: `/${event.name}` } };
  if (event.kind !== 'tap' || event.offer === null) return null;
  const labels = offered.flatMap((message) =>
    message.kind === 'say'
      ? message.options.flat().flatMap((one) => (one.kind === 'act' ? [one.label] : []))
      : [],
  );
  const label = labels[event.offer.option];
  return label ? quoted(label) : null;
}

function quoted(said: Phrase): QuotedPhrase {
  const { key, args } = withoutCode(said);
  return Object.keys(args).length > 0 ? { key, args } : { key };
}

/** A code opens the way to somebody's cars or costs: it is for who asked for it, not for everybody at the desk. */
function withoutCode(said: Phrase): Phrase {
  if (said.key === 'linkCode') return { ...said, args: { ...said.args, code: hidden } };
  if (said.key === 'payerForward') return { ...said, args: { ...said.args, code: hidden } };
  return said;
}

const hidden = '···· ····';

/** Greetings are not the desk's matter: nobody has said anything yet. */
export function isStart({ event }: Pick<Inbound, 'event'>): boolean {
  return event.kind === 'command' && event.name === 'start';
}
