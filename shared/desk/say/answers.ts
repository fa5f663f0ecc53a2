import { cut } from '#shared/domain/cut.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import type { Answers, KeptAnswer } from '#shared/domain/replies.ts';
import { type Canned, cannedGroups } from '#shared/station/canned/schema.ts';
import type { Station } from '#shared/station/schema.ts';
import { gap } from './template.ts';

/** The drawers in which ready answers lie: those of the station's data, and that of what a manager kept. */
export const drawers = [...cannedGroups, 'kept'] as const;
export type Drawer = (typeof drawers)[number];

/** A ready answer. `kept`: the one language it is in, where a manager kept it; null: it is the station's own, in each of its languages. */
export type Answer = Omit<Canned, 'group'> & { readonly group: Drawer; readonly kept: Language | null };

export function answersOf({ canned }: Pick<Station, 'canned'>, { kept }: Answers): readonly Answer[] {
  return [...canned.map((one) => ({ ...one, kept: null })), ...kept.map(answerOf)];
}

/** A button holds this many UTF-16 units. */
const longestTitle = 20;

/** As it was written, whichever language it is looked for in: nobody has translated it. */
function answerOf({ id, text, language }: KeptAnswer): Answer {
  const title = text.length <= longestTitle ? text : `${cut(text, longestTitle - 1).trimEnd()}…`;
  return {
    id,
    group: 'kept',
    title: inEach(title),
    words: {},
    text: inEach(text),
    hint: null,
    kept: language,
  };
}

function inEach(text: string): Canned['text'] {
  return Object.fromEntries(languages.map((language) => [language, text]));
}

/** Something is to be filled in by hand. */
export function hasGap({ kept, text }: Answer): boolean {
  return kept !== null && Object.values(text).some((one) => one.includes(gap));
}
