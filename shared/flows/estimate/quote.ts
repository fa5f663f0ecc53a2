import type { Facts, Need } from '#shared/domain/facts.ts';
import type { Agreement } from '#shared/domain/order/agreement.ts';
import { card, type Option } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { answer, button, type Decision, type Turn, verbatim } from '../flow.ts';
import { actsOf } from './action.ts';

/** Agreements that one message quotes. */
const perMessage = 3;

/** Of whom agreements are read: of all that this person ever was, and of those for whom they answer. */
export function needsOfQuote({ customer }: Turn): readonly Need[] {
  const { id, formerly, approvesFor } = customer;
  return [{ kind: 'agreements', of: [id, ...formerly, ...approvesFor.map((one) => one.customer)] }];
}

/** "What did we agree": the newest agreements in the very words that were shown then, whatever the texts say by now. */
export function quote(page: number, facts: Facts, turn: Turn): Decision<never> {
  const theirs = agreementsOf(facts, turn);
  const shown = theirs.slice(page * perMessage, (page + 1) * perMessage);
  const [newest] = shown;
  if (!newest) return answer(card('aside', phrase('estimateNothingAgreed')));
  const earlier = button(phrase('estimateLabelEarlier'), {
    flow: 'estimate',
    data: { do: 'agreed', page: page + 1 },
  });
  const buttons = [...documentOf(shown), ...(theirs.length > (page + 1) * perMessage ? [[earlier]] : [])];
  return answer(
    card(
      'aside',
      shown.map((one) => verbatim(one.shown)),
      buttons,
    ),
  );
}

/** The newest agreement that can be had as a document. */
export function newestOf(facts: Facts, turn: Turn): Agreement | null {
  return agreementsOf(facts, turn).find(({ kind }) => kind === 'answer' || kind === 'signed') ?? null;
}

/** Of a customer for whom they answer only what they answered themselves: the rest is none of theirs. */
function agreementsOf({ agreements }: Facts, { customer }: Turn): readonly Agreement[] {
  const own = [customer.id, ...customer.formerly];
  return agreements.filter(({ of, who }) => own.includes(of) || own.includes(who.customer));
}

function documentOf(shown: readonly Agreement[]): readonly (readonly Option[])[] {
  const found = shown.find(({ kind }) => kind === 'answer' || kind === 'signed');
  if (!found) return [];
  const act = actsOf(found, found.estimate.edition);
  return [[act(phrase('estimateLabelDocument'), { do: 'document', number: found.number })]];
}
