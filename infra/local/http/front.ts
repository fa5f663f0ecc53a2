import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Outcome } from '../runner/instance.ts';
import type { RequestHandler } from '../runner/types.ts';
import type { RouteWiring } from '../runner/wiring-types.ts';
import { readBody } from './body.ts';
import { answerFrom } from './gateway-answer.ts';
import { gatewayEvent, splitUrl } from './gateway-event.ts';
import { respondJson } from './respond.ts';
import { findRoute } from './routes.ts';

export type FrontOptions = {
  readonly routes: readonly RouteWiring[];
  readonly account: string;
  readonly now: () => number;
  /** Calls the function of a route; never rejects. */
  readonly invoke: (functionId: string, event: unknown) => Promise<Outcome>;
  /** Asked in turn before the routes: controls, phones, the page. */
  readonly own: readonly RequestHandler[];
};

/** The HTTP API ends an integration after this long: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const INTEGRATION_TIMEOUT_MS = 30_000;

/** The station's one public port: what is the machine's own first, then the routes of the HTTP API. */
export type Front = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Requests to routes that have come in and are not answered. */
  readonly busy: () => number;
};

export function makeFront(options: FrontOptions): Front {
  let busy = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.on('error', () => {});
    response.on('error', () => {});
    try {
      for (const own of options.own) if (await own(request, response)) return;
      busy += 1;
      try {
        await gateway(request, response);
      } finally {
        busy -= 1;
      }
    } catch {
      // Nothing a caller sends may end the station or be blamed on it: what is left here is a caller's doing.
      respondJson(response, 400, { message: 'Bad Request' });
    } finally {
      // A body nobody read would keep the connection from its next request.
      if (!request.readableEnded) request.resume();
    }
  }

  async function gateway(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = request.url ?? '/';
    const match = findRoute(options.routes, method, splitUrl(url).path);
    if (match === undefined) return respondJson(response, 404, { message: 'Not Found' });
    const body = await readBody(request);
    switch (body.kind) {
      case 'cut':
        response.destroy();
        return;
      case 'too-large':
        response.setHeader('connection', 'close');
        return respondJson(response, 413, { message: 'Request Entity Too Large' });
      case 'throttled':
        response.setHeader('connection', 'close');
        return respondJson(response, 429, { message: 'Too Many Requests' });
      case 'whole':
        break;
    }
    const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
    const event = gatewayEvent(
      { method, url, headers: request.headers, sourceIp, body: body.bytes },
      {
        routeKey: match.route.key,
        pathParameters: match.pathParameters,
        account: options.account,
        now: options.now(),
      },
    );
    const outcome = await within(INTEGRATION_TIMEOUT_MS, options.invoke(match.route.functionId, event));
    if (outcome === undefined) respondJson(response, 503, { message: 'Service Unavailable' });
    else answerFrom(response, outcome);
  }

  return { handle, busy: () => busy };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  const stop = new AbortController();
  const late = pause(milliseconds, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    stop.abort();
  }
}
