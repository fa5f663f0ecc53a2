import * as z from 'zod';
import { type Address, addressKey, addressOf } from '#shared/domain/address.ts';
import { wordsOf as wordsOfContent } from '#shared/domain/content.ts';
import { cut } from '#shared/domain/cut.ts';
import type { Change } from '#shared/domain/facts.ts';
import { failureSchema, type SendFailure } from '#shared/domain/failure.ts';
import { addressesOf } from '#shared/domain/identity.ts';
import { type Inbound, rungs } from '#shared/domain/inbound.ts';
import { type Option, type Outbound, outboundSchema, say } from '#shared/domain/outbound.ts';
import { type PhraseArgs, phrase } from '#shared/domain/phrase.ts';
import { answer, button, type Decision, defineFlow, type Repeats, type Turn } from './flow.ts';

const rowSchema = z.object({
  messages: z.array(outboundSchema),
  cause: z.enum(['person', 'timer']),
  priority: z.enum(['danger', 'person', 'answer', 'mirror']),
  openUntil: z.number().nullable(),
  again: z.string().nullable(),
  /** The advisor's message that it carries. */
  source: z.object({ at: z.string(), messageId: z.string() }).nullable(),
});

const action = z.discriminatedUnion('do', [
  /** Another part of the options of a message that a list could not hold. */
  z.object({ do: z.literal('page'), message: outboundSchema, page: z.number().int().min(0) }),
  z.object({
    do: z.literal('failed'),
    row: rowSchema,
    name: z.string(),
    part: z.number(),
    failure: failureSchema,
    already: z.enum(['held', 'givenUp']).nullable(),
    /** The person has another address by now: it is said there. */
    moved: z.boolean(),
  }),
]);
type Action = z.infer<typeof action>;
type Failed = Extract<Action, { do: 'failed' }>;

/** What was said is shown once more or could not be shown at all: say it again, or let the advisors know. */
export const delivery = defineFlow({
  name: 'delivery',
  state: z.never(),
  action,
  takes: () => false,
  needs: () => [],
  decide: (_state, event, _facts, turn) => {
    if (event.kind !== 'action') return answer();
    const { action: asked } = event;
    switch (asked.do) {
      case 'page':
        return answer(anew(asked.message, asked.page));
      case 'failed':
        return failed(asked, turn);
    }
  },
});

/** The row of the outbox that an `undelivered` event is about. */
export type FailedRow = Omit<z.infer<typeof rowSchema>, 'source'> & {
  readonly source?: z.infer<typeof rowSchema>['source'];
  readonly undelivered: string | null;
  readonly fates: Readonly<Record<string, { readonly rung: number }>>;
};

/**
 * What the flow is told of a message that did not arrive; null where nothing is to be decided: the row is gone or was
 * decided about before, the message arrived after all, or nobody ever wrote from there (the advisors' group is such a
 * place: what fails there must not be reported there).
 */
export function failedAction(inbound: Inbound, row: FailedRow | null, turn: Turn): Action | null {
  const { event, address } = inbound;
  if (event.kind !== 'undelivered' || row === null || row.undelivered !== null) return null;
  if (turn.conversation.version === 0 || same(address, turn.desk)) return null;
  if ((row.fates[event.part]?.rung ?? 0) >= rungs.delivered) return null;
  const { messages, cause, priority, openUntil, again, source = null } = row;
  return {
    do: 'failed',
    row: { messages: [...messages], cause, priority, openUntil, again, source },
    name: event.row,
    part: event.part,
    failure: event.failure,
    already: event.already ?? null,
    moved: !same(address, turn.address),
  };
}

function same(one: Address, other: Address | null): boolean {
  return other !== null && addressKey(one) === addressKey(other);
}

type Why = PhraseArgs['deskUndelivered']['why'];
/** What is done: it is said again at that moment, the advisors are told why it did not arrive, or both. */
type Verdict = { readonly again: number | null; readonly why: Why | null };

function failed(asked: Failed, turn: Turn): Decision<never> {
  const { row, failure, already } = asked;
  if (already === 'held')
    return { ...answer(), ...told(row.priority === 'person' ? 'held' : null, false, asked, turn) };
  const verdict = verdictOf(asked, turn.now);
  const noted = { kind: 'undelivered', row: asked.name, part: asked.part, why: failure.kind } as const;
  const changes: readonly Change[] = [noted, ...learned(asked)];
  const isFinal = verdict.again === null;
  const toDesk = told(verdict.why, isFinal, asked, turn);
  if (verdict.again === null) return { ...answer(), changes, ...toDesk };
  const repeats: Repeats = { because: failure.kind, notBefore: verdict.again, cause: row.cause };
  return {
    next: { kind: 'stay' },
    changes,
    ...toDesk,
    say: [
      ...row.messages.map((message) => ({
        to: 'customer' as const,
        priority: row.priority,
        message: anew(message),
      })),
      ...toDesk.say,
    ],
    repeats,
  };
}

const minute = 60_000;

