import type { GroupTexts } from '../../dictionary.ts';

export const say: GroupTexts<'say'> = {};
