import { type Consents, hasAgreed, type Purpose, purposes } from '#shared/domain/consent.ts';
import { card, type Option, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { answer, type Decision, type Turn } from '../flow.ts';
import { act } from './action.ts';
import { ownCard } from './card.ts';
import { changesOf, consentOf } from './consent.ts';

/** A lone "stop" ends every automatic message, of all purposes; one tap takes exactly that back. */

/** The wording that a "stop" is recorded with. */
const wording = 'stop-1';

export function stopped(turn: Turn): Decision<never> {
  const { customer, now } = turn;
  const { consents } = customer;
  const isStopped = purposes.every((purpose) => consents[purpose]?.given === false);
  // Said twice it changes nothing: the way back to what was before stays that of the first one.
  if (isStopped) return answer(say(phrase('stopped')));
  const stop = consentOf(turn, wording, false);
  const back: Option = act(phrase('labelUndo'), { do: 'undoStop', at: now, before: consents });
  return {
    ...answer(say(phrase('stopped'), [[back]])),
    changes: changesOf(
      turn,
      purposes.map((purpose) => [purpose, stop] as const),
    ),
  };
}

/** Only what that "stop" stopped comes back: what was answered since stays as it was answered. */
export function undone(at: number, before: Consents, turn: Turn): Decision<never> {
  const { consents } = turn.customer;
  const since = (purpose: Purpose) => consents[purpose]?.at !== at || consents[purpose]?.wording !== wording;
  const answers = purposes
    .filter((purpose) => !since(purpose))
    .map((purpose) => [purpose, before[purpose] ?? null] as const);
  if (answers.length === 0) return answer(ownCard(turn, [phrase('ownNothingToUndo')]));
  const changes = changesOf(turn, answers);
  const on = purposes.filter(
    (purpose) => answers.some(([one]) => one === purpose) && hasAgreed(before, purpose),
  );
  return { ...answer(card('aside', backText(on))), changes };
}

function backText(on: readonly Purpose[]) {
  const [first, ...others] = on;
  if (first === undefined) return phrase('consentNo');
  return first === 'visit' && others.length === 0 ? phrase('resumed') : phrase('ownResumed', { on: [...on] });
}
