import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';
import { perform } from './operations.ts';
import type { Store } from './store.ts';
import { type Answer, errorMessage, parseBody, serviceError } from './wire.ts';

/** The HTTP side: requests in DynamoDB's JSON protocol become operations. */
export type Endpoint = {
  readonly listener: RequestListener;
  /** Refuses new requests and resolves when those under way have their answer. */
  finish(): Promise<void>;
};

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/CommonErrors.html: 16 MB for a batch, and no more. */
const MAX_BODY_BYTES = 17 * 1024 * 1024;

const TARGET = /^DynamoDB_20120810\.([A-Za-z]+)$/;

export function createEndpoint(store: Store): Endpoint {
  const underWay = new Set<Promise<void>>();
  let closing = false;

  async function respond(
    operation: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const text = await readText(request);
    const answer = closing
      ? { status: 503, body: { __type: 'ServiceUnavailable', message: 'The local station is stopping' } }
      : await answerTo(store, operation, request, text);
    send(response, answer);
  }

  return {
    listener(request, response) {
      const operation = TARGET.exec(String(request.headers['x-amz-target']))?.[1];
      if (request.method !== 'POST' || operation === undefined) {
        store.engine.forward(request, response);
        return;
      }
      const work = respond(operation, request, response)
        .catch((error: unknown) => fail(response, error))
        .finally(() => underWay.delete(work));
      underWay.add(work);
    },
    async finish() {
      closing = true;
      await Promise.all(underWay);
      await store.gate.drained();
    },
  };
}

async function answerTo(
  store: Store,
  operation: string,
  request: IncomingMessage,
  text: string | undefined,
): Promise<Answer> {
  if (text === undefined) return { status: 413, body: { message: 'The request is larger than 16 MB' } };
  if (request.headers.authorization === undefined) {
    return serviceError('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
  }
  const body = parseBody(text);
  if (body === undefined) return serviceError('SerializationException', 'The body is not a JSON object');
  return perform(store, operation, body);
}

/** The body as text; undefined when it is too large. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(part);
  }
  return bytes > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, body }: Answer): void {
  // The service writes the message of an error in both ways; clients read either.
  const text = JSON.stringify(status === 200 ? body : { ...body, Message: errorMessage({ status, body }) });
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
    'x-amz-crc32': crc32(text),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
}

function fail(response: ServerResponse, error: unknown): void {
  console.error('The embedded DynamoDB failed:', error);
  if (response.headersSent) response.destroy();
  else send(response, { status: 500, body: { __type: 'InternalServerError', message: 'See the log' } });
}
