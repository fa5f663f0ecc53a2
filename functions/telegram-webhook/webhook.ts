import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Channel } from '#shared/channels/channel.ts';
import { addressKey } from '#shared/domain/address.ts';
import type { Envelope, Inbound } from '#shared/domain/inbound.ts';
import { type HttpAnswer, type HttpFunction, httpFunction } from '#shared/runtime/http.ts';
import { addIds } from '#shared/runtime/logger.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import type { SecretSource } from '#shared/runtime/secrets.ts';

export type WebhookDeps = {
  readonly channel: Pick<Channel, 'verify' | 'parse' | 'limits'>;
  readonly secrets: Pick<SecretSource, 'get'>;
  readonly inbound: Pick<Queue, 'send'>;
  readonly now: () => number;
};

/**
 * Verify, parse, enqueue: 200 only when the queue has everything. What cannot be read is accepted and ignored, since
 * Telegram would repeat it for a day and hold back the whole chat meanwhile; what the queue did not take is 503, and
 * Telegram brings it again.
 */
export function createWebhook({ channel, secrets, inbound, now }: WebhookDeps): HttpFunction {
  return httpFunction(async (event) => {
    if (event.requestContext.http.method !== 'POST') return answer(405, { allow: 'POST' });
    const access = await secrets.get();
    const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
    if (!channel.verify({ headers: lowerCase(event.headers), body }, access)) return answer(401);
    if (body.length > channel.limits.bodyBytes) return answer(413);
    const bot = access.botToken.split(':')[0] ?? '';
    for (const one of channel.parse(body, bot)) {
      if ('ignored' in one) addIds({ reason: one.ignored });
      else await enqueue(inbound, { ...one, at: one.at || now() });
    }
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
