import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passedName } from '#functions/media/name.ts';
import { planFor } from '#functions/media/plan.ts';
import { typeOf } from '#functions/media/type-of.ts';
import { channelOf } from '#shared/channels/registry.ts';
import { heic, picture } from './pictures.ts';

const MB = 1024 * 1024;
const latin = (text: string) => Buffer.from(text, 'latin1');
const box = (brand: string, ...others: string[]) =>
  Buffer.concat([
    latin('\0\0\0'),
    Buffer.from([16 + others.length * 4]),
    latin(`ftyp${brand}\0\0\0\0${others.join('')}`),
    Buffer.alloc(64),
  ]);
const office = 'application/vnd.openxmlformats-officedocument';

describe('what a file is', () => {
  it.each([
    ['a JPEG', latin('\xff\xd8\xff\xe1..'), 'image/jpeg'],
    ['a PNG', latin('\x89PNG\r\n\x1a\n..'), 'image/png'],
    ['a WebP', latin('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp'],
    ['a wave, which is nothing known', latin('RIFF\x10\0\0\0WAVEfmt '), 'application/octet-stream'],
    ['a picture of an iPhone', heic, 'image/heic'],
    ['a picture that leaves its kind to others', box('mif1', 'mif1', 'heic'), 'image/heic'],
    ['an AVIF', box('mif1', 'avif', 'miaf'), 'image/avif'],
    ['a film', box('isom', 'avc1'), 'video/mp4'],
    ['a film of an iPhone', box('qt  '), 'video/quicktime'],
    ['a film of an old phone', box('3gp4'), 'video/3gpp'],
    ['a recording', box('M4A '), 'audio/mp4'],
    [
      'a voice message',
      latin('OggS\0\x02\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead'),
      'audio/ogg',
    ],
    [
      'another recording in Ogg',
      latin('OggS\0\x02\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\x01\x1e\x01vorbis'),
      'application/ogg',
    ],
    ['an MP3 with a title', latin('ID3\x04..'), 'audio/mpeg'],
    ['an MP3 without', latin('\xff\xfb\x90..'), 'audio/mpeg'],
    ['an AAC', latin('\xff\xf1\x50..'), 'audio/aac'],
    ['an AMR', latin('#!AMR\n'), 'audio/amr'],
    ['a PDF', latin('%PDF-1.7\n'), 'application/pdf'],
    ['a sheet', latin('PK\x03\x04.....xl/workbook.xml...'), `${office}.spreadsheetml.sheet`],
    ['a letter', latin('PK\x03\x04.....word/document.xml...'), `${office}.wordprocessingml.document`],
    ['an archive', latin('PK\x03\x04.....photo.jpg'), 'application/zip'],
    ['words', Buffer.from('Οι πινακίδες είναι ABC-4821\n'), 'text/plain'],
    ['a page', latin('<!doctype html><script>alert(1)</script>'), null],
    ['a drawing in words', latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), null],
    [
      'a drawing behind a heading',
      latin(`<?xml version="1.0"?>\n<!-- ${'x'.repeat(2_000)} --><svg />`),
      null,
    ],
    ['a page behind bytes', latin('\x00\x01 <html><body onload=alert(1)>'), null],
    ['a bill', latin('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n'), 'application/pdf'],
    ['a bill that is an archive, too', latin('%PDF-1.7\n%%EOF\nPK\x03\x04 PK\x05\x06 end'), null],
    ['words with less and more', latin('front pads < 3 mm, discs > 20 mm'), 'text/plain'],
    ['bytes', Buffer.from([1, 2, 3, 0, 254]), 'application/octet-stream'],
    ['nothing', Buffer.alloc(0), 'application/octet-stream'],
    ['a program for Windows', latin('MZ\x90\0'), null],
    ['a program for Linux', latin('\x7fELF\x02'), null],
  ] as const)('is seen by its bytes: %s', (_what, content, mime) => {
    expect(typeOf(content, null)).toBe(mime);
    // What somebody says of it changes nothing.
    if (mime !== 'video/mp4') expect(typeOf(content, 'image/svg+xml')).toBe(mime);
  });

  it('is told apart by its claim only where the bytes are the same', () => {
    expect(typeOf(box('isom'), 'audio/mp4')).toBe('audio/mp4');
    const old = latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..');
    expect(typeOf(old, 'application/vnd.ms-excel')).toBe('application/vnd.ms-excel');
    expect(typeOf(old, 'text/html')).toBe('application/octet-stream');
  });

  it('is never a page, a script or a drawing to be run, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (content, claimed) => {
        expect(typeOf(content, claimed) ?? 'none').not.toMatch(/html|svg|xml$|javascript/);
      }),
    );
  });
});

