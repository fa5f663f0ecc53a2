import { faultPlan } from '../phones/fault-plan.ts';
import type { Fault, Faults, PlannedFault } from './types.ts';

type Call = { readonly method: string; readonly chatId: number | undefined };

/** The fault script, and the question the dispatcher asks for each call. */
export type FaultScript = Faults & { readonly hit: (call: Call) => Fault | undefined };

export const faultScript = (): FaultScript => faultPlan<PlannedFault, Call, Fault>(matches);

const matches = (fault: PlannedFault, call: Call): boolean =>
  (fault.method === undefined || fault.method.toLowerCase() === call.method.toLowerCase()) &&
  (fault.chatId === undefined || fault.chatId === call.chatId);
