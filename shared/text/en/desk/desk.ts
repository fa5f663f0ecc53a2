import type { DeskGroupKey, Texts } from '../../dictionary.ts';
import { alarm } from './alarm.ts';
import { calendar } from './calendar.ts';
import { case_ } from './case.ts';
import { media } from './media.ts';
import { relay } from './relay.ts';
import { say } from './say.ts';
import { topic } from './topic.ts';

/** All that only the advisors' group reads, and what advisors make the bot say. */
export const deskGroups: Texts<DeskGroupKey> = {
  ...case_,
  ...topic,
  ...relay,
  ...calendar,
  ...say,
  ...media,
  ...alarm,
};
