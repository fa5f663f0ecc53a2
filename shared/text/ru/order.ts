import type { GroupTexts } from '../dictionary.ts';

export const order: GroupTexts<'order'> = {};
