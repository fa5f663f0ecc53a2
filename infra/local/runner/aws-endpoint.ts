import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { readBody } from '../http/body.ts';
import { type Listening, listen } from '../http/listen.ts';
import { respond, respondJson } from '../http/respond.ts';
import type { SqsApi } from '../queues/sqs-api.ts';
import { SqsError } from '../queues/sqs-error.ts';
import { sqsWishes } from '../queues/sqs-wishes.ts';
import { dynamoDbWishes } from './dynamodb-wishes.ts';
import { accessKeyOf, type Judge, type Wish } from './grants.ts';
import type { SsmApi } from './parameters.ts';
import { localArn } from './wiring.ts';

/** What stands behind the endpoint. */
export type AwsServices = {
  readonly sqs: SqsApi;
  /** Address of the embedded DynamoDB. */
  readonly dynamoDbUrl: string;
  readonly ssm: SsmApi;
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
 * Opens the endpoint on a free port: every call is judged by the grants of the function that signed it, SQS and SSM are
 * answered here, DynamoDB handed on. A call to a service the local station does not have gets 501 with a message that names it, so
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
  if (body.kind === 'whole' && isHere(service)) {
    const call = { operation, body: body.bytes, accessKey: accessKeyOf(request.headers.authorization) };
    const behind = await services;
    switch (service) {
      case 'AmazonSQS':
        return answerSqs(behind, call, response);
      case 'AmazonSSM':
        return answerSsm(behind, call, response);
      case 'DynamoDB_20120810':
        return answerDynamoDb(behind, call, request, response, agent);
    }
  }
  const what = target === '' ? `${request.method} ${request.url}` : target;
  respondJson(response, 501, { __type: 'NotImplemented', message: `The local station has no ${what}.` });
}

const here = ['AmazonSQS', 'AmazonSSM', 'DynamoDB_20120810'] as const;

function isHere(service: string | undefined): service is (typeof here)[number] {
  return here.some((one) => one === service);
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

/** Reads one encrypted parameter. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html */
function answerSsm(
  { ssm, judge }: AwsServices,
  { operation, body, accessKey }: Call,
  response: ServerResponse,
) {
  const refusal = (type: string, message: string) => respondAws(response, 400, { __type: type, message });
  const name = ssm.nameIn(body);
  if (operation !== 'GetParameter' || name === undefined)
    return refusal('ValidationException', 'The local station reads one parameter by its name.');
  const wish = { action: 'ssm:GetParameter', on: localArn('ssm', `parameter${name}`) };
  const refused = judge(accessKey, [wish]);
  if (refused !== undefined) return refusal('AccessDeniedException', deniedText(refused));
  const value = ssm.valueOf(name);
  if (value === undefined) return refusal('ParameterNotFound', '');
  return respondAws(response, 200, { Parameter: { Name: name, Type: 'SecureString', Value: value } });
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
