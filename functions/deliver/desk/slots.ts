import type { Address } from '#shared/domain/address.ts';
import type { Topic } from '#shared/domain/case.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import { sortOf } from './lane.ts';
import { talkBehindMs } from './plan.ts';
import { callFor, type DeskRun, laneOf, topicOf } from './run.ts';
import { keepTopic } from './topic.ts';
import { noteTrouble } from './trouble.ts';

/** The named messages of a topic: edited in place where they are, sent anew where they are not. */

/** The message that a slot row would edit; null where it has to be sent anew. */
export function slotTarget(topic: Topic | null, row: OutboxRow): string | null {
  const sort = sortOf(row);
  if (sort.kind !== 'slot' || topic === null) return null;
  const id = topic.slots[sort.slot] ?? null;
  // Talk goes on where the reader looks: what stands above somebody's words is not changed any more.
  return sort.slot === 'card' || topic.last === id ? id : null;
}

/** The row's messages as they are sent: slots find their place, and no message of a group takes another one's buttons. */
export function placed(row: OutboxRow, topic: Topic | null): readonly Outbound[] {
  const target = slotTarget(topic, row);
  return row.messages.map((message) => {
    if (message.kind !== 'say') return message;
    if (message.slot === null) return { ...message, card: null };
    return { ...message, card: null, place: target === null ? 'new' : 'edit', target };
  });
}

/** Remembers what a sent row changed of its topic; answers the failure that keeps a new card from being pinned now. */
export async function keepPlace(
  run: DeskRun,
  row: OutboxRow,
  address: Address,
  customer: string | null,
): Promise<SendFailure | null> {
  const topic = customer === null ? null : topicOf(run, customer);
  if (customer === null || topic === null || topic.thread !== address.thread) return null;
  const sort = sortOf(row);
  const [id = null] = row.parts.filter((part) => part !== null).slice(sort.kind === 'slot' ? 0 : -1);
  switch (sort.kind) {
    case 'mark':
      run.topics.set(customer, marksOthers(row) ? { ...topic, last: null } : topic);
      return null;
    case 'words':
      if (id !== null && !replacesAll(row)) run.topics.set(customer, { ...topic, last: id });
      return null;
    case 'slot': {
      if (sort.slot === 'talk') noteTalk(run, row);
      if (id === null || topic.slots[sort.slot] === id) return null;
      if (sort.slot === 'card') {
        const refused = await pin(run, row, address, id);
        if (refused) return refused;
      }
      await keepTopic(run, customer, { ...topic, slots: { ...topic.slots, [sort.slot]: id }, last: id });
      return null;
    }
  }
}

/** The first tick of a message says that somebody wrote below what is ours. */
function marksOthers({ messages }: OutboxRow): boolean {
  return messages.some(
    (message) => message.kind === 'react' && (message.mark === 'sent' || message.mark === 'note'),
  );
}

function replacesAll({ messages }: OutboxRow): boolean {
  return messages.every(
    (message) =>
      message.kind === 'retract' ||
      message.kind === 'dropTopic' ||
      ((message.kind === 'relay' || message.kind === 'say') && message.target !== null),
  );
}

function noteTalk(run: DeskRun, row: OutboxRow): void {
  const now = run.now();
  const still = Object.entries(run.sender.talked).filter(([, at]) => at > now - talkBehindMs);
  run.sender = { ...run.sender, talked: { ...Object.fromEntries(still), [laneOf(run, row)]: now } };
}

async function pin(
  run: DeskRun,
  row: OutboxRow,
  address: Address,
  messageId: string,
): Promise<SendFailure | null> {
  const payload = run.channel.pin(address, messageId, true);
  const result = payload && (await callFor(run, payload));
  if (result?.kind === 'noRights') await noteTrouble(run, 'pin', row.language);
  return result?.kind === 'throttled' ? result : null;
}
