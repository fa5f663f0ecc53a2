import type { IncomingMessage } from 'node:http';
import { readBody } from '../http/body.ts';
import type { SentFile } from '../phones/sent-files.ts';
import { mediaLimits } from './media.ts';

/** What a request brings. `body` is undefined when there is none or it is not what its type says. */
type Brought = { readonly body: unknown; readonly file: SentFile | undefined };

/** The largest document and what surrounds it. */
const MOST_BYTES = mediaLimits.document + 1024 * 1024;

/** Reads JSON and multipart bodies; anything else counts as none. */
export const readRequest = async (request: IncomingMessage): Promise<Brought> => {
  const read = await readBody(request, MOST_BYTES);
  const nothing = { body: undefined, file: undefined };
  if (read.kind !== 'whole') return nothing;
  const type = request.headers['content-type'] ?? '';
  try {
    if (/^application\/json\b/i.test(type)) {
      return { body: JSON.parse(read.bytes.toString('utf8')), file: undefined };
    }
    return /^multipart\/form-data\b/i.test(type) ? await readForm(read.bytes, type) : nothing;
  } catch {
    return nothing;
  }
};

const readForm = async (bytes: Buffer, type: string): Promise<Brought> => {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const body: Record<string, string> = {};
  let file: SentFile | undefined;
  for (const [name, value] of form) {
    if (typeof value === 'string') body[name] = value;
    else if (name === 'file') file = await fileOf(value);
  }
  return { body, file };
};

const fileOf = async (part: File): Promise<SentFile> => ({
  name: part.name,
  mime: part.type || 'application/octet-stream',
  bytes: new Uint8Array(await part.arrayBuffer()),
});
