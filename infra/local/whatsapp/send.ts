import { type Drawn, draw, type Fetched } from './content.ts';
import { GraphError } from './errors.ts';
import { spend, windowUntil } from './limits.ts';
import { type Recipient, recipientOf } from './recipient.ts';
import { readAs } from './requests/read.ts';
import { type SendRequest, sendShape } from './requests/send.ts';
import type { Message, Person } from './state.ts';
import { failedItem, statusItem } from './telling.ts';
import { newWamid, type World } from './world.ts';

/** What came of an accepted message. `failed` is the code of the failed status, 0 when it reached the person. */
export type Accepted = {
  readonly answer: Readonly<Record<string, unknown>>;
  readonly wamid: string;
  readonly billable: boolean;
  readonly failed: number;
};

/**
 * POST /<phone number id>/messages with a message. It is accepted with 200 as soon as its form is right; whether it
 * reaches the person comes as a status.
 * @param ordered code of the failure that a test ordered, or 0.
 * @throws GraphError for a body, a template or a pace that is refused at once.
 */
export const send = (world: World, body: unknown, fetched: Fetched, ordered: number): Accepted => {
  const request = readAs(sendShape, body);
  const recipient = recipientOf(world, request);
  if (request.context) reachable(world, recipient, request.context.message_id);
  const deed = deedOf(world, request, recipient, fetched);
  spend(world, recipient.person?.chat ?? Object.values(recipient.to).join());
  const wamid = newWamid();
  const answer = {
    messaging_product: 'whatsapp',
    contacts: [recipient.contact],
    messages: [{ id: wamid, ...(request.type === 'template' ? { message_status: 'accepted' } : {}) }],
  };
  const fate = fateOf(world, request, recipient, deed, ordered);
  if (fate.kind === 'fails') {
    const callbackData = request.biz_opaque_callback_data;
    const chat = recipient.person?.chat ?? '';
    world.tellStatuses([failedItem(world, { chat, wamid, to: recipient.to, callbackData, ...fate })]);
    return { answer, wamid, billable: false, failed: fate.code };
  }
  const sent = arrive(world, fate.person, request, wamid, fate.deed);
  world.tellStatuses(
    (['sent', 'delivered'] as const).map((rung) => statusItem(world, fate.person, { wamid, sent }, rung)),
  );
  return { answer, wamid, billable: sent.billable, failed: 0 };
};

type Reaction = { readonly emoji: string; readonly on: Message };
type Picture = Exclude<Drawn, { problem: string }>;
type Deed = Reaction | Drawn;

const deedOf = (world: World, request: SendRequest, recipient: Recipient, fetched: Fetched): Deed => {
  if (request.type !== 'reaction') return draw(world, request, fetched);
  const { emoji, message_id } = request.reaction;
  return { emoji, on: reachable(world, recipient, message_id) };
};

/** A message can be answered and reacted to for so long. */
const REACHABLE_MS = 30 * 86_400_000;

const reachable = (world: World, { person }: Recipient, wamid: string): Message => {
  const message = world.messages.get(wamid);
  if (!message || message.chat !== person?.chat || message.at < world.now() - REACHABLE_MS) {
    throw new GraphError(131009, 'Param message_id is not the id of a message of this chat.');
  }
  return message;
};

type Fate =
  | { readonly kind: 'arrives'; readonly person: Person; readonly deed: Reaction | Picture }
  | { readonly kind: 'fails'; readonly code: number; readonly details: string };

const fateOf = (
  world: World,
  request: SendRequest,
  { person }: Recipient,
  deed: Deed,
  ordered: number,
): Fate => {
  const fails = (code: number, details: string): Fate => ({ kind: 'fails', code, details });
  if (ordered > 0) return fails(ordered, 'A test ordered this failure.');
  if (!person || person.blocked) return fails(131026, 'Message Undeliverable.');
  if ('problem' in deed) return fails(131053, deed.problem);
  if (request.type !== 'template' && windowUntil(person.heardAt, world.now()) === undefined) {
    return fails(
      131047,
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
    );
  }
  return { kind: 'arrives', person, deed };
};

/** Puts it on the person's screen. @returns what its statuses repeat. */
const arrive = (
  world: World,
  person: Person,
  request: SendRequest,
  wamid: string,
  deed: Reaction | Picture,
): NonNullable<Message['sent']> => {
  const data = request.biz_opaque_callback_data;
  const callback = data === undefined ? {} : { callbackData: data };
  if ('on' in deed) {
    world.messages.put(deed.on.wamid, { ...deed.on, reaction: deed.emoji });
    world.changed(person.chat);
    return { category: 'service', billable: false, ...callback };
  }
  const { category, ...picture } = deed;
  const sent = { category, billable: true, ...callback };
  world.messages.put(wamid, {
    ...picture,
    chat: person.chat,
    id: world.count(`message in ${person.chat}`, 1),
    wamid,
    from: 'station',
    at: world.now(),
    ...(request.context ? { replyTo: request.context.message_id } : {}),
    reaction: '',
    ownReaction: '',
    forwarded: false,
    delivered: true,
    read: false,
    sent,
  });
  world.people.put(person.chat, { ...person, unread: person.unread + 1, typingUntil: 0 });
  world.changed(person.chat);
  return sent;
};
