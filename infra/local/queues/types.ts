/** The queues of the local station: what a queue is, and what a message is while it waits or is worked on. */

export type QueueSettings = {
  readonly name: string;
  readonly fifo: boolean;
  readonly contentBasedDeduplication: boolean;
  /** FIFO: whether a deduplication id is unique in the whole queue or in its message group. */
  readonly deduplicationScope: 'queue' | 'messageGroup';
  readonly visibilityTimeoutSeconds: number;
  readonly delaySeconds: number;
  readonly maximumMessageBytes: number;
  readonly redrive: { readonly deadLetterQueue: string; readonly maxReceiveCount: number } | undefined;
};

export type NewMessage = {
  readonly body: string;
  /** As the sender gave them: name → { DataType, StringValue }. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly delaySeconds: number | undefined;
};

/** `duplicate`: the queue took an equal message within five minutes; the ids are that one's. */
export type Accepted = {
  readonly messageId: string;
  readonly sequenceNumber: number;
  readonly duplicate: boolean;
};

export type ReceivedMessage = {
  readonly messageId: string;
  readonly receipt: string;
  readonly queue: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly sequenceNumber: number;
  /** Milliseconds since the epoch on the station's clock. */
  readonly sentAt: number;
  readonly firstReceivedAt: number;
  readonly receiveCount: number;
  /** Among dead letters: the queue in which it was given up. */
  readonly diedIn: string | undefined;
};

/** One entry of `GET /_local/dead-letters`; `reason` names attempts and kind of error, never what a person wrote. */
export type DeadLetter = {
  readonly id: string;
  readonly queue: string;
  readonly reason: string;
  readonly at: string;
};

/**
 * The queues, on the station's clock and on disk. Every call has taken effect on disk when it returns, so a killed
 * process loses nothing that was accepted. All waits are in seconds, all moments in station milliseconds.
 */
export type QueueEngine = {
  readonly queues: () => readonly QueueSettings[];
  readonly queue: (name: string) => QueueSettings | undefined;
  readonly send: (queue: string, message: NewMessage) => Accepted;
  /**
   * Takes up to `max` messages. `inWork` marks them as held by a function of this process: they come back when it
   * releases them or when the station starts again, not by time.
   */
  readonly receive: (
    queue: string,
    max: number,
    how: { readonly inWork: boolean; readonly visibilitySeconds?: number },
  ) => readonly ReceivedMessage[];
  /** Removes a message for good; false when the receipt is not (or no longer) the message's. */
  readonly remove: (queue: string, receipt: string) => boolean;
  readonly changeVisibility: (queue: string, receipt: string, seconds: number) => boolean;
  /** Gives a message back after a failed attempt; `error` is the kind of failure, without personal text. */
  readonly release: (queue: string, receipt: string, error: string) => void;
  /**
   * Moves the dead letters that nobody is looking at, the oldest first, behind whatever waits where they died (or in `to`), each as a
   * new message. It ends at the first of which nobody knows where it died: `moved` is less than what was `found` then.
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html
   */
  readonly redrive: (
    deadLetterQueue: string,
    to?: string,
  ) => { readonly found: number; readonly moved: number };
  readonly purge: (queue: string) => void;
  /** Messages a function reads from this queue count as work of the station; other queues only keep theirs. */
  readonly consume: (queue: string) => void;
  readonly count: (queue: string) => {
    readonly ready: number;
    readonly inFlight: number;
    readonly delayed: number;
  };
  /** What the consumed queues hold: messages in all, and whether one could be received right now. */
  readonly work: () => { readonly messages: number; readonly ready: boolean };
  /** When the next waiting message of a consumed queue can be received, in station milliseconds. */
  readonly nextDueAt: () => number | undefined;
  readonly deadLetters: () => readonly DeadLetter[];
  /** Called after every change that may make a message receivable or the station idle. */
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => void;
};
