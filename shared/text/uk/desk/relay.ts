import type { GroupTexts } from '../../dictionary.ts';
import { excerpt } from '../../shorten.ts';

export const relay: GroupTexts<'relay'> = {
  relayCorrection: ({ text }) => `Виправлення: ${text}`,
  relayRetracted: ({ text }) =>
    text === ''
      ? 'Будь ласка, не зважайте на файл, надісланий вам раніше.'
      : `Будь ласка, не зважайте на моє повідомлення «${excerpt(text, 100)}».`,
};
