import type { GroupTexts } from '../../dictionary.ts';
import { excerpt } from '../../shorten.ts';

export const relay: GroupTexts<'relay'> = {
  relayCorrection: ({ text }) => `Исправление: ${text}`,
  relayRetracted: ({ text }) =>
    text === ''
      ? 'Пожалуйста, не учитывайте файл, отправленный вам ранее.'
      : `Пожалуйста, не учитывайте моё сообщение «${excerpt(text, 100)}».`,
};
