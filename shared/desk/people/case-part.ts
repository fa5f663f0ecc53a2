import * as z from 'zod';
import type { CaseChange } from '#shared/domain/case.ts';
import { say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { definePart } from '../part.ts';
import { type About, type DeskDecision, type DeskTurn, toast, withoutCustomer } from '../turn.ts';
import { block, blockFor, unblock } from './block.ts';
import { handOver, handTo } from './hand-over.ts';
import { more } from './more.ts';

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('take') }),
  z.object({ do: z.literal('release') }),
  z.object({ do: z.literal('handOver') }),
  /** `to`: how the colleague is called in cases. */
  z.object({ do: z.literal('handTo'), to: z.string() }),
  z.object({ do: z.literal('giveBack') }),
  z.object({ do: z.literal('noAnswer') }),
  z.object({ do: z.literal('callDone') }),
  z.object({ do: z.literal('block') }),
  z.object({ do: z.literal('blockFor'), reason: z.enum(['abuse', 'spam', 'other']) }),
  z.object({ do: z.literal('unblock') }),
  z.object({ do: z.literal('more') }),
]);
type Action = z.infer<typeof action>;

/** Who has a customer's talk, and who does not need an answer: the buttons of the card and their commands. */
export const casePart = definePart<Action>({
  name: 'desk.case',
  action,
  commands: ['take', 'release', 'give', 'hand', 'done', 'callback'],
  needs: () => [],
  decide: (event, _facts, turn) => {
    const { about } = turn;
    if (!about) return withoutCustomer(event);
    switch (event.kind) {
      case 'action':
        return acted(event.action, about, turn);
      case 'command':
        return spoken(event.name, event.words, about, turn);
      case 'content':
        return { changes: [], say: [] };
    }
  },
});

function acted(asked: Action, about: About, turn: DeskTurn): DeskDecision {
  switch (asked.do) {
    case 'take':
      return take(about, turn);
    case 'release':
      return release(about, turn);
    case 'handOver':
      return handOver(turn);
    case 'handTo':
      return handTo(asked.to, about, turn);
    case 'giveBack':
      return giveBack(about, turn);
    case 'noAnswer':
      return noAnswer(about);
    case 'callDone':
      return callDone(about, turn);
    case 'block':
      return block();
    case 'blockFor':
      return blockFor(asked.reason, turn);
    case 'unblock':
      return unblock(about, turn);
    case 'more':
      return more(about, turn);
  }
}

function spoken(name: string, words: string, about: About, turn: DeskTurn): DeskDecision {
  switch (name) {
    case 'take':
      return told(take(about, turn));
    case 'release':
      return told(release(about, turn));
    case 'give':
      return told(giveBack(about, turn));
    case 'hand':
      return told(words === '' ? handOver(turn) : handTo(words, about, turn));
    case 'callback':
      return told(callDone(about, turn));
    default:
      return told(noAnswer(about));
  }
}

/** A command has no button whose answer could say it. */
function told(decision: DeskDecision): DeskDecision {
  const { toast: words, ...rest } = decision;
  if (!words || rest.say.some(({ to }) => to === 'here')) return rest;
  return { ...rest, say: [...rest.say, { to: 'here', priority: 'answer', message: say(words) }] };
}

function changed(change: CaseChange, words: Phrase): DeskDecision {
  return { changes: [], say: [], case: change, toast: words };
}

/** Of two who take it at once the second is told who has it: their decision was made on a case that changed. */
function take({ case: known }: About, { by }: DeskTurn): DeskDecision {
  if (known.blocked) return toast(phrase('relayShutOut', { by: known.blocked.by }));
  if (known.owner !== null && known.owner !== by.advisor && known.baton !== 'bot')
    return toast(phrase('relayTakenBy', { owner: known.owner }));
  return changed({ owner: by.advisor, baton: 'person' }, phrase('relayTaken'));
}

/** Back to all colleagues; the bot stays silent, since a person was promised or is talking. */
function release({ case: known }: About, { by }: DeskTurn): DeskDecision {
  if (known.owner === null) return toast(phrase('relayNobodys'));
  if (known.owner !== by.advisor && by.role !== 'manager')
    return toast(phrase('relayTakenBy', { owner: known.owner }));
  const baton = known.waitingSince === null ? known.baton : 'waiting';
  return changed({ owner: null, baton }, phrase('relayReleased'));
}

/** Back to the bot. The customer is told, where they can be written to freely; nobody is woken for it by a notice. */
function giveBack({ case: known, home, openUntil }: About, { now, by }: DeskTurn): DeskDecision {
  if (known.baton === 'bot') return toast(phrase('relayBotHasIt'));
  // Only an answer, or that none is needed, ends a wait; and nothing is closed that nobody answered.
  if (known.waitingSince !== null) return toast(phrase('relayStillWaits'));
  const isOpen = home !== null && (openUntil === null || openUntil > now);
  const advisor = known.owner ?? by.advisor;
  return {
    changes: [],
    say: isOpen
      ? [{ to: 'customer', priority: 'person', message: say(phrase('caseBack', { advisor })) }]
      : [],
    case: { baton: 'bot', owner: null },
    toast: phrase('relayGivenBack'),
  };
}

const nobodyWaits = { waitingSince: null, answerBy: null, alerts: 0 } as const;

function noAnswer({ case: known }: About): DeskDecision {
  if (known.waitingSince === null) return toast(phrase('relayNobodyWaits'));
  const baton = known.baton === 'waiting' ? 'bot' : known.baton;
  return changed({ ...nobodyWaits, baton }, phrase('relayNoAnswer'));
}

/** They were spoken to on the phone: that is an answer, too. */
function callDone({ case: known }: About, { by, now }: DeskTurn): DeskDecision {
  if (known.callback === null) return toast(phrase('relayNoCall'));
  const baton = known.baton === 'waiting' ? 'bot' : known.baton;
  const answered = { by: by.advisor, at: now };
  return changed({ ...nobodyWaits, baton, answered, callback: null }, phrase('relayCallDone'));
}
