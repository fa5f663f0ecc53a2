import type { GroupTexts } from '../dictionary.ts';

export const payer: GroupTexts<'payer'> = {};
