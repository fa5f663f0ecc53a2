/** Faults that a test planned for calls of the station: so many times each, and a rule for all other calls. */
export type FaultPlan<Planned extends Fault & { readonly times?: number }, Call, Fault> = {
  readonly next: (fault: Planned) => void;
  readonly rule: (choose: ((call: Call) => Fault | undefined) | undefined) => void;
  readonly clear: () => void;
  /** The fault of this call, used up by asking; undefined when it goes well. */
  readonly hit: (call: Call) => Fault | undefined;
};

/** An empty plan; `matches` tells whether a planned fault is meant for a call. */
export const faultPlan = <Planned extends Fault & { readonly times?: number }, Call, Fault>(
  matches: (fault: Planned, call: Call) => boolean,
): FaultPlan<Planned, Call, Fault> => {
  const planned: { fault: Planned; left: number }[] = [];
  let rule: ((call: Call) => Fault | undefined) | undefined;
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
