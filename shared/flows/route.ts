import type { Arrival, Conversation } from '#shared/domain/conversation.ts';
import { addressesOf } from '#shared/domain/identity.ts';
import type { Inbound, InboundEvent } from '#shared/domain/inbound.ts';
import type { Fetched } from '#shared/domain/job.ts';
import { isOpen } from '#shared/domain/order/steps.ts';
import { actionsOf, type Outbound } from '#shared/domain/outbound.ts';
import { archiveCame } from './archive.ts';
import { isCalled } from './baton/waits.ts';
import { askedVisit, awaitedVisit, isVisiting, meantVisit, missedToday } from './coming/which.ts';
import { type FailedRow, failedAction } from './delivery.ts';
import { documentCame } from './estimate/document.ts';
import { awaitsQuestion } from './estimate/state.ts';
import { afterVisit, whyInFile } from './feedback/heard.ts';
import type { FlowEvent, Turn } from './flow.ts';
import { codeIn } from './link.ts';
import { type AnswerWord, act, type Call, commandCall, isAnswer, wordCall } from './meant.ts';
import { flowNamed } from './registry.ts';
import { calledAs, cameIn, cameOf, unread, urgent } from './report/arrivals.ts';
import { recentHead } from './report/row.ts';
import { nothingCame } from './report/state.ts';
import { languageNamed } from './settings/language.ts';
import type { Word } from './word.ts';

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

export type Routed = {
  readonly offer: { readonly messages: readonly Outbound[] } | null;
  readonly timer: { readonly dueAt: number; readonly data: unknown } | null;
  /** The row whose message did not arrive, where that is what happened. */
  readonly failed?: FailedRow | null;
};

/**
 * Finds out what an inbound means. Buttons, commands and always-words win over whatever is in progress; then the flow in
 * progress is asked whether the words answer its question; what is left is collected until it is quiet.
 */
export function route(inbound: Inbound, routed: Routed, turn: Turn): Route {
  const { event } = inbound;
  if (turn.case.blocked !== null && !isOfList(event))
    return event.kind === 'timer' ? expiredTimer(event.key) : nothing;
  const first = urgent(event, turn);
  if (first !== null) return { kind: 'calls', calls: [act('report', first)], takesBurst: true };
  // Whoever wants the work to stop is heard in any state, also while a person has the talk.
  if (turn.word === 'stopWork') return calls(act('stopWork', { do: 'asked', text: cameOf(event).text }));
  return (turn.case.baton === 'person' ? forPerson(event, turn) : null) ?? forBot(inbound, routed, turn);
}

/** What is kept for somebody who was shut out goes to the next one of the waiting list. */
function isOfList(event: InboundEvent): boolean {
  return event.kind === 'timer' && timerFlow(event.key) === 'waitlist';
}

/** Timers of somebody who was shut out are used up without a word. */
function expiredTimer(key: string): Route {
  return calls({ flow: '', event: { kind: 'timer', key, data: null } });
}

/** What the bot answers in any state, also while a person has the talk. */
const alwaysAnswered: readonly Word[] = [
  'person',
  'callback',
  'stop',
  'status',
  'address',
  'hours',
  'agreed',
  'document',
  'sign',
  'export',
  'erase',
];

/**
 * While a person has the talk, whatever is said or sent is for them. Buttons and commands still work, a few lone words
 * too, and what was begun by a button since the person's last words may be finished. Null: the bot's matter.
 */
function forPerson(event: InboundEvent, turn: Turn): Route | null {
  switch (event.kind) {
    case 'text': {
      const { word } = turn;
      if (word !== null && alwaysAnswered.includes(word)) return null;
      if (isBegun(turn) && inProgress(turn.conversation, { kind: 'text', text: event.text }, turn))
        return null;
      return { kind: 'person', expects: word !== 'thanks' && !nod.test(event.text), joins: null };
    }
    case 'contact': {
      const told = { kind: 'contact', phone: event.phone, own: event.own } as const;
      return isBegun(turn) && inProgress(turn.conversation, told, turn)
        ? null
        : { kind: 'person', expects: true, joins: null };
    }
    case 'photo':
    case 'file': {
      const joins = recentHead(turn) === null ? null : act('report', { do: 'joins', ...cameOf(event) });
      return { kind: 'person', expects: true, joins };
    }
    case 'location':
    case 'unsupported':
      return { kind: 'person', expects: true, joins: null };
    case 'quiet':
    case 'interpreted':
      return nothing;
    case 'tap':
    case 'command':
    case 'more':
    case 'show':
    case 'timer':
    case 'undelivered':
    case 'edited':
    case 'revoked':
    case 'reaction':
    case 'blocked':
    case 'unblocked':
    case 'identity':
    case 'arrived':
    case 'fetched':
    case 'hidden':
    case 'membership':
    case 'migrated':
    case 'rights':
    case 'topic':
    case 'alarm':
      return null;
  }
}

