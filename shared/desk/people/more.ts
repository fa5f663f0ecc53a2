import { upcomingVisits } from '#shared/domain/customer.ts';
import { card, type Option } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { tokenFrom } from '#shared/domain/token.ts';
import { act } from '../card.ts';
import { diaryButton } from '../diary/plan.ts';
import { type About, type DeskDecision, type DeskTurn, reply } from '../turn.ts';

/** How long a link to a talk is good for. Milliseconds. */
const historyMs = 7 * 24 * 60 * 60_000;

/** What is done seldom and has no place on the card. */
export function more({ case: known, customer }: About, turn: DeskTurn): DeskDecision {
  const { change, url } = historyLink(turn);
  const history: Option = { kind: 'link', label: phrase('relayLabelHistory'), url };
  const hand = known.baton === 'person' ? [] : [act('caseLabelHandOver', 'handOver')];
  const visits = upcomingVisits(customer, turn.now).length > 0 ? [diaryWays] : [];
  const menu = card('aside', phrase('relayMore'), [
    ...visits,
    [...hand, act('caseLabelBlock', 'block')],
    [history],
  ]);
  return { ...reply(menu), changes: [change] };
}

const diaryWays: readonly Option[] = [
  diaryButton(phrase('diaryLabelMove'), { do: 'move' }),
  diaryButton(phrase('diaryLabelCancel'), { do: 'cancel' }),
];

/** A link to all that was said with the customer, for a week. */
export function historyLink({ token, publicUrl, now }: Pick<DeskTurn, 'token' | 'publicUrl' | 'now'>) {
  const secret = tokenFrom(token, 0);
  const change = { kind: 'link', token: secret, to: { of: 'history' }, until: now + historyMs } as const;
  return { change, url: `${publicUrl}/h/${secret}` };
}
