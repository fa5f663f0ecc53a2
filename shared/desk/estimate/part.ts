import { type Content, wordsOf } from '#shared/domain/content.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { definePart } from '../part.ts';
import { type About, type DeskDecision, type DeskEvent, type DeskTurn, reply, toast } from '../turn.ts';
import { type EstimateAction, estimateAction } from './action.ts';
import { kept, written } from './draft.ts';
import { photoAdded, photoSent } from './photos.ts';
import { previewCard, sentCard } from './preview.ts';
import { askHow, askLines, editionOf, recorded } from './record.ts';
import { refusedToast } from './refused.ts';
import { discarded, goneOn, questionOver, sent, withdrawn } from './send.ts';
import { askedOf, needsOf, openHead, orderAt } from './whose.ts';
import { isOne } from './words.ts';
import { worked, workStepOf } from './work.ts';

/** Estimates and work orders at the desk: written, seen, sent, recorded, and whether work goes on. */
export const estimatePart = definePart<EstimateAction>({
  name: 'desk.estimate',
  action: estimateAction,
  commands: ['estimate', 'work', 'agreed'],
  needs: (event, turn) => {
    const { about, now } = turn;
    if (!about) return [];
    return needsOf(event.kind === 'action' ? event.action : openHead(about, now), about);
  },
  decide: (event, facts, turn) => {
    const { about } = turn;
    if (!about)
      return event.kind === 'action' ? toast(phrase('relayGone')) : reply(say(phrase('orderNotHere')));
    switch (event.kind) {
      case 'content':
        return replied(event.content, about, facts, turn);
      case 'command':
        return commanded(event, about, facts, turn);
      case 'action':
        return acted(event.action, about, facts, turn);
    }
  },
});

/** An answer to the preview: a photo joins it, a whole estimate takes its place, and nothing of it goes to the customer. */
function replied(content: Content, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  if (content.kind !== 'text') return photoSent(content, turn);
  const words = wordsOf(content);
  return /\p{L}.*\d/su.test(words) ? written(words, about, facts, turn) : reply(say(phrase('orderReplied')));
}

type Command = Extract<DeskEvent<EstimateAction>, { kind: 'command' }>;

function commanded({ name, words }: Command, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  if (name === 'estimate') return written(words, about, facts, turn);
  const order = orderAt(openHead(about, turn.now), about, facts);
  if (!order) return reply(say(phrase('orderNothing')));
  if (name === 'agreed') {
    const edition = order.draft?.edition ?? order.estimate?.edition ?? 0;
    const how = howOf(words);
    return told(how ? askLines(order, edition, how, []) : askHow(order, edition));
  }
  const step = workStepOf(words);
  return step ? told(worked(step, order, about, turn)) : reply(say(phrase('orderWorkHow')));
}

const byPhone = ['phone', 'call', 'телефон', 'тел', 'телефону', 'телефоном', 'τηλεφωνο', 'τηλ'];
const atDesk = ['desk', 'signed', 'стойка', 'стойке', 'подпись', 'стійка', 'підпис', 'γκισε', 'υπογραφη'];

function howOf(words: string): 'phone' | 'desk' | null {
  if (isOne(words, byPhone)) return 'phone';
  return isOne(words, atDesk) ? 'desk' : null;
}

/** A command has no button whose answer could say it. */
function told(decision: DeskDecision): DeskDecision {
  const { toast: words, ...rest } = decision;
  if (!words) return rest;
  return { ...rest, say: [...rest.say, { to: 'here', priority: 'answer', message: say(words) }] };
}

function acted(asked: EstimateAction, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const order = orderAt(asked, about, facts);
  if (!order) return toast(phrase('relayGone'));
  const { edition } = asked;
  switch (asked.do) {
    case 'send':
      return sent(order, edition, about, facts, turn);
    case 'discard':
      return discarded(order, edition, about);
    case 'keep':
      return order.draft?.edition === edition
        ? kept(order, about, facts, turn)
        : refusedToast('older', order);
    case 'within':
      return goneOn(order, edition, about, facts, turn);
    case 'record':
      return askLines(order, edition, asked.how, asked.choices);
    case 'recorded':
      return recorded(order, edition, asked.how, asked.choices, about, facts, turn);
    case 'shown':
      return shown(asked, about, facts, turn);
    case 'withdraw':
      return withdrawn(order, edition, about, facts, turn);
    case 'call': {
      const { name, phone } = askedOf(about, facts, turn);
      return toast(phrase('orderPhone', { name, phone: phone ?? '' }));
    }
    case 'answered':
      return questionOver(order);
    case 'work':
      return worked(asked.to, order, about, turn);
    case 'photo':
      return photoAdded(order, asked, about, facts, turn);
  }
}

/** Back from the lines to what they are of: the draft, or the estimate that was sent. */
function shown(asked: EstimateAction, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const order = orderAt(asked, about, facts);
  const estimate = order && editionOf(order, asked.edition);
  if (!order || !estimate) return toast(phrase('relayGone'));
  const known = askedOf(about, facts, turn);
  if (order.draft === estimate) return reply(previewCard(order, estimate, about, known, turn));
  return reply(sentCard(order, estimate, estimate.by, known.name));
}
