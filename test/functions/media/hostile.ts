import { deflateSync } from 'node:zlib';
import * as magick from '@imagemagick/magick-wasm';
import { sixteenBits, sizedPng, styled, tiffOf, withChunk, withRiff } from './carriers.ts';
import { exif, heic, openMagick, picture, withSegment } from './pictures.ts';

/** Five hundred pictures that mean harm, the same ones every time: each holds a `canary` where no pixel is. */
export type Hostile = {
  readonly name: string;
  readonly content: Uint8Array;
  /** What its sender says of it. */
  readonly claimed: {
    readonly what: 'photo' | 'document' | 'sticker';
    readonly mime: string;
    readonly name: string;
  };
};

export const howMany = 500;

type Made = readonly [name: string, content: Uint8Array];

const latin = (text: string) => Buffer.from(text, 'latin1');
const gps = 'exif:GPSLatitude="37,58.5N" exif:GPSLongitude="23,43.1E"';
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description ${gps}>canary</rdf:Description></x:xmpmeta>`;
const iptc = latin('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x5a\0\x0bcanary-city');
const script = '<script>alert("canary")</script>';
const page = `<!doctype html><html><body onload='x'>${script}</body></html>`;
const archive = `PK\x03\x04\x14\0\0\0canary.htm${script}PK\x05\x06${'\0'.repeat(18)}`;
const pdf = '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert("canary"))>>>>endobj\n%%EOF';

export async function hostiles(): Promise<readonly Hostile[]> {
  await openMagick();
  const chance = random(20_261_122);
  const made: Made[] = [
    ...(await jpegs()),
    ...(await pngs()),
    ...(await webps()),
    ...(await gifs()),
    ...profiled(),
    ...twofold(await picture('image/jpeg'), await picture('image/gif'), await picture('image/png')),
    ...bombs(await picture('image/jpeg'), await picture('image/gif')),
    ...nothings(),
  ];
  const whole = made.filter(([, content]) => content.length > 200);
  while (made.length < howMany) {
    const [name, content] = whole[Math.floor(chance() * whole.length)] ?? ['', heic];
    made.push(
      chance() < 0.5
        ? [`${name}, cut`, cutOff(content, chance)]
        : [`${name}, bytes changed`, changed(content, chance)],
    );
  }
  return made.slice(0, howMany).map(([name, content], index) => ({ name, content, claimed: claims(index) }));
}

/** What senders say is as often wrong as right. */
function claims(index: number): Hostile['claimed'] {
  const mimes = [
    'image/jpeg',
    'image/png',
    'image/svg+xml',
    'text/html',
    'image/webp',
    'image/heic',
    'application/pdf',
  ];
  const names = [
    'IMG_0001.HEIC',
    'photo.jpg.html',
    '../../etc/passwd',
    'x.svg',
    '\u202egpj.exe',
    'scan.pdf',
    '',
  ];
  const whats = ['photo', 'document', 'document', 'sticker'] as const;
  return {
    what: whats[index % 4] ?? 'photo',
    mime: mimes[index % 7] ?? '',
    name: names[(index * 3) % 7] ?? '',
  };
}

async function jpegs(): Promise<readonly Made[]> {
  const plain = await picture('image/jpeg');
  const thumb = withSegment(await picture('image/jpeg', 16, 12), 0xfe, latin('canary-thumbnail'));
  const bodies: readonly (readonly [string, number, Uint8Array])[] = [
    ...Array.from({ length: 10 }, (_, turn) => [`Exif, orientation ${turn}`, 0xe1, exif(turn)] as const),
    ['Exif, orientation 65535', 0xe1, exif(65_535)],
    ['Exif with a preview', 0xe1, Buffer.concat([exif(6), thumb])],
    ['Exif that points outside', 0xe1, Buffer.concat([exif(1).subarray(0, 60), latin('canary')])],
    ['XMP', 0xe1, latin(`http://ns.adobe.com/xap/1.0/\0${xmp}`)],
    ['long XMP', 0xe1, latin(`http://ns.adobe.com/xmp/extension/\0${'A'.repeat(40)}${xmp}`)],
    ['IPTC', 0xed, iptc],
    ['a comment', 0xfe, latin(`canary ${gps}`)],
    ['a script in a comment', 0xfe, latin(`*/=1;alert("canary")/*${script}<?php canary ?>`)],
    ['a broken colour profile', 0xe2, latin(`ICC_PROFILE\0\x01\x01canary${'\0'.repeat(200)}`)],
    ['a second picture', 0xe2, Buffer.concat([latin('MPF\0canary'), thumb])],
    ['notes of its maker', 0xec, latin('Ducky\0canary')],
    ['sound', 0xe3, latin('canary-audio'.repeat(400))],
  ];
  const bases: readonly Made[] = [
    ['a JPEG', plain],
    ['a grey JPEG', styled(magick.MagickFormat.Jpeg, inColors(magick.ColorSpace.Gray))],
    ['a CMYK JPEG', styled(magick.MagickFormat.Jpeg, inColors(magick.ColorSpace.CMYK))],
    ['a progressive JPEG', styled(magick.MagickFormat.Pjpeg, () => {})],
  ];
  return bases.flatMap(([base, content]) =>
    bodies.map(([name, mark, body]): Made => [`${base} with ${name}`, withSegment(content, mark, body)]),
  );
}

