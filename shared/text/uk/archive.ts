import type { GroupTexts } from '../dictionary.ts';

export const archive: GroupTexts<'archive'> = {};
