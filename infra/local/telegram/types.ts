import type { DemoPerson, MessengerPhones } from '../phones/types.ts';

/** How the Bot API server is started. Times are milliseconds since the epoch on the station's clock. */
export type TelegramOptions = {
  readonly token: string;
  /** Sent as `X-Telegram-Bot-Api-Secret-Token` until the station calls setWebhook with another one. */
  readonly webhookSecret: string;
  /** Where updates are posted, asked anew for each attempt: the port may be known only later. */
  readonly webhookUrl: () => string;
  readonly now: () => number;
  /** Folder for what must survive a restart; `undefined` keeps everything in memory. */
  readonly dataDir: string | undefined;
  /** The advisors' supergroup, a forum in which the bot is an administrator. */
  readonly groupId: number;
  readonly advisorIds: readonly number[];
  /** Customers with a phone on the page; left out = the demo people. */
  readonly people?: readonly DemoPerson[];
  /** `allowed_updates` of the webhook at start; left out = Telegram's default set. */
  readonly allowedUpdates?: readonly string[];
  /** Real milliseconds before an unanswered webhook counts as failed; Telegram waits 60 s. */
  readonly webhookTimeoutMs?: number;
  /** Port on 127.0.0.1; left out = any free one. */
  readonly port?: number;
  /** First update_id; left out = random, as after a quiet week. */
  readonly firstUpdateId?: number;
};

/** One call of the Bot API, in the order in which the server answered. */
export type LedgerEntry = {
  readonly seq: number;
  /** ISO instant on the station's clock. */
  readonly at: string;
  /** The method as Telegram spells it; as it was written when there is no such method. */
  readonly method: string;
  /** What was sent, parsed: numbers, booleans and JSON strings in their own shape; files as `{file: name, size}`. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** HTTP status answered; 0 when the connection was cut or left without an answer. */
  readonly status: number;
  /** `description` of the refusal; '' on success. */
  readonly description: string;
  /** Ids of the messages that came of it. */
  readonly messageIds: readonly number[];
  /** Whether the call took effect, also where its answer was lost. */
  readonly effect: boolean;
  /** Paths of fields that the Bot API does not know ('reply_markup.inline_keyboard.0.0.label'): Telegram ignores them silently. */
  readonly unknownFields: readonly string[];
  /** Rules broken by the call: 'inside retry_after', 'blocked chat again', … */
  readonly violations: readonly string[];
  /** The injected fault, if one hit this call. */
  readonly fault: FaultKind | undefined;
  /** True when the call came as the body of a webhook answer. */
  readonly viaWebhook: boolean;
};

/**
 * What can go wrong with one call. `429`, `500` and `html` (an HTML error page with 502) refuse it; `reset` and
 * `timeout-before` lose it; `cut`, `empty`, `timeout-after` and `reset-after` do it and lose the answer.
 */
export type FaultKind =
  | '429'
  | '500'
  | 'html'
  | 'cut'
  | 'empty'
  | 'timeout-before'
  | 'timeout-after'
  | 'reset'
  | 'reset-after';

export type Fault = {
  readonly kind: FaultKind;
  /** Seconds of a '429'; left out = 5. */
  readonly retryAfter?: number;
  /** '429' for every chat, not only the one called. */
  readonly everywhere?: boolean;
};

export type PlannedFault = Fault & {
  /** Method it waits for, in any case; left out = any. */
  readonly method?: string;
  /** Chat it waits for; left out = any. */
  readonly chatId?: number;
  /** How many matching calls it hits; left out = 1. */
  readonly times?: number;
};

/** Faults for tests. Planned ones go first, in the order of planning; then the rule, if one is set. */
export type Faults = {
  readonly next: (fault: PlannedFault) => void;
  /** Asked for every call that no planned fault hits, e.g. to fault one in five by a seed. */
  readonly rule: (
    choose: ((call: { method: string; chatId: number | undefined }) => Fault | undefined) | undefined,
  ) => void;
  readonly clear: () => void;
};

/** Lasting states of the world that a test or a demo can bring about; the ones with updates in Telegram send them. */
export type Conditions = {
  /** The person blocks (or unblocks) the bot: 403 to every send, `my_chat_member` to the webhook. */
  readonly blocked: (personId: number, blocked: boolean) => void;
  /** The account is gone: 403 "user is deactivated". */
  readonly deactivated: (personId: number) => void;
  /** From now on only `token` is right; `undefined` = none (revoked). */
  readonly token: (token: string | undefined) => void;
  /** The group becomes another supergroup: 400 with `migrate_to_chat_id`, two service messages. */
  readonly groupMigrated: (newId: number) => void;
  /** An advisor deletes a topic: nothing is sent to the webhook, later sends fail. */
  readonly topicDeleted: (topic: number) => void;
  readonly topicClosed: (topic: number, closed: boolean) => void;
  /** What the bot may do in the group; `member: false` = removed from it. */
  readonly botRights: (rights: {
    readonly member?: boolean;
    /** `false`: an ordinary member, without any of the rights below. */
    readonly admin?: boolean;
    /** Topics are switched on in the group. */
    readonly topics?: boolean;
    readonly manageTopics?: boolean;
    readonly deleteMessages?: boolean;
    readonly pinMessages?: boolean;
  }) => void;
};

/** The running server and everything a runner or a test does with it. */
export type TelegramServer = {
  /** Base of the Bot API: `<apiUrl>/bot<token>/<method>`, files under `<apiUrl>/file/bot<token>/<path>`. */
  readonly apiUrl: string;
  readonly phones: MessengerPhones;
  readonly faults: Faults;
  readonly conditions: Conditions;
  readonly ledger: () => readonly LedgerEntry[];
  /** Updates waiting, retrying or in flight. */
  readonly pending: () => number;
  /**
   * Runs what is due at `now` (webhook retries, expired updates) and resolves when nothing is in flight any more.
   * Updates that are new, and first retries, go out by themselves.
   */
  readonly pump: (now: number) => Promise<void>;
  /** When `pump` has something to do next (ms); `undefined` when nothing waits for the clock. */
  readonly nextDue: () => number | undefined;
  /** Resolves when no webhook is in flight and none can start before the clock moves. */
  readonly settled: () => Promise<void>;
  /** Puts an update of any shape into the webhook queue under the next update_id, e.g. a kind nobody knows yet. */
  readonly inject: (update: Readonly<Record<string, unknown>>, queue?: string) => number;
  /** Posts an update that was delivered before once more, with the same update_id. */
  readonly redeliver: (updateId: number) => void;
  readonly close: () => Promise<void>;
};
