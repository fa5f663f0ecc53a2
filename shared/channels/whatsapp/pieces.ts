import { actionsOf, type Outbound, type Say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { RenderContext, Text, Upload } from '../channel.ts';
import { split } from '../split.ts';
import type { Content, Under } from './call.ts';
import { labelOf } from './labels.ts';
import { interactive, limits } from './limits.ts';
import { optionsUnder } from './options.ts';
import { relayShown, retractShown } from './relay.ts';
import type { Words } from './words.ts';

/** What is a message by itself. */
export type Alone =
  | { readonly kind: 'place' }
  | {
      readonly kind: 'thing';
      readonly content: Content;
      readonly upload: Upload | null;
      readonly replyTo: string | null;
    }
  | { readonly kind: 'reaction'; readonly to: string; readonly emoji: string };
export type Shown = Words | Alone;
export type Piece = Shown & { readonly completes: readonly number[] };

/** How long the words of one message may be. */
export function mostWords(under: Under | null): number {
  return under ? interactive.bodyLength : limits.textLength;
}

/**
 * The row's messages in pieces, in order. What shows nothing (silence, a map that is linked already, a calendar file that
 * is not given out) is complete with the piece after it, at the end with the last one.
 */
export function piecesOf(
  messages: readonly Outbound[],
  text: Text,
  context: RenderContext,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let unseen: number[] = [];
  let first = 0;
  for (const [index, message] of messages.entries()) {
    const shown = shownOf(message, { messages, index, first, text, context });
    first += actionsOf(message).length;
    unseen.push(index);
    for (const [at, piece] of shown.entries()) {
      const completes = at === shown.length - 1 ? unseen : unseen.slice(0, -1);
      pieces.push({ ...piece, completes });
      unseen = unseen.slice(completes.length);
    }
  }
  const last = pieces.pop();
  return last ? [...pieces, { ...last, completes: [...last.completes, ...unseen] }] : [];
}

/** Where a message stands in its row. */
export type Place = {
  readonly messages: readonly Outbound[];
  readonly index: number;
  readonly first: number;
  readonly text: Text;
  readonly context: RenderContext;
};

function shownOf(message: Outbound, place: Place): readonly Shown[] {
  switch (message.kind) {
    case 'say':
      return sayShown(message, place);
    case 'calendar':
      return calendarShown(message, place);
    case 'place':
      return place.messages.slice(0, place.index).some(linksMap) ? [] : [{ kind: 'place' }];
    case 'relay':
      return relayShown(message, place);
    case 'react':
      return reactionShown(message);
    case 'retract':
      return retractShown(message, place.text);
    case 'dropTopic':
    case 'silence':
      return [];
  }
}

/** How far an answer got is shown by WhatsApp itself; an emoji is one, whatever else would be refused. */
function reactionShown({ target, mark }: Extract<Outbound, { kind: 'react' }>): readonly Shown[] {
  if (typeof mark === 'string') return [];
  const emoji = mark?.emoji ?? '';
  return [...new Intl.Segmenter().segment(emoji)].length > 1 ? [] : [{ kind: 'reaction', to: target, emoji }];
}

function sayShown(message: Say, place: Place): readonly Words[] {
  const [head, ...others] = sayWords(message, place);
  return head ? [{ ...head, replyTo: message.replyTo }, ...others] : [];
}

function sayWords(message: Say, { index, first, text, context: { row } }: Place): readonly Words[] {
  const options = message.options.flat();
  const links = options.flatMap((one) => (one.kind === 'link' ? [lineOf(text.say(one.label), one.url)] : []));
  const labels = options.flatMap((one) => (one.kind === 'act' ? [text.say(one.label)] : []));
  const { page, brief } = message;
  const under = optionsUnder({ labels, row, message: index, first, page, brief }, text);
  const words = joined([...message.text.map((one) => text.say(one)), links.join('\n')]);
  const shown = [...wordsShown(words, under)];
  for (const { own, hint, asking } of requestsOf(message, text)) {
    const last = shown.at(-1);
    if (last?.under === null)
      shown.splice(-1, 1, ...wordsShown(joined([last.text, hint]), asking, last.joint));
    else shown.push(...wordsShown(joined([own, hint]), asking));
  }
  return shown;
}

type Request = { readonly own: string; readonly hint: string; readonly asking: Under };

/**
 * A request takes no other buttons, so it stands under words that have none, or under its own. The way to skip a contact is
 * said in words. https://developers.facebook.com/docs/whatsapp/cloud-api/messages/location-request-messages
 */
function requestsOf({ askContact, askLocation }: Say, text: Text): readonly Request[] {
  const hint = phrase('hintSkip');
  return [
    ...(askContact ? [{ own: text.say(askContact.share), hint: text.say(hint), asking: asksContact }] : []),
    ...(askLocation ? [{ own: text.say(askLocation), hint: '', asking: asksLocation }] : []),
  ];
}

const asksContact: Under = { type: 'request_contact_info', action: { name: 'request_contact_info' } };
const asksLocation: Under = { type: 'location_request_message', action: { name: 'send_location' } };

/**
 * The file is a link of one line in the card before or after it. Without a link, or for a visit that was cancelled, the
 * words around it tell enough; where there are none, the file's own words stand.
 */
function calendarShown(
  message: Extract<Outbound, { kind: 'calendar' }>,
  { messages, index, text, context }: Place,
): readonly Words[] {
  const { token, cancelled } = message;
  const alone = !messages.some(({ kind }) => kind === 'say' || kind === 'place');
  const url = `${context.publicUrl}/c/${token}.ics`;
  const line = token === null || cancelled ? '' : lineOf(text.say(phrase('labelCalendar')), url);
  const own = alone ? joined([text.say(message.title), text.say(message.notes)]) : '';
  const words = joined([own, line]);
  if (words === '') return [];
  const before = messages[index - 1];
  return wordsShown(words, null, own === '' && before && endsInLinks(before) ? '\n' : '\n\n');
}

function endsInLinks(message: Outbound): boolean {
  return message.kind === 'say' && message.options.flat().some(({ kind }) => kind === 'link');
}

function linksMap(message: Outbound): boolean {
  return (
    message.kind === 'say' &&
    message.options.flat().some(({ kind, label }) => kind === 'link' && label.key === 'labelMap')
  );
}

function lineOf(label: string, url: string): string {
  return `${labelOf(label)}: ${url}`;
}

function joined(paragraphs: readonly string[]): string {
  return paragraphs.filter((one) => one.trim() !== '').join('\n\n');
}

/** Long words in several pieces, the last of them short enough for what stands under it. */
function wordsShown(words: string, under: Under | null, joint: Words['joint'] = '\n\n'): readonly Words[] {
  const parts = partsOf(words.toWellFormed().trim(), mostWords(under));
  return parts.map((text, at) => ({
    kind: 'words',
    joint: at === 0 ? joint : '',
    text,
    under: at === parts.length - 1 ? under : null,
    replyTo: null,
  }));
}

function partsOf(words: string, lastMost: number): readonly string[] {
  const parts = split(words, limits.textLength);
  const last = split(parts.at(-1) ?? '', lastMost);
  const both = [...parts.slice(0, -1), last.slice(0, -1).join(''), last.at(-1) ?? ''];
  const shown = both.filter((part) => part.trim() !== '');
  return shown.length > 0 ? shown : [''];
}
