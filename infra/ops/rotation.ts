import { setTimeout as pause } from 'node:timers/promises';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import { secretsLiveMs } from '#shared/runtime/secrets.ts';
import type { Checklist } from '../connect/checklist.ts';
import type { Ask } from '../connect/context.ts';
import type { Messenger, SecretStore } from '../connect/secret-store.ts';

/** What the exchange of a secret works with. */
export type Rotation = {
  readonly told: Checklist;
  /** Null where nobody sits at a terminal. */
  readonly ask: Ask | null;
  readonly http: HttpClient;
  readonly secrets: SecretStore;
  readonly apiUrls: Readonly<Record<Messenger, string>>;
  /** Where the messengers call us. */
  readonly webhooks: Readonly<Record<Messenger, string>>;
  /** Waits so many milliseconds; tests pass their own. */
  readonly wait?: (ms: number) => Promise<unknown>;
};

/** How long after a change some function may still work with what was there before, milliseconds. */
export const untilAllKnowMs = secretsLiveMs + 30_000;

/** Waits until every function has read what was written, however long ago it read the last time. */
export async function untilAllKnow({ told, wait = pause }: Rotation): Promise<void> {
  told.note('Waiting five and a half minutes until every function has read it');
  await wait(untilAllKnowMs);
}
