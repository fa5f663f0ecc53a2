import type { Tongue } from '../text.ts';
import { archive } from './archive.ts';
import { booking } from './booking.ts';
import { coming } from './coming.ts';
import { contact } from './contact.ts';
import { deskGroups } from './desk/desk.ts';
import { desk } from './desk/requests.ts';
import { digest } from './digest.ts';
import { document } from './document.ts';
import { erase } from './erase.ts';
import { estimate } from './estimate.ts';
import { feedback } from './feedback.ts';
import { labels } from './labels.ts';
import { link } from './link.ts';
import { manner } from './manner.ts';
import { order } from './order.ts';
import { own } from './own.ts';
import { payer } from './payer.ts';
import { promise } from './promise.ts';
import { question } from './question.ts';
import { report } from './report.ts';
import { stage } from './stage.ts';
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
    ...digest,
    ...feedback,
    ...archive,
    ...erase,
    ...own,
    ...coming,
    ...promise,
    ...stage,
    ...question,
    ...link,
    ...desk,
    ...deskGroups,
    ...order,
    ...labels,
  },
};
