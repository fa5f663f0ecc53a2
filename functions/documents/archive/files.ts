import type { Visit } from '#shared/domain/customer.ts';
import { fileEndings } from '#shared/domain/file-ending.ts';
import type { StoredFile } from '#shared/domain/report.ts';

/** A file of the archive: where it lies in the station's store, and where in the archive. `bytes`: as it is known beforehand. */
export type Packed = {
  readonly path: string;
  readonly key: string;
  readonly mime: string;
  readonly bytes: number;
};

/** A file of the station's store; what is not known of it is null. */
export type Stored = {
  readonly key: string;
  readonly mime: string | null;
  readonly name: string | null;
  readonly bytes: number | null;
};

type Given = {
  /** What they sent; what was sent to them is in the lines. */
  readonly files: readonly StoredFile[];
  readonly lines: readonly { readonly at: number; readonly stored: Stored | null }[];
  readonly visits: readonly Visit[];
  readonly archives: readonly string[];
};

/** A file whose length nobody noted. */
const usualBytes = 1_000_000;

/**
 * All files of the archive by their keys, each once, named by their order in time: what was sent, what came, how the car looked when it
 * came. The same rows always give the same names and the same order.
 */
export function filesOf({ files, lines, visits, archives }: Given): ReadonlyMap<string, Packed> {
  const sent = files.map(({ key, mime, bytes, at, what }) => ({ key, mime, bytes, at, name: what }));
  const came = lines.flatMap(({ at, stored }) => {
    if (stored === null) return [];
    const { key, mime, name, bytes } = stored;
    return [
      { key, mime: mime ?? 'application/octet-stream', bytes: bytes ?? usualBytes, at, name: name ?? 'file' },
    ];
  });
  const seen = visits.flatMap(({ life: { intake } }) =>
    (intake?.photos ?? []).map((key) => ({
      key,
      mime: 'image/jpeg',
      bytes: usualBytes,
      at: intake?.at ?? 0,
      name: 'photo',
    })),
  );
  const packed = new Map<string, Packed>();
  const all = [...sent, ...came, ...seen].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  for (const { key, mime, bytes, name } of all) {
    if (packed.has(key) || archives.includes(key)) continue;
    const number = String(packed.size + 1).padStart(4, '0');
    packed.set(key, { path: `files/${number}-${tidied(name, mime)}`, key, mime, bytes });
  }
  return packed;
}

/**
 * The files of each part, in their order; a part is closed before it grows over `most` bytes, and holds at least one. There is always
 * a first one, which may hold none.
 */
export function partsOf(files: readonly Packed[], most: number): readonly (readonly Packed[])[] {
  const parts: Packed[][] = [[]];
  let bytes = 0;
  for (const file of files) {
    if (bytes > 0 && bytes + file.bytes > most) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(file);
    bytes += file.bytes;
  }
  return parts;
}

/** With kinds that no messenger passes on, but that may lie in the store. */
const endings: Readonly<Record<string, string>> = {
  ...fileEndings,
  'video/quicktime': 'mov',
  'text/plain': 'txt',
};

/** A name that every system takes, with the ending of what it is. */
function tidied(name: string, mime: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(?:\.([A-Za-z0-9]{1,5}))?$/s.exec(name) ?? [];
  const plain =
    stem
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'file';
  const known = endings[mime.split(';')[0]?.trim().toLowerCase() ?? ''];
  return `${plain}.${known ?? (ending.toLowerCase() || 'bin')}`;
}
