import type { Tongue } from '../text.ts';
import { booking } from './booking.ts';
import { contact } from './contact.ts';
import { deskGroups } from './desk/desk.ts';
import { desk } from './desk/requests.ts';
import { labels } from './labels.ts';
import { link } from './link.ts';
import { manner } from './manner.ts';
import { visit } from './visit.ts';

/** Greek: εσείς, accents as in running text. */
export const el: Tongue = {
  manner,
  dictionary: { ...contact, ...booking, ...visit, ...link, ...desk, ...deskGroups, ...labels },
};
