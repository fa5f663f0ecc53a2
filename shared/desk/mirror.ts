import { type Address, addressKey } from '#shared/domain/address.ts';
import { type Case, type CaseChange, newCase } from '#shared/domain/case.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Desk } from '#shared/domain/desk.ts';
import type { Change, Other } from '#shared/domain/facts.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { Job } from '#shared/domain/job.ts';
import type { Language } from '#shared/domain/language.ts';
import { type Option, type Outbound, type Priority, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { shortId } from '#shared/domain/short-id.ts';
import type { Outcome } from '#shared/flows/step.ts';
import type { Station } from '#shared/station/schema.ts';
import { channelsOf } from './card.ts';
import { joinedCase, leftCase } from './joined.ts';
import { deskLanguage } from './language.ts';
import type { DeskRow } from './rows.ts';
import { type Piece, type Seen, seen } from './seen.ts';
import { settle } from './settle.ts';
import { isStart, talkOf } from './talk.ts';
import { titleOf } from './title.ts';
import type { Counterpart } from './turn.ts';

/** What the mirror looks at: one step of a customer as it was decided, and what was known before it. */
export type Mirroring = {
  readonly inbound: Inbound;
  readonly home: Address;
  readonly customer: Customer;
  readonly case: Case;
  readonly conversation: Conversation;
  /** Messages of the row whose button was tapped. */
  readonly offered: readonly Outbound[];
  readonly counterpart: Counterpart | null;
  readonly outcome: Outcome;
  /** The case of the customer that this one turns out to be in this step; null where they stay who they are. */
  readonly other: Case | null;
  readonly station: Station;
  readonly desk: Desk | null;
  readonly now: number;
  /** Until when we may write freely to where they write from; null: for ever. */
  readonly openUntil: number | null;
  /** Where people open the customer's topic; null where there is none yet. */
  readonly topicUrl: string | null;
};

/** A row at the desk. */
export type MirrorRow = Omit<DeskRow, 'cause'> & { readonly cause: 'person' | 'timer' };

export type Mirrored = {
  readonly conversation: Conversation | null;
  readonly rows: readonly MirrorRow[];
  readonly changes: readonly Change[];
  readonly jobs: readonly Job[];
};

/** Photos of an album come one by one: so long they wait for each other. Milliseconds. */
const albumMs = 2_000;
/** A file that has to be fetched first mostly is there by then; only for a slow one a line announces it. Milliseconds. */
const fetchMs = 3_000;

/**
 * What the advisors see of a customer's step: what was sent, lines about it, the bot's talk, the card; and what changes at
 * the desk. Without a desk only the case is kept. Pure: the same step always gives the same rows.
 */
export function mirror(given: Mirroring): Mirrored {
  const { inbound, outcome, desk } = given;
  const talk = talkOf({ inbound, before: given.conversation, offered: given.offered, outcome });
  const quiet: Mirrored = { conversation: talk.conversation, rows: [], changes: [], jobs: [] };
  // Who was shut out is not heard; the step itself only records what came.
  if (given.case.blocked !== null) return quiet;
  const view = desk === null ? noView : viewOf(given, desk);
  const lines = outcome.say.flatMap(({ to, priority, message, of }) =>
    to === 'customer' ? [] : [{ to, priority, message, of }],
  );
  const change = { ...outcome.case, ...whereabouts(given, view) };
  const isNews =
    view.pieces.length > 0 || lines.length > 0 || talk.line !== null || Object.keys(outcome.case).length > 0;
  // Nobody has said anything yet: there is no case, and no topic.
  if (given.case.version === 0 && (!isNews || isStart(inbound))) return quiet;
  const settled = settleAll(given, change, view.spoke);
  if (desk === null) return { ...quiet, changes: settled.changes };
  // Nobody answers thirty messages a minute; those of others must not wait for them.
  const isFlood = view.spoke && outcome.conversation === null;
  const write = writer(given, desk, settled.case, isFlood);
  const rows = [
    ...view.pieces.map((piece) => write.piece(piece)),
    ...lines.map(({ to, priority, message, of }) =>
      of && to === 'desk'
        ? write.about(of, priority, message)
        : write.line(to === 'general' ? null : 'topic', priority, message),
    ),
    ...(talk.line ? [write.line('topic', 'mirror', talk.line)] : []),
    ...(settled.joined && given.case.version > 0 ? [write.farewell()] : []),
    ...(settled.card ? [write.line('topic', 'answer', settled.card)] : []),
  ];
  const passed = rows.flatMap(({ source, sk, destination }): Change[] =>
    source ? [{ kind: 'passed', at: source.at, messageId: source.messageId, to: destination, row: sk }] : [],
  );
  return { ...quiet, rows, changes: [...settled.changes, ...view.changes, ...passed], jobs: view.jobs };
}

const noView: Seen = { pieces: [], changes: [], jobs: [], spoke: false };

function viewOf(given: Mirroring, { address }: Desk): Seen {
  const { inbound, counterpart, customer } = given;
  const several = channelsOf(customer, given.case).length > 1;
  const via = several ? phrase('caseVia', { channel: inbound.address.channel }) : null;
  return seen({ inbound, counterpart, via, desk: { channel: address.channel, key: addressKey(address) } });
}

/** Where the customer writes from, and that they are there: what failed before is past. */
function whereabouts({ inbound, home, case: known, outcome }: Mirroring, { spoke }: Seen): CaseChange {
  if (inbound.from === null) return {};
  const baton = outcome.case.baton ?? known.baton;
  return {
    home: addressKey(home),
    undelivered: outcome.case.undelivered ?? null,
    // Read by whoever answers; the bot's own answers mark it themselves.
    ...(spoke && baton !== 'bot' ? { lastMessageId: inbound.messageId } : {}),
  };
}

/** The case after the step, of whoever the customer is by then; and what is said where they turned out to be somebody else. */
function settleAll(given: Mirroring, change: CaseChange, spoke: boolean) {
  const { station, now, openUntil, outcome, conversation } = given;
  const language: Language = outcome.conversation?.language ?? conversation.language;
  const around = { station, language, openUntil, now, spoke, noDesk: given.desk === null };
  const after = customerAfter(given);
  if (after.id === given.customer.id)
    return { ...settle(given.case, change, { ...around, customer: after }), joined: false };
  const left = customerNamed(given.customer.id, outcome.changes) ?? given.customer;
  const before = given.other ?? newCase(after.id, addressKey(given.home));
  if (left.mergedInto === null) {
    const old = settle(given.case, leftCase(given.case, left), { ...around, customer: left, spoke: false });
    const own = settle(before, { home: addressKey(given.home) }, { ...around, customer: after });
    return { ...own, changes: [...own.changes, ...old.changes], joined: false };
  }
  const { into, from } = joinedCase(before, { ...given.case, ...change });
  const old = settle(given.case, from, { ...around, customer: given.customer, spoke: false });
  const both = settle(before, into, { ...around, customer: after });
  return { ...both, changes: [...both.changes, ...old.changes], joined: true };
}

/** The customer as the step leaves them; somebody else where chats were joined or taken apart. */
function customerAfter({ customer, outcome }: Mirroring): Customer {
  const id = outcome.conversation?.customer ?? customer.id;
  return customerNamed(id, outcome.changes) ?? customer;
}

function customerNamed(id: string, changes: readonly Change[]): Customer | null {
  const found = changes.flatMap((change) =>
    change.kind === 'customer' && change.customer.id === id ? [change.customer] : [],
  );
  return found.at(-1) ?? null;
}

/** Makes the rows of one step, each with a name of its own, in their order. */
function writer(given: Mirroring, { address }: Desk, after: Case, isFlood: boolean) {
  const { inbound, now, station, topicUrl } = given;
  const customer = customerAfter(given);
  const id = shortId(`${addressKey(inbound.address)} ${inbound.id}`);
  // Rows of one topic go out by their names: what was written in the same millisecond stays in its order.
  const version = given.conversation.version.toString(36).padStart(4, '0');
  const step = `t${now.toString(36)}-${version}${id}`;
  const topic = { of: 'customer', customer: customer.id, title: titleOf(customer) } as const;
  const waits = after.waitingSince !== null || after.baton === 'person';
  const said: Priority = isFlood ? 'mirror' : after.danger !== null ? 'danger' : waits ? 'person' : 'mirror';
  let count = 0;
  const row = (message: Outbound, priority: Priority): MirrorRow => {
    const index = count;
    count += 1;
    return {
      sk: `${step}${index === 0 ? '' : `-${index.toString(36)}`}`,
      destination: addressKey(address),
      language: deskLanguage(after, station),
      messages: [message],
      tapId: null,
      messageId: null,
      cause: inbound.event.kind === 'timer' ? 'timer' : 'person',
      priority,
      openUntil: null,
      car: '',
      again: null,
      notBefore: 0,
      // A reaction lies on its message, wherever that is.
      topic: message.kind === 'react' ? null : topic,
      toast: null,
      source: null,
      album: null,
    };
  };
  return {
    piece: ({ message, carries, album }: Piece): MirrorRow => ({
      ...row(message, said),
      source: carries === null ? null : { at: addressKey(inbound.address), messageId: carries, tells: null },
      album,
      notBefore: album === null ? 0 : now + (message.kind === 'relay' ? albumMs : fetchMs),
    }),
    /** In the topic that is theirs no more: where the talk goes on. */
    farewell: (): MirrorRow => ({
      ...row(say(phrase('caseJoined', { other: topic.title })), 'mirror'),
      topic: { of: 'customer', customer: given.customer.id, title: titleOf(given.customer) },
    }),
    /** In the topic of somebody else, with the way to this one. */
    about: ({ customer: other, case: known }: Other, priority: Priority, message: Outbound): MirrorRow => ({
      ...row(linked(message, topicUrl), priority),
      language: deskLanguage(known, station),
      topic: { of: 'customer', customer: other.id, title: titleOf(other) },
    }),
    line: (to: 'topic' | null, priority: Priority, message: Outbound): MirrorRow =>
      to === 'topic' ? row(message, priority) : { ...row(linked(message, topicUrl), priority), topic: null },
  };
}

/** What is said to all, or in the topic of somebody else, has the way to the topic below it. */
function linked(message: Outbound, url: string | null): Outbound {
  if (url === null || message.kind !== 'say') return message;
  const link: Option = { kind: 'link', label: phrase('caseLabelOpenTopic'), url };
  return { ...message, options: [...message.options, [link]] };
}
