import * as z from 'zod';
import { type Option, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { spokenDaySchema, topicSchema } from '#shared/domain/understood.ts';
import { answer, button, defineFlow } from './flow.ts';

const action = z.discriminatedUnion('ask', [
  z.object({ ask: z.enum(['address', 'hours', 'stored']) }),
  /** In words, in their order, about this work and these days; none named: about the booking in progress, or in general. */
  z.object({
    ask: z.literal('topics'),
    topics: z.array(topicSchema),
    services: z.array(z.string()),
    days: z.array(spokenDaySchema),
  }),
]);
export type QuestionAction = z.infer<typeof action>;

/** Questions that the station's own data answers, from any state and without disturbing it. */
export const questions = defineFlow({
  name: 'questions',
  state: z.never(),
  action,
  takes: () => false,
  needs: () => [],
  decide: (_state, event, _facts, { conversation }) => {
    const next = nextStep(conversation.flow?.name === 'book');
    const asked = event.kind === 'action' ? event.action.ask : 'address';
    switch (asked) {
      case 'address':
      case 'topics':
        return answer({ kind: 'place' }, say(phrase('address'), next));
      case 'hours':
        return answer(say(phrase('hours'), next));
      case 'stored':
        return answer(say(phrase('whatIsStored'), rights));
    }
  },
});

/** What anybody may ask of us about their data. */
const rights = [
  [
    button(phrase('ownLabelExport'), { flow: 'archive', data: { do: 'ask' } }),
    button(phrase('ownLabelErase'), { flow: 'erase', data: { do: 'ask' } }),
  ],
];

/** Back to the booking that was interrupted, or the way into one. */
function nextStep(busy: boolean): readonly (readonly Option[])[] {
  return [[button(phrase(busy ? 'labelContinue' : 'labelBook'), { flow: 'book', data: { do: 'open' } })]];
}
