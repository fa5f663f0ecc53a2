import type { RichText } from '#shared/domain/rich-text.ts';
import type { Under } from './call.ts';
import { limits } from './limits.ts';
import { writeParts } from './write-marks.ts';

/** Words that one message of WhatsApp can hold, and what stands under them. */
export type Words = {
  readonly kind: 'words';
  /** What stands between the words before and these where both share a message. */
  readonly joint: '' | '\n' | '\n\n';
  readonly text: string;
  readonly under: Under | null;
  /** The message that they answer. */
  readonly replyTo: string | null;
};

/** As many messages as a person's words need, none where there are none; the first of them shows what they answer. */
export function richShown(rich: RichText, replyTo: string | null): readonly Words[] {
  return partsOf(rich).map((text, at) => wordsOf(text, at === 0 ? '\n\n' : '', at === 0 ? replyTo : null));
}

/** A person's words under something, and what of them does not fit there. */
export function captionAnd(rich: RichText): readonly [caption: string, ...rest: readonly Words[]] {
  const [caption = '', ...rest] = partsOf(rich, limits.captionLength);
  return [caption.trim(), ...rest.map((text) => wordsOf(text, '', null))];
}

function partsOf(rich: RichText, first?: number): readonly string[] {
  const parts = writeParts({ ...rich, text: rich.text.toWellFormed() }, limits.textLength, first);
  return parts.filter((part, at) => part.trim() !== '' || (at === 0 && first !== undefined));
}

function wordsOf(text: string, joint: Words['joint'], replyTo: string | null): Words {
  return { kind: 'words', joint, text, under: null, replyTo };
}