/** The customer tapped or gave a command after the person's last words: they want the bot for this. */
function isBegun({ conversation, ...turn }: Turn): boolean {
  return conversation.tappedAt > (turn.case.answered?.at ?? turn.now);
}

function forBot(inbound: Inbound, { offer, timer, failed }: Routed, turn: Turn): Route {
  const { conversation } = turn;
  const { event } = inbound;
  switch (event.kind) {
    case 'tap':
      return calls(event.offer && offer ? optionAt(offer.messages, event.offer.option) : gone);
    case 'command':
      return calls(commandCall(event.name, event.payload, turn));
    case 'text':
      return textRoute(event.text, turn);
    case 'contact': {
      const told = { kind: 'contact', phone: event.phone, own: event.own } as const;
      // Nobody asked for it: somebody else's number is not kept.
      const unasked = event.own
        ? act('settings', { do: 'phone', ...told })
        : act('menu', { do: 'unsupported' });
      return calls(inProgress(conversation, told, turn) ?? unasked);
    }
    case 'photo':
      return { kind: 'collect', photo: event.file.id, other: null, words: event.caption };
    case 'file': {
      const other = { what: calledAs[event.what], id: event.file.id };
      return { kind: 'collect', photo: null, other, words: event.caption };
    }
    case 'location':
      return calls(act('menu', { do: 'place' }));
    case 'unsupported':
      return calls(act('menu', { do: 'unsupported' }));
    case 'quiet':
    case 'interpreted':
      return conversation.burst?.version === event.burst
        ? { kind: 'calls', calls: burstCalls(conversation, turn) }
        : nothing;
    case 'timer':
      return timer && timer.dueAt === event.dueAt
        ? calls({ flow: timerFlow(event.key), event: { kind: 'timer', key: event.key, data: timer.data } })
        : nothing;
    case 'more':
      return calls(pageOf(offer?.messages[event.message], event.page));
    case 'undelivered': {
      const what = failedAction(inbound, failed ?? null, turn);
      return what ? calls(act('delivery', what)) : nothing;
    }
    case 'fetched':
      return fetchedRoute(event.outcome, event.ticket);
    case 'show':
    case 'identity':
    case 'edited':
    case 'revoked':
    case 'reaction':
    case 'arrived':
    case 'hidden':
    case 'membership':
    case 'migrated':
    case 'rights':
    case 'topic':
    case 'blocked':
    case 'unblocked':
    case 'alarm':
      return nothing;
  }
}

/** What a job brought for the customer, or could not: files of theirs that go to the advisors are the mirror's matter. */
function fetchedRoute(outcome: Fetched, ticket: unknown): Route {
  const came = documentCame(outcome, ticket);
  if (came) return calls(act('document', came));
  const archived = archiveCame(outcome, ticket);
  if (archived) return calls(act('archive', archived));
  const missing = unread(outcome, ticket);
  return missing ? calls(act('report', missing)) : nothing;
}

/** Words that come so long after a person was called still belong to that call. */
const sameTalkMs = 30 * 60_000;

/** A booking that was not touched for so long is not what somebody writes about. */
const leftMs = 6 * 60 * 60_000;

