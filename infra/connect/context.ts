import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Station } from '#shared/station/schema.ts';
import type { Checklist } from './checklist.ts';
import type { Messenger, SecretStore } from './secret-store.ts';

/** Asks the person at the terminal for something that nobody may read over their shoulder; '' when they only press Enter. */
export type Ask = (question: string) => Promise<string>;

/** What all checks of one run share. */
export type Context = {
  readonly list: Checklist;
  readonly http: HttpClient;
  readonly stage: string;
  /** False for `--check`: nothing is written anywhere. */
  readonly writes: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Null where nobody sits at a terminal. */
  readonly ask: Ask | null;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Bases of the messengers' APIs, without a slash at the end. */
  readonly apiUrls: Readonly<Record<Messenger, string>>;
  readonly secrets: SecretStore;
  readonly station: Station;
  /** What a person does about everything that the command can put right by itself: `Run npm run connect`. */
  readonly rerun: string;
};

/** What is deployed, as far as it is of interest to the messengers. */
export type Deployed = {
  readonly webhooks: Readonly<Record<Messenger, string>>;
  /** '' while nobody said. */
  readonly advisorGroupId: string;
  /** Numeric ids with commas. */
  readonly advisorIds: string;
};
