import type { GroupTexts } from '../dictionary.ts';

export const document: GroupTexts<'document'> = {};
