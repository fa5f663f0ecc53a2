import type { Fault, Faults, PlannedFault } from './types.ts';

/** The fault script, and the question the dispatcher asks for each call. */
export type FaultScript = Faults & {
  readonly hit: (call: { method: string; chatId: number | undefined }) => Fault | undefined;
};

export const faultScript = (): FaultScript => {
  const planned: { fault: PlannedFault; left: number }[] = [];
  let rule: Parameters<Faults['rule']>[0];
  return {
    next: (fault) => void planned.push({ fault, left: fault.times ?? 1 }),
    rule: (choose) => {
      rule = choose;
    },
    clear: () => {
      planned.length = 0;
      rule = undefined;
    },
    hit: (call) => {
      const index = planned.findIndex(({ fault }) => matches(fault, call));
      const plan = planned[index];
      if (!plan) return rule?.(call);
      plan.left -= 1;
      if (plan.left === 0) planned.splice(index, 1);
      return plan.fault;
    },
  };
};

const matches = (fault: PlannedFault, call: { method: string; chatId: number | undefined }): boolean =>
  (fault.method === undefined || fault.method.toLowerCase() === call.method.toLowerCase()) &&
  (fault.chatId === undefined || fault.chatId === call.chatId);
