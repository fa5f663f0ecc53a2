import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Upload } from './params.ts';

/** Parameters of a call, from the address and from the body; `undefined` = too large or not what it says it is. */
export type ReadBody =
  | { readonly ok: true; readonly raw: Record<string, unknown> }
  | { readonly ok: false; readonly status: number; readonly description: string };

/** 50 MB of file and what surrounds it. */
const MAX_BODY = 52 * 1024 * 1024;

/**
 * Reads JSON, form and multipart bodies; parameters in the address count too.
 * https://core.telegram.org/bots/api#making-requests
 */
export const readParams = async (request: IncomingMessage, query: URLSearchParams): Promise<ReadBody> => {
  const fromAddress = Object.fromEntries(query);
  const bytes = await readBytes(request);
  if (!bytes) return { ok: false, status: 413, description: 'Request Entity Too Large' };
  if (bytes.length === 0) return { ok: true, raw: fromAddress };
  const type = request.headers['content-type']?.toLowerCase() ?? '';
  try {
    if (type.startsWith('application/json')) return json(bytes, fromAddress);
    if (type.startsWith('application/x-www-form-urlencoded')) {
      return {
        ok: true,
        raw: { ...fromAddress, ...Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))) },
      };
    }
    if (type.startsWith('multipart/form-data')) {
      return { ok: true, raw: { ...fromAddress, ...(await multipart(request, bytes)) } };
    }
    // The server does not look into a body of another kind.
    return { ok: true, raw: fromAddress };
  } catch {
    return { ok: false, status: 400, description: "Bad Request: can't parse the request body" };
  }
};

const json = (bytes: Buffer, fromAddress: Record<string, unknown>): ReadBody => {
  const wrong = { ok: false, status: 400, description: "Bad Request: can't parse JSON object" } as const;
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    return wrong;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return wrong;
  return { ok: true, raw: { ...fromAddress, ...body } };
};

const multipart = async (request: IncomingMessage, bytes: Buffer): Promise<Record<string, unknown>> => {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  }).formData();
  const raw: Record<string, unknown> = {};
  for (const [name, value] of form) raw[name] = typeof value === 'string' ? value : await upload(value);
  return raw;
};

const upload = async (file: File): Promise<Upload> => ({
  name: file.name,
  mime: file.type || 'application/octet-stream',
  bytes: new Uint8Array(await file.arrayBuffer()),
});

const readBytes = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of Readable.from(request)) {
    const chunk = Buffer.from(part);
    size += chunk.length;
    if (size <= MAX_BODY) parts.push(chunk);
  }
  return size > MAX_BODY ? undefined : Buffer.concat(parts);
};
