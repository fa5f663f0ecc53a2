import type { GroupTexts } from '../dictionary.ts';

export const erase: GroupTexts<'erase'> = {};
