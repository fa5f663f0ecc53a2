import type { Facts, Need } from '#shared/domain/facts.ts';
import { isOpen, notFor } from '#shared/domain/order/steps.ts';
import { type EstimateAction, estimateAction } from './estimate/action.ts';
import { approveAll, confirmed, pick, shown, signed } from './estimate/answer.ts';
import { changeCard, lineCard, nextCard } from './estimate/choose.ts';
import { document, lastDocument } from './estimate/paper.ts';
import { asksQuestion, type Question, questionAsked, questionOnly } from './estimate/question.ts';
import { needsOfQuote, quote } from './estimate/quote.ts';
import { isNotSo, isRight } from './estimate/recorded.ts';
import { needsOfTimer, timerFired } from './estimate/remind.ts';
import { needsOfSigning, openAt, signing, waiting } from './estimate/signing.ts';
import { isStanding, needsOf, refusal, type Standing, standingOf } from './estimate/standing.ts';
import { type EstimateState, estimateState } from './estimate/state.ts';
import { answer, type Decision, defineFlow, type FlowEvent, type Turn } from './flow.ts';

/** Estimates at whoever answers them: line by line, with questions, to an agreement that both sides can quote. */
export const estimate = defineFlow({
  name: 'estimate',
  state: estimateState,
  action: estimateAction,
  takes: ({ at }, event, { word }) => event.kind === 'text' && (at === 'question' || word === 'sign'),
  timers: true,
  needs: (state, event, turn) => needs(state, event, turn),
  decide: (state, event, facts, turn) => {
    switch (event.kind) {
      case 'action':
        return acted(event.action, state, facts, turn);
      case 'text':
        return told(state, event.text, facts, turn);
      case 'timer':
        return timerFired(event.key, event.data, facts, turn);
      case 'contact':
        return answer();
      case 'again':
        return again(state, facts, turn);
    }
  },
});

function needs(state: EstimateState | null, event: FlowEvent<EstimateAction>, turn: Turn): readonly Need[] {
  if (event.kind === 'timer') return needsOfTimer(event.data, turn);
  if (event.kind !== 'action') return state ? needsOf(state, turn) : [];
  const { action } = event;
  if ('ref' in action) return needsOf(action, turn);
  switch (action.do) {
    case 'sign':
      return needsOfSigning(state, turn);
    case 'waiting':
      return needsOfSigning(null, turn);
    case 'asked':
      return needsOfAsked(state, turn);
    case 'agreed':
    case 'lastDocument':
      return needsOfQuote(turn);
  }
}

function acted(
  action: EstimateAction,
  state: EstimateState | null,
  facts: Facts,
  turn: Turn,
): Decision<EstimateState> {
  switch (action.do) {
    case 'agreed':
      return quote(action.page, facts, turn);
    case 'lastDocument':
      return lastDocument(facts, turn);
    case 'sign':
      return signing(state, facts, turn);
    case 'asked':
      return asked(state, action, facts, turn);
    case 'waiting':
      return waiting(facts, turn);
    case 'document':
      return document(action, facts, turn);
    case 'right':
    case 'notSo': {
      const found = standingOf(action, facts, turn, 'ownerToo');
      if (!isStanding(found)) return found;
      return action.do === 'right'
        ? isRight(action.number, found, turn)
        : isNotSo(action.number, found, turn);
    }
    case 'all':
    case 'some':
    case 'line':
    case 'change':
    case 'pick':
    case 'confirm':
    case 'question':
    case 'show': {
      const found = standingOf(action, facts, turn);
      return isStanding(found) ? answering(action, found, turn) : found;
    }
  }
}

/** The estimate that words are about: the one that was asked about, else the one that waits. */
function askedAbout(state: EstimateState | null, turn: Turn) {
  return state?.at === 'question' ? state : openAt(turn);
}

function needsOfAsked(state: EstimateState | null, turn: Turn): readonly Need[] {
  const where = askedAbout(state, turn);
  return where ? needsOf(where, turn) : [];
}

type Answers = Exclude<
  EstimateAction,
  { do: 'agreed' | 'lastDocument' | 'asked' | 'waiting' | 'sign' | 'document' | 'right' | 'notSo' }
>;

function answering(action: Answers, standing: Standing, turn: Turn): Decision<EstimateState> {
  const { edition } = action;
  const { order } = standing;
  const closed = notFor(order, { edition, at: turn.now, who: turn.customer });
  // A newer edition is shown, whichever the button was of.
  if (action.do === 'show') return isOpen(order) ? shown(standing, turn) : refusal('already', standing, turn);
  if (closed !== null) return refusal(closed, standing, turn);
  switch (action.do) {
    case 'all':
      return approveAll(edition, standing, turn);
    case 'some':
      return answer(nextCard(order, turn.canEdit, action.page));
    case 'line': {
      const line = order.estimate.lines.find(({ id }) => id === action.line);
      return line ? answer(lineCard(order, line)) : refusal('noLine', standing, turn);
    }
    case 'change':
      return answer(turn.canEdit ? nextCard(order, true, 0) : changeCard(order));
    case 'pick': {
      const { line, says, option } = action;
      return pick(edition, { line, says, option }, standing, turn);
    }
    case 'confirm':
      return confirmed(edition, action.said, standing, turn);
    case 'question':
      return asksQuestion(edition, action.line, standing, turn);
  }
}

/** Words that answer: a question, or the word that signs. */
function told(state: EstimateState | null, text: string, facts: Facts, turn: Turn): Decision<EstimateState> {
  if (state?.at !== 'signing') return asked(state, { text, files: [] }, facts, turn);
  const found = standingOf(state, facts, turn);
  return isStanding(found) ? signed(state.edition, found, turn) : found;
}

/** A question goes to a person, also where the estimate is not open any more, and where nobody had tapped that there is one. */
function asked(
  state: EstimateState | null,
  question: Question,
  facts: Facts,
  turn: Turn,
): Decision<EstimateState> {
  const where = askedAbout(state, turn);
  const found = where && standingOf(where, facts, turn);
  const line = state?.at === 'question' ? state.line : null;
  return found && isStanding(found)
    ? questionAsked(question, line, found, turn)
    : questionOnly(question, turn);
}

/** They came back, or were not understood: what waits is shown again. */
function again(state: EstimateState | null, facts: Facts, turn: Turn): Decision<EstimateState> {
  const found = state && standingOf(state, facts, turn);
  if (!found) return { ...answer(), next: { kind: 'done' } };
  if (!isStanding(found)) return { ...found, next: { kind: 'done' } };
  return { ...shown(found, turn), understood: false };
}