/** What was collected, once it is quiet or a tap comes in between: a report, a file for a person, or words nobody understood. */
export function burstCalls(
  conversation: Conversation,
  turn: Pick<Turn, 'now' | 'case' | 'customer' | 'station'>,
): readonly Call[] {
  const { burst, flow, calledAt } = conversation;
  const { customer } = turn;
  // A person has read what was collected, and answers it.
  if (!burst || turn.case.baton === 'person') return [];
  const came = cameIn(burst);
  const [file] = burst.others;
  const files = [...burst.photos, ...burst.others.map(({ id }) => id)];
  const why = file ? whyInFile(files, burst.words, { ...turn, conversation }) : null;
  if (why) return [act('feedback', why)];
  if (files.length > 0 && awaitsQuestion(flow))
    return [act('estimate', { do: 'asked', files, text: burst.words })];
  const opens = came.photos + came.videos > 0;
  if (opens || flow?.name === 'report' || (file && recentHead(turn) !== null))
    return [act('report', { do: 'came', ...came })];
  if (file) return [act('person', { do: 'file', what: file.what, file: file.id, text: burst.words })];
  const isAdded = turn.case.waitingSince !== null || turn.now - calledAt < sameTalkMs;
  if (isAdded && isCalled({ conversation, case: turn.case }))
    return [act('person', { do: 'more', text: burst.words })];
  // With an estimate before them people write about it: a person reads that, and the estimate stays as it is.
  if (estimateWaits({ conversation, customer }))
    return [act('estimate', { do: 'asked', files: [], text: burst.words })];
  // Around a visit a person reads what they write; a menu would be no answer.
  const isIdle = flow === null || (flow.name === 'book' && turn.now - conversation.tappedAt > leftMs);
  // Who is on the waiting list was told so below a booking, and writes about it.
  const isWaiting = customer.waits.length > 0 && (isIdle || flow.name === 'book');
  if (conversation.misses > 0 || (isIdle && isVisiting(turn)) || isWaiting)
    return [act('person', { do: 'misunderstood', text: burst.words })];
  const again: FlowEvent<unknown> = { kind: 'again', because: 'unclear' };
  return [{ flow: flow && flowNamed(flow.name) ? flow.name : 'menu', event: again }];
}

function textRoute(text: string, turn: Turn): Route {
  const { conversation, word } = turn;
  const told = { kind: 'text', text } as const;
  const language = languageNamed(text);
  if (language) return calls(act('settings', { do: 'setLanguage', language }));
  const howItWas = afterVisit(text, word, turn);
  if (howItWas) return calls(act('feedback', howItWas));
  // What they say of it is the beginning of the report.
  if (word === 'problem') return calls(act('report', { do: 'came', ...nothingCame, text }));
  if (word && !isAnswer(word)) return calls(wordCall(word, turn));
  const { burst } = conversation;
  // Words that follow a file are about it.
  if (!word && burst !== null && burst.photos.length + burst.others.length > 0)
    return { kind: 'collect', photo: null, other: null, words: text };
  const comes = word ? null : aboutComing(text, turn);
  // No car and no fault is called so: they write of the visit, not of the booking that they left.
  const isOfVisit = comes !== null && conversation.flow?.name === 'book' && turn.said?.kind !== 'yes';
  const taken = isOfVisit ? comes : (inProgress(conversation, told, turn) ?? comes);
  if (taken) return calls(taken);
  const digits = codeIn(text);
  if (digits !== null) return calls(act('link', { do: 'code', digits }));
  if (!word && !conversation.flow && nod.test(text)) return calls(act('menu', { do: 'welcome' }));
  if (!word) return { kind: 'collect', photo: null, other: null, words: text };
  const answered =
    offerAnswer(word, turn) ??
    estimateAnswer(word, turn) ??
    comingAnswer(word, turn) ??
    waitlistAnswer(word, turn);
  // Whoever waits for a person answers that person: a short "no" is passed on, and met with no menu.
  if (!answered && !conversation.flow && turn.case.waitingSince !== null && isCalled(turn))
    return { kind: 'collect', photo: null, other: null, words: text };
  return calls(answered ?? act('menu', { do: 'open' }));
}

/** A thumb up and the like, with nothing asked: friendly, and nothing that a person would have to read. */
const nod = /^(?:👍|👌|🙏|❤|🤝|👏|😊|🙂|\p{EMod}|\uFE0F|\s)+$/u;

