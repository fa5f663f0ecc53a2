import type { CallName, Fault, Faults, PlannedFault } from './types.ts';
import type { Forecast } from './weather.ts';

/** The fault script, and the questions that the server asks it. */
export type FaultScript = Faults & {
  readonly hit: (call: { call: CallName; chat: string }) => Fault | undefined;
  readonly statusesNow: () => { readonly delayMs: number; readonly never: boolean };
};

const punctual = { delayMs: 0, never: false };

export const faultScript = (forecast: Forecast): FaultScript => {
  const planned: { fault: PlannedFault; left: number }[] = [];
  let rule: Parameters<Faults['rule']>[0];
  let statuses = punctual;
  return {
    next: (fault) => void planned.push({ fault, left: fault.times ?? 1 }),
    rule: (choose) => {
      rule = choose;
    },
    statuses: (how) => {
      statuses = { ...statuses, ...how };
    },
    weather: forecast.change,
    clear: () => {
      planned.length = 0;
      rule = undefined;
      statuses = punctual;
      forecast.clear();
    },
    statusesNow: () => statuses,
    hit: (call) => {
      const index = planned.findIndex(
        ({ fault }) =>
          (fault.call ?? 'send') === call.call && (fault.chat === undefined || fault.chat === call.chat),
      );
      const plan = planned[index];
      if (!plan) return rule?.(call);
      plan.left -= 1;
      if (plan.left === 0) planned.splice(index, 1);
      return plan.fault;
    },
  };
};
