import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Between, crossing, type Process } from '#test/helpers/between.ts';

/** One call that a function made to something that is paid for or waited for. Units are 0 where nothing is metered. */
export type Use = {
  readonly process: Process;
  readonly service: 'DynamoDB' | 'SQS' | 'messenger' | 'secrets';
  /** `BatchGetItem`, `TransactWriteItems`, `inbound` (a queue), `sendMessage`, `messages`. */
  readonly operation: string;
  readonly units: { readonly table: number; readonly indexes: number };
};

/** Counts at the client, where the bill is made: every call of every function, with the units the table says it used. */
export type Meter = {
  /** Stands between the functions of a rig and everything they call. */
  readonly between: Between;
  /** Makes a document client ask for its consumed capacity, and notes what it hears. */
  watch(client: DynamoDBDocumentClient): void;
  /** What was used since the last time. */
  take(): readonly Use[];
};

const none = { table: 0, indexes: 0 };

export function createMeter(): Meter {
  let uses: Use[] = [];
  const between: Between = (io, act) => {
    const [first = '', rest = ''] = io.kind.split(' ');
    if (first === 'queue') uses.push({ process: io.process, service: 'SQS', operation: rest, units: none });
    else if (first === 'secrets')
      uses.push({ process: io.process, service: 'secrets', operation: first, units: none });
    else uses.push({ process: io.process, service: 'messenger', operation: rest, units: none });
    return act();
  };
  return {
    between,
    watch(client) {
      client.middlewareStack.add(
        (next, context) => (args) => {
          const asked = { ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' as const } };
          const operation = String(context.commandName).replace(/Command$/, '');
          const meter: Between = async ({ process }, act) => {
            const answer = await act();
            uses.push({ process, service: 'DynamoDB', operation, units: unitsOf(answer) });
            return answer;
          };
          return crossing(meter, operation, () => next(asked));
        },
        { step: 'initialize', name: 'meter', priority: 'high' },
      );
    },
    take() {
      const taken = uses;
      uses = [];
      return taken;
    },
  };
}

const units = z.record(z.string(), z.object({ CapacityUnits: z.number() })).default({});
const capacity = z.object({
  Table: z.object({ CapacityUnits: z.number() }),
  LocalSecondaryIndexes: units,
  GlobalSecondaryIndexes: units,
});
const metered = z.object({
  output: z.object({ ConsumedCapacity: z.union([capacity, z.array(capacity)]) }),
});

function unitsOf(answer: unknown): Use['units'] {
  const { ConsumedCapacity: told } = metered.parse(answer).output;
  const all = Array.isArray(told) ? told : [told];
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    table: sum(all.map(({ Table }) => Table.CapacityUnits)),
    indexes: sum(
      all
        .flatMap((one) => [one.LocalSecondaryIndexes, one.GlobalSecondaryIndexes])
        .flatMap((index) => Object.values(index).map(({ CapacityUnits }) => CapacityUnits)),
    ),
  };
}
