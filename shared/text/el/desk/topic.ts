import type { GroupTexts } from '../../dictionary.ts';

export const topic: GroupTexts<'topic'> = {};
