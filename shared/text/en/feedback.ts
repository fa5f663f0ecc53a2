import type { GroupTexts } from '../dictionary.ts';

export const feedback: GroupTexts<'feedback'> = {};
