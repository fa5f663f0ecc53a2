import type { GroupTexts } from '../../dictionary.ts';

export const relay: GroupTexts<'relay'> = {};
