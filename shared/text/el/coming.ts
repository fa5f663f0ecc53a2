import type { GroupTexts } from '../dictionary.ts';

export const coming: GroupTexts<'coming'> = {};
