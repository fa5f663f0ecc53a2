import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#shared/domain/language.ts';
import type { PhraseKey } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { commandKeys, labelKeys, messageKeys, moment, phraseOf } from './arbitraries.ts';
import { estimateLong } from './estimate.ts';
import { orderLong } from './order.ts';
import { sampleNow, samplePhrases } from './samples.ts';

/** Rows of lists may hold 24 UTF-16 units, buttons 20: https://developers.facebook.com/docs/whatsapp/cloud-api/messages */
const rows: readonly PhraseKey[] = ['labelSameAsLast', 'labelService', 'labelVisit', 'labelMoreRows'];
/** Recaps, also the one before a booking, and the long answer about data may be longer. */
const long: readonly PhraseKey[] = [
  'held',
  'booked',
  'moved',
  'cancelUndone',
  'whatIsStored',
  ...estimateLong,
  ...orderLong,
];
/** Signs stand for something here: how urgent a line is, what a mark on an advisor's message means. */
const signed: readonly PhraseKey[] = [...estimateLong, ...orderLong, 'relayHelpMark'];
/** One question a message; these ask it. */
const questionMark: Readonly<Record<Language, string>> = { en: '?', ru: '?', uk: '?', el: ';' };
const familiar: Readonly<Record<Language, RegExp | null>> = {
  en: null,
  ru: /(?<!\p{L})(ты|тебя|тебе|тобой|тво(й|я|ё|е|и|его|ей|их|им)|\p{L}+(ешь|ишь|ёшь)(ся)?|напиши|нажми|выбери|пришли|подожди|позвони|пропусти|возьми|скажи)(?!\p{L})/iu,
  uk: /(?<!\p{L})(ти|тебе|тобі|тобою|тв(ій|оя|оє|ої|ого|оєї|оїх|оїм)|\p{L}+(єш|еш|иш|їш)(ся)?|напиши|натисни|вибери|надішли|зачекай|зателефонуй|пропусти|візьми)(?!\p{L})/iu,
  el: /(?<!\p{L})(εσύ|εσένα|σου|έχεις|είσαι|θέλεις|μπορείς|ξέρεις|βλέπεις|γράφεις|στέλνεις|αφήνεις|περιμένεις|χρειάζεσαι|έρχεσαι|γράψε|πάτησε|διάλεξε|στείλε|κάλεσε|περίμενε|πάρε|πες|δες|έλα)(?!\p{L})/iu,
};
/** Urging, blame and empty phrases; a text of ours has no use for them. */
const unkind: Readonly<Record<Language, RegExp>> = {
  en: /\b(hurry|last chance|immediately|you must|you failed|you forgot|unfortunately|error|invalid|expired|oops|valued customer)\b/i,
  ru: /(спешите|поторопитесь|немедленно|обязаны|вы забыли|к сожалению|ошибка|неверн|недопустим|истекл|упс|уважаемый)/i,
  uk: /(поспішайте|негайно|зобов.язані|ви забули|на жаль|помилка|невірн|неприпустим|закінчивс|упс|шановний)/i,
  el: /(βιαστείτε|αμέσως|υποχρεούστε|ξεχάσατε|δυστυχώς|σφάλμα|μη έγκυρ|έληξε|ουπς|αγαπητέ)/i,
};

