import type { Conversation } from '#shared/domain/conversation.ts';
import type { Inbound, InboundEvent } from '#shared/domain/inbound.ts';

/** What a person does themselves; the rest is told about them, or comes from us. */
const own = {
  text: true,
  command: true,
  tap: true,
  more: true,
  show: true,
  contact: true,
  location: true,
  photo: true,
  file: true,
  unsupported: true,
  edited: false,
  revoked: false,
  reaction: false,
  blocked: false,
  unblocked: false,
  identity: false,
  undelivered: false,
  arrived: false,
  fetched: false,
  hidden: false,
  membership: false,
  migrated: false,
  rights: false,
  topic: false,
  timer: false,
  quiet: false,
  interpreted: false,
  alarm: false,
} as const satisfies Record<InboundEvent['kind'], boolean>;

/**
 * The messenger's own time (epoch milliseconds) of what the person said last, this inbound included. A messenger that
 * lets us write freely only for a while counts from there.
 */
export function heardAt({ event, from, at }: Inbound, known: Conversation, now: number): number {
  return from !== null && own[event.kind] ? Math.max(known.heardAt, Math.min(at, now)) : known.heardAt;
}
