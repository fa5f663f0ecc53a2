import { addressKey } from '#shared/domain/address.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Other } from '#shared/domain/facts.ts';
import { carBetween } from '#shared/domain/identity.ts';
import type { Language } from '#shared/domain/language.ts';
import { type Outbound, type Priority, priorities } from '#shared/domain/outbound.ts';
import type { Phrase } from '#shared/domain/phrase.ts';
import { titleOf } from './title.ts';
import type { About, DeskDecision, DeskSay, DeskTurn, Reach } from './turn.ts';

/** A row of the outbox as this step makes it. */
export type DeskRow = {
  readonly sk: string;
  readonly destination: string;
  readonly language: Language;
  readonly messages: Outbound[];
  readonly tapId: string | null;
  /** The message it answers, so that it is marked as read. */
  readonly messageId: string | null;
  readonly cause: 'person';
  readonly priority: Priority;
  readonly openUntil: number | null;
  readonly car: string;
  readonly again: null;
  readonly notBefore: number;
  readonly topic:
    | { of: 'customer'; customer: string; title: string }
    | { of: 'thread'; thread: string }
    | null;
  readonly toast: Phrase | null;
  readonly source: { at: string; messageId: string; tells: string | null } | null;
  readonly album: string | null;
};

/** What rows need to know of the place where they are decided on. */
export type Ground = Pick<DeskTurn, 'now' | 'id' | 'desk' | 'language' | 'thread' | 'windowAt'> & {
  readonly about: About | null;
  /** Key of the topic's address: it is told how far an answer got. */
  readonly here: string;
  /** The tap that is answered, whatever else is said. */
  readonly tapId: string | null;
};

/** Name of a row at the customer, as this step makes its first; others of the same step count on. */
export function customerRow({ now, id }: Pick<Ground, 'now' | 'id'>): string {
  return `p${now.toString(36)}-${id}`;
}

/**
 * The rows of a decision: what goes to the same place together is one row, what carries somebody's message is one by itself.
 * A tap is always answered, with an empty row if nothing is said.
 */
export function rowsOf(
  { say, toast, once }: Pick<DeskDecision, 'say' | 'toast' | 'once'>,
  ground: Ground,
): readonly DeskRow[] {
  const groups: DeskSay[][] = [];
  for (const one of say) {
    const group = groups.at(-1);
    if (group?.[0] && goesWith(group[0], one)) group.push(one);
    else groups.push([one]);
  }
  const rows = groups.flatMap((group, index) => rowOf(group, index, ground) ?? []);
  const named = rows.map((row, index) => (once && index === 0 ? { ...row, sk: once } : row));
  if (ground.tapId === null) return named;
  const answer = named.findIndex(({ destination }) => destination === addressKey(ground.desk.address));
  const tap = { tapId: ground.tapId, toast: toast ?? null };
  if (answer >= 0) return named.map((row, index) => (index === answer ? { ...row, ...tap } : row));
  return [...named, { ...deskRow([], named.length, ground, placeHere(ground)), ...tap }];
}

function goesWith(one: DeskSay, other: DeskSay): boolean {
  const isAlone = (said: DeskSay) =>
    said.carries !== undefined ||
    said.album !== undefined ||
    said.row !== undefined ||
    said.message.kind === 'react' ||
    (said.message.kind === 'say' && (said.message.slot !== null || said.message.place === 'refresh'));
  return (
    one.to === other.to &&
    one.at === other.at &&
    one.of?.customer.id === other.of?.customer.id &&
    one.notBefore === other.notBefore &&
    one.language === other.language &&
    !isAlone(one) &&
    !isAlone(other)
  );
}

function rowOf(group: readonly DeskSay[], index: number, ground: Ground): DeskRow | null {
  const [first] = group;
  if (!first) return null;
  switch (first.to) {
    case 'customer':
      if (first.of?.case.blocked) return null;
      return first.of ? atOther(first.of, group, index, ground) : atCustomer(first, group, index, ground);
    case 'topic':
      return deskRow(group, index, ground, first.of ? topicNamed(first.of.customer) : topicOf(ground));
    case 'here':
      return deskRow(group, index, ground, placeHere(ground));
    case 'general':
      return deskRow(group, index, ground, null);
  }
}

