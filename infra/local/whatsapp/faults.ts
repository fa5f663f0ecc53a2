import { faultPlan } from '../phones/fault-plan.ts';
import type { CallName, Fault, Faults, PlannedFault } from './types.ts';
import type { Forecast } from './weather.ts';

type Call = { readonly call: CallName; readonly chat: string };

/** The fault script, and the questions that the server asks it. */
export type FaultScript = Faults & {
  readonly hit: (call: Call) => Fault | undefined;
  readonly statusesNow: () => { readonly delayMs: number; readonly never: boolean };
};

const punctual = { delayMs: 0, never: false };

export const faultScript = (forecast: Forecast): FaultScript => {
  const plan = faultPlan<PlannedFault, Call, Fault>(matches);
  let statuses = punctual;
  return {
    ...plan,
    statuses: (how) => {
      statuses = { ...statuses, ...how };
    },
    weather: forecast.change,
    clear: () => {
      plan.clear();
      statuses = punctual;
      forecast.clear();
    },
    statusesNow: () => statuses,
  };
};

const matches = (fault: PlannedFault, { call, chat }: Call): boolean =>
  (fault.call ?? 'send') === call && (fault.chat === undefined || fault.chat === chat);
