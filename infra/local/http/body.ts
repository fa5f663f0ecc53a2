import type { IncomingMessage } from 'node:http';

/** API Gateway takes bodies of up to 10 MB: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
export const MOST_BODY_BYTES = 10 * 1024 * 1024;

/** Bodies held in memory at one time, by all requests together: a flood is throttled before it fills the machine. */
const MOST_BYTES_AT_ONCE = 128 * 1024 * 1024;

export type Body =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  /** The machine holds as many bytes of other requests as it should: try again. */
  | { readonly kind: 'throttled' }
  /** The sender went away before the end: there is nobody to answer. */
  | { readonly kind: 'cut' };

let held = 0;

/** Reads a request's body to its end, or stops as soon as it is clear that it will not be used. Never rejects. */
export async function readBody(request: IncomingMessage, most = MOST_BODY_BYTES): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > most) return { kind: 'too-large' };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      size += bytes.length;
      held += bytes.length;
      if (size > most) return { kind: 'too-large' };
      if (held > MOST_BYTES_AT_ONCE) return { kind: 'throttled' };
      chunks.push(bytes);
    }
  } catch {
    return { kind: 'cut' };
  } finally {
    held -= size;
  }
  return request.complete ? { kind: 'whole', bytes: Buffer.concat(chunks) } : { kind: 'cut' };
}
