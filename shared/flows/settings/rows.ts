import type { Option } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { act } from './action.ts';

/** Back to all settings. */
export const settingsRow: readonly Option[] = [act(phrase('ownLabelSettings'), { do: 'open' })];
