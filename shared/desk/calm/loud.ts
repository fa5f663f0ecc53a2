import { plateIn } from '#shared/domain/plate.ts';
import type { Sentence } from '#shared/domain/sentences.ts';

/** Shouting: words in capitals that are no abbreviations, storms of marks. */

/** Capitals of the trade that read as words. */
const trade = new Set(
  [
    'abs esp egr ecu led obd usb eur usd uah vat abc oem kteo adas isofix airbag start stop bosch brembo castrol',
    'mobil motul liqui moly shell total elf valvoline mann mahle',
    'filtron lemforder lemfoerder sachs luk valeo denso iridium contitech gates dayco febi bilstein monroe kayaba textar',
    'pagid ferodo michelin continental bridgestone pirelli goodyear hankook nokian dunlop falken varta exide optima ngk',
    'hella osram philips toyota nissan mazda honda lexus suzuki subaru skoda seat opel audi fiat ford jeep dacia',
    'renault peugeot citroen volkswagen mercedes volvo hyundai ssangyong chery haval geely iban swift sepa visa master card',
    'абс эбу ебу егр єгр гбо ооо тоо гаи дтп осаго каско акпп мкпп рено ниссан тойота бош мобил кастрол ктео эптс',
    'іпн єдрпоу осцпв',
    'κτεο φπα αφμ',
  ]
    .join(' ')
    .split(' ')
    .map((word) => word.toUpperCase()),
);

/** Words of three letters and less are mostly abbreviations: ABS, ГРМ, ΦΠΑ. */
const shortest = 4;
/** So much of it is no emphasis any more, in letters. */
const aLot = 7;

/** A warning may stand out: `do NOT DRIVE it`. */
const warning =
  /(?<!\p{L})(?:NOT|DON['’]?T|NEVER|STOP AND|НЕ|НІ|НИ|НЕЛЬЗЯ|НЕ МОЖНА|НІКОЛИ|НИКОГДА|ΜΗ|ΜΗΝ|ΟΧΙ|ΠΟΤΕ)(?!\p{L})/u;
/** Little words that only speech has: names of brands and parts have none. */
const speech =
  /(?<!\p{L})(?:A|I|IS|ARE|THE|YOU|YOUR|WE|US|ME|MY|IT|TO|AND|OR|FOR|ON|IN|AT|OF|WHAT|WHERE|WHEN|WHY|HOW|WHO|THIS|THAT|HERE|NOW|AGAIN|ENOUGH|READ|PAY|CALL|CALLING|WAIT|JUST|ALREADY|Я|МЫ|ВЫ|МИ|ВИ|ВАМ|ВАС|МНЕ|НАМ|НАС|МЕНІ|ЦЕ|ЭТО|ЧТО|ЩО|КАК|ЯК|ГДЕ|ДЕ|КОГДА|КОЛИ|И|І|В|У|НА|С|З|ЗА|ДО|УЖЕ|ВЖЕ|ХВАТИТ|ДОСИТЬ|ΕΓΩ|ΕΣΕΙΣ|ΣΑΣ|ΜΑΣ|ΜΟΥ|ΝΑ|ΤΟ|ΤΗΝ|ΤΟΝ|ΤΑ|Ο|Η|ΟΙ|ΤΙ|ΠΟΥ|ΠΩΣ|ΓΙΑΤΙ|ΠΟΤΕ|ΘΑ|ΕΙΝΑΙ|ΚΑΙ|ΣΤΟ|ΣΤΗΝ|ΑΠΟ|ΤΩΡΑ|ΦΤΑΝΕΙ)(?!\p{L})/u;

/** Whether a sentence is shouted. `isThanks`: marks of joy are not held against anybody. */
export function isLoud({ text }: Sentence, isThanks: boolean): boolean {
  return isStorm(text, isThanks) || isCapitals(text);
}

/** Eyes rolled, a hand before the face, a clown: mockery without a word. */
const mocking = /🙄|🤦|🤡|🖕|💩|😡|🤬|😤|😒/u;

function isStorm(text: string, isThanks: boolean): boolean {
  if (mocking.test(text)) return true;
  if (/\?{3}|;{3}|\?+!|!+[?;]|;!/u.test(text)) return true;
  return /!{3}|!\s!\s!/u.test(text) && !isThanks;
}

function isCapitals(text: string): boolean {
  const runs = withoutCodes(text).match(
    /(?<![\p{L}\d])\p{Lu}[\p{Lu}'’]*(?:[\s,.!?;:–—-]+\p{Lu}[\p{Lu}'’]*)*(?![\p{L}\d])/gu,
  );
  return (runs ?? []).some(isShouted);
}

function isShouted(run: string): boolean {
  const words = (run.match(/[\p{Lu}'’]+/gu) ?? []).filter((word) => !isAbbreviation(word));
  const long = words.filter((word) => word.length >= shortest);
  if (words.length < 2 || long.length === 0) return false;
  if (warning.test(run) && words.length <= 4) return false;
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const isSpeech = speech.test(run) || /[^\p{Script=Latin}\P{L}]/u.test(run);
  return isSpeech && (letters >= aLot || long.length >= 2);
}

function isAbbreviation(word: string): boolean {
  return trade.has(word) || (word.length < shortest && !speech.test(word));
}

/** Plates and whatever has figures in it are no words. */
function withoutCodes(text: string): string {
  const plate = plateIn(text);
  return (plate ? text.replace(plate, ' 0 ') : text).replace(/\S*\d\S*/gu, ' 0 ');
}

/** ГРМ, DPF, BMW: abbreviations that nobody can read as a word. */
const vowel = /[AEIOUYАЕЁИІЇОУЫЭЮЯЄΑΕΗΙΟΥΩΆΈΉΊΌΎΏ]/u;

/** The same words in a normal voice: the first letter of a sentence stays, abbreviations too. */
export function quiet(text: string): string {
  const lower = isCapitals(text)
    ? text.replace(/(?<![\p{L}\d])\p{Lu}[\p{Lu}'’]*(?![\p{L}\d])/gu, (word) =>
        word === 'I' || trade.has(word) || !vowel.test(word) ? word : word.toLowerCase(),
      )
    : text;
  const marks = lower
    .replace(/\s*(?:🙄|🤦|🤡|🖕|💩|😡|🤬|😤|😒)(?:\p{Emoji_Modifier}|\u200d|\ufe0f|♀|♂)*/gu, '')
    .trim()
    .replace(/[!?]*\?[!?]*/gu, '?')
    .replace(/[;!]*;[;!]*/gu, ';')
    .replace(/!+/gu, '!')
    .replace(/!$/u, '.');
  return marks.replace(/^\P{L}*\p{L}/u, (first) => first.toUpperCase());
}
