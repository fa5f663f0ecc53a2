import type { GroupTexts } from '../../dictionary.ts';

export const media: GroupTexts<'media'> = {};
