import { capacityWanted, consumed, writeUnits } from './capacity.ts';
import { commit } from './commit.ts';
import type { WriteAction } from './rehearse.ts';
import type { Store } from './store.ts';
import { type Answer, type Body, errorName } from './wire.ts';

/**
 * PutItem, UpdateItem and DeleteItem: dynalite's meaning, with what it lacks: the old item in a failed condition
 * (`ReturnValuesOnConditionCheckFailure`), capacity of the indexes, and no trace after a kill halfway.
 */
export async function singleWrite(store: Store, action: WriteAction): Promise<Answer> {
  const { request } = action;
  return store.gate.write(async () => {
    const name = request.TableName;
    const table = typeof name === 'string' ? await store.tables.find(name) : undefined;
    // No such table, or no table named: dynalite refuses and says so.
    if (table === undefined) return store.engine.call(`${action.kind}Item`, request);

    const rehearsal = await store.rehearse(table, action);
    if (rehearsal.kind === 'refused') return withOldItem(rehearsal.answer, rehearsal.before, request);
    const { key, before, after, answer } = rehearsal;
    await commit(store, [{ table: table.name, key, before, after }], {
      durable: false,
      token: undefined,
      complete: () => undefined,
    });
    const { ConsumedCapacity: _, ...body } = answer.body;
    const wanted = capacityWanted(request);
    if (wanted === 'NONE') return { status: 200, body };
    const units = writeUnits(table, before, after, 1);
    return { status: 200, body: { ...body, ConsumedCapacity: consumed(table.name, units, wanted) } };
  });
}

function withOldItem(answer: Answer, before: Body | undefined, request: Body): Answer {
  const wanted = request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
  if (!wanted || before === undefined || errorName(answer) !== 'ConditionalCheckFailedException')
    return answer;
  return { status: answer.status, body: { ...answer.body, Item: before } };
}
