import type { Inbound, InboundEvent } from '#shared/domain/inbound.ts';
import type { Fetched } from '#shared/domain/job.ts';
import { actionsOf, type Outbound } from '#shared/domain/outbound.ts';
import { archiveCame } from './archive.ts';
import { type FailedRow, failedAction } from './delivery.ts';
import { documentCame } from './estimate/document.ts';
import type { Turn } from './flow.ts';
import { act, aheadOnly, type Call, commandCall } from './meant.ts';
import { calledAs, cameOf, unread, urgent } from './report/arrivals.ts';
import { recentHead } from './report/row.ts';
import { burstCalls } from './routing/burst.ts';
import { calls, nothing, type Route } from './routing/kinds.ts';
import { inProgress } from './routing/progress.ts';
import { isNod, textRoute } from './routing/text.ts';
import type { Word } from './word.ts';

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
  if (turn.word === 'stopWork') {
    const asked = act('stopWork', { do: 'asked', text: cameOf(event).text });
    const ahead = turn.case.baton === 'person' ? null : aheadOnly(turn);
    return ahead ? { kind: 'calls', calls: [asked, ahead] } : calls(asked);
  }
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
      return { kind: 'person', expects: word !== 'thanks' && !isNod(event.text), joins: null };
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
        ? { kind: 'calls', calls: burstCalls(turn) }
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

const gone = act('menu', { do: 'gone' });
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
