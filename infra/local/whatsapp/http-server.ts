import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Listening, listen } from '../http/listen.ts';
import { respond, respondJson } from '../http/respond.ts';
import { appToken, handshakeOf } from './app.ts';
import { type Caller, type Dispatcher, dispatch, type Outcome } from './dispatch.ts';
import { DOWNLOAD_PATH, serveDownload } from './downloads.ts';
import { errorBody, GraphError } from './errors.ts';
import { fetchLinks } from './fetch-links.ts';
import { readRequest } from './http-body.ts';
import { API_VERSION } from './routes.ts';
import { shakeHands } from './webhook.ts';

/** The Graph API over HTTP on loopback: `/v26.0/<id>[/<edge>]`, and the addresses of media. */
export const serveHttp = (dispatcher: Dispatcher, port: number): Promise<Listening> =>
  listen(port, (request, response) => {
    answer(dispatcher, request, response).catch(() => response.destroy());
  });

const answer = async (
  dispatcher: Dispatcher,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const caller = callerOf(dispatcher, request);
  const authorised = caller === 'station';
  if (pathname === DOWNLOAD_PATH) {
    const userAgent = request.headers['user-agent'] !== undefined;
    const served = serveDownload(dispatcher, query, { authorised, userAgent });
    if ('bytes' in served) {
      respond(response, 200, { 'content-type': served.mime }, Buffer.from(served.bytes));
    } else actOut(response, served);
    return;
  }
  const { body, file } = await readRequest(request);
  const path = versionless(pathname);
  if (path === undefined) {
    const message = `Unknown path components: this server speaks ${API_VERSION}`;
    return respondJson(response, 400, errorBody(new GraphError(2500, '', { message })));
  }
  const fetched = authorised ? await fetchLinks(dispatcher.world, body) : new Map<string, string>();
  const verb = request.method ?? 'GET';
  const registers = caller === 'app' && verb === 'POST' ? handshakeOf(body) : undefined;
  const shaken = registers ? await shakeHands({ ...registers, timeoutMs: HANDSHAKE_MS }) : 0;
  actOut(response, dispatch(dispatcher, { verb, path, query, caller, body, file, fetched, shaken }));
};

const HANDSHAKE_MS = 10_000;

const callerOf = ({ world }: Dispatcher, { headers }: IncomingMessage): Caller => {
  const token = world.words.get('token') ?? '';
  if (token !== '' && headers.authorization === `Bearer ${token}`) return 'station';
  return headers.authorization === `Bearer ${appToken(world)}` ? 'app' : 'nobody';
};

const versionless = (path: string): string | undefined =>
  path.startsWith(`/${API_VERSION}/`) ? path.slice(API_VERSION.length + 1) : undefined;

/** Gives the answer, or breaks it as the fault says. */
const actOut = (response: ServerResponse, { fault, status, body }: Outcome): void => {
  switch (fault) {
    case undefined:
    case '500':
    case 'error':
    case 'failed':
      respondJson(response, status, body);
      return;
    case 'html':
      respond(
        response,
        status,
        { 'content-type': 'text/html' },
        '<html><body>Sorry, something went wrong.</body></html>',
      );
      return;
    case 'timeout-after':
      // No answer, and the connection stays open until the caller gives up or the server closes.
      return;
    case 'reset':
    case 'reset-after':
      response.socket?.resetAndDestroy();
      return;
  }
};