/** Nothing is said a third time for the same reason. */
function verdictOf({ row, failure, already, moved }: Failed, now: number): Verdict {
  const tried = already === 'givenUp' || row.again === failure.kind;
  if (moved && row.again !== failure.kind) return again(now);
  switch (failure.kind) {
    case 'blocked':
      return tell('blocked');
    case 'windowClosed':
      if (already === 'givenUp') return tell('noAnswer');
      return tried ? tell('rejected') : again(now);
    case 'throttled':
      return tried
        ? tell('rejected')
        : { again: now + pauseOf(failure, row.cause), why: row.priority === 'person' ? 'throttled' : null };
    case 'ambiguous':
      return tried ? tell('lost') : again(now + minute);
    case 'unreachable':
      return tried ? tell('unreachable') : again(now + minute);
    case 'unauthorized':
      // Told at once, since only the station can mend it; tried once more when it may have.
      return tried
        ? tell('rejected')
        : { again: now + 60 * minute, why: failure.why === 'payment' ? 'payment' : 'account' };
    case 'targetGone':
    case 'topicGone':
    case 'topicClosed':
    case 'noRights':
    case 'migrated':
    case 'rejected':
      return tell('rejected');
  }
}

function tell(why: Why): Verdict {
  return { again: null, why };
}

function again(at: number): Verdict {
  return { again: at, why: null };
}

/** The messenger took it before it refused it: as many calls as it wants were made, so the pause is a long one. */
function pauseOf(failure: Extract<SendFailure, { kind: 'throttled' }>, cause: Repeats['cause']): number {
  if (failure.unasked && cause === 'timer') return 60 * minute;
  return failure.retryAfterSeconds === null ? 5 * minute : failure.retryAfterSeconds * 1000;
}

/** What the failure tells about the place it was sent to. */
function learned({ failure, row, already, moved }: Failed): readonly Change[] {
  if (moved) return [];
  if (failure.kind === 'blocked') return [{ kind: 'unreachable' }];
  if (failure.kind === 'windowClosed' && already === null && row.openUntil !== null)
    return [{ kind: 'windowShut', until: row.openUntil }];
  return [];
}

/** Longest quotation in the advisors' line, UTF-16 units. */
const longestQuote = 300;

/** The mark on the advisor's message, the line with the next way, and what the card says from now on. */
function told(
  why: Why | null,
  isFinal: boolean,
  asked: Failed,
  turn: Turn,
): Pick<Decision<never>, 'say' | 'case'> & { readonly say: Decision<never>['say'] } {
  const { desk, now, customer } = turn;
  if (why === null) return { say: [] };
  const known = { undelivered: { why, at: now } };
  if (desk === null) return { say: [], case: known };
  const { row, failure } = asked;
  const line = phrase('deskUndelivered', {
    name: customer.name,
    car: customer.vehicles.at(-1)?.short ?? '',
    why,
    code: codeOf(failure),
    text: cut(row.messages.map(wordsOf).find((words) => words !== '') ?? '', longestQuote),
  });
  const theirs = row.source?.at === addressKey(desk) ? row.source.messageId : null;
  const call = isFinal && customer.phone !== null ? [phrase('caseCallThem', { phone: customer.phone })] : [];
  const message = { ...say([line, ...call], isFinal ? nextWays(asked, turn) : []), replyTo: theirs };
  const mark: Outbound = { kind: 'react', target: theirs ?? '', mark: 'failed' };
  return {
    say: [
      ...(isFinal && theirs !== null ? [{ to: 'desk', priority: 'danger', message: mark } as const] : []),
      { to: 'desk', priority: 'danger', message },
    ],
    case: known,
  };
}

/** What an advisor can do about words of theirs that did not arrive. */
function nextWays({ name, row }: Failed, { customer, address }: Turn): readonly (readonly Option[])[] {
  if (row.source === null) return [];
  const again = button(phrase('caseLabelAgain'), { flow: 'desk.relay', data: { do: 'again', row: name } });
  const other = button(phrase('caseLabelOtherWay'), {
    flow: 'desk.relay',
    data: { do: 'otherWay', row: name },
  });
  const hasOther = addressesOf(customer).some((key) => addressOf(key).channel !== address.channel);
  return [[again], ...(hasOther ? [[other]] : [])];
}

/** The messenger's own number for what happened stands in the reason. */
function codeOf(failure: SendFailure): string {
  return 'reason' in failure ? (/\b\d{3,7}\b/.exec(failure.reason)?.[0] ?? '') : '';
}

/** A person's own words are quoted; what the bot says is known to the advisors. */
function wordsOf(message: Outbound): string {
  if (message.kind === 'relay') return wordsOfContent(message.content);
  if (message.kind !== 'say') return '';
  return message.text
    .map((one) => (one.key === 'verbatim' ? verbatimOf(one.args) : ''))
    .join('\n')
    .trim();
}

function verbatimOf(args: unknown): string {
  return z.object({ text: z.string() }).safeParse(args).data?.text ?? '';
}

/** As a new message: what it was to replace may not be there. */
function anew(message: Outbound, page?: number): Outbound {
  if (message.kind === 'relay') return { ...message, target: null };
  if (message.kind !== 'say') return message;
  return { ...message, place: 'new', target: null, page: page ?? message.page };
}
