import type { ShownMessage } from '../../phone-api.ts';
import { dayLabel, dayOf } from './zone.ts';

/** What one conversation looks like from top to bottom. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly label: string }
  | { readonly kind: 'service'; readonly key: string; readonly text: string }
  | {
      readonly kind: 'bubble';
      readonly key: string;
      /** The message, or the photos of one album in order. */
      readonly messages: readonly [ShownMessage, ...ShownMessage[]];
      /** First of a run by the same author: carries the name in a group. */
      readonly first: boolean;
      /** Last of a run: carries the tail. */
      readonly last: boolean;
    };

/** Puts days between messages, joins albums, and marks where the runs of one author start and end. */
export const rowsOf = (messages: readonly ShownMessage[], now: string, zone: string): readonly Row[] => {
  const today = dayOf(now, zone);
  const rows: Row[] = [];
  let day = '';
  for (const album of albumsOf(messages)) {
    const [message] = album;
    const its = dayOf(message.at, zone);
    if (its !== day) {
      day = its;
      rows.push({ kind: 'day', key: `day-${its}-${message.id}`, label: dayLabel(its, today) });
    }
    if (message.content.kind === 'service') {
      rows.push({ kind: 'service', key: `m-${message.id}`, text: message.content.text });
      continue;
    }
    rows.push({ kind: 'bubble', key: `m-${message.id}`, messages: album, first: true, last: true });
  }
  return rows.map((row, index) => {
    if (row.kind !== 'bubble') return row;
    return { ...row, first: !continues(rows[index - 1], row), last: !continues(row, rows[index + 1]) };
  });
};

/** Authors within this many milliseconds of each other are drawn as one run. */
const RUN = 10 * 60_000;

const continues = (one: Row | undefined, next: Row | undefined): boolean => {
  if (one?.kind !== 'bubble' || next?.kind !== 'bubble') return false;
  const a = one.messages[0];
  const b = next.messages[0];
  // Buttons close a bubble: what follows them starts anew, as the messengers draw it.
  if (a.buttons.length > 0 || a.list || a.asksContact || a.asksLocation) return false;
  return a.from === b.from && a.author === b.author && Date.parse(b.at) - Date.parse(a.at) < RUN;
};

const albumsOf = (messages: readonly ShownMessage[]): readonly [ShownMessage, ...ShownMessage[]][] => {
  const albums: [ShownMessage, ...ShownMessage[]][] = [];
  for (const message of messages) {
    const open = albums.at(-1);
    if (open && message.album !== undefined && open[0].album === message.album) open.push(message);
    else albums.push([message]);
  }
  return albums;
};