/** "Is that you?" was asked below an answer and no flow waits for it: a plain yes or no is meant for it all the same. */
function offerAnswer(word: Word, { conversation, customer }: Turn): Call | null {
  const open = conversation.linkOffer === 'made' && addressesOf(customer).length === 1;
  if (!open || conversation.flow) return null;
  return word === 'yes' || word === 'no' ? act('link', { do: word }) : null;
}

/** Words that say whether somebody comes to the visit that is before them. */
function aboutComing(text: string, turn: Turn): Call | null {
  const { said, conversation } = turn;
  if (!said) return null;
  // A bare "15 minutes" says how late they are, unless something else is asked or a person is to hear it.
  if (said.kind === 'span' && (conversation.flow !== null || turn.case.waitingSince !== null)) return null;
  if (meantVisit(said, turn)) return act('coming', { do: 'words', text });
  const missed = said.kind === 'here' ? missedToday(turn) : null;
  return missed && act('coming', { do: 'here', id: missed.id });
}

/** A plain yes to a visit that is near says that they come, once; a plain no says the contrary only to who was asked. */
function comingAnswer(word: AnswerWord, turn: Turn): Call | null {
  if (turn.conversation.flow || word === 'skip') return null;
  const visit = word === 'no' ? askedVisit(turn) : awaitedVisit(turn);
  if (!visit) return null;
  if (word === 'no') return act('coming', { do: 'cant', id: visit.id });
  return visit.life.coming?.kind === 'yes'
    ? act('menu', { do: 'welcome' })
    : act('coming', { do: 'yes', id: visit.id });
}

/** A time may be kept for who waits: a plain yes or no shows it again with its buttons, or what they wait for. */
function waitlistAnswer(word: AnswerWord, { customer }: Turn): Call | null {
  return word === 'skip' || customer.waits.length === 0 ? null : act('waitlist', { do: 'list' });
}

/**
 * Whether what is not understood is about an estimate: nothing else is asked, or it came after the last tap, so that what was
 * begun before it is not what they write about.
 */
function estimateWaits({ conversation, customer }: Pick<Turn, 'conversation' | 'customer'>): boolean {
  const { flow, tappedAt } = conversation;
  if (flow?.name === 'estimate') return false;
  return customer.orders.some((head) => isOpen(head) && (flow === null || head.at > tappedAt));
}

/** A plain yes or no while an estimate waits agrees to no sum: the estimate is shown again, with its buttons. */
function estimateAnswer(word: Word, { conversation, customer }: Turn): Call | null {
  const isAsked = conversation.flow?.name === 'estimate' && customer.orders.some(isOpen);
  if (!isAsked && !estimateWaits({ conversation, customer })) return null;
  return word === 'yes' || word === 'no' ? act('estimate', { do: 'waiting' }) : null;
}

function inProgress(conversation: Conversation, told: FlowEvent<unknown>, turn: Turn): Call | null {
  const { flow } = conversation;
  if (!flow) return null;
  return flowNamed(flow.name)?.takes(flow.state, told, turn) ? { flow: flow.name, event: told } : null;
}

const gone = act('menu', { do: 'gone' });
/** Nothing follows; the message is only recorded, and a tap answered. */
export const nothing: Route = { kind: 'nothing' };

function calls(call: Call): Route {
  return { kind: 'calls', calls: [call] };
}

/** The action behind a button, as the row that offered it holds it. */
function optionAt(messages: readonly Outbound[], index: number): Call {
  const action = messages.flatMap(actionsOf)[index];
  return action ? act(action.flow, action.data) : gone;
}

function pageOf(message: Outbound | undefined, page: number): Call {
  return message?.kind === 'say' ? act('delivery', { do: 'page', message, page }) : gone;
}

/** The message among those of a row that carries the button with this index. */
export function tappedMessage(messages: readonly Outbound[], index: number | undefined): Outbound | null {
  let left = index ?? Number.POSITIVE_INFINITY;
  for (const message of messages) {
    const own = actionsOf(message).length;
    if (left < own) return message;
    left -= own;
  }
  return null;
}

/** Timer keys begin with the flow that set them: `clock#…`. */
function timerFlow(key: string): string {
  return key.split('#')[0] ?? '';
}
