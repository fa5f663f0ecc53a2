import * as z from 'zod';
import type { Address } from '#shared/domain/address.ts';
import { noteMark } from '#shared/domain/desk.ts';
import type { Group, Roster } from '#shared/domain/group.ts';
import type { Inbound, InboundEvent } from '#shared/domain/inbound.ts';
import { actionsOf } from '#shared/domain/outbound.ts';
import { aboutOf, type LoadedAbout, ofCustomer } from './about.ts';
import { counterpartFrom, counterpartKey } from './counterpart.ts';
import { groupFrom, groupKey, rosterFrom, rosterKey } from './group.ts';
import { type OutboxRow, outboxFrom } from './outbox.ts';
import { outboxKey } from './outbox-key.ts';
import { batchGet } from './read.ts';
import type { Key, Table } from './table.ts';
import { timerKey, timerSchema } from './timer.ts';
import { topicOwnerFrom, topicOwnerKey } from './topic.ts';

/** A row and where it goes. */
export type Placed = { readonly destination: string; readonly row: OutboxRow };

/** What one inbound from the advisors' group needs before anything is decided. */
export type LoadedDesk = {
  readonly group: Group;
  readonly roster: Roster;
  /** Whose topic it is; null in General and in a topic of nobody's. */
  readonly about: LoadedAbout | null;
  /** The other side of the message that this one answers, edits or reacts to. */
  readonly counterpart: ({ readonly how: 'passed' | 'sent' } & Placed) | null;
  /** The row whose button was tapped. */
  readonly offer: OutboxRow | null;
  /** The row that the tapped button's action names, or the one that arrived. */
  readonly named: Placed | null;
  /** Of the album that the message is a part of: whether a part was a note, and the rows that carry the others. */
  readonly album: { readonly isNote: boolean; readonly rows: readonly Placed[] } | null;
  /** Which of what is said once only was said already: names of rows. */
  readonly told: readonly string[];
  /** What was noted last under `split`; null: nothing. */
  readonly split: string | null;
  /** When the group's own timer falls due (epoch milliseconds); null: it is not set. */
  readonly timerAt: number | null;
  /** The timer at this address that fell due; null: none did, or it was moved or used since. */
  readonly fired: { readonly dueAt: number; readonly data: unknown } | null;
};

export type DeskLoading = {
  /** Key under which everything that is said at the desk waits. */
  readonly desk: string;
  /** Names of the rows of what is said once only, if this inbound may lead to such a thing. */
  readonly once: readonly string[];
  /** Key of the album's note under `desk`. */
  readonly album: string | null;
  /** Key of the note under `desk` that a long text may go on. */
  readonly split: string | null;
  /** The group's own timer: the group's address, and the timer's name. */
  readonly timer: { readonly of: Address; readonly name: string };
};

/**
 * Everything of the group and of the customer whose topic it is, strongly consistent. Three reads one after the other where
 * a customer is known: the topic says who, their case says where. One more for somebody whose address changed or who was
 * merged with another one.
 */
