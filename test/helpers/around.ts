import type { Queue } from '#shared/runtime/queues.ts';
import type { SecretSource } from '#shared/runtime/secrets.ts';
import { type Between, crossing } from './between.ts';
import type { Played } from './messenger.ts';
import type { Playing } from './played.ts';
import type { TestQueue } from './queue.ts';

/** What stands around a rig's parts: its accounts and queues, with whatever is to happen at every call. */

/** The messenger whose API a call goes to. */
export function playedAt(played: Playing, url: string): readonly [string, Played] {
  const found = Object.values(played).find(({ account }) => url.startsWith(`${account.apiUrl}/`));
  if (!found) throw new Error('A call goes to a messenger that is not played here');
  const { name } = found.channel;
  return [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, found];
}

export type Sources = ReadonlyMap<string, SecretSource>;

export function sourcesOf(
  played: Playing,
  between: Between,
  given: Readonly<Record<string, SecretSource>> = {},
): Sources {
  return new Map(
    Object.entries(played).map(([name, { account }]) => {
      const ours = given[name] ?? { get: async () => account, refresh: async () => account };
      return [
        name,
        {
          get: () => crossing(between, 'secrets', () => ours.get()),
          refresh: () => crossing(between, 'secrets', () => ours.refresh()),
        },
      ];
    }),
  );
}

export function sourceOf(sources: Sources, name: string): SecretSource {
  const source = sources.get(name);
  if (!source) throw new Error(`There is no account at ${name} here`);
  return source;
}

export function watched(name: string, queue: TestQueue, between: Between): Queue {
  return {
    send: (entry) => crossing(between, `queue ${name}`, () => queue.send(entry)),
    sendBatch: (entries) => crossing(between, `queue ${name}`, () => queue.sendBatch(entries)),
    setVisibility: queue.setVisibility,
  };
}
