import type { GroupTexts } from '../dictionary.ts';

export const stage: GroupTexts<'stage'> = {};
