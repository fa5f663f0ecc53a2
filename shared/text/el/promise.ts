import type { GroupTexts } from '../dictionary.ts';

export const promise: GroupTexts<'promise'> = {};