const slips: readonly (readonly [string, RegExp])[] = [
  ['a value that is none', /undefined|null|NaN|\[object|Infinity|\$\{|#/],
  ['spaces or punctuation out of place', / {2}|\s\n|\n\s|^\s|\s$| [,.:;)]|\( |,,|\.\.(?!\.)|[:,] ?[.\n]/],
  ['exclamation marks', /!.*!/s],
  ['two prepositions in a row', /вместо до|замість до|instead of by|αντί για έως/u],
  [
    'two alphabets in one word',
    /\p{Script=Latin}(?=\p{Script=Cyrillic}|\p{Script=Greek})|\p{Script=Cyrillic}(?=\p{Script=Latin}|\p{Script=Greek})|\p{Script=Greek}(?=\p{Script=Latin}|\p{Script=Cyrillic})/u,
  ],
];

describe.each(languages)('what is said in %s', (language) => {
  it.each(messageKeys)('%s is short, kind, and asks at most one thing', (key) => {
    const brief = !long.includes(key);
    always(key, (said) => [
      ...(brief && said.length > 300 ? [`${said.length} characters`] : []),
      ...(brief && said.split('\n').length > 4 ? ['more than four lines'] : []),
      ...(count(said, questionMark[language]) > 1 ? ['more than one question'] : []),
      ...(/\p{Extended_Pictographic}/u.test(said) && !signed.includes(key) ? ['an emoji'] : []),
      ...(familiar[language]?.test(said) && key !== 'deskRequest' ? ['a familiar form'] : []),
      ...(unkind[language].test(said) ? ['an unkind word'] : []),
    ]);
  });

  it.each(labelKeys)('%s fits on its button', (key) => {
    always(key, (said) => [
      ...(said.length > (rows.includes(key) ? 24 : 20) ? [`${said.length} units`] : []),
      ...(said.includes('\n') ? ['two lines'] : []),
      ...((said.match(/\p{Extended_Pictographic}/gu)?.length ?? 0) > 1 ? ['two emoji'] : []),
    ]);
  });

  it.each(commandKeys)('%s fits in the command menu', (key) => {
    always(key, (said) => (said.length > 40 ? [`${said.length} units`] : []));
  });

  function always(key: PhraseKey, findings: (said: string) => readonly string[]): void {
    fc.assert(
      fc.property(phraseOf(key), moment, (phrase, now) => {
        const said = textFor(language, station, now).say(phrase);
        const found = [
          ...(said === '' ? ['nothing'] : []),
          ...slips.flatMap(([slip, pattern]) => (pattern.test(said) ? [slip] : [])),
          ...findings(said),
        ];
        expect(found, said).toEqual([]);
      }),
      { numRuns: 50 },
    );
  }
});

function count(said: string, mark: string): number {
  return said.split(mark).length - 1;
}

describe('letters', () => {
  /** Everything said in a language, without what people and other alphabets bring along. */
  const ownWords = (language: Language) =>
    [...messageKeys, ...labelKeys, ...commandKeys]
      .flatMap((key) => samplePhrases(key))
      .map((phrase) => textFor(language, station, sampleNow).say(phrase))
      .join('\n')
      .replaceAll(/Γιώργος|стучит спереди справа/g, '');

  it.each([
    ['en', /[\p{Script=Cyrillic}\p{Script=Greek}]/u],
    ['ru', /[іїєґ\p{Script=Greek}]/iu],
    ['uk', /[ыэъё\p{Script=Greek}]/iu],
    ['el', /\p{Script=Cyrillic}/u],
  ] as const)('of another language never stand in %s', (language, foreign) => {
    expect(ownWords(language).match(foreign)?.[0]).toBeUndefined();
  });

  it('Greek words of two syllables carry an accent, and none is written in capitals', () => {
    const words = new Set([...ownWords('el').matchAll(/\p{Script=Greek}+/gu)].map(([word]) => word));
    const bare = [...words].filter((word) => !/[άέήίόύώΐΰΆΈΉΊΌΎΏ]/.test(word) && syllables(word) > 1);
    expect(bare.filter((word) => !oneBeat.has(word.toLowerCase()))).toEqual([]);
    // The tax and the inspection are written in no other way.
    expect(
      ownWords('el')
        .replaceAll(/ΦΠΑ|ΚΤΕΟ/g, '')
        .match(/[Α-Ω]{3,}/)?.[0],
    ).toBeUndefined();
  });
});

/** Written with two vowels, spoken with one; the short form of November, and the inspection. */
const oneBeat = new Set([
  'γεια',
  'για',
  'μια',
  'μιας',
  'πια',
  'πιο',
  'ποια',
  'ποιο',
  'ποιος',
  'ποιον',
  'ποιοι',
  'νοε',
  'κτεο',
]);

function syllables(word: string): number {
  return word.toLowerCase().match(/αι|ει|οι|ου|υι|αυ|ευ|[αεηιουω]/g)?.length ?? 0;
}
