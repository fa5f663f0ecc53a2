import type { Ignored, Inbound, InboundEvent } from '#shared/domain/inbound.ts';
import type { Account, Parsed } from '../channel.ts';
import { jsonOf } from '../json.ts';
import { contentOf } from './content.ts';
import { idOf, messageIdOf } from './id.ts';
import { renamedOf, type Sender, senderOf } from './person.ts';
import {
  changeShape,
  entryShape,
  type MessageHead,
  messageShape,
  postShape,
  systemShape,
  type Value,
  valueShape,
} from './shapes.ts';
import { statusOf } from './status.ts';

type Us = Pick<Account, 'bot' | 'number'>;

/**
 * Reads one post: entries × changes × messages and statuses, up to a thousand of them, of which one that cannot be read
 * never loses the rest. Never throws, whatever the bytes are. `at` is 0 where the moment cannot be read. One app's address
 * gets the posts of all its numbers: those of others are ignored.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/messages
 */
export function parse(body: Buffer, us: Us): readonly Parsed[] {
  const json = jsonOf(body);
  if (json === undefined) return [{ ignored: 'not JSON' }];
  const post = postShape.safeParse(json).data;
  if (!post) return [{ ignored: 'not a post of a webhook' }];
  if (post.object !== 'whatsapp_business_account')
    return [{ ignored: `another object${named(post.object)}` }];
  return orNothing(post.entry.flatMap((entry) => entryOf(entry, us)));
}

function entryOf(value: unknown, us: Us): readonly Parsed[] {
  const entry = entryShape.safeParse(value).data;
  return entry
    ? orNothing(entry.changes.flatMap((change) => changeOf(change, us)))
    : [{ ignored: 'an entry that cannot be read' }];
}

function changeOf(value: unknown, us: Us): readonly Parsed[] {
  const change = changeShape.safeParse(value).data;
  if (!change) return [{ ignored: 'a change that cannot be read' }];
  if (change.field !== 'messages') return [{ ignored: `another field${named(change.field)}` }];
  const found = valueShape.safeParse(change.value).data;
  if (!found) return [{ ignored: 'a change that cannot be read' }];
  if (found.metadata.phone_number_id !== us.number) return [{ ignored: 'of another number' }];
  return orNothing([
    ...found.messages.map((message) => messageOf(message, found, us)),
    ...found.statuses.map((status) => statusOf(status, us.bot)),
    ...found.message_echoes.map(() => ({ ignored: 'an echo of our own app' })),
    ...found.calls.map(() => ({ ignored: 'a call' })),
    // What goes wrong with a message that is there is told by the message itself.
    ...(found.messages.length + found.statuses.length > 0
      ? []
      : found.errors.map((code) => ({ ignored: `an error of Meta: ${code}` }))),
  ]);
}

function orNothing(found: readonly Parsed[]): readonly Parsed[] {
  return found.length > 0 ? found : [{ ignored: 'nothing in it' }];
}

function messageOf(value: unknown, { contacts }: Value, { bot }: Us): Inbound | Ignored {
  const message = messageShape.safeParse(value).data;
  if (!message) return { ignored: 'a message that cannot be read' };
  if (message.group_id !== null) return { ignored: 'a message in a group' };
  if (message.type === 'system') return systemOf(message, contacts, bot);
  const sender = senderOf(message, contacts, bot);
  if (!sender) return { ignored: 'a message without a sender' };
  const event = contentOf(message, sender, idOf(message.id));
  if ('ignored' in event) return event;
  return { ...headOf(message, sender), ...aboutOther(message, event), event };
}

/**
 * Which message it is about: people answer one of ours or of their own. Taps and the number we asked for name what offered
 * them, which is no answer. What changes another message is none itself that could be read, answered or marked.
 */
function aboutOther(
  { context }: MessageHead,
  event: InboundEvent,
): Pick<Inbound, 'replyTo'> | Pick<Inbound, 'messageId'> {
  if (event.kind === 'reaction' || event.kind === 'revoked') return { messageId: null };
  const answers = sayings.has(event.kind) && !(event.kind === 'contact' && event.own);
  const replyTo = answers ? messageIdOf(context.id ?? '') : null;
  return replyTo === null ? {} : { replyTo };
}

/** What a person says by themselves, as an answer to a message or not. */
const sayings: ReadonlySet<string> = new Set<InboundEvent['kind']>([
  'text',
  'photo',
  'file',
  'location',
  'contact',
]);

/** News about a person: a new number, a new id, a new phone. */
function systemOf(message: MessageHead, contacts: Value['contacts'], bot: string): Inbound | Ignored {
  const system = systemShape.safeParse(message.system).data;
  if (!system) return { ignored: 'news of a person that cannot be read' };
  if (system.type !== 'user_changed_number' && system.type !== 'user_changed_user_id')
    return { ignored: `news of a person${named(system.type)}` };
  const sender = renamedOf(message, system, contacts, bot);
  return sender
    ? { ...headOf(message, sender), event: { kind: 'identity' } }
    : { ignored: 'a new id without the old one' };
}

function headOf({ id, timestamp }: MessageHead, { address, from }: Sender) {
  return { id: idOf(id), address, at: timestamp, from, messageId: messageIdOf(id) };
}

/** Meta's own names of kinds; anything else is left out, since it may be what somebody wrote. */
function named(name: string): string {
  return /^[a-z_]{1,40}$/.test(name) ? `: ${name}` : '';
}
