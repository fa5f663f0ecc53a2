import type { Address, ChannelName } from '#shared/domain/address.ts';
import type { Ignored, Inbound } from '#shared/domain/inbound.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { Phrase } from '#shared/domain/phrase.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { SendFailure } from './failure.ts';

/** A webhook request as it came: header names in lower case, the body's exact bytes. */
export type RawRequest = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
};

/** Our account at a messenger. Several current webhook secrets may be listed, so that they can be rotated. */
export type Secrets = {
  readonly botToken: string;
  readonly webhookSecrets: readonly string[];
  /** Base of the messenger's API without a slash at its end, such as `https://api.telegram.org`. */
  readonly apiUrl: string;
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

/** What the renderer must know beside the message: its outbox row, and the card's message on the phone, if any. */
export type RenderContext = {
  readonly row: string;
  /** Index of this message's first button among all buttons of its row. */
  readonly firstOption: number;
  readonly cardMessageId: string | null;
  readonly now: number;
};

/** One API call, ready to be sent. `upload` is a file that goes along as multipart. */
export type Payload = {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly upload: {
    readonly field: string;
    readonly name: string;
    readonly mime: string;
    readonly content: Uint8Array;
  } | null;
  /** True where sending twice shows nothing twice (an edit, a callback answer): a lost answer may be retried freely. */
  readonly idempotent: boolean;
};

/** The messenger took it. `messageId` is null where there is none (callback answers). */
export type Sent = { readonly kind: 'sent'; readonly messageId: string | null };

export type Limits = {
  readonly textLength: number;
  readonly captionLength: number;
  readonly buttonDataBytes: number;
  readonly bodyBytes: number;
};

/** A messenger: the same members in every folder of `shared/channels`; all pure but `send`. */
export type Channel = {
  readonly name: ChannelName;
  readonly limits: Limits;
  /** Over the raw request, in constant time; false when no secret is configured. */
  verify(request: RawRequest, secrets: Secrets): boolean;
  /** Never throws: what cannot be read is ignored with a reason. `bot` is our own id at the messenger. */
  parse(body: Buffer, bot: string): readonly (Inbound | Ignored)[];
  /** Splits and degrades visibly, never truncates silently. */
  render(message: Outbound, to: Address, text: Text, context: RenderContext): readonly Payload[];
  /** The answer to a tap, so that the button stops spinning. */
  answerTap(tapId: string): Payload;
  /** Takes the buttons of an older card away. */
  retireCard(to: Address, messageId: string): Payload;
  send(payload: Payload, secrets: Secrets, http: HttpClient): Promise<Sent | SendFailure>;
};
