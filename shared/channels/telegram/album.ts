import type { Address } from '#shared/domain/address.ts';
import type { Outbound, Relay } from '#shared/domain/outbound.ts';
import type { Payload, Text } from '../channel.ts';
import { albumCall, inputMedia } from './call.ts';
import { albumItems } from './limits.ts';
import { captionFields, captionOf, signed } from './marked.ts';
import { mediaKinds, type SendableFile, sendableOf } from './media.ts';
import { type Files, renderRest, signOf } from './relay.ts';
import { replyTo, targetOf } from './target.ts';

/** A file of an album, ready to be sent. */
export type Item = { readonly message: Relay; readonly file: SendableFile };

/**
 * The messages from the first on that are one album there: the same album, kinds that may stand together, at most ten. Fewer
 * than two are none. https://core.telegram.org/bots/api#sendmediagroup
 */
export function albumFrom(messages: readonly Outbound[], files: Files): readonly Item[] {
  const items: Item[] = [];
  for (const message of messages) {
    const item = itemOf(message, files);
    const [first = item] = items;
    if (!item || !first || !together(first, item) || items.length === albumItems) break;
    items.push(item);
  }
  return items.length > 1 ? items : [];
}

function itemOf(message: Outbound, files: Files): Item | null {
  if (message.kind !== 'relay' || message.target !== null) return null;
  const { content } = message;
  if ((content.kind !== 'photo' && content.kind !== 'file') || content.album === undefined) return null;
  const file = sendableOf(content, files);
  return file && mediaKinds[file.kind].album !== null ? { message, file } : null;
}

function together(one: Item, other: Item): boolean {
  return (
    albumOf(one) === albumOf(other) && mediaKinds[one.file.kind].album === mediaKinds[other.file.kind].album
  );
}

function albumOf({ message: { content } }: Item): string | undefined {
  return content.kind === 'photo' || content.kind === 'file' ? content.album : undefined;
}

/** One call for all of them: the name and what is answered on the first, each with the words that came with it. */
export function renderAlbum(items: readonly Item[], to: Address, text: Text): readonly Payload[] {
  const shown = items.flatMap(({ message, file }, index) => {
    const words = wordsOf(message);
    const { caption, rest } = captionOf(index === 0 ? signed(signOf(message, text), words) : words);
    const input = inputMedia(file, `file${index}`, captionFields(caption));
    return input ? [{ ...input, rest }] : [];
  });
  const media = shown.map((one) => one.media);
  const where = { ...targetOf(to), ...replyTo(items[0]?.message.replyTo ?? null) };
  const uploads = shown.flatMap((one) => one.uploads);
  return [albumCall(where, media, uploads), ...shown.flatMap(({ rest }) => renderRest(rest, to))];
}

function wordsOf({ content }: Relay) {
  return content.kind === 'photo' || content.kind === 'file' ? content.caption : { text: '' };
}