const to = {
  telegram: channelOf({ channel: 'telegram' }).files.uploads,
  whatsapp: channelOf({ channel: 'whatsapp' }).files.uploads,
} as const;

describe('as what a file goes on', () => {
  it.each([
    ['a photo, written anew', 'whatsapp', 'photo', 'image/jpeg', 1, 'photo'],
    ['a picture sent as a document', 'telegram', 'document', 'image/heic', 1, 'photo'],
    ['a sticker', 'whatsapp', 'sticker', 'image/webp', 1, 'sticker'],
    ['a voice message', 'whatsapp', 'voice', 'audio/ogg', 1, 'voice'],
    ['a voice message from an old phone', 'whatsapp', 'voice', 'audio/amr', 1, 'audio'],
    ['the same, where only films and songs are shown', 'telegram', 'voice', 'audio/amr', 1, 'document'],
    ['a round film', 'whatsapp', 'videoNote', 'video/mp4', 1, 'video'],
    ['a moving picture', 'whatsapp', 'animation', 'video/mp4', 1, 'video'],
    ['a film sent as a document', 'whatsapp', 'document', 'video/mp4', 1, 'video'],
    ['a film of an iPhone', 'telegram', 'video', 'video/quicktime', 1, 'document'],
    ['an archive', 'telegram', 'document', 'application/zip', 1, 'document'],
    [
      'an archive, which the receiver does not take',
      'whatsapp',
      'document',
      'application/zip',
      1,
      'unknownType',
    ],
    ['a moving sticker', 'whatsapp', 'sticker', 'application/gzip', 1, 'unknownType'],
    ['a film that is too long', 'whatsapp', 'video', 'video/mp4', 17, 'tooLarge'],
    ['a document that is too long', 'telegram', 'document', 'application/pdf', 51, 'tooLarge'],
    ['a long document', 'whatsapp', 'document', 'application/pdf', 99, 'document'],
  ] as const)('%s to %s', (_label, channel, what, mime, size, wanted) => {
    const plan = planFor({ what, mime, bytes: size * MB }, to[channel]);
    const seen = plan.kind === 'refused' ? plan.why : plan.kind === 'picture' ? plan.as : plan.what;
    expect(seen).toBe(wanted);
  });

  it('a program goes to nobody', () => {
    for (const uploads of Object.values(to))
      expect(planFor({ what: 'document', mime: null, bytes: 9 }, uploads)).toEqual({
        kind: 'refused',
        why: 'unknownType',
      });
  });

  it('is always something that the receiver takes, or a refusal', async () => {
    const whats = [
      'photo',
      'voice',
      'video',
      'videoNote',
      'audio',
      'animation',
      'document',
      'sticker',
    ] as const;
    const jpeg = await picture('image/jpeg');
    const contents = [
      jpeg,
      heic,
      box('isom'),
      box('qt  '),
      latin('%PDF-1'),
      latin('MZ'),
      latin('words'),
      latin('\x1f\x8b..'),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...contents),
        fc.constantFrom(...whats),
        fc.integer({ min: 1, max: 120 * MB }),
        fc.constantFrom(...Object.values(to)),
        (content, what, bytes, uploads) => {
          const plan = planFor({ what, mime: typeOf(content, null), bytes }, uploads);
          if (plan.kind !== 'asIs') return;
          const rule = uploads[plan.what];
          expect(
            rule && (rule.mimes === 'any' || rule.mimes.includes(plan.mime)) && bytes <= rule.bytes,
          ).toBe(true);
        },
      ),
    );
  });
});

describe('the name of a document', () => {
  it.each([
    ['MOT 2026.pdf', 'MOT 2026.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\n\\bill.pdf', 'bill.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['..bashrc', 'bashrc'],
    ['a\r\nb".pdf', 'ab.pdf'],
    ['Τιμολόγιο <1>.pdf', 'Τιμολόγιο 1.pdf'],
    ['', null],
    [null, null],
    ['///', null],
  ])('%s arrives as %s', (given, wanted) => {
    expect(passedName(given)).toBe(wanted);
  });

  it('is cut in the middle, and keeps its ending', () => {
    const name = passedName(`${'ж'.repeat(300)}.pdf`);
    expect(name).toHaveLength(100);
    expect(name).toMatch(/ж\.pdf$/);
  });
});
