import type { GroupTexts } from '../../dictionary.ts';

export const calendar: GroupTexts<'calendar'> = {};