function inColors(colors: magick.ColorSpace): (image: magick.IMagickImage) => void {
  return (image) => {
    image.colorSpace = colors;
  };
}

/** Formats whose writer puts the profiles where they belong. */
function profiled(): readonly Made[] {
  const formats = [
    magick.MagickFormat.Jpeg,
    magick.MagickFormat.Png,
    magick.MagickFormat.WebP,
    magick.MagickFormat.Tiff,
    magick.MagickFormat.Avif,
    magick.MagickFormat.Gif,
  ];
  return formats.flatMap((format) =>
    [1, 3, 6, 8].map((turn): Made => {
      const content = styled(format, (image) => {
        image.setProfile('exif', Buffer.concat([exif(turn), latin('canary')]));
        image.setProfile('xmp', latin(xmp));
        image.setProfile('iptc', iptc.subarray(26));
        image.setAttribute('comment', `canary ${gps}`);
      });
      return [`${format} with Exif, XMP, IPTC and a comment, orientation ${turn}`, content];
    }),
  );
}

async function pngs(): Promise<readonly Made[]> {
  const chunks: readonly (readonly [string, string, Uint8Array])[] = [
    ...[1, 2, 5, 6, 9].map((turn) => [`Exif, orientation ${turn}`, 'eXIf', exif(turn).subarray(6)] as const),
    ['words', 'tEXt', latin(`Comment\0canary ${gps}`)],
    ['packed words', 'zTXt', Buffer.concat([latin('Comment\0\0'), deflateSync(latin(`canary ${gps}`))])],
    [
      'a bomb of words',
      'zTXt',
      Buffer.concat([latin('Comment\0\0'), deflateSync(Buffer.alloc(30_000_000, 'canary'))]),
    ],
    ['XMP', 'iTXt', latin(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)],
    [
      'raw profiles',
      'tEXt',
      latin(`Raw profile type exif\0\nexif\n      12\n${Buffer.from('canary-canary').toString('hex')}\n`),
    ],
    ['a broken colour profile', 'iCCP', Buffer.concat([latin('x\0\0'), deflateSync(latin('canary'))])],
    ['a chunk of its own', 'caNy', latin('canary')],
    ['a time', 'tIME', Buffer.from([7, 234, 11, 22, 10, 0, 0])],
  ];
  const bases: readonly Made[] = [
    ['a PNG', await picture('image/png')],
    ['a PNG that lets through', await picture('image/png', 64, 48, 'transparent')],
    ['a PNG of 16 bits', sixteenBits(30, 20)],
  ];
  return bases.flatMap(([base, content]) =>
    chunks.map(([name, type, data]): Made => [`${base} with ${name}`, withChunk(content, type, data)]),
  );
}

async function webps(): Promise<readonly Made[]> {
  const plain = await picture('image/webp');
  const tiff = (turn: number) => exif(turn).subarray(6);
  return [
    ...[1, 3, 6, 8].map(
      (turn): Made => [
        `a WebP with Exif, orientation ${turn}`,
        withRiff(plain, 64, 48, { EXIF: tiff(turn) }),
      ],
    ),
    ['a WebP with Exif as JPEG has it', withRiff(plain, 64, 48, { EXIF: exif(6) })],
    ['a WebP with XMP', withRiff(plain, 64, 48, { 'XMP ': latin(xmp) })],
    [
      'a WebP with all of it',
      withRiff(plain, 64, 48, { EXIF: tiff(6), 'XMP ': latin(xmp), cnry: latin('canary') }),
    ],
    ['a WebP that is larger than it is', withRiff(plain, 16_000, 16_000, { EXIF: tiff(1) })],
  ];
}

async function gifs(): Promise<readonly Made[]> {
  const plain = await picture('image/gif');
  const extension = (mark: number, first: string, data: string) =>
    Buffer.concat([
      Buffer.from([0x21, mark, ...(first ? [first.length] : [])]),
      latin(first),
      Buffer.from([data.length]),
      latin(data),
      Buffer.from([0]),
    ]);
  const [beginning, end] = [plain.subarray(0, -1), plain.subarray(-1)];
  const frames = beginning.subarray(13 + 3 * 2 ** (((plain[10] ?? 0) & 7) + 1));
  return [
    [
      'a GIF with a comment',
      Buffer.concat([beginning, extension(0xfe, '', `canary ${gps}`.slice(0, 250)), end]),
    ],
    ['a GIF with XMP', Buffer.concat([beginning, extension(0xff, 'XMP DataXMP', xmp.slice(0, 250)), end])],
    ['a GIF of many pictures', Buffer.concat([beginning, ...Array.from({ length: 50 }, () => frames), end])],
    ['a GIF that never ends', beginning],
  ];
}

