import { randomUUID } from 'node:crypto';
import type { ScheduledEvent } from 'aws-lambda';
import type { StationClock } from './types.ts';
import type { ScheduleWiring } from './wiring-types.ts';

/** Rules rarer than this run at each of their times when the clock is pushed; more frequent ones only when needed. */
const SWEEP_BELOW_MS = 60 * 60_000;

export type SchedulerOptions = {
  readonly schedules: readonly ScheduleWiring[];
  readonly clock: StationClock;
  readonly account: string;
  readonly region: string;
  /** Never rejects. */
  readonly invoke: (functionId: string, event: ScheduledEvent) => Promise<unknown>;
};

/** Calls the functions of the template's rules at whole multiples of their rate on the station's clock. */
export type Scheduler = {
  /** Follows the clock by itself from now on. */
  readonly resume: () => void;
  /** Leaves the calls to whoever moves the clock. */
  readonly pause: () => void;
  /** Calls the frequent rules (such as each minute's) now. */
  readonly sweep: () => Promise<void>;
  /** When the next of the rarer rules is due after `after`. */
  readonly nextRare: (after: number) => number | undefined;
  /** Calls the rarer rules that are due exactly at `at`. */
  readonly runRare: (at: number) => Promise<void>;
};

export function startScheduler({ schedules, clock, account, region, invoke }: SchedulerOptions): Scheduler {
  const frequent = schedules.filter(({ everyMs }) => everyMs < SWEEP_BELOW_MS);
  const rare = schedules.filter(({ everyMs }) => everyMs >= SWEEP_BELOW_MS);
  let timer: NodeJS.Timeout | undefined;
  const running = new Set<ScheduleWiring>();

  const call = async (schedule: ScheduleWiring) => {
    running.add(schedule);
    await invoke(schedule.functionId, scheduledEvent(clock.now(), account, region));
    running.delete(schedule);
  };

  const arm = () => {
    clearTimeout(timer);
    if (schedules.length === 0) return;
    const at = Math.min(...schedules.map(({ everyMs }) => nextMultiple(clock.now(), everyMs)));
    timer = setTimeout(
      () => {
        for (const schedule of schedules) {
          if (at % schedule.everyMs === 0 && !running.has(schedule)) void call(schedule);
        }
        arm();
      },
      // A timer may fire a little early: a call before its minute would find nothing due.
      Math.max(1, at - clock.now() + 2),
    );
  };

  return {
    resume: arm,
    pause: () => clearTimeout(timer),
    sweep: async () => {
      await Promise.all(frequent.map(call));
    },
    nextRare: (after) =>
      rare.length === 0 ? undefined : Math.min(...rare.map(({ everyMs }) => nextMultiple(after, everyMs))),
    runRare: async (at) => {
      await Promise.all(rare.filter(({ everyMs }) => at % everyMs === 0).map(call));
    },
  };
}

/** The first multiple of `step` after `moment`. */
export function nextMultiple(moment: number, step: number): number {
  return (Math.floor(moment / step) + 1) * step;
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-run-lambda-schedule.html */
function scheduledEvent(now: number, account: string, region: string): ScheduledEvent {
  return {
    id: randomUUID(),
    version: '0',
    account,
    region,
    time: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
    source: 'aws.events',
    resources: [`arn:aws:events:${region}:${account}:rule/local`],
    'detail-type': 'Scheduled Event',
    detail: {},
  };
}
