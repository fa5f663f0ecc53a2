import type { Account, Channel, RenderContext, Text } from '#shared/channels/channel.ts';
import type { Address } from '#shared/domain/address.ts';
import type { Desk } from '#shared/domain/desk.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Measure } from '#shared/runtime/metrics.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import type { SecretSource } from '#shared/runtime/secrets.ts';
import type { Sender } from '#shared/store/sender.ts';
import type { Table } from '#shared/store/table.ts';
import type { AccountHolds } from './account-holds.ts';

export type DeliverDeps = {
  readonly table: Table;
  readonly later: Queue;
  /** Where converse is told of what could not be delivered. */
  readonly inbound: Pick<Queue, 'send'>;
  readonly channelOf: (address: Address) => Channel;
  /** The language's words at the moment of sending (epoch milliseconds), so that texts can say "tomorrow". */
  readonly textFor: (language: Language, now: number) => Text;
  readonly accountOf: (address: Address) => SecretSource;
  /** Where the advisors are; null until there is a group. */
  readonly desk: Desk | null;
  /** The station's time zone: what was sent is counted by its days. */
  readonly zone: string;
  /** The stored files that messages name, by their keys; one that is gone has no entry. */
  readonly filesFor: (messages: readonly Outbound[]) => Promise<NonNullable<RenderContext['files']>>;
  /** Base of the links that people open, without a slash at its end. */
  readonly publicUrl: string;
  readonly http: HttpClient;
  readonly measure: Measure;
  readonly now: () => number;
};

/** One destination being worked on: what is known of it changes as rows go out. */
export type Run = DeliverDeps & {
  readonly destination: string;
  readonly address: Address;
  readonly channel: Channel;
  readonly holds: AccountHolds;
  sender: Sender;
  account: Account;
};
