import type { GroupTexts } from '../../dictionary.ts';
import { excerpt } from '../../shorten.ts';

export const relay: GroupTexts<'relay'> = {
  relayCorrection: ({ text }) => `Διόρθωση: ${text}`,
  relayRetracted: ({ text }) =>
    text === ''
      ? 'Παρακαλώ, αγνοήστε το αρχείο που σας έστειλα νωρίτερα.'
      : `Παρακαλώ, αγνοήστε το μήνυμά μου «${excerpt(text, 100)}».`,
};
