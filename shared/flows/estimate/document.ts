import * as z from 'zod';
import type { Address } from '#shared/domain/address.ts';
import { type DocumentJob, type Fetched, fetchedSchema } from '#shared/domain/job.ts';
import type { Language } from '#shared/domain/language.ts';
import { agreementName } from '#shared/domain/order/agreement.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { storedDocument } from '#shared/domain/stored.ts';
import { answer, type Decision, defineFlow, type Turn, toCustomer, toDesk } from '../flow.ts';

/**
 * The document of a work order: a job makes it, and when it comes it goes to whoever it was made for, at the address that the
 * job names. What a decision adds to its `jobs` is `documentJob`; the rest happens here.
 */

const ticketSchema = z.object({
  flow: z.literal('estimate'),
  of: z.literal('document'),
  /** `K7M2QP-v2`, or the order's number alone: as the words beside the file call it. */
  name: z.string(),
  kind: z.enum(['agreement', 'declined', 'estimate']),
});
type Ticket = z.infer<typeof ticketSchema>;

/** Which document, and for whom. */
export type Wanted = {
  readonly order: Pick<Order, 'of' | 'ref' | 'state'>;
  /** Of the agreement; null: the estimate as it stands. */
  readonly number: number | null;
  /** The agreement says no to everything. */
  readonly declined?: boolean;
  /** Where it goes, where that is not the address of the step. */
  readonly to?: { readonly address: Address; readonly language: Language };
};

/** The job that makes a document. The same step makes the same one again; another wish is another job. */
export function documentJob({ order, number, declined = false, to }: Wanted, turn: Turn): DocumentJob {
  const { of, ref, state } = order;
  const { address, language } = to ?? turn;
  const name = number === null ? ref : agreementName({ ref, number });
  const proposed = state === 'signing' ? 'agreement' : 'estimate';
  const kind = number === null ? proposed : declined ? 'declined' : 'agreement';
  const ticket: Ticket = { flow: 'estimate', of: 'document', name, kind };
  return {
    v: 1,
    kind: 'document',
    id: `document ${turn.id} ${name} ${address.channel} ${address.chat}`,
    of,
    ref,
    number,
    language,
    tell: address,
    ticket,
  };
}

const documentAction = z.object({ do: z.literal('came'), outcome: fetchedSchema, ticket: ticketSchema });

/** What a finished job means here; null where it brought something else. */
export function documentCame(outcome: Fetched, ticket: unknown): z.infer<typeof documentAction> | null {
  const known = ticketSchema.safeParse(ticket).data;
  return known ? { do: 'came', outcome, ticket: known } : null;
}

/** Passes a document on that was made: to the person, and for the advisors to see in the topic. */
export const document = defineFlow({
  name: 'document',
  state: z.never(),
  action: documentAction,
  takes: () => false,
  needs: () => [],
  decide(_state, event, _facts, turn) {
    if (event.kind !== 'action') return answer();
    const { outcome, ticket } = event.action;
    switch (outcome.kind) {
      case 'stored':
        return passedOn(outcome, ticket);
      case 'failed':
        return answer(say(phrase('documentFailed', { name: ticket.name, phone: turn.station.phone })));
    }
  },
});

function passedOn(stored: Extract<Fetched, { kind: 'stored' }>, { kind, name }: Ticket): Decision<never> {
  const file = storedDocument(stored, phrase('documentReady', { kind, name }));
  return { next: { kind: 'stay' }, changes: [], say: [toCustomer(file), toDesk(file)] };
}
