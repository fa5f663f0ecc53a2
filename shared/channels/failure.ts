/**
 * Why a message did not go out: a closed list, each with what the sender does about it. A channel only maps the
 * messenger's answer to one of these; `functions/deliver` decides.
 */
export type SendFailure =
  /** Wait exactly so long before any further call to this chat. */
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  /** The person blocked the bot or is gone: final, until they write again. */
  | { readonly kind: 'blocked'; readonly reason: string }
  /** The message to edit or answer is not there any more: send it as a new one. */
  | { readonly kind: 'targetGone'; readonly reason: string }
  /** The thread does not exist any more: rebuild it. */
  | { readonly kind: 'topicGone'; readonly reason: string }
  /** The chat has a new id. */
  | { readonly kind: 'migrated'; readonly chat: string }
  /** The messenger will never take this message: final, our fault. */
  | { readonly kind: 'rejected'; readonly reason: string }
  /** The token is not valid: halt, keep everything, raise an alarm. */
  | { readonly kind: 'unauthorized'; readonly reason: string }
  /** It may have been sent: the answer was lost. */
  | { readonly kind: 'ambiguous'; readonly reason: string }
  /** Nothing was sent: the connection failed, or the messenger answered 5xx. */
  | { readonly kind: 'unreachable'; readonly reason: string };
