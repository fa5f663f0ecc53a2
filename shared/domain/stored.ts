import type { Fetched } from './job.ts';
import type { Relay } from './outbound.ts';
import type { Phrase } from './phrase.ts';
import { plain } from './rich-text.ts';

/** What lies in the station's store, as a message to somebody. */

type Stored = Extract<Fetched, { kind: 'stored' }>;

/** A document that a job made. `sign`: the words beside it. */
export function storedDocument({ key, mime, name, bytes }: Stored, sign: Phrase): Relay {
  const source = { at: 'store', key } as const;
  return {
    kind: 'relay',
    content: { kind: 'file', what: 'document', source, mime, name, bytes, caption: plain('') },
    sign,
    replyTo: null,
    target: null,
  };
}

type Known = {
  readonly key: string;
  readonly mime?: string | null;
  readonly name?: string | null;
  readonly bytes?: number | null;
};

/** A picture; what is not known of it is null. `album`: pictures with the same value are shown as one. */
export function storedPhoto(
  { key, mime = null, name = null, bytes = null }: Known,
  { caption = '', album }: { readonly caption?: string; readonly album?: string } = {},
): Relay {
  const source = { at: 'store', key } as const;
  const together = album === undefined ? {} : { album };
  return {
    kind: 'relay',
    content: { kind: 'photo', source, mime, name, bytes, caption: plain(caption), ...together },
    sign: null,
    replyTo: null,
    target: null,
  };
}
