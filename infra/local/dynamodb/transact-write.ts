import { consumedByTable, readUnits, writeUnits } from './capacity.ts';
import { commit } from './commit.ts';
import { itemSize } from './item.ts';
import { heldItem, keyOf, type Rehearsal } from './rehearse.ts';
import type { Store } from './store.ts';
import { type Planned, readTransactWrite } from './transact-request.ts';
import {
  type Answer,
  type Body,
  errorMessage,
  errorName,
  ok,
  serviceError,
  validationError,
} from './wire.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const MAX_BYTES = 4 * 1024 * 1024;

/** Why one action of a cancelled transaction did not happen; `None` when it was not its fault. */
type Reason = { readonly Code: string; readonly Message?: string; readonly Item?: Body };

const NO_REASON: Reason = { Code: 'None' };
const CONFLICT: Reason = { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' };

/** What only the state of an item makes impossible: the service reports it as the reason of that action. */
const STATE_FAULTS =
  /incorrect data type|does not exist in the item|Item size to update|invalid for update|Type mismatch|attempted to update|part of the key/;

type Tried = Planned & { readonly rehearsal: Rehearsal };
type Possible = Planned & { readonly rehearsal: Extract<Rehearsal, { kind: 'possible' }> };

/**
 * TransactWriteItems: all actions or none, judged on the items as they are when the transaction runs alone.
 * Refusals have the service's shape: a ValidationException for the request, or a TransactionCanceledException
 * with one reason for each action.
 */
export async function transactWrite(store: Store, body: Body): Promise<Answer> {
  return store.gate.write(async () => {
    const request = await readTransactWrite(store.tables, body);
    if (request.kind === 'refused') return request.answer;
    const { actions, token } = request.value;

    switch (token === undefined ? 'new' : store.tokens.check(token, body.TransactItems)) {
      case 'repeated':
        return repeated(store, actions, body);
      case 'mismatch':
        return serviceError(
          'IdempotentParameterMismatchException',
          'The ClientRequestToken was used within the last 10 minutes for a transaction with other content',
        );
      case 'new':
    }
    const struck = store.conflicts.strike(actions.length);
    if (struck !== undefined)
      return cancelled(actions.map((_, at) => (at === struck ? CONFLICT : NO_REASON)));

    const tried: Tried[] = [];
    for (const planned of actions) {
      tried.push({ ...planned, rehearsal: await store.rehearse(planned.table, planned.action) });
    }
    const possible = tried.filter(isPossible);
    if (possible.length < tried.length) return refuse(tried);
    return perform(store, possible, token, body);
  });
}

async function perform(
  store: Store,
  actions: readonly Possible[],
  token: string | undefined,
  body: Body,
): Promise<Answer> {
  const bytes = actions.reduce((sum, { rehearsal }) => sum + itemSize(rehearsal.after ?? rehearsal.key), 0);
  if (bytes > MAX_BYTES) {
    return validationError(`Transaction payload size cannot exceed 4MB. Payload Size: ${bytes}`);
  }
  const changes = actions.flatMap(({ table, action, rehearsal: { key, before, after } }) =>
    action.kind === 'ConditionCheck' ? [] : [{ table: table.name, key, before, after }],
  );
  const remember = () => {
    if (token !== undefined) store.tokens.remember(token, body.TransactItems);
  };
  await commit(store, changes, { durable: true, token, complete: remember });
  const parts = actions.map(({ table, rehearsal: { before, after } }) => ({
    table: table.name,
    units: writeUnits(table, before, after, 2),
  }));
  return ok(consumedByTable(parts, body));
}

/** A transaction that was done before: nothing is written, and only reading the items is charged. */
async function repeated(store: Store, actions: readonly Planned[], body: Body): Promise<Answer> {
  const parts = [];
  for (const { table, action } of actions) {
    const held = await heldItem(store.engine, table.name, keyOf(table, action.request));
    const bytes = itemSize(held ?? {});
    parts.push({ table: table.name, units: { table: readUnits(bytes, 2), indexes: [] } });
  }
  return ok(consumedByTable(parts, body));
}

function isPossible(tried: Tried): tried is Possible {
  return tried.rehearsal.kind === 'possible';
}

/** The first fault of the request itself wins; otherwise every action gets its reason. */
function refuse(tried: readonly Tried[]): Answer {
  const reasons: Reason[] = [];
  for (const { action, rehearsal } of tried) {
    if (rehearsal.kind === 'possible') {
      reasons.push(NO_REASON);
      continue;
    }
    const reason = reasonOf(rehearsal.answer, rehearsal.before, action.request);
    if (reason === undefined) return rehearsal.answer;
    reasons.push(reason);
  }
  return cancelled(reasons);
}

function reasonOf(answer: Answer, before: Body | undefined, request: Body): Reason | undefined {
  if (errorName(answer) === 'ConditionalCheckFailedException') {
    const wanted = request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && before !== undefined;
    return {
      Code: 'ConditionalCheckFailed',
      Message: 'The conditional request failed',
      ...(wanted ? { Item: before } : {}),
    };
  }
  const message = errorMessage(answer);
  return STATE_FAULTS.test(message) ? { Code: 'ValidationError', Message: message } : undefined;
}

function cancelled(reasons: readonly Reason[]): Answer {
  const codes = reasons.map((reason) => reason.Code).join(', ');
  return serviceError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons: reasons },
  );
}
