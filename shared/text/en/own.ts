import type { GroupTexts } from '../dictionary.ts';

export const own: GroupTexts<'own'> = {};
