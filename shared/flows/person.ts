import * as z from 'zod';
import type { CaseChange } from '#shared/domain/case.ts';
import { arrivals } from '#shared/domain/conversation.ts';
import { type Say, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { isCalled, nightPromise, toldAtNight, unanswered } from './baton/waits.ts';
import { bookingForDesk } from './booking/for-desk.ts';
import { type AnswerPromise, callMe, handOver, promiseGiven } from './call-person.ts';
import { happened } from './count.ts';
import { answer, type Decision, defineFlow, type Outgoing, type Turn, toCustomer } from './flow.ts';

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('call') }),
  /** Called by the bot itself: it did not understand twice. */
  z.object({ do: z.literal('misunderstood'), text: z.string() }),
  /** Words that follow a call within the half hour: they belong to it. */
  z.object({ do: z.literal('more'), text: z.string() }),
  z.object({
    do: z.literal('file'),
    what: z.enum(arrivals),
    file: z.string(),
    text: z.string(),
  }),
]);

/** A person in one step: the request is stored, the advisors see it, and the customer knows who answers and by when. */
export const person = defineFlow({
  name: 'person',
  state: z.never(),
  action,
  takes: () => false,
  needs: () => [],
  decide: (_state, event, _facts, turn) => {
    const asked = event.kind === 'action' ? event.action : { do: 'call' as const };
    switch (asked.do) {
      case 'call':
        return calledJustNow(turn)
          ? answer(promised(turn)(promiseGiven(turn)))
          : handOver(turn, 'asked', promised(turn));
      case 'misunderstood':
        return counted(asked.text, misunderstood(asked.text, turn), turn);
      case 'more':
        return handOver(
          turn,
          'more',
          ({ advisor, by }) => say(phrase('passedOn', { advisor, by })),
          asked.text,
        );
      case 'file': {
        const { what, file, text } = asked;
        const thanks = ({ advisor, by }: AnswerPromise) => say(phrase('fileReceived', { what, advisor, by }));
        return handOver(turn, 'file', thanks, text, [file]);
      }
    }
  },
});

/** The advisors read both things that were said, and the booking in the middle of which it was. */
function misunderstood(text: string, turn: Turn): Decision<never> {
  const { missed = text } = turn.conversation;
  const both = missed === text ? text : `${missed}\n${text}`;
  return handOver(turn, 'misunderstood', promised(turn), both, [], { beside: bookingForDesk(turn) });
}

/** For the owner's figures: the bot did not understand twice, and what it was about. */
function counted(text: string, decision: Decision<never>, turn: Turn): Decision<never> {
  const { language } = turn;
  const what = { what: 'missed', language, topic: turn.missTopicOf(text) } as const;
  const missed = happened(`missed#${turn.id}`, what, turn);
  return { ...decision, changes: [...decision.changes, missed] };
}

/** Asked for again within minutes: the promise is repeated, the advisors are not asked twice. */
const justNowMs = 10 * 60_000;

function calledJustNow(turn: Turn): boolean {
  return turn.now - turn.conversation.calledAt < justNowMs && isCalled(turn);
}

/** Words to a person who has the talk, of whom nobody is there now; nothing where that was said tonight. */
export function afterHours(turn: Turn): { readonly say: readonly Outgoing[]; readonly case: CaseChange } {
  const promise = nightPromise(turn);
  if (promise === null) return { say: [], case: unanswered(turn) };
  return { say: [toCustomer(promised(turn)(promise))], case: toldAtNight(turn, promise) };
}

function promised({ station }: Turn): (promise: AnswerPromise) => Say {
  return (promise) => say(phrase('personCalled', { ...promise, phone: station.phone }), [[callMe]]);
}
