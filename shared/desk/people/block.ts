import { card, type Option, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { type About, type DeskDecision, type DeskTurn, reply, toast } from '../turn.ts';

/** Why somebody is shut out: chosen by a button, so that nothing typed in a topic is taken for it. */
export function block(): DeskDecision {
  const because = (label: Phrase, reason: string): Option => ({
    kind: 'act',
    label,
    action: { flow: 'desk.case', data: { do: 'blockFor', reason } },
  });
  return reply(
    card('aside', phrase('relayShutOutWhy'), [
      [
        because(phrase('relayLabelAbuse'), 'abuse'),
        because(phrase('relayLabelSpam'), 'spam'),
        because(phrase('relayLabelOther'), 'other'),
      ],
    ]),
  );
}

type Reason = 'abuse' | 'spam' | 'other';

/** From now on nothing of theirs is answered or passed on, and nothing waits for them. */
export function blockFor(reason: Reason, { by, now }: DeskTurn): DeskDecision {
  const line = phrase('relayShutOutNow', { by: by.advisor, reason });
  return {
    changes: [],
    say: [{ to: 'here', priority: 'person', message: card('aside', line) }],
    case: {
      blocked: { by: by.advisor, reason, at: now },
      baton: 'bot',
      owner: null,
      waitingSince: null,
      answerBy: null,
      alerts: 0,
      callback: null,
    },
    toast: line,
  };
}

export function unblock({ case: known }: About, { by }: DeskTurn): DeskDecision {
  if (known.blocked === null) return toast(phrase('relayNotShutOut'));
  const line = phrase('relayLetIn', { by: by.advisor });
  return {
    changes: [],
    say: [{ to: 'topic', priority: 'answer', message: say(line) }],
    case: { blocked: null },
    toast: line,
  };
}
