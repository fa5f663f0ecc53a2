import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { readBody } from '../http/body.ts';
import { type Listening, listen } from '../http/listen.ts';
import { respond, respondJson } from '../http/respond.ts';
import type { SqsApi } from '../queues/sqs-api.ts';
import { SqsError } from '../queues/sqs-error.ts';
import { sqsWishes } from '../queues/sqs-wishes.ts';
import { dynamoDbWishes } from './dynamodb-wishes.ts';
import { accessKeyOf, type Judge, type Wish } from './grants.ts';
import { localArn } from './wiring.ts';

/** What stands behind the endpoint. */
export type AwsServices = {
  readonly sqs: SqsApi;
  /** Address of the embedded DynamoDB. */
  readonly dynamoDbUrl: string;
  readonly judge: Judge;
};

/** The one address to which the functions send their AWS calls (S3 has its own, by SDK's custom). */
export type AwsEndpoint = Listening & {
  /** Puts the services behind the endpoint; until then calls wait. */
  readonly serve: (services: AwsServices) => void;
};

/** A call as it came: `Service.Operation` of the target header, and the body. */
type Call = { readonly operation: string; readonly body: Buffer; readonly accessKey: string };

/**
 * Opens the endpoint on a free port: every call is judged by the grants of the function that signed it, SQS is answered
 * here, DynamoDB handed on. A call to a service the local station does not have gets 501 with a message that names it, so
 * that a function never reaches the real AWS unnoticed.
 */
export async function openAwsEndpoint(): Promise<AwsEndpoint> {
  let serve: (services: AwsServices) => void = () => {};
  const services = new Promise<AwsServices>((resolve) => {
    serve = resolve;
  });
  const agent = new Agent({ keepAlive: true });
  const server = await listen(0, (request, response) => {
    void answer(request, response, services, agent);
  });
  return {
    ...server,
    serve,
    close: async () => {
      await server.close();
      agent.destroy();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  services: Promise<AwsServices>,
  agent: Agent,
): Promise<void> {
  const body = await readBody(request, MOST_CALL_BYTES);
  if (body.kind === 'cut') return;
  const target = String(request.headers['x-amz-target'] ?? '');
  const [service, operation = ''] = target.split('.');
  if (body.kind === 'whole' && (service === 'AmazonSQS' || service === 'DynamoDB_20120810')) {
    const call = { operation, body: body.bytes, accessKey: accessKeyOf(request.headers.authorization) };
    const behind = await services;
    if (service === 'AmazonSQS') await answerSqs(behind, call, response);
    else answerDynamoDb(behind, call, request, response, agent);
    return;
  }
  const what = target === '' ? `${request.method} ${request.url}` : target;
  respondJson(response, 501, { __type: 'NotImplemented', message: `The local station has no ${what}.` });
}

/** DynamoDB takes 16 MB a call: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const MOST_CALL_BYTES = 17 * 1024 * 1024;

async function answerSqs({ sqs, judge }: AwsServices, call: Call, response: ServerResponse): Promise<void> {
  try {
    const input: unknown = JSON.parse(call.body.toString('utf8'));
    const refused = judge(
      call.accessKey,
      sqsWishes(call.operation, input, (queue) => localArn('sqs', queue)),
    );
    if (refused !== undefined) throw new SqsError('AccessDenied', deniedText(refused));
    respondAws(response, 200, await sqs(call.operation, input));
  } catch (error) {
    const refusal =
      error instanceof SqsError
        ? error
        : new SqsError('InvalidParameterValue', error instanceof Error ? error.name : 'Error');
    respondAws(
      response,
      refusal.code === 'AccessDenied' ? 403 : 400,
      { __type: `com.amazonaws.sqs#${refusal.code}`, message: refusal.message },
      { 'x-amzn-query-error': `${refusal.query};Sender` },
    );
  }
}

function answerDynamoDb(
  { dynamoDbUrl, judge }: AwsServices,
  call: Call,
  request: IncomingMessage,
  response: ServerResponse,
  agent: Agent,
): void {
  const refused = judge(call.accessKey, wishesOf(call));
  if (refused !== undefined) {
    respondAws(response, 400, {
      __type: 'com.amazon.coral.service#AccessDeniedException',
      message: deniedText(refused),
    });
    return;
  }
  const { host: _host, ...headers } = request.headers;
  const passing = httpRequest(dynamoDbUrl, { method: 'POST', headers, agent }, (found) => {
    response.writeHead(found.statusCode ?? 500, found.headers);
    found.pipe(response);
  });
  // The database is gone only while the station stops: the caller sees a cut connection, as from AWS.
  passing.on('error', () => response.destroy());
  passing.end(call.body);
}

/** A body that cannot be read is DynamoDB's to refuse. */
function wishesOf({ operation, body }: Call): readonly Wish[] {
  try {
    const input: unknown = JSON.parse(body.toString('utf8'));
    return dynamoDbWishes(operation, input, (table) => localArn('dynamodb', `table/${table}`));
  } catch {
    return [];
  }
}

function deniedText({ action, on }: Wish): string {
  return `The function is not authorized to perform: ${action} on resource: ${on}, because no statement of its role allows it.`;
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
