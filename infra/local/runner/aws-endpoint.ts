import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/body.ts';
import { type Listening, listen } from '../http/listen.ts';
import { respond, respondJson } from '../http/respond.ts';
import type { SqsApi } from '../queues/sqs-api.ts';
import { SqsError } from '../queues/sqs-error.ts';

/** Where the functions' AWS calls go that have no emulator of their own: SQS is answered, everything else refused. */
export type AwsEndpoint = Listening & {
  /** Puts the queues behind the endpoint; until then SQS calls wait. */
  readonly serve: (sqs: SqsApi) => void;
};

/**
 * Opens the endpoint on a free port. A call to a service the local station does not have gets 501 with a message that
 * names it, so that a function never reaches the real AWS unnoticed.
 */
export async function openAwsEndpoint(): Promise<AwsEndpoint> {
  let serve: (sqs: SqsApi) => void = () => {};
  const sqs = new Promise<SqsApi>((resolve) => {
    serve = resolve;
  });
  const server = await listen(0, (request, response) => {
    void answer(request, response, sqs);
  });
  return { ...server, serve };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  sqs: Promise<SqsApi>,
): Promise<void> {
  const body = await readBody(request);
  if (body.kind === 'cut') return;
  const target = String(request.headers['x-amz-target'] ?? '');
  const [service, action = ''] = target.split('.');
  if (service !== 'AmazonSQS' || body.kind !== 'whole') {
    const what = target === '' ? `${request.method} ${request.url}` : target;
    return respondJson(response, 501, {
      __type: 'NotImplemented',
      message: `The local station has no ${what}.`,
    });
  }
  try {
    const perform = await sqs;
    respondAws(response, 200, await perform(action, JSON.parse(body.bytes.toString('utf8'))));
  } catch (error) {
    const refusal =
      error instanceof SqsError
        ? error
        : new SqsError('InvalidParameterValue', error instanceof Error ? error.name : 'Error');
    respondAws(
      response,
      400,
      { __type: `com.amazonaws.sqs#${refusal.code}`, message: refusal.message },
      { 'x-amzn-query-error': `${refusal.query};Sender` },
    );
  }
}

function respondAws(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  respond(
    response,
    status,
    { 'content-type': 'application/x-amz-json-1.0', ...headers },
    JSON.stringify(body),
  );
}
