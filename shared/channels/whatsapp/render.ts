import type { Address } from '#shared/domain/address.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { Cause, Payload, RenderContext, Rendered, Text } from '../channel.ts';
import { type Content, messageCall, reactionCall, readCall } from './call.ts';
import { mostWords, type Piece, piecesOf } from './pieces.ts';
import type { Words } from './words.ts';

/**
 * The calls that show a row: as few messages as its words fit into, since each one is paid for. What WhatsApp has not is
 * shown otherwise:
 *
 * | of a message               | on WhatsApp                                                                       |
 * | -------------------------- | --------------------------------------------------------------------------------- |
 * | words, one after another   | one message of at most 4,096 units, 1,024 with buttons; longer ones are split     |
 * | up to three actions        | reply buttons; a title over 20 is cut with "…", equal ones are numbered           |
 * | four to ten actions        | a list; a row's title over 24 is cut and stands below it in full, up to 72        |
 * | more actions               | a list of nine and "more", which brings the next nine                             |
 * | a link                     | a line `<label>: <url>` under the words                                           |
 * | the request for the number | a request of its own kind, without "skip": the words say how to go on             |
 * | a card to be edited        | a new message: nothing that was sent can be changed or taken back                 |
 * | the calendar file          | a line with a link; cancelled: nothing, or its words if there are no others       |
 * | the station's place        | a point on the map; nothing where words before it link to the map                 |
 * | a person's words           | with WhatsApp's signs for their formatting, the sender's name in bold above       |
 * | a person's file            | brought there, then shown; words that do not fit under it before or after it      |
 * | an edit, taking back       | an answer to the message that says so: nothing that was sent can be changed       |
 * | a reaction                 | a reaction; how far an answer got is shown by WhatsApp itself                     |
 * | silence                    | nothing                                                                           |
 *
 * Words go as they are: `*` and `_` that a person wrote cannot be escaped.
 */
export function render(
  messages: readonly Outbound[],
  to: Address,
  text: Text,
  context: RenderContext,
): readonly Rendered[] {
  return merged(piecesOf(messages, text, context)).map((piece) => ({
    payload: callOf(piece, to, text),
    completes: piece.completes,
  }));
}

function callOf(piece: Piece, to: Address, text: Text): Payload {
  switch (piece.kind) {
    case 'words':
      return messageCall(to, wordsContent(piece), piece);
    case 'place':
      return messageCall(to, placeContent(text));
    case 'thing':
      return messageCall(to, piece.content, piece);
    case 'reaction':
      return reactionCall(to, piece.to, piece.emoji);
  }
}

/** The message is read and somebody is writing: free of charge. Without a message there is nothing to tell. */
export function acknowledge({ messageId }: Cause): Payload | null {
  return messageId === null ? null : readCall(messageId);
}

/** Nothing that was sent can be changed. */
export function retireCard(): null {
  return null;
}

/** Each message takes in what follows it while that fits and at most one of them has something under it. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    const both = last && together(last, piece);
    if (both) whole.splice(-1, 1, both);
    else whole.push(piece);
  }
  return whole;
}

/** Words that answer another message begin one of their own, so that it shows what they answer. */
function together(one: Piece, next: Piece): Piece | null {
  if (one.kind !== 'words' || next.kind !== 'words' || (one.under && next.under)) return null;
  if (next.replyTo !== null) return null;
  const under = one.under ?? next.under;
  const text = one.text && next.text ? `${one.text}${next.joint}${next.text}` : one.text + next.text;
  if (text.length > mostWords(under)) return null;
  return { ...one, text, under, completes: [...one.completes, ...next.completes] };
}

function placeContent({ place }: Text): Content {
  const { title: name, address, latitude, longitude } = place;
  const location = { latitude: String(latitude), longitude: String(longitude), name, address };
  return { type: 'location', location };
}

/** WhatsApp takes no message without words: '…' stands where there are none. */
function wordsContent({ text, under }: Words): Content {
  const body = text.trim() || '…';
  return under
    ? { type: 'interactive', interactive: { ...under, body: { text: body } } }
    : { type: 'text', text: { body, preview_url: false } };
}
