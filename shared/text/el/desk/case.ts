import type { GroupTexts } from '../../dictionary.ts';

export const case_: GroupTexts<'case'> = {};
