import type { Content } from '#shared/domain/content.ts';
import type { Outbound, Relay, Say } from '#shared/domain/outbound.ts';
import type { RichText } from '#shared/domain/rich-text.ts';
import type { OutboxRow, Piece } from '#shared/store/outbox.ts';
import { isUntouched } from './lane.ts';

/** What goes out as one message or one album, and how several rows become one. Pure. */

/** The messenger's albums hold no more. https://core.telegram.org/bots/api#sendmediagroup */
const albumSize = 10;
/** Rows that become one message; a transaction takes 100 writes, and nobody reads more at one glance. */
const mostTogether = 20;
/** UTF-16 units of words that stay one message, whatever is put around them. */
const mostText = 3_500;

/** The head of a topic's words with those right behind it that go along. */
export function batchOf(head: OutboxRow, rest: readonly OutboxRow[], behind: boolean): readonly OutboxRow[] {
  if (!isUntouched(head)) return [head];
  if (head.album !== null) {
    const others = leading(rest, (row) => row.album === head.album && isUntouched(row));
    return [head, ...others.slice(0, albumSize - head.messages.length)];
  }
  const kind = plainKind(head);
  if (!behind || kind === null) return [head];
  let length = lengthOf(head);
  const others = leading(rest.slice(0, mostTogether - 1), (row) => {
    length += lengthOf(row);
    const alike = plainKind(row) === kind && row.language === head.language;
    return alike && isUntouched(row) && row.notBefore <= head.notBefore && length <= mostText;
  });
  return [head, ...others];
}

function leading(rows: readonly OutboxRow[], take: (row: OutboxRow) => boolean): readonly OutboxRow[] {
  const end = rows.findIndex((row) => !take(row));
  return end < 0 ? rows : rows.slice(0, end);
}

/** Words that can stand in one message with others of their kind: a person's text, or a line without buttons. */
function plainKind({ messages, album, tapId }: OutboxRow): 'relay' | 'say' | null {
  const [first] = messages;
  if (!first || album !== null || tapId !== null) return null;
  if (messages.every(isText)) return 'relay';
  return messages.every(isLine) ? 'say' : null;
}

function isText(message: Outbound): message is Relay & { content: Extract<Content, { kind: 'text' }> } {
  return (
    message.kind === 'relay' &&
    message.content.kind === 'text' &&
    message.sign === null &&
    message.replyTo === null &&
    message.target === null
  );
}

function isLine(message: Outbound): message is Say {
  return (
    message.kind === 'say' &&
    message.options.length === 0 &&
    message.target === null &&
    message.slot === null &&
    message.replyTo === null &&
    message.askContact === null &&
    message.askLocation === null
  );
}

function lengthOf({ messages }: OutboxRow): number {
  return messages.reduce((sum, one) => sum + (isText(one) ? one.content.text.text.length + 1 : 200), 0);
}

/**
 * The first row carrying the messages of all: an album as an album, words as one message. `pieces` says what of it is
 * whose, so that answers and corrections still find the one they mean.
 */
export function carrierOf(rows: readonly OutboxRow[]): OutboxRow {
  const [first, ...others] = rows;
  if (!first) throw new RangeError('Nothing to carry');
  if (others.length === 0) return first;
  const messages = rows.flatMap((row) => row.messages);
  if (first.album !== null) {
    const pieces = rows.flatMap((row) => row.messages).map((_, at) => pieceOf(ownerOf(rows, at), at, null));
    return { ...first, messages, pieces: pieces.flatMap((piece) => piece ?? []) };
  }
  const pieces = rows.flatMap((row) =>
    row.pieces.length > 0 ? row.pieces : (pieceOf(row, 0, row.messages.filter(isText)) ?? []),
  );
  const texts = messages.filter(isText);
  const [text] = texts;
  if (text)
    return { ...first, messages: [relayOf(text, joined(texts.map((one) => one.content.text)))], pieces };
  const lines = messages.filter(isLine);
  const [line] = lines;
  if (!line) return first;
  return { ...first, messages: [{ ...line, text: lines.flatMap((one) => one.text) }], pieces };
}

function ownerOf(rows: readonly OutboxRow[], message: number): OutboxRow | undefined {
  let left = message;
  return rows.find(({ messages }) => {
    left -= messages.length;
    return left < 0;
  });
}

function pieceOf(
  row: OutboxRow | undefined,
  message: number,
  texts: readonly { content: { text: RichText } }[] | null,
): Piece | null {
  if (!row?.source) return null;
  const text = texts ? joined(texts.map((one) => one.content.text)) : null;
  return { row: row.sk, of: row.source.messageId, message, text };
}

/** The words of a message that several people's messages, or several messages of one, became. */
export function joined(texts: readonly RichText[]): RichText {
  let text = '';
  const marks: NonNullable<RichText['marks']> = [];
  for (const one of texts) {
    if (text !== '') text += '\n';
    const start = text.length;
    marks.push(...(one.marks ?? []).map((mark) => ({ ...mark, offset: mark.offset + start })));
    text += one.text;
  }
  return marks.length > 0 ? { text, marks: marks.slice(0, 100) } : { text };
}

/** The same message with other words. */
export function relayOf(message: Relay, text: RichText): Relay {
  return { ...message, content: { kind: 'text', text } };
}
