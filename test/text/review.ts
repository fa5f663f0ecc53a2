/**
 * Prints every text in every language, one below the other, with sample arguments, for people who read the language:
 * `node test/text/review.ts`, or `node test/text/review.ts uk el` for some of them.
 */
import { parseArgs } from 'node:util';
import { languages } from '#shared/domain/language.ts';
import { phraseKeys } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { sampleNow, samplePhrases } from './samples.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const chosen = languages.filter((language) => positionals.length === 0 || positionals.includes(language));
const texts = chosen.map((language) => textFor(language, station, sampleNow));

for (const key of phraseKeys) {
  console.log(`\n── ${key}`);
  for (const phrase of samplePhrases(key)) {
    for (const text of texts) {
      const said = text.say(phrase);
      console.log(
        `${text.language} ${String(said.length).padStart(3)}  ${said.replaceAll('\n', '\n        ')}`,
      );
    }
    if (samplePhrases(key).length > 1) console.log();
  }
}
