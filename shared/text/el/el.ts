import type { Tongue } from '../text.ts';
import { booking } from './booking.ts';
import { contact } from './contact.ts';
import { deskGroups } from './desk/desk.ts';
import { desk } from './desk/requests.ts';
import { document } from './document.ts';
import { estimate } from './estimate.ts';
import { labels } from './labels.ts';
import { link } from './link.ts';
import { manner } from './manner.ts';
import { order } from './order.ts';
import { payer } from './payer.ts';
import { report } from './report.ts';
import { visit } from './visit.ts';

/** Greek: εσείς, accents as in running text. */
export const el: Tongue = {
  manner,
  dictionary: {
    ...contact,
    ...booking,
    ...visit,
    ...report,
    ...estimate,
    ...payer,
    ...document,
    ...link,
    ...desk,
    ...deskGroups,
    ...order,
    ...labels,
  },
};
