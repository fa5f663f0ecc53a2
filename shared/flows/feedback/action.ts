import * as z from 'zod';
import type { Customer, PastVisit } from '#shared/domain/customer.ts';
import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import {
  type Mark,
  markSchema,
  type Rating,
  ratingReasonSchema,
  ratingReasons,
} from '#shared/domain/visit/rating.ts';
import type { Station } from '#shared/station/schema.ts';
import { button, type Turn } from '../flow.ts';

/** What can be answered after a visit; each names its visit, so that an old button means what it showed. */
export const feedbackAction = z.discriminatedUnion('do', [
  /** The question once more, to change the answer. */
  z.object({ do: z.literal('ask'), visit: z.string() }),
  /** `text`: the person's words, where they said more than the mark. */
  z.object({ do: z.literal('mark'), visit: z.string(), mark: markSchema, text: z.string().default('') }),
  z.object({ do: z.literal('reason'), visit: z.string(), reason: ratingReasonSchema }),
  /** No more reasons. */
  z.object({ do: z.literal('done'), visit: z.string() }),
  z.object({ do: z.literal('skip') }),
  /** Own words about the visit, or a voice message. */
  z.object({ do: z.literal('words'), visit: z.string(), text: z.string(), files: z.array(z.string()) }),
  /** Whether to be written to when the next service is due. */
  z.object({ do: z.literal('service'), given: z.boolean() }),
]);
export type FeedbackAction = z.infer<typeof feedbackAction>;

export function act(label: Phrase, data: z.input<typeof feedbackAction>): Option {
  return button(label, { flow: 'feedback', data });
}

export function pastNamed({ past }: Pick<Customer, 'past'>, visit: string): PastVisit | undefined {
  return past.find(({ id }) => id === visit);
}

export function withPast(customer: Customer, changed: PastVisit): Customer {
  return { ...customer, past: customer.past.map((one) => (one.id === changed.id ? changed : one)) };
}

/** The question, the day after. */
export function askCard({ id, vehicle }: PastVisit): Say {
  const mark = (label: 'Good' | 'Soso' | 'Bad', given: Mark) =>
    act(phrase(`feedbackLabel${label}`), { do: 'mark', visit: id, mark: given });
  return card('aside', phrase('feedbackAsk', { car: vehicle.short }), [
    [mark('Good', 'good'), mark('Soso', 'soso'), mark('Bad', 'bad')],
  ]);
}

/** What went wrong: several may be chosen; the chosen ones show it. `lead`: what stands above the question. */
export function whyCard(
  { id }: PastVisit,
  { mark, reasons }: Pick<Rating, 'reasons'> & { readonly mark: 'soso' | 'bad' },
  lead: readonly Phrase[],
  { station }: Pick<Turn, 'station'>,
): Say {
  const rows = ratingReasons.map((reason) => [
    act(phrase('feedbackLabelReason', { reason, chosen: reasons.includes(reason) }), {
      do: 'reason',
      visit: id,
      reason,
    }),
  ]);
  return card(
    'aside',
    [...lead, phrase('feedbackWhy', { mark }), ...review(station)],
    [...rows, [act(phrase('feedbackLabelDone'), { do: 'done', visit: id })]],
  );
}

/** The public review, as the last line of every answer to a mark: it is offered to everybody, or to nobody. */
export function review({ reviewUrl }: Pick<Station, 'reviewUrl'>): readonly Phrase[] {
  return reviewUrl === null ? [] : [phrase('feedbackReview', { url: reviewUrl })];
}