/** Two files in one: whoever opens it as the other one finds a program. */
function twofold(jpeg: Uint8Array, gif: Uint8Array, png: Uint8Array): readonly Made[] {
  const tails: readonly (readonly [string, string])[] = [
    ['a page', page],
    ['an archive', archive],
    ['a PDF', pdf],
    ['a script', '/*canary*/alert(1)//'],
    ['PHP', '<?php system("canary"); ?>'],
    ['a shell script', '\n#!/bin/sh\necho canary\n'],
  ];
  const pictures = { JPEG: jpeg, GIF: gif, PNG: png, HEIC: heic } as const;
  const behind = Object.entries(pictures).flatMap(([kind, content]) =>
    tails.map(
      ([name, tail]): Made => [`${kind} and ${name} behind it`, Buffer.concat([content, latin(tail)])],
    ),
  );
  const before = tails.map(
    ([name, start]): Made => [`${name} and a JPEG behind it`, Buffer.concat([latin(start), jpeg])],
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('canary')">${script}<image href="file:///etc/passwd"/></svg>`;
  return [
    ...behind,
    ...before,
    ['a GIF that is a script', latin('GIF89a/*canary*/=1;alert(1);//')],
    ['a BMP that is a script', latin('BM/*canary*/=1;alert(1);//')],
    ['a JPEG whose comment is an archive', withSegment(jpeg, 0xfe, latin(archive))],
    ['a JPEG whose comment is a PDF', withSegment(jpeg, 0xfe, latin(pdf))],
    ['SVG', latin(svg)],
    [
      'SVG behind a heading',
      latin(`<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg}`),
    ],
    ['SVG behind a mark of order', latin(`\xef\xbb\xbf${svg}`)],
    ['SVG that says it is a JPEG', latin(`${svg}\xff\xd8\xff`)],
    [
      'commands for a drawing',
      latin('push graphic-context\nimage over 0,0 0,0 "https://canary.example/"\npop graphic-context'),
    ],
    [
      'a program for the decoder',
      latin('<?xml version="1.0"?><image><read filename="/etc/passwd"/><script/></image>'),
    ],
    ['PostScript', latin('%!PS-Adobe-3.0\n(canary) run\n')],
  ];
}

/** Small files that claim to be large. */
function bombs(jpeg: Uint8Array, gif: Uint8Array): readonly Made[] {
  const sized = Buffer.from(jpeg);
  const frame = sized.indexOf(Buffer.from([0xff, 0xc0]));
  sized.writeUInt16BE(65_500, frame + 5);
  sized.writeUInt16BE(65_500, frame + 7);
  const screen = Buffer.from(gif);
  screen.writeUInt16LE(65_535, 6);
  screen.writeUInt16LE(65_535, 8);
  const sides = [
    [60_000, 60_000],
    [30_000, 30_000],
    [8_000, 8_000],
    [7_100, 7_100],
    [1, 65_000],
    [65_000, 1],
    [2_147_483_647, 1],
    [0, 10],
  ] as const;
  return [
    ...sides.map(([width, height]): Made => [`a PNG of ${width} by ${height}`, sizedPng(width, height)]),
    ['a JPEG of 65500 by 65500', sized],
    ['a GIF of 65535 by 65535', screen],
    ['a TIFF of 65535 by 65535', tiffOf(65_535, 65_535)],
    ['a TIFF that reads itself for ever', tiffOf(10, 10, 8)],
  ];
}

function nothings(): readonly Made[] {
  const starts = [
    '',
    '\0',
    '\xff\xd8\xff',
    '\xff\xd8\xff\xd9',
    '\x89PNG\r\n\x1a\n',
    'GIF89a',
    'RIFF\0\0\0\0WEBP',
    'II*\0',
    '\0\0\0\x18ftypheic',
    '\0\0\0\x18ftypavif',
  ];
  return starts.map((start) => [`only ${JSON.stringify(start)}`, latin(start)]);
}

function cutOff(content: Uint8Array, chance: () => number): Uint8Array {
  return content.subarray(0, Math.floor(content.length * chance()));
}

function changed(content: Uint8Array, chance: () => number): Uint8Array {
  const copy = Uint8Array.from(content);
  for (let edits = 1 + Math.floor(chance() * 30); edits > 0; edits -= 1)
    copy[Math.floor(chance() * copy.length)] = Math.floor(chance() * 256);
  return copy;
}

/** Chance that is the same every time. https://github.com/cprosche/mulberry32 */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
