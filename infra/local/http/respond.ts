import type { ServerResponse } from 'node:http';

/** Answers with JSON, once; does nothing when the answer has begun or the caller has gone. */
export function respondJson(response: ServerResponse, status: number, body: unknown): void {
  respond(response, status, { 'content-type': 'application/json' }, JSON.stringify(body));
}

/** Answers with these headers and this body, once; does nothing when the answer has begun or the caller has gone. */
export function respond(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | readonly string[]>>,
  body: string | Buffer,
): void {
  if (response.headersSent || response.destroyed) return;
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
