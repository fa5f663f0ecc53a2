import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isTelegram, stub } from './webhook.ts';

/** Floor: the same bare call by the fetch that Node brings, for those who wonder why it is not used here. */
export async function handler(event: APIGatewayProxyEventV2) {
  if (!isTelegram(event)) return { statusCode: 401 };
  const body = event.body ?? '';
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${stub}/echo`, { method: 'POST', headers, body });
  return { statusCode: (await answer.text()) === body ? 200 : 500 };
}
