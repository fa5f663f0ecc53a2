import * as z from 'zod';
import { alarmNameSchema } from '../alarm.ts';

const changed = z.object({ name: alarmNameSchema, at: z.number() });

/** What the advisors' group reads when something is wrong with the line itself, and when it is over. Keys begin with `alarm`. */
export const alarmPhrases = {
  /** What is wrong, since when, and what advisors do meanwhile. */
  alarmBegan: changed,
  alarmOver: changed,
  /** Leads to the runbook's paragraph. */
  alarmLabelRunbook: z.object({}),
} as const;
