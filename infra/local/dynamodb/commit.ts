import type { Engine } from './engine.ts';
import type { Change, Journal } from './journal.ts';

/** A moment within a write, told to `onStep`: tests end the process there. */
export type Step =
  | { readonly kind: 'journal written'; readonly of: number }
  | { readonly kind: 'item written'; readonly number: number; readonly of: number }
  /** Everything is kept, the token too, and the journal still says that it is not. */
  | { readonly kind: 'all kept'; readonly of: number };

/** Told of each step of a write, and waited for. */
export type OnStep = (step: Step) => void;

/**
 * Carries out a write that was found valid: journal, items, end of journal. The caller holds the gate.
 *
 * `durable` waits for the disk before the first item. `complete` runs after the last item and before the journal
 * ends: what it keeps belongs to the write.
 */
export async function commit(
  { engine, journal, onStep }: { engine: Engine; journal: Journal; onStep: OnStep | undefined },
  changes: readonly Change[],
  options: { readonly durable: boolean; readonly token: string | undefined; readonly complete: () => void },
): Promise<void> {
  journal.begin({ changes, token: options.token }, options.durable);
  try {
    onStep?.({ kind: 'journal written', of: changes.length });
    for (const [index, change] of changes.entries()) {
      await put(engine, change.table, change.key, change.after);
      onStep?.({ kind: 'item written', number: index + 1, of: changes.length });
    }
    options.complete();
    onStep?.({ kind: 'all kept', of: changes.length });
  } catch (error) {
    await rollBack(engine, changes);
    journal.clear();
    throw error;
  }
  journal.clear();
}

/**
 * Takes back a write that was cut off anywhere, index entries included: writing the new image first brings item and
 * indexes of a half written item together, so that the old image can replace both. Safe to be cut off itself.
 */
export async function rollBack(engine: Engine, changes: readonly Change[]): Promise<void> {
  for (const { table, key, before, after } of changes) {
    if (after !== undefined) await put(engine, table, key, after);
    await put(engine, table, key, before);
  }
}

async function put(engine: Engine, table: string, key: Change['key'], image: Change['after']): Promise<void> {
  const answer =
    image === undefined
      ? await engine.call('DeleteItem', { TableName: table, Key: key })
      : await engine.call('PutItem', { TableName: table, Item: image });
  if (answer.status !== 200) {
    throw new Error(
      `the embedded DynamoDB could not write to ${table}: ${JSON.stringify(answer.body.__type)}`,
    );
  }
}
