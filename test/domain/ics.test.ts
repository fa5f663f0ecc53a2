import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, escapeText, fold, icsOf } from '#shared/domain/ics.ts';

const visit: CalendarEntry = {
  ref: 'K3WPXA',
  start: Date.UTC(2026, 10, 24, 7),
  end: Date.UTC(2026, 10, 24, 10, 30),
  title: 'Ετήσιο σέρβις, Octavia',
  notes: 'Bring the service book;\nready by 12:30',
  place: { title: 'Aristotelous Auto', address: 'Leof. Nikis 1', latitude: 40.6, longitude: 22.95 },
  sequence: 0,
  cancelled: false,
  stamp: Date.UTC(2026, 10, 21, 10, 0, 5),
};

/** As RFC 5545 says: a line end followed by one blank is not there. */
function unfold(file: string): string {
  return file.replaceAll('\r\n ', '');
}

function unescapeText(text: string): string {
  return text.replace(/\\([nN,;\\])/g, (_all, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));
}

function property(file: string, name: string): string | undefined {
  const line = unfold(file)
    .split('\r\n')
    .find((one) => one.startsWith(`${name}:`));
  return line?.slice(name.length + 1);
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('ά', 'ї', '😊', '👩🏽‍🔧', ' ', ',', '\n'), maxLength: 300 }),
);

describe('a calendar file', () => {
  it('holds the visit in UTC', () => {
    expect(icsOf(visit).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//station-messenger//visit//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:K3WPXA@station-messenger',
      'SEQUENCE:0',
      'DTSTAMP:20261121T100005Z',
      'DTSTART:20261124T070000Z',
      'DTEND:20261124T103000Z',
      'SUMMARY:Ετήσιο σέρβις\\, Octavia',
      'DESCRIPTION:Bring the service book\\;\\nready by 12:30',
      'LOCATION:Aristotelous Auto\\, Leof. Nikis 1',
      'GEO:40.6;22.95',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('of a cancelled visit takes the entry away: same id, higher sequence', () => {
    const file = icsOf({ ...visit, cancelled: true, sequence: 3 });
    expect(property(file, 'METHOD')).toBe('CANCEL');
    expect(property(file, 'STATUS')).toBe('CANCELLED');
    expect(property(file, 'SEQUENCE')).toBe('3');
    expect(property(file, 'UID')).toBe(property(icsOf(visit), 'UID'));
  });

  it('has no line over 75 octets, every line ended by CR LF, and gives back what was written', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, notes) => {
        const file = icsOf({ ...visit, title, notes });
        expect(file.endsWith('\r\n')).toBe(true);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(unescapeText(property(file, 'SUMMARY') ?? '')).toBe(plain(title));
        expect(unescapeText(property(file, 'DESCRIPTION') ?? '')).toBe(plain(notes));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every mark that means something in the format', () => {
    const marks = 'C:\\new; "oil", \\, and \\n';
    const file = icsOf({ ...visit, title: marks });
    expect(file).toContain('SUMMARY:C:\\\\new\\; "oil"\\, \\\\\\, and \\\\n\r\n');
    expect(unescapeText(property(file, 'SUMMARY') ?? '')).toBe(marks);
  });

  it('cannot be given lines of its own by a text', () => {
    const file = icsOf({ ...visit, title: 'x\r\nATTACH:https://evil.example\u2028END:VEVENT\u0000' });
    expect(
      unfold(file)
        .split('\r\n')
        .filter((line) => /^(ATTACH|END)/.test(line)),
    ).toEqual(['END:VEVENT', 'END:VCALENDAR']);
  });
});

describe('folding', () => {
  it('is undone by unfolding, never breaks a letter and keeps to 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const line = escapeText(text);
        const folded = fold(line);
        expect(unfold(folded)).toBe(line);
        expect(folded.isWellFormed()).toBe(true);
        for (const one of folded.split('\r\n')) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a line of exactly 75 octets whole', () => {
    expect(fold('x'.repeat(75))).toBe('x'.repeat(75));
    expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
    expect(fold(`${'x'.repeat(74)}я`)).toBe(`${'x'.repeat(74)}\r\n я`);
  });
});

/** What a calendar can hold of a text: its line breaks in one form, no control characters, no half pairs. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\u2028\u2029]/g, '\n')
    .replace(/[^\t\n\u0020-\u007e\u0080-\u{10ffff}]/gu, '');
}
