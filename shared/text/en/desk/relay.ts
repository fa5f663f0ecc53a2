import type { GroupTexts } from '../../dictionary.ts';
import { excerpt } from '../../shorten.ts';

export const relay: GroupTexts<'relay'> = {
  relayCorrection: ({ text }) => `Correction: ${text}`,
  relayRetracted: ({ text }) =>
    text === ''
      ? 'Please disregard the file I sent you earlier.'
      : `Please disregard my message “${excerpt(text, 100)}”.`,
};
