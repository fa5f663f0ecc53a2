import { addressKey } from '#shared/domain/address.ts';
import { type Content, calledOf, type FileContent, wordsOf } from '#shared/domain/content.ts';
import type { Change } from '#shared/domain/facts.ts';
import { type FileTicket, fileTicketSchema } from '#shared/domain/file-ticket.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { Job } from '#shared/domain/job.ts';
import { type Outbound, type Relay, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { contentOf, richText } from './content.ts';
import { fetchedAs, mayGoOnAsItIs, storedAs } from './files.ts';
import type { Counterpart } from './turn.ts';

/** What the topic sees of one inbound of a customer, before anybody decides where it stands. Pure. */
export type Piece = {
  readonly message: Outbound;
  /** The customer's message that this carries on. */
  readonly carries: string | null;
  /** What waits a moment for the others of its album goes out with them. */
  readonly album: string | null;
};

export type Seen = {
  readonly pieces: readonly Piece[];
  readonly changes: readonly Change[];
  readonly jobs: readonly Job[];
  /** The customer said or sent something. */
  readonly spoke: boolean;
};

export type Looking = {
  readonly inbound: Inbound;
  /** The messenger of the advisors, and the key of everything that is said there. */
  readonly desk: { readonly channel: string; readonly key: string };
  /** The other side of the message that is answered, edited, taken back or reacted to, or whose file was fetched. */
  readonly counterpart: Counterpart | null;
  /** Above what they write: from which messenger, where they write from several. */
  readonly via: Phrase | null;
};

const nothing: Seen = { pieces: [], changes: [], jobs: [], spoke: false };

export function seen(looking: Looking): Seen {
  const { inbound } = looking;
  const { event } = inbound;
  const content = contentOf(inbound);
  if (content !== null) return passedOn(content, looking);
  switch (event.kind) {
    case 'edited':
      return edited(event, looking);
    case 'revoked':
      return revoked(looking);
    case 'reaction':
      return reacted(event.emoji, looking);
    case 'fetched':
      return fetched(event, looking);
    case 'unsupported':
      return { ...one(say(phrase('caseUnsupported', { what: event.what })), null), spoke: true };
    case 'text':
    case 'photo':
    case 'file':
    case 'location':
    case 'contact':
    case 'command':
    case 'tap':
    case 'more':
    case 'show':
    case 'blocked':
    case 'unblocked':
    case 'identity':
    case 'undelivered':
    case 'arrived':
    case 'hidden':
    case 'membership':
    case 'migrated':
    case 'rights':
    case 'topic':
    case 'timer':
    case 'quiet':
    case 'interpreted':
    case 'alarm':
      return nothing;
  }
}

/** The message of a talk that an inbound is about, by its id there: answered, changed, reacted to, or whose file comes. */
export function aboutMessage({ event, replyTo }: Inbound): string | null {
  if (event.kind === 'edited' || event.kind === 'revoked' || event.kind === 'reaction')
    return event.messageId;
  return event.kind === 'fetched' ? messageOfTicket(event.ticket) : (replyTo ?? null);
}

/** What came is passed on as it is, or by a job that fetches it first. */
function passedOn(content: Content, looking: Looking): Seen {
  const { inbound, desk, via } = looking;
  const { messageId } = inbound;
  const replyTo = answered(looking);
  const isFile = content.kind === 'photo' || content.kind === 'file';
  if (isFile && messageId !== null && !mayGoOnAsItIs(content, desk.channel))
    return { ...fetching(content, messageId, replyTo, looking), spoke: true };
  // The topic has it as the messenger has it; a copy of our own is made beside.
  const isKept = isFile && messageId !== null && isWorthKeeping(content);
  const kept = isKept ? jobFor(content, { of: 'kept', messageId, replyTo }, looking) : null;
  const album =
    isFile && content.album !== undefined ? `${addressKey(inbound.address)} ${content.album}` : null;
  const relayed = isFile && album !== null ? { ...content, album } : content;
  const piece: Piece = {
    message: { kind: 'relay', content: relayed, sign: via, replyTo, target: null },
    carries: messageId,
    album,
  };
  return { pieces: [piece], changes: [], jobs: kept === null ? [] : [kept], spoke: true };
}

/** Stickers and moving pictures show no car. */
function isWorthKeeping(content: FileContent): boolean {
  return content.kind === 'photo' || (content.what !== 'sticker' && content.what !== 'animation');
}

/** The message in the topic that stands for the one which the customer answers. */
function answered({ inbound, counterpart, desk }: Looking): string | null {
  if (inbound.replyTo === undefined || counterpart === null) return null;
  if (counterpart.how === 'passed') return standsAt(counterpart);
  const { source } = counterpart.row;
  return source?.at === desk.key ? source.messageId : null;
}

/** Where what the customer wrote stands in the topic; null while it is not there. */
function standsAt({ row }: Counterpart): string | null {
  return row.parts.find((id) => id !== null) ?? null;
}

function messageOfTicket(ticket: unknown): string | null {
  return fileTicketSchema.safeParse(ticket).data?.messageId ?? null;
}

/** The job that brings a file into the store; null where it lies there already. */
function jobFor(
  content: FileContent,
  ticket: Pick<FileTicket, 'of' | 'messageId' | 'replyTo'>,
  { inbound, desk }: Looking,
): Job | null {
  const { source } = content;
  if (source.at !== 'messenger') return null;
  const whole: FileTicket = { ...ticket, at: inbound.at, content };
  return {
    v: 1,
    kind: 'fetch',
    id: inbound.id,
    channel: source.channel,
    file: { id: source.id, ...fetchedAs(content) },
    forChannel: desk.channel,
    tell: inbound.address,
    ticket: whole,
  };
}

function fetching(content: FileContent, messageId: string, replyTo: string | null, looking: Looking): Seen {
  const { inbound } = looking;
  const job = jobFor(content, { of: 'customer', messageId, replyTo }, looking);
  if (job === null) return nothing;
  const what = calledOf(content);
  const words = wordsOf(content);
  const line = {
    ...say([phrase('mediaPending', { what }), ...(words === '' ? [] : [quote(words)])]),
    replyTo,
  };
  // An album of its own: it must not share a message with others, since the file takes its place.
  return {
    pieces: [{ message: line, carries: messageId, album: `file ${inbound.id}` }],
    changes: [],
    jobs: [job],
    spoke: true,
  };
}

function quote(text: string): Phrase {
  return phrase('verbatim', { text });
}

/** The file is there: it takes the place of the line that announced it. Or it cannot be had, and the line says why. */
function fetched(event: Extract<Inbound['event'], { kind: 'fetched' }>, looking: Looking): Seen {
  const { counterpart, desk, via } = looking;
  const ticket = fileTicketSchema.safeParse(event.ticket).data;
  if (ticket === undefined) return nothing;
  const { messageId, content } = ticket;
  const stored = keptFile(event.outcome, ticket, looking);
  if (ticket.of === 'kept') return { ...nothing, changes: stored };
  const announced =
    counterpart?.how === 'passed' && counterpart.row.messages[0]?.kind === 'say' ? counterpart : null;
  const target = announced && standsAt(announced);
  // It did not even go out yet: the file comes instead of it.
  const changes: readonly Change[] = announced?.row.waits
    ? [{ kind: 'withdrawn', destination: desk.key, row: announced.row.sk }]
    : [];
  if (event.outcome.kind === 'stored') {
    const file = storedAs(content, event.outcome);
    const message: Relay = {
      kind: 'relay',
      content: file,
      sign: via,
      replyTo: target === null ? ticket.replyTo : null,
      target,
    };
    const all = [...changes, ...stored];
    return { pieces: [{ message, carries: messageId, album: null }], changes: all, jobs: [], spoke: false };
  }
  const failed = phrase('mediaFailed', {
    what: calledOf(content),
    why: event.outcome.why,
    bytes: content.bytes,
    whose: 'customer',
  });
  const words = wordsOf(content);
  const line = say([failed, ...(words === '' ? [] : [quote(words)])]);
  const message: Outbound = target === null ? line : { ...line, place: 'edit', target };
  return { pieces: [{ message, carries: messageId, album: null }], changes, jobs: [], spoke: false };
}

/** A file that lies in the store now is on record with its message. */
function keptFile(
  outcome: Extract<Inbound['event'], { kind: 'fetched' }>['outcome'],
  { messageId, at }: FileTicket,
  { inbound }: Looking,
): readonly Change[] {
  if (outcome.kind !== 'stored') return [];
  const { key, mime, bytes, what } = outcome;
  const address = addressKey(inbound.address);
  return [{ kind: 'file', file: { messageId, address, key, mime, bytes, what, at } }];
}

/** Other words in an older message: the topic's message changes, and says that it did. */
function edited(event: Extract<Inbound['event'], { kind: 'edited' }>, looking: Looking): Seen {
  const { counterpart, desk } = looking;
  const words = richText(event.text, event.marks);
  const known = counterpart?.how === 'passed' ? counterpart : null;
  const [before] = known?.row.messages ?? [];
  const old = before?.kind === 'relay' ? before.content : null;
  const content: Content =
    old?.kind === 'photo' || old?.kind === 'file'
      ? { ...old, caption: words }
      : { kind: 'text', text: words };
  const place = known && standsAt(known);
  const message: Relay = {
    kind: 'relay',
    content,
    sign: phrase('caseEdited'),
    replyTo: old === null ? place : null,
    target: old === null ? null : place,
  };
  const changes: readonly Change[] =
    known?.row.waits && old !== null ? [{ kind: 'withdrawn', destination: desk.key, row: known.row.sk }] : [];
  return { pieces: [{ message, carries: event.messageId, album: null }], changes, jobs: [], spoke: false };
}

/** What was taken back before anybody could read it never appears; what stands in the topic stays, and says so. */
function revoked({ counterpart, desk }: Looking): Seen {
  if (counterpart?.how !== 'passed') return nothing;
  if (counterpart.row.waits)
    return { ...nothing, changes: [{ kind: 'withdrawn', destination: desk.key, row: counterpart.row.sk }] };
  return one({ ...say(phrase('caseRevoked')), replyTo: standsAt(counterpart) }, null);
}

/** A reaction to an advisor's answer lies on what the advisor wrote; taken away, the answer was at least read. */
function reacted(emoji: string | null, { counterpart, desk }: Looking): Seen {
  const source = counterpart?.how === 'sent' ? counterpart.row.source : null;
  if (source?.at !== desk.key) return nothing;
  return one({ kind: 'react', target: source.messageId, mark: emoji === null ? 'read' : { emoji } }, null);
}

function one(message: Outbound, carries: string | null): Seen {
  return { ...nothing, pieces: [{ message, carries, album: null }] };
}
