import type { Bundles } from './bundles.ts';
import type { Messenger } from './measured/events.ts';
import type { Task } from './measured/task.ts';
import { median, ratiosOf } from './numbers.ts';
import { type Goal, printTable, ratioText } from './print.ts';
import { type Measured, measure, type Stub } from './processes.ts';

export type CpuEffort = {
  readonly rounds: number;
  readonly acks: { readonly warm: number; readonly count: number };
  readonly steps: { readonly warm: number; readonly count: number };
};

/** What is needed of it elsewhere: goals, and what a step costs in CPU and in lines of the log. */
export type CpuResult = {
  readonly goals: readonly Goal[];
  readonly perStep: { readonly cpuMs: number; readonly logBytes: number };
  readonly medians: Readonly<Record<string, number>>;
};

/**
 * CPU of a warm acknowledgement and of a warm step, user and system, each in a process of its own. Rounds go through all
 * of them in turn, so that whatever else the machine does falls on all alike.
 */
export async function measureCpu(bundles: Bundles, stub: Stub, effort: CpuEffort): Promise<CpuResult> {
  const rounds: Round[] = [];
  for (let round = 0; round < effort.rounds; round += 1) {
    const run = (task: Task) => measure(bundles.script('warm'), task, stub);
    const ack: Record<string, number> = {};
    for (const name of acks) {
      const messenger = name === 'whatsapp-webhook' ? 'whatsapp' : 'telegram';
      const { values } = await run({ kind: 'acks', messenger, bundle: bundles.file(name), ...effort.acks });
      ack[name] = values.cpu ?? Number.NaN;
    }
    const told = await run({ kind: 'receipts', bundle: bundles.file('whatsapp-webhook'), ...effort.acks });
    ack[receipt] = told.values.cpu ?? Number.NaN;
    const floor = await run({
      kind: 'floor-steps',
      ack: bundles.file('ack-sdk'),
      step: bundles.file('step-lib'),
      ...effort.steps,
    });
    const ownOn = (messenger: Messenger) =>
      run({
        kind: 'own-steps',
        messenger,
        webhook: bundles.file(`${messenger}-webhook`),
        converse: bundles.file('converse'),
        deliver: bundles.file('deliver'),
        ...effort.steps,
      });
    rounds.push({ ack, floor, own: await ownOn('telegram'), onWhatsApp: await ownOn('whatsapp') });
  }
  return reported(rounds, effort);
}

const acks = ['echo', 'echo-fetch', 'ack-sigv4', 'ack-sdk', 'telegram-webhook', 'whatsapp-webhook'] as const;
/** A post in which WhatsApp tells of one message: its row is written instead of the queue. */
const receipt = 'whatsapp-webhook, a status';

type Round = {
  readonly ack: Readonly<Record<string, number>>;
  readonly floor: Measured;
  readonly own: Measured;
  readonly onWhatsApp: Measured;
};

function reported(rounds: readonly Round[], effort: CpuEffort): CpuResult {
  const told = [...acks, receipt];
  const ackOf = (name: string) => rounds.map(({ ack }) => ack[name] ?? Number.NaN);
  const floorOf = (part: string) => rounds.map(({ floor }) => floor.values[part] ?? Number.NaN);
  const ownOf = (part: string) => rounds.map(({ own }) => own.values[part] ?? Number.NaN);
  const whatsappOf = (part: string) => rounds.map(({ onWhatsApp }) => onWhatsApp.values[part] ?? Number.NaN);
  const micros = (series: readonly number[]) => median(series).toFixed(0);

  printTable(
    `CPU of one acknowledged webhook, microseconds, medians of ${effort.rounds} rounds of ${effort.acks.count}`,
    ['function', 'CPU us', 'x ack-sdk', 'x ack-sigv4', 'x echo'],
    told.map((name) => [
      name,
      micros(ackOf(name)),
      ...['ack-sdk', 'ack-sigv4', 'echo'].map((other) => ratioText(ratiosOf(ackOf(name), ackOf(other)))),
    ]),
  );
  console.log(
    `\nA core of this machine notes ${Math.round(1e6 / median(ackOf(receipt)))} statuses a second, one post each.`,
  );
  const step = ratiosOf(ownOf('cpu'), floorOf('cpu'));
  const onWhatsApp = ratiosOf(whatsappOf('cpu'), floorOf('cpu'));
  const partsOf = (of: (part: string) => readonly number[], parts: readonly string[]) =>
    parts.map((part) => micros(of(part)));
  const own = ['ack', 'converse', 'deliver', 'receipts', 'cpu'];
  printTable(
    `CPU of one conversation step, microseconds, medians of ${effort.rounds} rounds of ${effort.steps.count}`,
    ['step', 'ack', 'converse', 'deliver', 'receipts', 'whole', 'x floor'],
    [
      [
        'floor: ack-sdk + step-lib',
        ...partsOf(floorOf, ['ack', 'step']),
        '',
        '',
        ...partsOf(floorOf, ['cpu']),
        '1',
      ],
      ['ours on Telegram, mean of a booking', ...partsOf(ownOf, own), ratioText(step)],
      ['ours on WhatsApp, with its statuses', ...partsOf(whatsappOf, own), ratioText(onWhatsApp)],
    ],
  );
  const steps = effort.steps.warm + effort.steps.count;
  return {
    goals: [
      {
        name: 'CPU of an acknowledged webhook, x ack-sdk',
        value: ratiosOf(ackOf('telegram-webhook'), ackOf('ack-sdk')).median,
        atMost: 0.6,
        unit: '',
      },
      {
        name: 'the same on WhatsApp, its signature checked, x ack-sdk',
        value: ratiosOf(ackOf('whatsapp-webhook'), ackOf('ack-sdk')).median,
        atMost: 0.7,
        unit: '',
      },
      { name: 'CPU of a whole step, x (ack-sdk + step-lib)', value: step.median, atMost: 0.6, unit: '' },
    ],
    perStep: {
      cpuMs: median(ownOf('cpu')) / 1_000,
      logBytes: median(rounds.map(({ own }) => own.stdoutBytes)) / steps,
    },
    medians: {
      ...Object.fromEntries(told.map((name) => [`ack ${name}`, median(ackOf(name))])),
      'step floor': median(floorOf('cpu')),
      'step ours': median(ownOf('cpu')),
      'step ours converse': median(ownOf('converse')),
      'step ours deliver': median(ownOf('deliver')),
      'step ours on WhatsApp': median(whatsappOf('cpu')),
    },
  };
}
