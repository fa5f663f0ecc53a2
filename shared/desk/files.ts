import type { Content, FileContent } from '#shared/domain/content.ts';
import type { Fetched, FetchJob } from '#shared/domain/job.ts';

/** The job that brings a file of a messenger into the store; null for what is no such file. */
export function fetchFor(
  content: Content,
  job: Pick<FetchJob, 'id' | 'forChannel' | 'tell' | 'ticket'>,
): FetchJob | null {
  if ((content.kind !== 'photo' && content.kind !== 'file') || content.source.at !== 'messenger') return null;
  const { channel, id } = content.source;
  return { v: 1, kind: 'fetch', channel, file: { id, ...fetchedAs(content) }, ...job };
}

/** What a job has to know of a file that it fetches, beside where it is. */
export function fetchedAs(content: FileContent): Omit<FetchJob['file'], 'id'> {
  const { bytes, mime, name } = content;
  return { what: content.kind === 'photo' ? 'photo' : content.what, bytes, mime, name };
}

/** A file as it lies in our store now: a picture that came as a document may go on as a photo. */
export function storedAs(
  { caption, album }: FileContent,
  { key, mime, bytes, name, what }: Extract<Fetched, { kind: 'stored' }>,
): FileContent {
  const file = {
    source: { at: 'store', key } as const,
    mime,
    bytes,
    name,
    caption,
    ...(album === undefined ? {} : { album }),
  };
  return what === 'photo' ? { kind: 'photo', ...file } : { kind: 'file', what, ...file };
}

/** Names of pictures; a messenger does not always say what a document is. */
const pictureName = /\.(?:jpe?g|png|webp|heic|heif|gif|tiff?|bmp)$/i;

/**
 * Whether a file may go on as its messenger has it, where the reader is at the same one. Pictures that came as documents
 * hold where they were taken: they go on as our own copy, without that.
 */
export function mayGoOnAsItIs(content: FileContent, reader: string): boolean {
  if (content.source.at !== 'messenger' || content.source.channel !== reader) return false;
  if (content.kind === 'photo' || content.what !== 'document') return true;
  return !(content.mime?.startsWith('image/') || pictureName.test(content.name ?? ''));
}
