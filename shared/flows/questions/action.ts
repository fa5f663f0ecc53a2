import * as z from 'zod';
import { spokenDaySchema, topicSchema } from '#shared/domain/understood.ts';

const asked = {
  /** In the order of the words. */
  topics: z.array(topicSchema),
  /** The work that it is about; none named: the booking in progress, the visit before them, or in general. */
  services: z.array(z.string()),
};

export const questionActionSchema = z.discriminatedUnion('ask', [
  z.object({ ask: z.enum(['address', 'hours', 'stored']) }),
  z.object({
    ask: z.literal('topics'),
    ...asked,
    days: z.array(spokenDaySchema),
    /** A button below an answer, which says what it is about: it was counted when it was asked. */
    narrows: z.literal(true).exactOptional(),
  }),
  /** The answer was no help: a person is called, with what was asked. */
  z.object({ ask: z.literal('unhelped'), ...asked }),
]);
export type QuestionAction = z.infer<typeof questionActionSchema>;
export type Asked = Extract<QuestionAction, { ask: 'topics' }>;
