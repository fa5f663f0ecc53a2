import type * as z from 'zod';
import type { Address } from '#shared/domain/address.ts';
import type { FileKind } from '#shared/domain/content.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { Ignored, Inbound, Receipt } from '#shared/domain/inbound.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { Phrase } from '#shared/domain/phrase.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';

/** A webhook request as it came: header names in lower case, the body's exact bytes. */
export type RawRequest = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
};

/** Our account at a messenger, secrets included. */
export type Account = {
  /** Our own bot or number as addresses name it. */
  readonly bot: string;
  /** What calls of the messenger's API are made with. */
  readonly token: string;
  /** Our number in the messenger's API, where it has one. */
  readonly number: string;
  /** What webhooks are proven with; several current ones may be listed, so that they can be rotated. */
  readonly webhookSecrets: readonly string[];
  /** What the messenger shows when a webhook is registered; '' where it does not ask. */
  readonly verifyToken: string;
  /** Base of the messenger's API without a slash at its end. */
  readonly apiUrl: string;
};

/** Where a messenger's account is read from: variables of the environment, or an encrypted parameter. */
export type AccountSource = {
  /** Variable with the API's base, and the base where it is not set. */
  readonly apiUrl: { readonly variable: string; readonly otherwise: string };
  /** Variable that names the encrypted parameter. */
  readonly parameter: string;
  /** Variables that give the account directly, and what they make; null while the needed ones are empty. */
  readonly variables: readonly string[];
  given(environment: Readonly<Record<string, string>>): Omit<Account, 'apiUrl'> | null;
  /** What the parameter's JSON holds. */
  readonly schema: z.ZodType<Omit<Account, 'apiUrl'>>;
  /** How that JSON looks, for the error that says it is wrong. */
  readonly example: string;
};

/** The reader's language, bound to the station: turns phrases into words. */
export type Text = { readonly language: Language; say(phrase: Phrase): string; readonly place: Place };
/** The station on the map, in the reader's language. Degrees WGS 84. */
export type Place = {
  readonly title: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
};

/** What the renderer must know beside the messages. */
export type RenderContext = {
  readonly row: string;
  /** When the row was born, epoch milliseconds. */
  readonly now: number;
  /** Base of the links that people open, without a slash at its end. */
  readonly publicUrl: string;
  /** Files of the station's store that the messages name, by their keys; one that is missing is said to be gone. */
  readonly files?: ReadonlyMap<string, { readonly mime: string; readonly content: Uint8Array }>;
};

/** A file that goes along with a call. */
export type Upload = {
  readonly field: string;
  readonly name: string;
  readonly mime: string;
  readonly content: Uint8Array;
};

/** One API call, ready to be sent. */
export type Payload = {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly uploads: readonly Upload[];
  /** True where sending twice shows nothing twice (an edit, a callback answer): a lost answer may be retried freely. */
  readonly idempotent: boolean;
};

/** A call and the messages of the row that are on the phone once it went through (indexes into the row's messages). */
export type Rendered = { readonly payload: Payload; readonly completes: readonly number[] };

/**
 * The messenger took it. `messageId` is null where there is none (callback answers); `album`: the ids of all messages that
 * one call made, in order. Of a topic that was made it is the topic's number.
 */
export type Sent = {
  readonly kind: 'sent';
  readonly messageId: string | null;
  readonly album?: readonly string[];
};

export type Limits = {
  readonly textLength: number;
  readonly captionLength: number;
  readonly buttonDataBytes: number;
  /** Of a webhook's body. */
  readonly bodyBytes: number;
  /** For how long after a person's last words we may write freely, a margin taken off; null: for ever. Milliseconds. */
  readonly windowMs: number | null;
  /** Whether the messenger tells later what became of a message: a send whose answer was lost then waits for that. */
  readonly receipts: boolean;
  /** How a calendar file reaches the person. */
  readonly calendar: 'file' | 'link';
  /** Messages that one group takes within a minute, over all its topics; null where nobody says. */
  readonly groupPerMinute: number | null;
  /** Whether a message that was sent can be changed or taken back, and for how long; null: never. Milliseconds. */
  readonly editableMs: number | null;
};

