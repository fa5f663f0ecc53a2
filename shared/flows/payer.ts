import type { Facts, Need } from '#shared/domain/facts.ts';
import { card, type Option } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { answer, button, type Decision, defineFlow, type FlowEvent, type Turn } from './flow.ts';
import { act, type PayerAction, type PayerState, payerAction, payerState } from './payer/action.ts';
import { askedOther, isApproverOf } from './payer/asked.ts';
import { askEnd, end, needsOfEnd } from './payer/end.ts';
import { limitCard, needsOfLimit, noLimit, notTheirLimit, setLimit } from './payer/limit.ts';
import { putOffAgain, putOffAnswered } from './payer/put-off.ts';
import { accepted, askCard, needsOfRequest, newCode, refused } from './payer/request.ts';

/**
 * Who says yes to costs, how much may be added without asking, and what was put off. Somebody else answers only after they
 * accepted it in their own chat, and only for as long as both sides want it.
 */
export const payer = defineFlow({
  name: 'payer',
  state: payerState,
  action: payerAction,
  takes: (_state, event, { word }) => event.kind === 'text' && (word === 'yes' || word === 'no'),
  needs: (state, event, turn) => needsOf(meant(state, event, turn), turn),
  decide: (state, event, facts, turn) => {
    if (event.kind === 'again' && state) return again(state, turn);
    const asked = meant(state, event, turn);
    return asked ? decided(asked, facts, turn) : answer();
  },
});

/** A button, or the word that says the same. */
function meant(
  state: PayerState | null,
  event: FlowEvent<PayerAction>,
  { word }: Pick<Turn, 'word'>,
): PayerAction | null {
  if (event.kind === 'action') return event.action;
  if (event.kind !== 'text' || state === null) return null;
  switch (state.step) {
    case 'asked': {
      const { step: _, name: _name, cars: _cars, ...request } = state;
      return { do: word === 'yes' ? 'accept' : 'refuse', ...request };
    }
    case 'putOff': {
      const { step: _, ...of } = state;
      return { do: word === 'yes' ? 'look' : 'notNow', ...of };
    }
  }
}

function needsOf(asked: PayerAction | null, turn: Turn): readonly Need[] {
  switch (asked?.do) {
    case 'accept':
    case 'refuse':
      return needsOfRequest(asked);
    case 'askEnd':
    case 'end':
      return needsOfEnd(asked, turn);
    case 'limit':
    case 'setLimit':
      return needsOfLimit(asked, turn);
    case 'about':
      return [{ kind: 'people', ids: [asked.of] }];
    case 'open':
    case 'other':
    case 'look':
    case 'notNow':
    case 'never':
    case undefined:
      return [];
  }
}

function decided(asked: PayerAction, facts: Facts, turn: Turn): Decision<PayerState> {
  switch (asked.do) {
    case 'open':
      return answer(ownCard(turn));
    case 'about':
      return about(asked.of, facts, turn);
    case 'other':
      return newCode(turn);
    case 'accept':
      return accepted(asked, facts, turn);
    case 'refuse':
      return refused(asked, facts, turn);
    case 'askEnd':
      return askEnd(asked, facts, turn);
    case 'end':
      return end(asked, facts, turn);
    case 'limit':
      return answer(notTheirLimit(asked.of, facts, turn) ?? limitCard(asked.of));
    case 'setLimit':
      return setLimit(asked, facts, turn);
    case 'look':
    case 'notNow':
    case 'never':
      return putOffAnswered(asked, turn);
  }
}

const menuRow: readonly Option[] = [button(phrase('labelMenu'), { flow: 'menu', data: { do: 'open' } })];
const limitRow = (of: string | null) => [act(phrase('payerLabelLimit'), { do: 'limit', of })];
const endRow = (of: string | null) => [act(phrase('payerLabelEnd'), { do: 'askEnd', of })];
/** A list holds ten rows. */
const mostOwners = 7;

/** Who answers, and for whom the reader does. */
function ownCard({ customer }: Turn) {
  const other = askedOther(customer) !== null;
  const owners = customer.approvesFor.slice(-mostOwners).reverse();
  return card(
    'aside',
    phrase('payerCard', {
      name: other ? (customer.approver?.name ?? '') : null,
      ...(customer.allowance ?? noLimit),
    }),
    [
      [act(phrase('payerLabelOther'), { do: 'other' })],
      other ? endRow(null) : limitRow(null),
      ...owners.map(({ customer: of, name }) => [
        act(phrase('payerLabelFor', { name }), { do: 'about', of }),
      ]),
      menuRow,
    ],
  );
}

/** The same for somebody for whom the reader answers. */
function about(of: string, facts: Facts, turn: Turn): Decision<never> {
  const owner = facts.people.get(of)?.customer;
  if (!owner || !isApproverOf(turn.customer, owner)) return askEnd({ do: 'askEnd', of }, facts, turn);
  const text = phrase('payerCardFor', { name: owner.name, ...(owner.allowance ?? noLimit) });
  return answer(card('aside', text, [limitRow(of), endRow(of), menuRow]));
}

/** The question once more, for somebody who came back or wrote something else. */
function again(state: PayerState, turn: Turn): Decision<PayerState> {
  const lead = [phrase('helpInStep')];
  switch (state.step) {
    case 'asked':
      return { ...answer(askCard(state, lead)), understood: false };
    case 'putOff': {
      const message = putOffAgain(state, lead, turn.customer);
      return message ? { ...answer(message), understood: false } : { ...answer(), next: { kind: 'done' } };
    }
  }
}