function atCustomer(
  first: DeskSay,
  group: readonly DeskSay[],
  index: number,
  ground: Ground,
): DeskRow | null {
  const { about, desk, here } = ground;
  const reach = about && reachOf(about, first.at);
  if (!about || !reach) return null;
  return {
    ...common(group, ground),
    sk: first.row ?? `${customerRow(ground)}${index === 0 ? '' : `-${index}`}`,
    destination: addressKey(reach.address),
    language: reach.language,
    openUntil: reach.openUntil,
    car: about.customer.vehicles.at(-1)?.short ?? '',
    // Whoever answers has read what the customer wrote last.
    messageId:
      first.carries !== undefined && about.case.home === addressKey(reach.address)
        ? about.case.lastMessageId
        : null,
    source:
      first.carries === undefined
        ? null
        : { at: addressKey(desk.address), messageId: first.carries, tells: here },
  };
}

/** At the home of somebody else than the topic's own customer; who was shut out is not written to. */
function atOther(
  { customer, home, language, heardAt }: Other,
  group: readonly DeskSay[],
  index: number,
  ground: Ground,
): DeskRow {
  const windowMs = ground.windowAt(home);
  return {
    ...common(group, ground),
    sk: `${customerRow(ground)}${index === 0 ? '' : `-${index}`}`,
    destination: addressKey(home),
    language,
    openUntil: windowMs === null ? null : heardAt + windowMs,
    car: ground.about ? carBetween(customer, ground.about.customer) : '',
  };
}

/** Where a customer is reached: at home, or at another of their addresses; null where they are not. */
export function reachOf(about: About, at: string | undefined): Reach | null {
  const { home, conversation, openUntil, elsewhere } = about;
  const own = home && conversation ? [{ address: home, language: conversation.language, openUntil }] : [];
  if (at === undefined) return own[0] ?? null;
  return [...own, ...elsewhere].find(({ address }) => addressKey(address) === at) ?? null;
}

function deskRow(group: readonly DeskSay[], index: number, ground: Ground, topic: DeskRow['topic']): DeskRow {
  const [first] = group;
  return {
    ...common(group, ground),
    sk: `t${ground.now.toString(36)}-${ground.id}${index === 0 ? '' : `-${index}`}`,
    destination: addressKey(ground.desk.address),
    // A reaction lies on its message, wherever that is; for it no topic is looked for.
    topic: group.every(({ message }) => message.kind === 'react') && group.length > 0 ? null : topic,
    // What follows from a message of an advisor is known by it: answers to it and edits of that find each other.
    source:
      first?.carries === undefined
        ? null
        : { at: addressKey(ground.desk.address), messageId: first.carries, tells: null },
  };
}

function common(group: readonly DeskSay[], { language }: Ground): Omit<DeskRow, 'sk' | 'destination'> {
  const [urgent] = [...group].sort((a, b) => priorities[a.priority] - priorities[b.priority]);
  return {
    language: group[0]?.language ?? language,
    messages: group.map(({ message }) => message),
    tapId: null,
    messageId: null,
    cause: 'person',
    priority: urgent?.priority ?? 'answer',
    openUntil: null,
    car: '',
    again: null,
    notBefore: group[0]?.notBefore ?? 0,
    topic: null,
    toast: null,
    source: null,
    album: group[0]?.album ?? null,
  };
}

function topicOf({ about }: Ground): DeskRow['topic'] {
  return about && topicNamed(about.customer);
}

function topicNamed(customer: Customer): DeskRow['topic'] {
  return { of: 'customer', customer: customer.id, title: titleOf(customer) };
}

/** A customer's own topic is named by the customer, so that what is said there survives its deletion. */
function placeHere(ground: Ground): DeskRow['topic'] {
  const { about, thread } = ground;
  if (thread === '') return null;
  return about?.topic?.thread === thread ? topicOf(ground) : { of: 'thread', thread };
}
