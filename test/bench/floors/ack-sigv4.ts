import { createHash, createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { post } from './post.ts';
import { isTelegram, queueMessage, stub } from './webhook.ts';

const type = 'application/x-amz-json-1.0';
const target = 'AmazonSQS.SendMessage';
const { host } = new URL(stub);

/** Floor: a webhook acknowledged by a signature made by hand, without retries, time-outs or errors. */
export async function handler(event: APIGatewayProxyEventV2) {
  if (!isTelegram(event)) return { statusCode: 401 };
  const body = JSON.stringify(queueMessage(event));
  const answer: { readonly MessageId?: string } = JSON.parse(await post(stub, '/', body, signed(body)));
  if (answer.MessageId === undefined) throw new Error('The queue did not take it');
  return { statusCode: 200 };
}

const { AWS_REGION = '', AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN: token } = process.env;
let day = '';
let key: Buffer = Buffer.alloc(0);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html, with the key of the day kept. */
function signed(body: string): Record<string, string> {
  const at = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const date = at.slice(0, 8);
  if (date !== day) {
    day = date;
    key = [AWS_REGION, 'sqs', 'aws4_request'].reduce(keyed, keyed(`AWS4${AWS_SECRET_ACCESS_KEY}`, date));
  }
  const named = { 'content-type': type, host, 'x-amz-date': at, 'x-amz-target': target };
  const headers: Record<string, string> = token
    ? { 'content-type': type, host, 'x-amz-date': at, 'x-amz-security-token': token, 'x-amz-target': target }
    : named;
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const request = `POST\n/\n\n${lines.join('')}\n${names}\n${hashed(body)}`;
  const scope = `${date}/${AWS_REGION}/sqs/aws4_request`;
  const signature = keyed(key, `AWS4-HMAC-SHA256\n${at}\n${scope}\n${hashed(request)}`).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${AWS_ACCESS_KEY_ID}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...headers, authorization };
}

function keyed(secret: string | Buffer, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
