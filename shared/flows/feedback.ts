import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { askCard, type FeedbackAction, feedbackAction, pastNamed } from './feedback/action.ts';
import { asked } from './feedback/ask.ts';
import { finished, marked, reasoned, said } from './feedback/mark.ts';
import {
  type ServiceState,
  serviceAnswered,
  serviceQuestion,
  serviceState,
} from './feedback/service-consent.ts';
import { answer, type Decision, defineFlow, type Turn } from './flow.ts';

/**
 * How it was: asked once on the next working day, answered by a tap, a word or an emoji; what went wrong; and whether to write when
 * the next service is due. No answer is an answer: nothing more is sent.
 */
export const feedback = defineFlow({
  name: 'feedback',
  state: serviceState,
  action: feedbackAction,
  takes: (_state, event, { word }) => event.kind === 'text' && (word === 'yes' || word === 'no'),
  timers: true,
  needs: () => [],
  decide: (state, event, _facts, turn) => {
    switch (event.kind) {
      case 'timer':
        return asked(event.key, event.data, turn);
      case 'action':
        return acted(event.action, turn);
      case 'text':
        return serviceAnswered(turn.word === 'yes', turn);
      case 'again':
      case 'contact':
        return state === null
          ? answer()
          : { ...answer(serviceQuestion(state.car, [phrase('helpInStep')])), understood: false };
    }
  },
});

function acted(action: FeedbackAction, turn: Turn): Decision<ServiceState> {
  switch (action.do) {
    case 'service':
      return serviceAnswered(action.given, turn);
    case 'skip':
      return answer(card('aside', phrase('feedbackSkipped')));
    case 'ask':
    case 'mark':
    case 'reason':
    case 'done':
    case 'words':
      return aboutVisit(action, turn);
  }
}

type OfVisit = Exclude<FeedbackAction, { do: 'service' | 'skip' }>;

function aboutVisit(action: OfVisit, turn: Turn): Decision<ServiceState> {
  const past = pastNamed(turn.customer, action.visit);
  // So long ago that only the button remembers it.
  if (!past) return answer(card('aside', phrase('buttonGone')));
  switch (action.do) {
    case 'ask':
      return answer(askCard(past));
    case 'mark':
      return marked(past, action.mark, action.text, turn);
    case 'reason':
      return reasoned(past, action.reason, turn);
    case 'done':
      return finished(past, turn);
    case 'words':
      return said(past, action.text, action.files, turn);
  }
}
