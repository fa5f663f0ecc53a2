import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Channel } from '#shared/channels/channel.ts';
import { addressKey } from '#shared/domain/address.ts';
import type { Envelope, Inbound, Receipt } from '#shared/domain/inbound.ts';
import { type HttpAnswer, type HttpFunction, httpFunction } from './http.ts';
import { addIds } from './logger.ts';
import type { Queue } from './queues.ts';
import type { SecretSource } from './secrets.ts';

export type WebhookDeps = {
  readonly channel: Pick<Channel, 'verify' | 'parse' | 'limits'>;
  readonly account: Pick<SecretSource, 'get'>;
  readonly inbound: Pick<Queue, 'send' | 'sendBatch'>;
  /** Where statuses of our own messages go; a messenger without receipts needs none. */
  readonly climb?: (receipts: readonly Receipt[]) => Promise<void>;
  readonly now: () => number;
};

/**
 * Verify, parse, enqueue: 200 only when the queue has everything. What cannot be read is accepted and ignored, since the
 * messenger would repeat it for days, and some hold back the whole chat meanwhile; what the queue did not take is 503, and
 * the messenger brings it again.
 */
export function createWebhook(deps: WebhookDeps): HttpFunction {
  const { channel } = deps;
  return httpFunction(async (event) => {
    if (event.requestContext.http.method !== 'POST') return answer(405, { allow: 'POST' });
    const account = await deps.account.get();
    const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
    if (!channel.verify({ headers: lowerCase(event.headers), body }, account)) return answer(401);
    if (body.length > channel.limits.bodyBytes) return answer(413);
    const inbounds: Inbound[] = [];
    const receipts: Receipt[] = [];
    for (const one of channel.parse(body, account)) {
      if ('ignored' in one) addIds({ reason: one.ignored });
      else if ('receipt' in one) receipts.push(one);
      else inbounds.push({ ...one, at: one.at || deps.now() });
    }
    for (const inbound of inbounds) await enqueue(deps.inbound, inbound);
    if (receipts.length > 0) await deps.climb?.(receipts);
    return answer(200);
  });
}

async function enqueue(queue: WebhookDeps['inbound'], inbound: Inbound): Promise<void> {
  const address = addressKey(inbound.address);
  addIds({ address, inbound: inbound.id, kind: inbound.event.kind });
  const envelope: Envelope = { v: 1, inbound };
  await queue.send({ body: JSON.stringify(envelope), group: address, dedupe: `${address}/${inbound.id}` });
}

function answer(statusCode: number, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return { statusCode, headers: { ...headers }, body: '' };
}

/** HTTP APIs hand header names over in lower case; other fronts may not. */
function lowerCase(headers: APIGatewayProxyEventV2['headers']): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
