import { calledOf, type FileKind } from '#shared/domain/content.ts';
import type { Arrival, Conversation } from '#shared/domain/conversation.ts';
import { fileTicketSchema } from '#shared/domain/file-ticket.ts';
import type { InboundEvent } from '#shared/domain/inbound.ts';
import type { Fetched } from '#shared/domain/job.ts';
import type { Turn } from '../flow.ts';
import { isInDanger } from './danger.ts';
import { type Came, nothingCame, type ReportAction } from './state.ts';

/** What inbounds bring to a report, and which of them come before anything else. */

/** What somebody sent beside photos: few words for many kinds. */
export const calledAs = {
  voice: 'voice',
  video: 'video',
  videoNote: 'video',
  animation: 'video',
  audio: 'other',
  sticker: 'other',
  document: 'document',
} as const satisfies Record<FileKind, Arrival>;

/** Words that mean danger come before anything else, and where somebody in danger stands. Null: neither. */
export function urgent(event: InboundEvent, turn: Turn): ReportAction | null {
  if (turn.danger !== null) {
    const { burst } = turn.conversation;
    const came = together(burst === null ? nothingCame : cameIn(burst), cameOf(event));
    return { do: 'danger', kind: turn.danger, ...came };
  }
  return event.kind === 'location' && isInDanger(turn) ? { do: 'stands' } : null;
}

/** What one inbound brings. */
export function cameOf(event: InboundEvent): Came {
  if (event.kind === 'photo') return { ...nothingCame, photos: 1, text: event.caption };
  if (event.kind === 'file')
    return { ...nothingCame, ...counted([{ what: calledAs[event.what] }]), text: event.caption };
  if (event.kind === 'text' || event.kind === 'edited') return { ...nothingCame, text: event.text };
  return nothingCame;
}

/** What was collected. */
export function cameIn({ photos, others, words }: NonNullable<Conversation['burst']>): Came {
  return { photos: photos.length, ...counted(others), text: words };
}

function counted(others: readonly { readonly what: Arrival }[]) {
  const of = (what: Arrival) => others.filter((one) => one.what === what).length;
  return { videos: of('video'), voices: of('voice'), documents: of('document') + of('other') };
}

function together(one: Came, other: Came): Came {
  return {
    photos: one.photos + other.photos,
    videos: one.videos + other.videos,
    voices: one.voices + other.voices,
    documents: one.documents + other.documents,
    text: [one.text, other.text].filter(Boolean).join('\n'),
  };
}

/** A customer's file that could not be had: what they are told of it. Null for anything else. */
export function unread(outcome: Fetched, ticket: unknown): ReportAction | null {
  const of = fileTicketSchema.safeParse(ticket).data;
  if (outcome.kind !== 'failed' || of === undefined) return null;
  const { why } = outcome;
  const helps = why === 'tooLarge' || why === 'unknownType' ? why : 'again';
  // What the advisors have as the messenger has it is only not kept by us.
  if (of.of === 'kept' && helps !== 'again') return null;
  return { do: 'unread', what: calledOf(of.content), why: helps };
}
