import type { OnStep } from './commit.ts';
import type { ConflictMode } from './conflicts.ts';
import type { Engine } from './engine.ts';
import type { Gate } from './gate.ts';
import type { Journal } from './journal.ts';
import type { Rehearse } from './rehearse.ts';
import type { Tables } from './tables.ts';
import type { Tokens } from './tokens.ts';
import type { TtlSettings } from './ttl.ts';

/** Everything one embedded DynamoDB consists of; the operations take what they need of it. */
export type Store = {
  readonly engine: Engine;
  readonly tables: Tables;
  readonly gate: Gate;
  readonly journal: Journal;
  readonly tokens: Tokens;
  readonly ttl: TtlSettings;
  readonly conflicts: ConflictMode;
  readonly rehearse: Rehearse;
  readonly onStep: OnStep | undefined;
  /** The station's clock, in milliseconds. */
  readonly now: () => number;
};
