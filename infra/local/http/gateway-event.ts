import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** A request as it came over the wire. */
export type RawRequest = {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly sourceIp: string;
  readonly body: Buffer;
};

export type RouteFacts = {
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly account: string;
  /** Station milliseconds. */
  readonly now: number;
};

/**
 * The event a function gets for a request, payload format 2.0: lower-case headers with repeats joined by commas, cookies
 * apart, and a body in base64 unless it is text, so that its bytes can be verified as they were sent.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function gatewayEvent(request: RawRequest, route: RouteFacts): APIGatewayProxyEventV2 {
  const { path, query } = splitUrl(request.url);
  const parameters = queryParameters(query);
  const { cookie, ...headers } = request.headers;
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: path,
    rawQueryString: query,
    headers: joined(headers),
    ...(cookie === undefined ? {} : { cookies: cookie.split(';').map((one) => one.trim()) }),
    ...(Object.keys(parameters).length === 0 ? {} : { queryStringParameters: parameters }),
    ...(Object.keys(route.pathParameters).length === 0 ? {} : { pathParameters: route.pathParameters }),
    requestContext: {
      accountId: route.account,
      apiId: 'local',
      domainName: request.headers.host ?? '127.0.0.1',
      domainPrefix: 'local',
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.routeKey,
      stage: '$default',
      time: new Date(route.now).toISOString(),
      timeEpoch: route.now,
    },
    ...bodyOf(request),
  };
}

export function splitUrl(url: string): { readonly path: string; readonly query: string } {
  const at = url.indexOf('?');
  return at === -1 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at + 1) };
}

function joined(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  );
}

function queryParameters(query: string): Record<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = found.get(name);
    found.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(found);
}

function bodyOf({ body, headers }: RawRequest): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const text = isText(headers) ? decodeExactly(body) : undefined;
  return text === undefined
    ? { body: body.toString('base64'), isBase64Encoded: true }
    : { body: text, isBase64Encoded: false };
}

const textTypes =
  /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded)|[\w.-]+\/[\w.-]+\+(json|xml))/i;

function isText(headers: IncomingHttpHeaders): boolean {
  return headers['content-encoding'] === undefined && textTypes.test(headers['content-type'] ?? '');
}

/** The text whose UTF-8 is exactly these bytes (a byte order mark stays); undefined when there is none. */
function decodeExactly(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