export async function loadDesk(table: Table, inbound: Inbound, loading: DeskLoading): Promise<LoadedDesk> {
  const { address, event } = inbound;
  const { desk } = loading;
  const owner = address.thread === '' ? null : topicOwnerKey(address.chat, address.thread);
  const other = otherOf(inbound);
  const counterpart = other === null ? null : counterpartKey(desk, other);
  const offer = event.kind === 'tap' && event.offer ? outboxKey(desk, event.offer.row) : null;
  const album = loading.album === null ? null : counterpartKey(desk, loading.album);
  const split = loading.split === null ? null : counterpartKey(desk, loading.split);
  const timer = timerKey(loading.timer.of, loading.timer.name);
  const due = event.kind === 'timer' ? timerKey(address, event.key) : null;
  const found = await batchGet(
    table,
    [
      ...[groupKey, rosterKey, timer, due, owner, counterpart, offer, album, split].filter(
        (key) => key !== null,
      ),
      ...loading.once.map((name) => outboxKey(desk, name)),
    ],
    true,
  );
  const at = (key: Key | null) => (key === null ? undefined : found(key));
  const group = groupFrom(at(groupKey));
  const tapped = rowFrom(at(offer));
  const parts = counterpartFrom(at(album));
  const link = counterpartFrom(at(counterpart));
  const topicOwner = topicOwnerFrom(at(owner)) ?? creatingOwner(event, group);
  const wanted = [
    ...(link ? [{ destination: link.destination, row: link.row }] : []),
    ...(parts && parts.row !== noteMark ? rowsIn(parts) : []),
    ...(event.kind === 'arrived' ? [{ destination: event.destination, row: event.row }] : []),
  ];
  const rows = await batchGet(
    table,
    [
      ...wanted.map(({ destination, row }) => outboxKey(destination, row)),
      ...(topicOwner ? ofCustomer(topicOwner.customer) : []),
    ],
    true,
  );
  const placed = (ref: Ref): Placed | null => {
    const row = rowFrom(rows(outboxKey(ref.destination, ref.row)));
    return row && { destination: ref.destination, row };
  };
  const linked = link && placed(link);
  const customer = customerNamed(inbound, tapped) ?? topicOwner?.customer ?? customerOf(linked);
  const about = customer === null ? null : await aboutOf(table, customer, rows);
  const naming = tapped && about ? namingBy(inbound, tapped, about.case.home) : null;
  const named = naming && (await namedBy(table, naming, desk));
  return {
    group,
    roster: rosterFrom(at(rosterKey)),
    about,
    counterpart: link && linked ? { how: link.how, ...linked } : null,
    offer: tapped,
    named: event.kind === 'arrived' ? placed(event) : (named?.row ?? null),
    album:
      loading.album === null
        ? (named?.album ?? null)
        : {
            isNote: parts?.row === noteMark,
            rows: (parts && parts.row !== noteMark ? rowsIn(parts) : []).flatMap((ref) => placed(ref) ?? []),
          },
    told: loading.once.filter((name) => found(outboxKey(desk, name)) !== undefined),
    split: counterpartFrom(at(split))?.row ?? null,
    fired: at(due) === undefined ? null : timerSchema.parse(at(due)),
    timerAt: at(timer) === undefined ? null : timerSchema.parse(at(timer)).dueAt,
  };
}

type Ref = { readonly destination: string; readonly row: string };

/** An album's parts are noted as one: the names of their rows, with blanks between. */
function rowsIn({ destination, row }: Ref): readonly Ref[] {
  return row
    .split(' ')
    .filter(Boolean)
    .map((name) => ({ destination, row: name }));
}

function rowFrom(item: unknown): OutboxRow | null {
  return item === undefined ? null : outboxFrom(item);
}

/** The message that this one is about. */
function otherOf({ event, replyTo }: Inbound): string | null {
  if (event.kind === 'edited' || event.kind === 'reaction' || event.kind === 'revoked')
    return event.messageId;
  return replyTo ?? null;
}

/** A topic of ours that nobody has on record yet: the one that was being made is of whoever it was made for. */
function creatingOwner(event: InboundEvent, { creating }: Group) {
  return event.kind === 'topic' && event.ours && event.change === 'created' ? creating : null;
}

/** A reaction names no topic: what it is on does. */
function customerOf(placed: Placed | null): string | null {
  return placed?.row.topic?.of === 'customer' ? placed.row.topic.customer : null;
}

const whose = z.object({ customer: z.string().max(200) });

/** A button may name whom it is about: in General, or in a topic where the whole day is shown. */
function customerNamed({ event }: Inbound, offer: OutboxRow | null): string | null {
  if (event.kind !== 'tap' || !event.offer || !offer) return null;
  return whose.safeParse(actionAt(offer, event.offer.option)?.data).data?.customer ?? null;
}

function actionAt({ messages }: OutboxRow, option: number) {
  return messages.flatMap(actionsOf)[option];
}

const namingShape = z.object({
  row: z.string().max(120),
  at: z.string().exactOptional(),
  album: z.string().nullable().default(null),
});
type Naming = Ref & { readonly album: string | null };

/** The row that the action behind a tapped button names, at the customer unless it says where, and the album it is of. */
function namingBy({ event }: Inbound, offer: OutboxRow, home: string): Naming | null {
  if (event.kind !== 'tap' || !event.offer) return null;
  const actions = offer.messages.flatMap(actionsOf);
  const named = namingShape.safeParse(actions[event.offer.option]?.data).data;
  return named ? { destination: named.at ?? home, row: named.row, album: named.album } : null;
}

/** What became of that row; of the album only whether it is a note by now. */
async function namedBy(table: Table, { destination, row, album }: Naming, desk: string) {
  const key = outboxKey(destination, row);
  const mark = album === null ? null : counterpartKey(desk, album);
  const found = await batchGet(table, mark === null ? [key] : [key, mark], true);
  const known = rowFrom(found(key));
  const isNote = mark !== null && counterpartFrom(found(mark))?.row === noteMark;
  return { row: known && { destination, row: known }, album: mark === null ? null : { isNote, rows: [] } };
}
