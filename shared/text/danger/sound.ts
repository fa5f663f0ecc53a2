import type { Language } from '#shared/domain/language.ts';

/**
 * Words as they sound, roughly: one spelling for all that people write for the same sound, in their own letters or in Latin
 * ones. The lists go through it as well as the messages, so that one list knows «φρένα», `frena` and «φραίνα».
 */
export type Sounds = (folded: string) => string;

/** Latin letters that stand for others, beside the letters themselves; longer ones win. */
type Table = Readonly<Record<string, string>>;

const cyrillic: Table = {
  а: 'a',
  о: 'a',
  o: 'a',
  е: 'e',
  э: 'e',
  є: 'e',
  ye: 'e',
  je: 'e',
  yo: 'e',
  jo: 'e',
  и: 'i',
  і: 'i',
  ы: 'i',
  y: 'i',
  j: 'i',
  у: 'u',
  ю: 'iu',
  yu: 'iu',
  ju: 'iu',
  я: 'ia',
  ya: 'ia',
  ja: 'ia',
  б: 'b',
  в: 'v',
  w: 'v',
  г: 'g',
  д: 'd',
  ж: 'zh',
  з: 'z',
  к: 'k',
  c: 'ts',
  q: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ф: 'f',
  х: 'x',
  kh: 'x',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  shch: 'sh',
  sch: 'sh',
  ch: 'ch',
  sh: 'sh',
  zh: 'zh',
  ъ: '',
  ь: '',
};

const greek: Table = {
  α: 'a',
  αι: 'e',
  ai: 'e',
  ε: 'e',
  η: 'i',
  ι: 'i',
  υ: 'i',
  ει: 'i',
  οι: 'i',
  υι: 'i',
  ου: 'i',
  y: 'i',
  u: 'i',
  j: 'i',
  ei: 'i',
  oi: 'i',
  ou: 'i',
  ο: 'o',
  ω: 'o',
  w: 'o',
  αυ: 'av',
  au: 'av',
  af: 'av',
  ευ: 'ev',
  eu: 'ev',
  ef: 'ev',
  β: 'v',
  b: 'v',
  μπ: 'v',
  mp: 'v',
  // «Πέμπτη» is no «πέφτει»: brakes on a Thursday are fine.
  μπτ: 'mpt',
  mpt: 'mpt',
  φ: 'v',
  f: 'v',
  ph: 'v',
  γ: 'g',
  γγ: 'g',
  γκ: 'g',
  gk: 'g',
  δ: 'd',
  ντ: 'd',
  nt: 'd',
  ζ: 'z',
  θ: 'th',
  th: 'th',
  κ: 'k',
  c: 'k',
  q: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ks: 'x',
  χ: 'x',
  ch: 'x',
  kh: 'x',
  h: 'x',
  π: 'p',
  ρ: 'r',
  σ: 's',
  τ: 't',
  ψ: 'ps',
};

const soundsOf: Readonly<Record<Language, Table>> = {
  en: {},
  ru: { ...cyrillic, h: 'x' },
  uk: { ...cyrillic, h: 'g' },
  el: greek,
};

/** Letters said twice are one; a figure before a letter stands for one (`8elei`, `4to`). */
const figures: Readonly<Record<Language, Table>> = {
  en: {},
  ru: { '4': 'ch' },
  uk: { '4': 'ch' },
  el: { '8': 'th', '9': 'th', '3': 'x' },
};

/** What a letter sounds like by itself, and what it does together with the letters after it, longest first. */
type Letter = { alone: string; readonly together: (readonly [string, string])[] };

/** @returns what folded words sound like. Linear: every message goes through it. */
export function soundsLike(language: Language): Sounds {
  const letters = new Map<number, Letter>();
  for (const [written, sound] of Object.entries(soundsOf[language]).sort(([a], [b]) => b.length - a.length)) {
    const code = written.charCodeAt(0);
    const letter = letters.get(code) ?? { alone: written.charAt(0), together: [] };
    letters.set(code, letter);
    if (written.length === 1) letter.alone = sound;
    else letter.together.push([written, sound]);
  }
  const digits = new Map(Object.entries(figures[language]));
  return (folded) => once(letters.size === 0 ? folded : sounding(folded, letters, digits));
}

function sounding(
  folded: string,
  letters: ReadonlyMap<number, Letter>,
  digits: ReadonlyMap<string, string>,
): string {
  let said = '';
  let at = 0;
  while (at < folded.length) {
    const code = folded.charCodeAt(at);
    const letter = letters.get(code);
    let length = 1;
    if (letter) {
      let sound = letter.alone;
      for (const [written, together] of letter.together) {
        if (!folded.startsWith(written, at)) continue;
        sound = together;
        length = written.length;
        break;
      }
      said += sound;
    } else {
      const written = folded.charAt(at);
      said += (isLetter(folded.charCodeAt(at + 1)) ? digits.get(written) : undefined) ?? written;
    }
    at += length;
  }
  return said;
}

function isLetter(code: number): boolean {
  return code >= 97;
}

/** `nooo` is `no`; figures stay as they are. */
function once(text: string): string {
  return text.replace(/([^\d ])\1+/gu, '$1');
}
