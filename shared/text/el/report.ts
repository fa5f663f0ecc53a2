import type { GroupTexts } from '../dictionary.ts';

export const report: GroupTexts<'report'> = {};
