import { mostBillable } from './cost/billable.ts';
import { countGrowth, sameFor } from './cost/growth.ts';
import type { Booking } from './cost/journey.ts';
import { type Bill, billOf, idleMonth, type PerStep, tracingBill, usualStep } from './cost/prices.ts';
import { type StepCost, totalCost, writeUnits } from './cost/step-cost.ts';
import { costTable, countAll, standing } from './cost/table.ts';
import { type Goal, printTable } from './print.ts';

/** Counts what a booking uses and what that costs, prints both, and answers what is to be reached. */
export async function reportCosts(sizes: readonly number[], perStep: PerStep): Promise<readonly Goal[]> {
  const counted = await countAll();
  const { minute, telegram, whatsapp, billable } = counted;

  printBooking('Telegram', telegram);
  printBooking('WhatsApp', whatsapp);
  const [newOwner, knownOwner] = totalsOf('Telegram', telegram);
  printBills([newOwner, knownOwner, ...totalsOf('WhatsApp', whatsapp)], perStep);
  const idle = idleMonth(minute, standing);
  const growth = await reportGrowth(sizes);
  console.log('\nWhat stands in the README, between its marks:\n');
  console.log(costTable(counted));
  const steps = stepsOf(telegram);
  const most = (of: (step: StepCost) => number) => Math.max(...steps.map(of));
  const isBooking = ({ name }: StepCost) => name.includes('booked');
  const ordinary = steps.filter((step) => !isBooking(step));
  return [
    { name: 'invocations of a step', value: most((step) => step.invocations), atMost: 3, unit: '' },
    { name: 'SQS requests of a step', value: most((step) => step.sqs), atMost: 7, unit: '' },
    { name: 'sequential reads before a decision', value: most((step) => step.reads), atMost: 2, unit: '' },
    { name: 'transactions of a step', value: most((step) => step.transactions), atMost: 1, unit: '' },
    { name: 'scans', value: most((step) => step.scans), atMost: 0, unit: '' },
    {
      name: "transaction of a step, the table's items",
      value: Math.max(...ordinary.map(({ commit }) => commit.table)),
      atMost: 8,
      unit: 'WRU',
    },
    {
      name: "transaction of a booking, the table's items",
      value: Math.max(...steps.filter(isBooking).map(({ commit }) => commit.table)),
      atMost: 14,
      unit: 'WRU',
    },
    {
      name: 'deliver beside a step, items and indexes',
      value: most(({ writes }) => writes.table + writes.indexes),
      atMost: 7,
      unit: 'WRU',
    },
    {
      name: 'AWS for 1,000 bookings of new owners on Telegram',
      value: 1_000 * billOf(newOwner, perStep).total,
      atMost: 0.12,
      unit: '$',
    },
    {
      name: 'AWS for 1,000 bookings of known owners on Telegram',
      value: 1_000 * billOf(knownOwner, perStep).total,
      atMost: 0.12,
      unit: '$',
    },
    {
      name: 'WhatsApp messages paid for, Book to confirmation, new owner',
      value: billable.newOwner,
      atMost: mostBillable.newOwner,
      unit: '',
    },
    {
      name: 'WhatsApp messages paid for, Book to confirmation, known owner',
      value: billable.knownOwner,
      atMost: mostBillable.knownOwner,
      unit: '',
    },
    { name: 'idle month after the free tier', value: idle.afterFreeTier.total, atMost: 3, unit: '$' },
    {
      name: 'CPU of a step, beside what the written dollars assume',
      value: perStep.cpuMs / usualStep.cpuMs,
      atMost: 2,
      unit: '',
    },
    {
      name: 'log of a step, beside what the written dollars assume',
      value: perStep.logBytes / usualStep.logBytes,
      atMost: 2,
      unit: '',
    },
    growth,
  ];
}

function stepsOf({ fresh, after, known }: Booking): readonly StepCost[] {
  return [...fresh, ...after, ...known];
}

function printBooking(messenger: string, { fresh, after, known }: Booking): void {
  printSteps(`${messenger}: a new owner books`, fresh);
  printSteps('… and what follows', after);
  printSteps('An owner whom the station knows books', known);
}

/** A new owner's booking and a known one's, each with what follows. */
function totalsOf(messenger: string, { fresh, after, known }: Booking): readonly [StepCost, StepCost] {
  return [
    totalCost(`${messenger}, new owner, with phone, consent and reminder`, [...fresh, ...after]),
    totalCost(`${messenger}, known owner, with reminder`, [...known, ...after.slice(2)]),
  ];
}

function printSteps(title: string, steps: readonly StepCost[]): void {
  printTable(
    `${title}: what each step uses`,
    [
      'step',
      'requests',
      'invocations',
      'SQS',
      'calls',
      'reads',
      'RRU',
      'transactions',
      'WRU of items',
      '+ indexes',
      'WRU of deliver',
      '+ indexes',
      'WRU of receipts',
    ],
    [...steps, totalCost('together', steps)].map((step) => [
      step.name,
      ...[step.requests, step.invocations, step.sqs, step.calls, step.reads, step.readUnits].map(String),
      ...[step.transactions, step.commit.table, step.commit.indexes].map(String),
      ...[step.writes.table, step.writes.indexes, step.receipts.table].map(String),
    ]),
  );
}

function printBills(costs: readonly StepCost[], perStep: PerStep): void {
  const dollars = (of: (bill: Bill) => number, cost: StepCost) =>
    (1_000 * of(billOf(cost, perStep))).toFixed(4);
  printTable(
    '1,000 bookings in dollars, AWS list prices, no free tier (Lambda’s time from published waits and the CPU above)',
    [
      'booking',
      'WRU',
      'RRU',
      'API',
      'Lambda',
      'SQS',
      'DynamoDB',
      'logs',
      'together',
      'tracing all would add',
    ],
    costs.map((cost) => [
      cost.name,
      String(writeUnits(cost)),
      String(cost.readUnits),
      ...[
        (bill: Bill) => bill.api,
        (bill: Bill) => bill.lambda,
        (bill: Bill) => bill.sqs,
        (bill: Bill) => bill.dynamodb,
        (bill: Bill) => bill.logs,
        (bill: Bill) => bill.total,
      ].map((of) => dollars(of, cost)),
      (1_000 * tracingBill(cost)).toFixed(4),
    ]),
  );
}

async function reportGrowth(sizes: readonly number[]): Promise<Goal> {
  const grown = await countGrowth(sizes);
  printTable(
    'The same booking after ever more messages and appointments',
    ['earlier messages and appointments', 'reads', 'RRU', 'WRU', 'calls', 'same as the first'],
    grown.map((one) => {
      const all = totalCost('', one.steps);
      const [first] = grown;
      const same = first !== undefined && sameFor(first) === sameFor(one);
      const counted = [all.reads, all.readUnits, writeUnits(all), all.calls];
      return [String(one.earlier), ...counted.map(String), same ? 'yes' : 'no'];
    }),
  );
  const units = grown.map(({ steps }) => totalCost('', steps)).map((all) => all.readUnits + writeUnits(all));
  const [first = 0, last = 0] = [units[0], units.at(-1)];
  const exponent = Math.log(last / first) / Math.log((sizes.at(-1) ?? 1) / (sizes[0] ?? 1));
  return { name: 'growth of units with history, exponent', value: exponent, atMost: 0, unit: '' };
}
