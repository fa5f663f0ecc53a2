import { openRequests, type Visit } from '#shared/domain/customer.ts';
import { noWish } from '#shared/domain/understood.ts';
import { isByHand } from './booking/by-hand.ts';
import { keepsAnswers } from './booking/state.ts';
import { isHereOnly } from './coming/which.ts';
import type { FlowEvent, Turn } from './flow.ts';
import { askedWork } from './questions/asked-work.ts';
import type { Word } from './word.ts';

/** A flow and what it is told. */
export type Call = { readonly flow: string; readonly event: FlowEvent<unknown> };

/** Words that answer a question; where nothing was asked they are politely met with the menu. */
export type AnswerWord = Extract<Word, 'yes' | 'no' | 'skip'>;

export function isAnswer(word: Word): word is AnswerWord {
  return word === 'yes' || word === 'no' || word === 'skip';
}

/** What is booked; who has no visit means the time that they wait for, or that an advisor is about to confirm. */
function bookedCall({ customer, case: { waitingSince }, now }: Turn): Call {
  if (customer.visits.length > 0) return act('visits', { do: 'list' });
  if (waitingSince !== null && isByHand(customer, now)) return act('person', { do: 'call' });
  return customer.waits.length > 0 ? waits : act('visits', { do: 'list' });
}

/** The visit whose card they were shown last, as long as they wrote and tapped nothing since. */
export function visitShown({ conversation, customer }: Turn): Visit | null {
  const { visitShown, heardAt } = conversation;
  if (!visitShown || visitShown.heardAt !== heardAt) return null;
  const visit = customer.visits.find(({ id }) => id === visitShown.visit);
  return visit?.life.stage === 'booked' ? visit : null;
}

/** The one visit there is, with the question whether it is to be cancelled. */
function onlyBooked({ customer, now }: Turn): Call | null {
  const [only, ...more] = [...customer.visits, ...openRequests(customer, now)];
  return only && more.length === 0 && 'life' in only ? act('visits', { do: 'askCancel', id: only.id }) : null;
}

/** With no car of theirs here "cancel everything" may mean the visit ahead as well: that is one tap away, with the question. */
export function aheadOnly(turn: Turn): Call | null {
  const { orders, visits } = turn.customer;
  const isAhead = orders.length === 0 && visits.every(({ life }) => life.stage === 'booked');
  return isAhead ? onlyBooked(turn) : null;
}

/** What an always-word asks for, whatever is in progress. */
export function wordCall(word: Exclude<Word, AnswerWord | 'problem'>, turn: Turn): Call {
  const busy = turn.conversation.flow?.name;
  const booked = bookedCall(turn);
  const shown = visitShown(turn);
  switch (word) {
    case 'person':
      return act('person', { do: 'call' });
    case 'callback':
      return act('callback', { do: 'ask' });
    case 'stop':
      return act('settings', { do: 'stop' });
    case 'stopWhat':
      return act('stopWork', { do: 'which' });
    case 'stopWork':
      return act('stopWork', { do: 'asked', text: '' });
    case 'status':
      return openRequests(turn.customer, turn.now).length > 0 ? act('visits', { do: 'list' }) : booked;
    case 'hello':
      return commandCall('start', '', turn);
    case 'thanks':
      return act('menu', { do: 'welcome' });
    case 'menu':
      return act('menu', { do: 'open' });
    case 'help':
      return act('menu', { do: 'help' });
    case 'back':
      if (busy === 'report') return act('report', { do: 'back' });
      return busy === 'book' ? act('book', { do: 'back' }) : act('menu', { do: 'back' });
    case 'cancel':
      if (busy === 'report') return act('report', { do: 'drop' });
      if (shown && turn.word === 'cancel') return act('visits', { do: 'askCancel', id: shown.id });
      if (busy === 'book') return act('book', { do: 'drop' });
      // A car that is here cannot be cancelled in the chat: a person hears it.
      return isHereOnly(turn) ? act('person', { do: 'call' }) : (onlyBooked(turn) ?? booked);
    case 'address':
      return act('questions', { ask: 'address' });
    case 'hours':
      return act('questions', { ask: 'hours' });
    case 'book':
      return busy !== 'book' && askedWork(turn).length > 0
        ? act('book', { do: 'words', wish: { ...noWish, intent: 'book' } })
        : act('book', { do: 'open' });
    case 'language':
      return act('settings', { do: 'language' });
    case 'settings':
      return act('settings', { do: 'open' });
    case 'link':
      return act('link', { do: 'open' });
    case 'agreed':
      return act('estimate', { do: 'agreed' });
    case 'document':
      return act('estimate', { do: 'lastDocument' });
    case 'sign':
      return act('estimate', { do: 'sign' });
    case 'export':
      return act('archive', { do: 'ask' });
    case 'erase':
      return act('erase', { do: 'ask' });
    case 'waitlist':
      return waits;
    case 'payer':
      return act('payer', { do: 'open' });
  }
}

const commands: Readonly<Record<string, Call>> = {
  book: act('book', { do: 'open' }),
  status: act('visits', { do: 'list' }),
  person: act('person', { do: 'call' }),
  address: act('questions', { ask: 'address' }),
  language: act('settings', { do: 'language' }),
  link: act('link', { do: 'open' }),
  stop: act('settings', { do: 'stop' }),
  settings: act('settings', { do: 'open' }),
  menu: act('menu', { do: 'open' }),
};

/** `/start` of someone who left in the middle of a booking brings that booking back; where nothing was chosen yet they are greeted. */
export function commandCall(name: string, payload: string, { conversation, customer }: Turn): Call {
  if (name === 'start') {
    if (conversation.flow?.name === 'book' && keepsAnswers(conversation.flow.state, customer))
      return { flow: 'book', event: { kind: 'again', because: 'returned' } };
    return act('menu', { do: 'start', source: payload });
  }
  return Object.hasOwn(commands, name) ? (commands[name] ?? help) : help;
}

/** A call with an action of that flow. */
export function act(flow: string, data: unknown): Call {
  return { flow, event: { kind: 'action', action: data } };
}

const help = act('menu', { do: 'help' });
const waits = act('waitlist', { do: 'list' });
