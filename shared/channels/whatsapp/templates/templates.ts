import { advisorMessage } from './advisor-message.ts';
import type { UtilityTemplate } from './definition.ts';
import { estimateReady } from './estimate-ready.ts';
import { visitExpected } from './visit-expected.ts';
import { visitRating } from './visit-rating.ts';
import { visitReminder } from './visit-reminder.ts';
import { visitUpdate } from './visit-update.ts';

/** Every template in every language, as it is submitted to Meta. A new one is a file and a line here. */
export const templates: readonly UtilityTemplate[] = [
  ...visitReminder,
  ...visitExpected,
  ...visitUpdate,
  ...visitRating,
  ...estimateReady,
  ...advisorMessage,
];
