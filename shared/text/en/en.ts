import type { Tongue } from '../text.ts';
import { booking } from './booking.ts';
import { contact } from './contact.ts';
import { desk } from './desk.ts';
import { labels } from './labels.ts';
import { link } from './link.ts';
import { manner } from './manner.ts';
import { visit } from './visit.ts';

/** English. */
export const en: Tongue = {
  manner,
  dictionary: { ...contact, ...booking, ...visit, ...link, ...desk, ...labels },
};
