import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Account, Channel } from '#shared/channels/channel.ts';
import type { Receipt } from '#shared/domain/inbound.ts';
import { enqueue, sorted } from './accept.ts';
import { answer, type HttpAnswer, type HttpFunction, httpFunction } from './http.ts';
import { addIds } from './logger.ts';
import type { Queue } from './queues.ts';
import { isMissing, type SecretSource } from './secrets.ts';

/** What the query of a request holds. */
export type Query = Readonly<Record<string, string | undefined>>;

export type WebhookDeps = {
  readonly channel: Pick<Channel, 'verify' | 'parse' | 'limits'>;
  readonly account: Pick<SecretSource, 'get'>;
  readonly inbound: Pick<Queue, 'send' | 'sendBatch'>;
  /** Where statuses of our own messages go; a messenger without receipts needs none. Throws unless it kept them all. */
  readonly climb?: (receipts: readonly Receipt[]) => Promise<void>;
  /**
   * How a messenger that calls with GET first, when its webhook is registered, is answered: with this text, or refused
   * (null). Without it every GET is 405.
   */
  readonly handshake?: (query: Query, account: Account) => string | null;
  readonly now: () => number;
};

/**
 * Verify, parse, enqueue: 200 only when the queue has everything. What cannot be read is accepted and ignored, since the
 * messenger would repeat it for days, and some hold back the whole chat meanwhile; what the queue did not take is 503, and
 * the messenger brings it again. A messenger for which the station has no account is refused like a forgery.
 */
export function createWebhook(deps: WebhookDeps): HttpFunction {
  return httpFunction(async (event) => {
    const { method } = event.requestContext.http;
    if (method === 'GET' && deps.handshake) return greet(deps, deps.handshake, event);
    if (method !== 'POST') return answer(405, { allow: deps.handshake ? 'GET, POST' : 'POST' });
    const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
    if (body.length > deps.channel.limits.bodyBytes) return answer(413);
    const account = await accountOf(deps);
    const proven = account && deps.channel.verify({ headers: lowerCase(event.headers), body }, account);
    return proven ? take(deps, body, account) : answer(401);
  });
}

async function take(deps: WebhookDeps, body: Buffer, account: Account): Promise<HttpAnswer> {
  const { inbounds, receipts, ignored } = sorted(deps.channel.parse(body, account), deps.now());
  if (ignored !== null) addIds({ reason: ignored });
  await enqueue(deps.inbound, inbounds);
  if (receipts.length > 0) {
    addIds({ receipts: receipts.length });
    await deps.climb?.(receipts);
  }
  return answer(200);
}

async function greet(
  deps: WebhookDeps,
  handshake: NonNullable<WebhookDeps['handshake']>,
  { queryStringParameters = {} }: APIGatewayProxyEventV2,
): Promise<HttpAnswer> {
  const account = await accountOf(deps);
  const text = account && handshake(queryStringParameters, account);
  return text === null ? answer(403) : answer(200, plainText, text);
}

const plainText = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };

/** Null where the station has no account at this messenger: nothing can be proven then, and nobody needs to come again. */
async function accountOf({ account }: WebhookDeps): Promise<Account | null> {
  try {
    return await account.get();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** HTTP APIs hand header names over in lower case; other fronts may not. */
function lowerCase(headers: APIGatewayProxyEventV2['headers']): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
