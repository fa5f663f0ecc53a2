import { alarmPhrases } from './alarm.ts';
import { archivePhrases } from './archive.ts';
import { calendarPhrases } from './calendar.ts';
import { casePhrases } from './case.ts';
import { comingPhrases } from './coming.ts';
import { digestPhrases } from './digest.ts';
import { documentPhrases } from './document.ts';
import { erasePhrases } from './erase.ts';
import { estimatePhrases } from './estimate.ts';
import { feedbackPhrases } from './feedback.ts';
import { mediaPhrases } from './media.ts';
import { orderPhrases } from './order.ts';
import { ownPhrases } from './own.ts';
import { payerPhrases } from './payer.ts';
import { promisePhrases } from './promise.ts';
import { questionPhrases } from './question.ts';
import { relayPhrases } from './relay.ts';
import { reportPhrases } from './report.ts';
import { sayPhrases } from './say.ts';
import { stagePhrases } from './stage.ts';
import { topicPhrases } from './topic.ts';

/** Phrases a file for each matter: the desk's, and what customers are told about defects and estimates. */
export const groups = {
  ...casePhrases,
  ...topicPhrases,
  ...relayPhrases,
  ...calendarPhrases,
  ...sayPhrases,
  ...mediaPhrases,
  ...alarmPhrases,
  ...orderPhrases,
  ...reportPhrases,
  ...estimatePhrases,
  ...payerPhrases,
  ...feedbackPhrases,
  ...documentPhrases,
  ...promisePhrases,
  ...ownPhrases,
  ...stagePhrases,
  ...comingPhrases,
  ...archivePhrases,
  ...erasePhrases,
  ...digestPhrases,
  ...questionPhrases,
} as const;
export type Groups = {
  readonly case: keyof typeof casePhrases;
  readonly topic: keyof typeof topicPhrases;
  readonly relay: keyof typeof relayPhrases;
  readonly calendar: keyof typeof calendarPhrases;
  readonly say: keyof typeof sayPhrases;
  readonly media: keyof typeof mediaPhrases;
  readonly alarm: keyof typeof alarmPhrases;
  readonly order: keyof typeof orderPhrases;
  readonly report: keyof typeof reportPhrases;
  readonly estimate: keyof typeof estimatePhrases;
  readonly payer: keyof typeof payerPhrases;
  readonly document: keyof typeof documentPhrases;
  readonly digest: keyof typeof digestPhrases;
  readonly feedback: keyof typeof feedbackPhrases;
  readonly archive: keyof typeof archivePhrases;
  readonly erase: keyof typeof erasePhrases;
  readonly own: keyof typeof ownPhrases;
  readonly coming: keyof typeof comingPhrases;
  readonly promise: keyof typeof promisePhrases;
  readonly stage: keyof typeof stagePhrases;
  readonly question: keyof typeof questionPhrases;
};
