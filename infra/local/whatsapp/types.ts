import type { MessengerPhones, WhatsAppPerson } from '../phones/types.ts';
import type { Setup } from './setup.ts';

/** How the Cloud API server is started. Times are milliseconds since the epoch on the station's clock, unless said. */
export type WhatsAppOptions = {
  /** What `Authorization: Bearer …` must carry. */
  readonly accessToken: string;
  /** Signs every webhook: `X-Hub-Signature-256`. */
  readonly appSecret: string;
  /** Sent in the handshake that subscribes the station. */
  readonly verifyToken: string;
  /** The station's number, as the API names it. */
  readonly phoneNumberId: string;
  /** Where webhooks are posted, asked anew for each attempt: the port may be known only later. */
  readonly webhookUrl: () => string;
  readonly now: () => number;
  /** Folder for what must survive a restart; `undefined` keeps everything in memory. */
  readonly dataDir: string | undefined;
  /** Customers with a phone on the page; left out = the demo people. */
  readonly people?: readonly WhatsAppPerson[];
  /** The station's name as people see it, and its number in digits. */
  readonly verifiedName?: string;
  readonly displayPhoneNumber?: string;
  /** How webhooks misbehave; what is left out stays as in `weather.ts`. */
  readonly weather?: Partial<Weather>;
  /** Number behind every chance of the weather: the same seed and the same events give the same disorder. */
  readonly seed?: number;
  /** Milliseconds from a template's creation to its approval; left out = 1 s. */
  readonly reviewMs?: number;
  /** Real milliseconds before an unanswered webhook counts as failed; left out = 20 s (Meta names no number). */
  readonly webhookTimeoutMs?: number;
  /** Real milliseconds between two tries of the handshake; left out = 500. */
  readonly handshakeEveryMs?: number;
  /** Port on 127.0.0.1; left out = any free one. */
  readonly port?: number;
};

/** Chances from 0 to 1 of what Meta does not promise to spare anybody. */
export type Weather = {
  /** The next message or status travels in the same POST as the one before. */
  readonly batch: number;
  /** A POST that was taken comes once more. */
  readonly duplicate: number;
  /** What belongs together (statuses of one message, photos of one act) comes in reverse order. */
  readonly shuffle: number;
  /** A message that is read before its `delivered` went out never gets one. */
  readonly skipDelivered: number;
  /** A media message in a webhook has its `url` already. */
  readonly mediaUrl: number;
};

/** The call of an entry in the ledger. */
export type CallName =
  | 'send'
  | 'mark-read'
  | 'upload'
  | 'media'
  | 'delete-media'
  | 'download'
  | 'phone-number'
  | 'phone-numbers'
  | 'list-templates'
  | 'create-template'
  | 'delete-template'
  | 'subscriptions'
  | 'subscribe'
  | 'unsubscribe'
  | 'register'
  | 'debug-token'
  | 'app-subscriptions'
  | 'app-subscribe'
  | 'unknown';

/** One call of the Graph API, in the order in which the server answered. */
export type LedgerEntry = {
  readonly seq: number;
  /** ISO instant on the station's clock. */
  readonly at: string;
  readonly call: CallName;
  /** HTTP method and path without the version, e.g. `POST` and `/106…/messages`. */
  readonly verb: string;
  readonly path: string;
  /** Chat on the page that the call was for (`wa-…`); '' when there is none. */
  readonly chat: string;
  /** The body as it came: JSON, or the form's fields with files as `{file: name, size}`. */
  readonly payload: unknown;
  /** HTTP status answered; 0 when the connection was cut or left without an answer. */
  readonly status: number;
  /** Graph error code and details of a refusal; 0 and '' on success. */
  readonly code: number;
  readonly details: string;
  /** wamids that came of it. */
  readonly messageIds: readonly string[];
  /** Whether the call took effect, also where its answer was lost. */
  readonly effect: boolean;
  /** Whether Meta charges for it: a message that reached a person. Reactions, read marks and typing are free here. */
  readonly billable: boolean;
  /** Code of the `failed` status that an accepted message ended with; 0 when it reached the person. */
  readonly failed: number;
  /** The injected fault, if one hit this call. */
  readonly fault: FaultKind | undefined;
};

