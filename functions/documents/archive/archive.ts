import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ChannelFiles, Text } from '#shared/channels/channel.ts';
import type { Address } from '#shared/domain/address.ts';
import { toWall } from '#shared/domain/clock.ts';
import type { ArchiveJob } from '#shared/domain/job.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Files } from '#shared/runtime/files.ts';
import { readKept } from '#shared/store/kept.ts';
import type { Table } from '#shared/store/table.ts';
import { type Data, dataOf } from './data.ts';
import { type Packed, partsOf } from './files.ts';
import { archivePage } from './page.ts';

export type ArchiveDeps = {
  readonly table: Table;
  readonly files: Pick<Files, 'get'>;
  readonly textFor: (language: Language) => Text;
  readonly channelOf: (address: Address) => { readonly files: Pick<ChannelFiles, 'uploads'> };
  /** The station's time zone. */
  readonly zone: string;
};

/** One part of an archive. `way`: how it reaches the person. */
export type Part = {
  readonly name: string;
  readonly mime: string;
  readonly content: Uint8Array;
  readonly parts: number;
  readonly way: 'file' | 'link';
};

const mime = 'application/zip';

/**
 * Most bytes of files in a part. A file has to be with the messenger within the six seconds that a call of it may take; a link is
 * bounded by the function's memory, which holds the files and the archive made of them.
 */
export const most = { file: 16_000_000, link: 48_000_000 } as const;

/** Files that are read at a time. */
const atOnce = 6;

/** Packs a part: the page and its data go into the first. Null where there is no such person or part (any more). */
export async function archivePart(job: ArchiveJob, deps: ArchiveDeps): Promise<Part | null> {
  const kept = await readKept(deps.table, job.of, job.until);
  if (!kept) return null;
  const text = deps.textFor(job.language);
  const data = dataOf(kept, job.until, text, deps.textFor);
  const way = wayTo(deps.channelOf(job.tell).files.uploads.document);
  const parts = partsOf(data.packed, most[way]);
  const own = parts[job.part - 1];
  if (!own) return null;
  const inside: Zippable = job.part === 1 ? readable(data, parts.length, deps.zone, text) : {};
  for (let from = 0; from < own.length; from += atOnce) {
    const read = await Promise.all(own.slice(from, from + atOnce).map((file) => fetched(file, deps)));
    // Pictures and sounds are packed as tight as they get.
    for (const { path, content } of read) if (content) inside[path] = [content, { level: 0 }];
  }
  const content = zipSync(inside, { level: 6, mtime: new Date(job.until) });
  const date = toWall(job.until, deps.zone).date;
  const numbered = parts.length === 1 ? '' : `-${job.part}-${parts.length}`;
  return { name: `my-data-${date}${numbered}.zip`, mime, content, parts: parts.length, way };
}

/** As a file where the messenger takes archives at all. */
function wayTo(rule: ChannelFiles['uploads']['document']): Part['way'] {
  if (rule === null) return 'link';
  const takes = rule.mimes === 'any' || rule.mimes.includes(mime);
  return takes && rule.bytes > most.file ? 'file' : 'link';
}

function readable(data: Data, parts: number, zone: string, text: Text): Zippable {
  const { packed: _packed, ...told } = data;
  return {
    'index.html': strToU8(archivePage(data, parts, zone, text)),
    'data.json': strToU8(`${JSON.stringify(told, null, 2)}\n`),
  };
}

/** A file whose days are over is not in the store any more: the archive is made without it. */
async function fetched({ path, key }: Packed, { files }: ArchiveDeps) {
  return { path, content: (await files.get(key))?.content ?? null };
}
