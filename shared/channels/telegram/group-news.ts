import type { Ignored, InboundEvent } from '#shared/domain/inbound.ts';
import type { MessageKind } from './kinds.ts';
import { type Member, type MessageHead, newsShapes, type User } from './shapes.ts';

/** One person who came or went, or several. */
type Membership = Extract<InboundEvent, { kind: 'membership' }>;
type News = InboundEvent | Ignored;
type Reader = (value: unknown, message: MessageHead, bot: string) => News | undefined;

/** Service messages of a group that the desk has to know of; our own bot gets its own ones, too. */
const readers = {
  forum_topic_created: (value, message, bot) => topic('created', value, message, bot),
  forum_topic_edited: (value, message, bot) => topic('renamed', value, message, bot),
  forum_topic_closed: (value, message, bot) => topic('closed', value, message, bot),
  forum_topic_reopened: (value, message, bot) => topic('reopened', value, message, bot),
  new_chat_members: (value, _message, bot) => people('joined', newsShapes.people.safeParse(value).data, bot),
  left_chat_member: (value, _message, bot) => {
    const person = newsShapes.person.safeParse(value).data;
    return person && people('left', [person], bot);
  },
  migrate_to_chat_id: (value, { chat }) => moved(chat.id, newsShapes.chat.safeParse(value).data),
  migrate_from_chat_id: (value, { chat }) => moved(newsShapes.chat.safeParse(value).data, chat.id),
} as const satisfies Partial<Record<MessageKind, Reader>>;

/** What a service message of a group tells; undefined where it tells nothing that is of use. */
export function newsOf(kind: MessageKind, message: MessageHead, bot: string): News | undefined {
  for (const [one, read] of Object.entries(readers)) {
    if (one === kind) return read(message[kind], message, bot);
  }
  return undefined;
}

function topic(
  change: Extract<InboundEvent, { kind: 'topic' }>['change'],
  value: unknown,
  { from }: MessageHead,
  bot: string,
): News | undefined {
  const found = newsShapes.topic.safeParse(value).data;
  return found && { kind: 'topic', change, name: found.name, ours: String(from?.id) === bot };
}

/** Our own comings and goings are told by what we may do there. */
function people(
  change: Membership['change'],
  users: readonly (User | null)[] | undefined,
  bot: string,
): News | undefined {
  if (!users) return undefined;
  const others = users.flatMap((user) => (user && String(user.id) !== bot ? [user] : []));
  if (others.length === 0) return { ignored: 'our own membership' };
  return {
    kind: 'membership',
    change,
    people: others.slice(0, mostPeople).map((user) => ({
      id: String(user.id),
      name: nameOf(user),
      bot: user.is_bot,
    })),
  };
}

/** More than Telegram adds at once. */
const mostPeople = 200;

function moved(from: number | undefined, to: number | undefined): News | undefined {
  return from === undefined || to === undefined
    ? undefined
    : { kind: 'migrated', from: String(from), to: String(to) };
}

/** Somebody came or went, as an administrator is told beside the service message. */
export function comingOrGoing(before: Member | null, after: Member, bot: string): News {
  const [was, is] = [before !== null && isIn(before), isIn(after)];
  if (was === is || !after.user) return { ignored: 'a membership of another kind' };
  return people(is ? 'joined' : 'left', [after.user], bot) ?? { ignored: 'a membership of another kind' };
}

/** What our own bot may do in a group. https://core.telegram.org/bots/api#chatmemberadministrator */
export function rightsOf(member: Member): InboundEvent {
  if (!isIn(member)) return { kind: 'rights', rights: null };
  const owner = member.status === 'creator';
  const admin = owner || member.status === 'administrator';
  return {
    kind: 'rights',
    rights: {
      admin,
      topics: owner || (admin && member.can_manage_topics),
      pin: owner || (admin && member.can_pin_messages),
      delete: owner || (admin && member.can_delete_messages),
    },
  };
}

function isIn({ status, is_member }: Member): boolean {
  return (
    status === 'creator' ||
    status === 'administrator' ||
    status === 'member' ||
    (status === 'restricted' && is_member)
  );
}

export function nameOf({ first_name, last_name }: Pick<User, 'first_name' | 'last_name'>): string {
  return `${first_name} ${last_name}`.trim();
}

/**
 * One person's coming is told twice: by a service message and to administrators. Both get the same id, so that the second
 * counts as a copy. Null for several at once.
 */
export function membershipId(event: InboundEvent, seconds: number): string | null {
  if (event.kind !== 'membership') return null;
  const [person, ...others] = event.people;
  return person && others.length === 0 ? `${event.change}.${person.id}.${seconds}` : null;
}
