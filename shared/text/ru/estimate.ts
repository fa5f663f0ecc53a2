import type { GroupTexts } from '../dictionary.ts';

export const estimate: GroupTexts<'estimate'> = {};
