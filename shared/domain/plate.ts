/**
 * Number plates as people write them, in Latin, Greek or Cyrillic letters, with or without separators. Only what is
 * clearly a plate counts: models are letters and digits too (`Peugeot 308 SW`, `C 220`, `F-150`).
 * Forms by country: https://en.wikipedia.org/wiki/Vehicle_registration_plates_of_Europe
 */
const forms: readonly RegExp[] = [
  // Ukraine, Bulgaria, North Macedonia: AA 1234 BB
  /\p{L}{2}[-\s]?\d{4}[-\s]?\p{L}{2}/u,
  // Russia: A 123 BC 77; without the region only in one piece and in Cyrillic, since `E 300 de` is a model
  /\p{L}[-\s]?\d{3}[-\s]?\p{L}{2}[-\s]?\d{2,3}|\p{Script=Cyrillic}\d{3}\p{Script=Cyrillic}{2}/u,
  // France, Italy, Serbia: AB-123-CD
  /\p{L}{2}[-\s]?\d{3}[-\s]?\p{L}{2}/u,
  // United Kingdom: AB12 CDE; Romania: CJ 12 ABC, B 123 ABC
  /\p{L}{2}[-\s]?\d{2}[-\s]?\p{L}{3}|\p{L}\s?\d{3}\s?\p{L}{3}/u,
  // Türkiye: 34 ABC 123
  /\d{2}\s\p{L}{1,3}\s?\d{2,4}/u,
  // Germany: M-AB 1234
  /\p{L}{1,3}[-\s]\p{L}{1,2}[-\s]?\d{3,4}/u,
  // Greece, Hungary: ABC-1234; Poland: WX 12345
  /\p{L}{3}[-\s]?\d{4}|\p{L}{2,3}[-\s]?\d{5}/u,
  // Spain: 1234 BCD
  /\d{4}[-\s]?\p{L}{3}/u,
];
const plates = forms.map((form) => new RegExp(`(?<![\\p{L}\\d])(?:${form.source})(?![\\p{L}\\d])`, 'gu'));

/** Short makes, models, bodies and engines that stand beside figures without being part of a plate. */
const noPlateWords = new Set(
  [
    'bmw kia byd gmc ram daf man zoe rio vaz gaz uaz zaz maz ваз газ уаз заз маз зил ока',
    'awd fwd rwd suv van gti gtd gts tdi tsi cdi hdi dci gdi crd sdi tce pro max sw gt rs cv ps hp лс',
    'sti amg год',
  ]
    .join(' ')
    .split(' '),
);

/** Letters of Greek plates, which look alike in all three alphabets. */
const greekPlate = /^[ABEZHIKMNOPTYXΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]{3}\s\d{4}$/u;
const endsInYear = /\s(?:19[5-9]\d|20[0-4]\d)$/u;

/** The first plate in a text, as it is written there; undefined when there is none. */
export function plateIn(text: string): string | undefined {
  return platesIn(text)[0];
}

/** All of them, in no order. */
export function platesIn(text: string): readonly string[] {
  return plates.flatMap((form) => [...text.matchAll(form)].map(([found]) => found).filter(isPlate));
}

function isPlate(found: string): boolean {
  // `golf 2018` is a model and a year; only capitals that plates have make a plate of it.
  if (endsInYear.test(found) && !greekPlate.test(found)) return false;
  if (/^(?:19[5-9]\d|20[0-4]\d)\s/u.test(found)) return false;
  const words = found.toLowerCase().match(/\p{L}+/gu) ?? [];
  return !words.some((word) => noPlateWords.has(word));
}
