/** A visit as a calendar file holds it. Instants are epoch milliseconds; texts are in the reader's language. */
export type CalendarEntry = {
  /** Stays the same for the visit's whole life: a phone replaces the entry it knows by it. */
  readonly ref: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly notes: string;
  readonly place: {
    readonly title: string;
    readonly address: string;
    readonly latitude: number;
    readonly longitude: number;
  };
  /** Rises with every change, else phones keep what they have. */
  readonly sequence: number;
  readonly cancelled: boolean;
  /** When this version was made. */
  readonly stamp: number;
};

/** The calendar file (RFC 5545), times in UTC: the phone shows them in its own zone and no zone table is needed. */
export function icsOf(entry: CalendarEntry): string {
  const { place } = entry;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//station-messenger//visit//EN',
    `METHOD:${entry.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.ref)}@station-messenger`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    `DTSTART:${utc(entry.start)}`,
    `DTEND:${utc(entry.end)}`,
    `SUMMARY:${escapeText(entry.title)}`,
    `DESCRIPTION:${escapeText(entry.notes)}`,
    `LOCATION:${escapeText(`${place.title}, ${place.address}`)}`,
    `GEO:${place.latitude};${place.longitude}`,
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return written(lines);
}

/** Something that stands on a bay, as a subscribed calendar shows it. */
export type FeedEvent = Pick<CalendarEntry, 'ref' | 'start' | 'end' | 'title' | 'notes' | 'sequence'>;

/**
 * A calendar that is subscribed to: whoever shows it reads it again and again, and what is not in it any more is over. `stamp`: when it
 * was made.
 */
export function feedOf(events: readonly FeedEvent[], name: string, stamp: number): string {
  return written([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//station-messenger//bays//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    // https://www.rfc-editor.org/rfc/rfc7986#section-5.7; the second is how it was written before.
    'REFRESH-INTERVAL;VALUE=DURATION:PT5M',
    'X-PUBLISHED-TTL:PT5M',
    ...(events.length === 0 ? empty : events.flatMap((event) => eventLines(event, stamp))),
    'END:VCALENDAR',
  ]);
}

function eventLines(
  { ref, start, end, title, notes, sequence }: FeedEvent,
  stamp: number,
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(ref)}@station-messenger`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escapeText(title)}`,
    ...(notes === '' ? [] : [`DESCRIPTION:${escapeText(notes)}`]),
    'STATUS:CONFIRMED',
    'END:VEVENT',
  ];
}

/** A calendar has to hold something: https://www.rfc-editor.org/rfc/rfc5545#section-3.6 */
const empty = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
] as const;

function written(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** Octets a line may have, its end not counted. https://www.rfc-editor.org/rfc/rfc5545#section-3.1 */
const lineOctets = 75;

/** Breaks a line so that none has more than 75 octets of UTF-8, never inside a letter. */
export function fold(line: string): string {
  let folded = '';
  let room = lineOctets;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (size > room) {
      folded += '\r\n ';
      room = lineOctets - 1;
    }
    folded += letter;
    room -= size;
  }
  return folded;
}

/** Values of type TEXT. https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11 */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replace(/[^\t\u0020-\u007e\u0080-\u{10ffff}]/gu, '');
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}

/** `20261124T070000Z` */
function utc(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