/**
 * What can go wrong with one call. `500`, `html` (an error page with 502) and `error` (a Graph error) refuse it; `reset`
 * loses it; `timeout-after` and `reset-after` do it and lose the answer; `failed` accepts it and fails it by a status.
 */
export type FaultKind = '500' | 'html' | 'error' | 'reset' | 'timeout-after' | 'reset-after' | 'failed';

export type Fault =
  | { readonly kind: Exclude<FaultKind, 'error' | 'failed'> }
  /** Graph error code of the refusal or of the failed status, e.g. 131056. */
  | { readonly kind: 'error' | 'failed'; readonly code: number };

export type PlannedFault = Fault & {
  /** Call it waits for; left out = 'send'. */
  readonly call?: CallName;
  /** Chat it waits for; left out = any. */
  readonly chat?: string;
  /** How many matching calls it hits; left out = 1. */
  readonly times?: number;
};

/** Faults for tests. Planned ones go first, in the order of planning; then the rule, if one is set. */
export type Faults = {
  readonly next: (fault: PlannedFault) => void;
  /** Asked for every call that no planned fault hits. */
  readonly rule: (
    choose: ((call: { call: CallName; chat: string }) => Fault | undefined) | undefined,
  ) => void;
  /** Statuses from now on: so many milliseconds late, or none at all. */
  readonly statuses: (how: { readonly delayMs?: number; readonly never?: boolean }) => void;
  /** Changes the weather of webhooks from now on. */
  readonly weather: (change: Partial<Weather>) => void;
  /** Everything as at the start. */
  readonly clear: () => void;
};

/** Lasting states of the world that a test or a demo can bring about. */
export type Conditions = {
  /** From now on only `token` is right; `undefined` = none (revoked). */
  readonly token: (token: string | undefined) => void;
  /** The person turns read receipts on or off. */
  readonly receipts: (chat: string, on: boolean) => void;
  /** Meta pauses, disables, rejects or approves a template, and tells the webhook. */
  readonly template: (
    name: string,
    language: string,
    status: 'APPROVED' | 'PAUSED' | 'DISABLED' | 'REJECTED',
  ) => void;
  /** What the owner and Meta settle once is otherwise than it should be. */
  readonly setup: (change: Partial<Setup>) => void;
};

/** The running server and everything a runner or a test does with it. */
export type WhatsAppServer = {
  /** Base of the API with its version: `<apiUrl>/<phone number id>/messages`. */
  readonly apiUrl: string;
  /** Id of the business account that the number and its templates belong to. */
  readonly wabaId: string;
  readonly phones: MessengerPhones;
  readonly faults: Faults;
  readonly conditions: Conditions;
  readonly ledger: () => readonly LedgerEntry[];
  /** True once the station answered the handshake; webhooks wait for it. */
  readonly subscribed: () => boolean;
  /** Webhooks waiting, retrying or in flight, delayed statuses among them. */
  readonly pending: () => number;
  /**
   * Runs what is due at `now` (webhook retries, delayed statuses, the handshake) and resolves when nothing is in flight
   * any more. New webhooks and first retries go out by themselves.
   */
  readonly pump: (now: number) => Promise<void>;
  /** When `pump` has something to do next (ms); `undefined` when nothing waits for the clock. */
  readonly nextDue: () => number | undefined;
  /** Resolves when no webhook is in flight and none can start before the clock moves. */
  readonly settled: () => Promise<void>;
  /** Posts one `change` of any field and value, e.g. a kind nobody knows yet. */
  readonly inject: (field: string, value: Readonly<Record<string, unknown>>) => void;
  /** Posts every webhook that was taken so far once more, the last one first. */
  readonly redeliverAll: () => void;
  readonly close: () => Promise<void>;
};