/** What a row of the outbox answers: a tap (with words, or just so that it stops spinning), a message. */
export type Cause = {
  readonly tapId: string | null;
  readonly messageId: string | null;
  /** At most 200 UTF-16 units are shown. */
  readonly toast?: string | null;
};

/** Threads of a group, one for each customer. The thread is that of the address. */
export type Topics = {
  create(group: Address, title: string): Payload;
  rename(topic: Address, title: string): Payload;
  reopen(topic: Address): Payload;
  /** Where people open it, for links between topics. */
  url(topic: Address): string;
};

/** A file that a messenger kept for us, or why it cannot be had: for good (`gone`, `tooLarge`), or not now. */
export type Downloaded =
  | { readonly kind: 'file'; readonly content: Uint8Array }
  | { readonly kind: 'failed'; readonly why: 'tooLarge' | 'gone' | 'unreachable' };

/** As what people can be sent a file. */
export type ShownAs = FileKind | 'photo';

/** Of which types and how large a file may be to be sent in this way; null: this way there is not. */
export type UploadRule = { readonly mimes: readonly string[] | 'any'; readonly bytes: number } | null;

/** The files that people send us and get from us. */
export type ChannelFiles = {
  /**
   * Brings a file by the messenger's id of it: from the API's own origin and the hosts its documentation names, by https
   * (http on loopback only), following no redirect. `mostBytes`: longer ones are given up on the way. Never throws.
   */
  download(
    id: string,
    account: Pick<Account, 'apiUrl' | 'token'>,
    http: HttpClient,
    mostBytes: number,
  ): Promise<Downloaded>;
  /** The most bytes that the messenger hands over to us. */
  readonly mostBytes: number;
  readonly uploads: Readonly<Record<ShownAs, UploadRule>>;
};

/** What one webhook request brings: things to decide on, things that only climb a ladder, things let go with a reason. */
export type Parsed = Inbound | Receipt | Ignored;

/** A messenger: the same members in every folder of `shared/channels`; all pure but `send`. */
export type Channel = {
  readonly name: string;
  readonly limits: Limits;
  readonly account: AccountSource;
  /** Over the raw request, in constant time; false when no secret is configured. */
  verify(request: RawRequest, account: Account): boolean;
  /** Never throws: what cannot be read is ignored with a reason. */
  parse(body: Buffer, account: Pick<Account, 'bot' | 'number'>): readonly Parsed[];
  /** All messages of one row in order. Merges, splits and degrades visibly, never truncates silently. */
  render(messages: readonly Outbound[], to: Address, text: Text, context: RenderContext): readonly Rendered[];
  /** The prepared notice, for when `limits.windowMs` has passed; buttons are those of the row's messages. */
  notice(notice: Notice, to: Address, text: Text, context: RenderContext): Payload | null;
  /** Tells the person's phone that we are at it (the button stops spinning, the message is read); null: nothing to tell. */
  acknowledge(cause: Cause): Payload | null;
  /** Null where the messenger has no threads: the desk cannot be there. */
  readonly topics: Topics | null;
  readonly files: ChannelFiles;
  /** Takes the buttons of an older card away; null where that cannot be done. */
  retireCard(to: Address, messageId: string): Payload | null;
  /** Keeps a message in sight at the top of its chat, without a sound, or lets go of it; null where that cannot be done. */
  pin(to: Address, messageId: string, stays: boolean): Payload | null;
  /** What a message costs that is delivered there, in millionths of a US dollar; 0: nothing. For estimates. */
  price(to: Address): number;
  /** `reference` comes back in receipts. */
  send(payload: Payload, account: Account, http: HttpClient, reference: string): Promise<Sent | SendFailure>;
};
