import type { QueueSettings } from '../queues/types.ts';

/** What the template wires together, in the words of the local station. Functions go by their logical id. */
export type Wiring = {
  readonly tables: readonly TableWiring[];
  readonly queues: readonly QueueSettings[];
  readonly buckets: readonly string[];
  readonly functions: readonly FunctionWiring[];
  readonly routes: readonly RouteWiring[];
  readonly sources: readonly SourceWiring[];
  readonly schedules: readonly ScheduleWiring[];
  /** What the stack tells of itself, by name. */
  readonly outputs: Readonly<Record<string, string>>;
};

export type TableWiring = {
  readonly name: string;
  readonly keys: readonly KeyPart[];
  readonly attributes: readonly { readonly AttributeName: string; readonly AttributeType: 'S' | 'N' | 'B' }[];
  readonly globalIndexes: readonly IndexWiring[];
  readonly localIndexes: readonly IndexWiring[];
  /** Attribute with the epoch second at which an item expires; undefined when items stay. */
  readonly timeToLive: string | undefined;
};

export type KeyPart = { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' };

export type IndexWiring = {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyPart[];
  readonly Projection: {
    readonly ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
    readonly NonKeyAttributes?: readonly string[] | undefined;
  };
};

export type FunctionWiring = {
  readonly id: string;
  /** For people: the folder of its entry, for example `converse`. */
  readonly name: string;
  /** Source file, from the repository's root. */
  readonly entry: string;
  /** Name under which the entry exports the handler. */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly environment: Readonly<Record<string, string>>;
  /** What its role may do. */
  readonly statements: readonly Statement[];
};

/** One statement of a role's policies, references resolved. */
export type Statement = {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
};

/** One route of the HTTP API, for example POST /telegram; `{proxy+}` and `{name}` as API Gateway writes them. */
export type RouteWiring = { readonly key: string; readonly functionId: string };

/** A queue from which a function is fed. */
export type SourceWiring = {
  readonly queue: string;
  readonly functionId: string;
  readonly batchSize: number;
  readonly maxConcurrency: number;
  /** Whether the function answers with the messages of a batch that failed. */
  readonly partialAnswers: boolean;
};

/** A rule that calls a function at a fixed rate, at whole multiples of it (UTC). */
export type ScheduleWiring = { readonly functionId: string; readonly everyMs: number };
