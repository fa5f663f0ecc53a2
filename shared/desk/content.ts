import type { Content } from '#shared/domain/content.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { Mark, RichText } from '#shared/domain/rich-text.ts';

/** What somebody sent, as it can be passed on: files are named as the messenger named them. Null for anything else. */
export function contentOf({ event, address }: Pick<Inbound, 'event' | 'address'>): Content | null {
  switch (event.kind) {
    case 'text':
      return { kind: 'text', text: richText(event.text, event.marks) };
    case 'photo':
      return {
        kind: 'photo',
        ...fileOf(event.file, address.channel),
        caption: richText(event.caption, event.marks),
        ...(event.album === null ? {} : { album: event.album }),
      };
    case 'file':
      return {
        kind: 'file',
        what: event.what,
        ...fileOf(event.file, address.channel),
        caption: richText(event.caption, event.marks),
        ...(event.album === undefined ? {} : { album: event.album }),
      };
    case 'location': {
      const { latitude, longitude, title } = event;
      return { kind: 'location', latitude, longitude, ...(title === undefined ? {} : { title }) };
    }
    case 'contact':
      return { kind: 'contact', phone: event.phone, name: event.name ?? '' };
    case 'command':
    case 'tap':
    case 'more':
    case 'show':
    case 'edited':
    case 'revoked':
    case 'reaction':
    case 'blocked':
    case 'unblocked':
    case 'identity':
    case 'undelivered':
    case 'arrived':
    case 'fetched':
    case 'hidden':
    case 'membership':
    case 'migrated':
    case 'rights':
    case 'topic':
    case 'unsupported':
    case 'timer':
    case 'quiet':
    case 'interpreted':
    case 'alarm':
      return null;
  }
}

type Ref = {
  readonly id: string;
  readonly mime: string | null;
  readonly name: string | null;
  readonly bytes: number | null;
};

function fileOf({ id, mime, name, bytes }: Ref, channel: string) {
  return { source: { at: 'messenger', channel, id } as const, mime, name, bytes };
}

export function richText(text: string, marks: readonly Mark[] | undefined): RichText {
  return marks === undefined ? { text } : { text, marks: [...marks] };
}
