import type { GroupTexts } from '../dictionary.ts';

export const digest: GroupTexts<'digest'> = {};
