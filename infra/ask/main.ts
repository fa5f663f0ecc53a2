import { toWall } from '#shared/domain/clock.ts';
import { station } from '#shared/station/station.ts';
import { piecesOf } from '#shared/text/wish/pieces.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { told } from './told.ts';

/** `npm run ask -- "oil tomorrow after 5"`: what is understood of a sentence, for whoever tends the words in shared/text/wish. */
const sentences = process.argv.slice(2);
if (sentences.length === 0) {
  console.error('Say what to look at: npm run ask -- "oil tomorrow after 5"');
  process.exitCode = 1;
}
const today = toWall(Date.now(), station.zone).date;
for (const sentence of sentences) {
  const pieces = piecesOf(sentence, station).pieces;
  console.log(told(sentence, pieces, understoodOf(sentence, station), today));
}
