/** Pictures that are decoded and written anew, by their media types, and how the decoder calls them. */
export const pictures = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WEBP',
  'image/heic': 'HEIC',
  'image/avif': 'AVIF',
  'image/gif': 'GIF',
  'image/tiff': 'TIFF',
} as const;
export type PictureType = keyof typeof pictures;

export function isPicture(mime: string): mime is PictureType {
  return Object.hasOwn(pictures, mime);
}

/**
 * What a file is, by its first bytes and never by what somebody says of it; `claimed` only tells apart what looks the same
 * (a film and a recording in the same box, office files of the old kind). Programs are null: nobody is sent one. What has no
 * signature is text if it reads as such, and else just bytes. What a browser would run instead of show is null, too, as pages and
 * SVG are, and so is a file that is a page or an archive as well.
 */
export function typeOf(content: Uint8Array, claimed: string | null): string | null {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 64));
  const latin = head.toString('latin1');
  if (isTwofold(content, latin)) return null;
  if (programs.some((start) => latin.startsWith(start))) return null;
  const known = signatures.find(([start]) => latin.startsWith(start))?.[1];
  if (known !== undefined) return known;
  if (latin.startsWith('RIFF') && latin.slice(8, 12) === 'WEBP') return 'image/webp';
  if (latin.slice(4, 8) === 'ftyp') return boxed(head, claimed);
  if (latin.startsWith('OggS')) return latin.includes('OpusHead') ? 'audio/ogg' : 'application/ogg';
  if (latin.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oldOffice(claimed);
  if (latin.startsWith('PK\x03\x04')) return zipped(content);
  if (head[0] === 0xff && head[1] !== undefined) {
    if ((head[1] & 0xf6) === 0xf0) return 'audio/aac';
    if ((head[1] & 0xe6) === 0xe2) return 'audio/mpeg';
  }
  if (isText(content)) return 'text/plain';
  return hidesPicture(content) ? null : 'application/octet-stream';
}

/** What browsers look at to find out what a file is: https://mimesniff.spec.whatwg.org/#resource-header */
const sniffed = 1_445;
const markup =
  /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|foreignobject|xml-stylesheet)[\s/>]|<\?xml-stylesheet/i;

/** Pictures are written anew, whatever else they are; of the rest, a page in the beginning or an archive behind a PDF is refused. */
function isTwofold(content: Uint8Array, start: string): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  if (signatures.some(([known, mime]) => mime.startsWith('image/') && start.startsWith(known))) return false;
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return false;
  const isPdf = start.startsWith('%PDF-');
  if (isPdf && bytes.subarray(-65_557).includes('PK\x05\x06')) return true;
  return (
    markup.test(bytes.toString('latin1', 0, sniffed)) ||
    (isText(content) && markup.test(bytes.toString('latin1', 0, 65_536)))
  );
}

/** Signs of a picture inside of other bytes: it would keep its place and camera, and a reader who looks for pictures finds it. */
const ofPictures = [
  'Exif\0\0',
  'GPSLatitude',
  'eXIf',
  'xmpmeta',
  '\xff\xd8\xff',
  '\x89PNG',
  'WEBPVP8',
  'ftyphei',
  'ftypavif',
];

function hidesPicture(content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  return ofPictures.some((sign) => bytes.includes(sign, 0, 'latin1'));
}

/** Windows, Linux and Mac programs. */
const programs = ['MZ', '\x7fELF', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe'];

/** https://www.iana.org/assignments/media-types, https://en.wikipedia.org/wiki/List_of_file_signatures */
const signatures: readonly (readonly [string, string])[] = [
  ['\xff\xd8\xff', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['II*\0', 'image/tiff'],
  ['MM\0*', 'image/tiff'],
  ['ID3', 'audio/mpeg'],
  ['#!AMR', 'audio/amr'],
  ['%PDF-', 'application/pdf'],
  ['\x1aE\xdf\xa3', 'video/webm'],
  ['\x1f\x8b', 'application/gzip'],
];

const brands: readonly (readonly [RegExp, string])[] = [
  [/^avi[fs]$/, 'image/avif'],
  [/^(hei[cxms]|hev[cxms]|mif1|msf1)$/, 'image/heic'],
  [/^3g/, 'video/3gpp'],
  [/^M4[AB] $/, 'audio/mp4'],
  [/^qt /, 'video/quicktime'],
];

/** Boxes of ISO base media: the major brand says what is in them, `mif1` leaves it to the others. */
function boxed(head: Buffer, claimed: string | null): string {
  const size = Math.min(head.readUInt32BE(0), head.length);
  const major = head.toString('latin1', 8, 12);
  const others = head.toString('latin1', 16, size).match(/.{4}/gs);
  if (major === 'mif1' && others?.includes('avif')) return 'image/avif';
  const found = brands.find(([brand]) => brand.test(major))?.[1];
  return found ?? (claimed?.startsWith('audio/') ? 'audio/mp4' : 'video/mp4');
}

/** Word, Excel and PowerPoint of old share one box. */
const oldOffices = ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'];

function oldOffice(claimed: string | null): string {
  return oldOffices.find((mime) => mime === claimed) ?? 'application/octet-stream';
}

const office = 'application/vnd.openxmlformats-officedocument';
const parts = [
  ['word/document.xml', `${office}.wordprocessingml.document`],
  ['xl/workbook.xml', `${office}.spreadsheetml.sheet`],
  ['ppt/presentation.xml', `${office}.presentationml.presentation`],
] as const;

/** The names of what is in an archive stand at its end. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function zipped(content: Uint8Array): string {
  const end = Buffer.from(content.buffer, content.byteOffset, content.length).subarray(-65_536);
  const names = end.toString('latin1');
  return parts.find(([name]) => names.includes(name))?.[1] ?? 'application/zip';
}

/** The beginning decides: UTF-8 without control characters, a cut letter at its end forgiven. */
function isText(content: Uint8Array): boolean {
  if (content.length === 0) return false;
  const beginning = content.subarray(0, 65_536);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells bytes from text
    return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
  } catch {
    return false;
  }
}
