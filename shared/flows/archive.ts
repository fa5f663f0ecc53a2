import * as z from 'zod';
import { addressKey } from '#shared/domain/address.ts';
import { type ArchiveJob, type Fetched, fetchedSchema } from '#shared/domain/job.ts';
import { type Relay, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { storedDocument } from '#shared/domain/stored.ts';
import { tokenFrom } from '#shared/domain/token.ts';
import { answer, type Decision, defineFlow, type Turn, toCustomer } from './flow.ts';

/**
 * "Export my data": jobs pack all that is kept of a person, part by part, and each part goes to the chat where it was asked for: as a
 * file where the messenger takes such files, else as a link that is good for a day.
 */

/** What comes back with a part. `way` is found by whoever packs it, `asked` is when the person did. */
const ticketSchema = z.object({
  flow: z.literal('archive'),
  asked: z.number(),
  part: z.int().min(1),
  parts: z.int().min(1),
  way: z.enum(['file', 'link']),
});
export type ArchiveTicket = z.infer<typeof ticketSchema>;

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('ask') }),
  z.object({ do: z.literal('came'), outcome: fetchedSchema, ticket: ticketSchema }),
]);
type Came = Extract<z.infer<typeof action>, { do: 'came' }>;

/** What a finished job means here; null where it brought something else. */
export function archiveCame(outcome: Fetched, ticket: unknown): Came | null {
  const known = ticketSchema.safeParse(ticket).data;
  return known ? { do: 'came', outcome, ticket: known } : null;
}

/** One archive in so long, and so long a link to it is good. */
const day = 24 * 60 * 60_000;

export const archive = defineFlow({
  name: 'archive',
  state: z.never(),
  action,
  takes: () => false,
  needs: () => [],
  decide(_state, event, _facts, turn) {
    if (event.kind !== 'action') return answer();
    return event.action.do === 'ask' ? asked(turn) : came(event.action, turn);
  },
});

function asked(turn: Turn): Decision<never> {
  const { customer, now } = turn;
  const next = (customer.archivedAt ?? Number.NEGATIVE_INFINITY) + day;
  if (now < next) return answer(say(phrase('archiveWait', { next })));
  return {
    ...answer(say(phrase('archiveComing'))),
    changes: [{ kind: 'customer', customer: { ...customer, archivedAt: now } }],
    jobs: [jobOf(1, now, turn)],
  };
}

function came({ outcome, ticket }: Came, turn: Turn): Decision<never> {
  // What was asked for before the person began anew (everything of theirs was erased) is not given to who is there now.
  if (turn.customer.archivedAt !== ticket.asked) return answer();
  switch (outcome.kind) {
    case 'stored':
      return passedOn(outcome, ticket, turn);
    case 'failed':
      return {
        ...answer(say(phrase('archiveFailed', { phone: turn.station.phone }))),
        changes: [{ kind: 'customer', customer: { ...turn.customer, archivedAt: null } }],
      };
  }
}

type Stored = Extract<Fetched, { kind: 'stored' }>;

function passedOn(stored: Stored, ticket: ArchiveTicket, turn: Turn): Decision<never> {
  const { asked: at, part, parts, way } = ticket;
  const shown = way === 'file' ? asFile(stored, ticket) : asLink(stored, ticket, turn);
  return {
    next: { kind: 'stay' },
    changes: [...shown.changes, kept(stored, ticket, turn)],
    say: [toCustomer(shown.message)],
    jobs: part < parts ? [jobOf(part + 1, at, turn)] : [],
  };
}

type Shown = {
  readonly message: Relay | ReturnType<typeof say>;
  readonly changes: Decision<never>['changes'];
};

function asFile(stored: Stored, { part, parts }: ArchiveTicket): Shown {
  return { message: storedDocument(stored, phrase('archiveReady', { part, parts })), changes: [] };
}

function asLink({ key, name }: Stored, { part, parts }: ArchiveTicket, turn: Turn): Shown {
  const token = tokenFrom(turn.token, 0);
  const until = turn.now + day;
  const open = {
    kind: 'link',
    label: phrase('archiveLabelFetch'),
    url: `${turn.publicUrl}/f/${token}.zip`,
  } as const;
  return {
    message: say(phrase('archiveLink', { part, parts, until }), [[open]]),
    changes: [{ kind: 'link', token, to: { of: 'archive', key, name: name ?? 'archive.zip' }, until }],
  };
}

/** The archive itself is a file of theirs: whoever erases or retires their files finds it among them. */
function kept({ key, mime, bytes }: Stored, { part }: ArchiveTicket, turn: Turn) {
  return {
    kind: 'file',
    file: {
      messageId: `archive-${turn.id}-${part}`,
      address: addressKey(turn.address),
      key,
      mime,
      bytes,
      what: 'archive',
      at: turn.now,
    },
  } as const;
}

/** The same part of the same wish is the same job, whenever it is told of. `at`: when the person asked. */
function jobOf(part: number, at: number, { customer, language, address }: Turn): ArchiveJob {
  const ticket: ArchiveTicket = { flow: 'archive', asked: at, part, parts: part, way: 'file' };
  return {
    v: 1,
    kind: 'archive',
    id: `archive ${customer.id} ${at} ${part} ${address.channel} ${address.chat}`,
    of: customer.id,
    until: at,
    part,
    language,
    tell: address,
    ticket,
  };
}
