import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outcome } from './dispatch.ts';
import { readParams } from './http-body.ts';
import type { World } from './world.ts';

/** The Bot API over HTTP on loopback: `/bot<token>/<method>` and `/file/bot<token>/<path>`, any verb. */
export type HttpSide = { readonly apiUrl: string; readonly close: () => Promise<void> };

export type HttpOptions = {
  readonly port: number;
  /** The one token that is right now; '' = none. */
  readonly token: () => string;
  readonly call: (method: string, raw: Readonly<Record<string, unknown>>) => Outcome;
  /** A call with a wrong token goes into the ledger too. */
  readonly refused: (method: string) => void;
};

export const serveHttp = async (world: World, options: HttpOptions): Promise<HttpSide> => {
  const server = createServer((request, response) => {
    void answer(world, options, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = addressOf(server.address());
  return {
    apiUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const addressOf = (address: AddressInfo | string | null): AddressInfo => {
  if (typeof address === 'object' && address !== null) return address;
  throw new Error('the Bot API server has no port: it was closed while it started');
};

const answer = async (
  world: World,
  options: HttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
  if (file) return sendFile(world, options, response, file[1] ?? '', file[2] ?? '');
  const call = /^\/bot([^/]+)\/([^/]+)\/?$/.exec(url.pathname);
  if (!call) return sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
  const [, token = '', method = ''] = call;
  const body = await readParams(request, url.searchParams);
  if (!isRight(options, token)) {
    options.refused(method);
    return sendJson(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
  }
  if (!body.ok) {
    return sendJson(response, body.status, {
      ok: false,
      error_code: body.status,
      description: body.description,
    });
  }
  actOut(response, options.call(method, body.raw));
};

const isRight = (options: HttpOptions, token: string): boolean =>
  options.token() !== '' && decodeURIComponent(token) === options.token();

/** Gives the answer, or breaks it as the fault says. */
const actOut = (response: ServerResponse, { fault, status, body }: Outcome): void => {
  switch (fault) {
    case undefined:
    case '429':
    case '500':
      sendJson(response, status, body);
      return;
    case 'html':
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end(
        '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n',
      );
      return;
    case 'cut': {
      const whole = JSON.stringify(body);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(whole.slice(0, Math.floor(whole.length / 2)));
      return;
    }
    case 'empty':
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end();
      return;
    case 'timeout-before':
    case 'timeout-after':
      // No answer, and the connection stays open until the caller gives up or the server closes.
      return;
    case 'reset':
    case 'reset-after':
      response.socket?.resetAndDestroy();
      return;
  }
};

const sendFile = (
  world: World,
  options: HttpOptions,
  response: ServerResponse,
  token: string,
  path: string,
): void => {
  const link = world.links.get(decodeURIComponent(path));
  const file = link && link.until >= world.now() ? world.files.get(link.file) : undefined;
  const bytes = file ? world.store.bytes(file.bytes) : undefined;
  if (!isRight(options, token) || !bytes) {
    const [status, description] = isRight(options, token) ? [404, 'Not Found'] : [401, 'Unauthorized'];
    sendJson(response, Number(status), { ok: false, error_code: status, description });
    return;
  }
  // Telegram does not tell the type of a file here: keep it from the message.
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
  response.end(bytes);
};

const sendJson = (
  response: ServerResponse,
  status: number,
  body: Readonly<Record<string, unknown>>,
): void => {
  const parameters = body.parameters;
  const retryAfter =
    typeof parameters === 'object' && parameters !== null && 'retry_after' in parameters
      ? { 'retry-after': String(parameters.retry_after) }
      : {};
  response.writeHead(status, { 'content-type': 'application/json', ...retryAfter });
  response.end(JSON.stringify(body));
};
