import type { Content as Said } from '#shared/domain/content.ts';
import type { Outbound, Relay } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { plain, type RichText } from '#shared/domain/rich-text.ts';
import type { Text } from '../channel.ts';
import type { Content } from './call.ts';
import { fileShown } from './file.ts';
import { labelOf, shorten } from './labels.ts';
import type { Place, Shown } from './pieces.ts';
import { richShown, type Words } from './words.ts';
import { all, joinedRich } from './write-marks.ts';

/** What a person wrote or sent, with the sender's name in bold above it; of an album only above the first. */
export function relayShown(message: Relay, { messages, index, text, context }: Place): readonly Shown[] {
  const { content, target } = message;
  // What was sent cannot be changed: the new words answer the old ones.
  const replyTo = message.replyTo ?? target;
  const goesOn = isSameAlbum(messages[index - 1], content);
  const sign = message.sign && !goesOn ? all(text.say(message.sign), 'bold') : plain('');
  switch (content.kind) {
    case 'text': {
      const words = target === null ? content.text : corrected(content.text, text);
      return richShown(joinedRich(sign, '\n', words), replyTo);
    }
    case 'photo':
    case 'file':
      // The file is there already: only the words under it can be others.
      if (target !== null && content.caption.text.trim() !== '')
        return richShown(joinedRich(sign, '\n', corrected(content.caption, text)), replyTo);
      return fileShown(content, sign, replyTo, { text, files: context.files });
    case 'location':
    case 'contact':
      return [...richShown(sign, null), { kind: 'thing', content: thingOf(content), upload: null, replyTo }];
  }
}

/** Nothing that was sent can be taken back: an answer to the first of the messages says so. */
export function retractShown(
  { targets: [first], text: words }: Extract<Outbound, { kind: 'retract' }>,
  text: Text,
): readonly Words[] {
  return richShown(plain(text.say(phrase('relayRetracted', { text: words }))), first ?? null);
}

function isSameAlbum(before: Outbound | undefined, content: Said): boolean {
  if (before?.kind !== 'relay' || !('album' in content) || content.album === undefined) return false;
  return 'album' in before.content && before.content.album === content.album;
}

/** The person's words stand at the end of the phrase. */
function corrected(words: RichText, text: Text): RichText {
  const said = text.say(phrase('relayCorrection', { text: words.text }));
  const before = said.slice(0, Math.max(0, said.lastIndexOf(words.text)));
  return said.endsWith(words.text) ? joinedRich(plain(before), '', words) : plain(said);
}

function thingOf(content: Extract<Said, { kind: 'location' | 'contact' }>): Content {
  if (content.kind === 'location') {
    const { latitude, longitude, title } = content;
    const name = title === undefined || title.trim() === '' ? {} : { name: nameOf(title) };
    return {
      type: 'location',
      location: { latitude: degrees(latitude), longitude: degrees(longitude), ...name },
    };
  }
  const name = content.name.trim() === '' ? content.phone : nameOf(content.name);
  const card = {
    name: { formatted_name: name, first_name: name },
    phones: [{ phone: content.phone }],
  } as const;
  return { type: 'contacts', contacts: [card] };
}

/** Nobody's name is longer. */
function nameOf(name: string): string {
  return shorten(labelOf(name), 200);
}

/** To a tenth of a metre, since what is shorter would be written with an exponent. */
function degrees(value: number): string {
  return String(Number(value.toFixed(6)));
}
