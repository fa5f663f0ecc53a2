import type { Tongue } from '../text.ts';
import { booking } from './booking.ts';
import { contact } from './contact.ts';
import { deskGroups } from './desk/desk.ts';
import { desk } from './desk/requests.ts';
import { labels } from './labels.ts';
import { link } from './link.ts';
import { manner } from './manner.ts';
import { visit } from './visit.ts';

/** Russian: вы, present or future tense so that nobody's gender is guessed. */
export const ru: Tongue = {
  manner,
  dictionary: { ...contact, ...booking, ...visit, ...link, ...desk, ...deskGroups, ...labels },
};
