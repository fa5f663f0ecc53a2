import * as z from 'zod';

const reason = z.string();

/**
 * Why a message did not go out: a closed list, each with what is done about it. A channel only maps the messenger's answer,
 * or a status that comes later, to one of these; `functions/deliver` and the flow `delivery` decide. Reasons are our own
 * words and the messenger's codes, never what was sent.
 */
export const failureSchema = z.discriminatedUnion('kind', [
  /**
   * Wait before any further call: to this chat, or to anybody on this account. Null seconds: the messenger does not say
   * how long, the pause grows with every refusal in a row.
   */
  z.object({
    kind: z.literal('throttled'),
    retryAfterSeconds: z.number().nullable(),
    scope: z.enum(['chat', 'account']),
    /** The messenger thinks that we write unasked too much: what a timer says waits much longer. */
    unasked: z.boolean(),
  }),
  /** The person blocked us, is gone, or cannot be reached there at all: final, until they write again. */
  z.object({ kind: z.literal('blocked'), reason }),
  /** The messenger lets us write freely only for a while after the person's last words: a prepared notice goes instead. */
  z.object({ kind: z.literal('windowClosed'), reason }),
  /** The message to edit or answer is not there any more: send it as a new one. */
  z.object({ kind: z.literal('targetGone'), reason }),
  /** The thread does not exist any more: rebuild it. */
  z.object({ kind: z.literal('topicGone'), reason }),
  /** Somebody closed the thread: open it again and repeat the call. */
  z.object({ kind: z.literal('topicClosed'), reason }),
  /** We may not do this in the group, or are not in it: nothing is lost, it waits until somebody turns the switch. */
  z.object({ kind: z.literal('noRights'), reason }),
  /** The chat has a new id. */
  z.object({ kind: z.literal('migrated'), chat: z.string() }),
  /** The messenger will never take this message: final. */
  z.object({ kind: z.literal('rejected'), reason }),
  /** Our account may not send: a token, a permission, a payment, a restriction. Halt, keep everything, raise an alarm. */
  z.object({ kind: z.literal('unauthorized'), reason, why: z.enum(['token', 'payment', 'account']) }),
  /** It may have been sent: the answer was lost. */
  z.object({ kind: z.literal('ambiguous'), reason }),
  /** Nothing was sent: the connection failed, or the messenger answered 5xx. */
  z.object({ kind: z.literal('unreachable'), reason }),
]);
export type SendFailure = z.infer<typeof failureSchema>;
