import * as z from 'zod';
import { type Listening, listen } from '#infra/local/http/listen.ts';

/** What an AWS account with one station says; a test changes it as it goes. */
export type FakeAws = {
  readonly url: string;
  /** Encrypted parameters by their names. */
  readonly parameters: Map<string, string>;
  /** Parameters that were written. */
  readonly writes: () => number;
  /** Outputs of the stack by their names; null: there is no such stack. */
  outputs: Readonly<Record<string, string>> | null;
  stackStatus: string;
  /** Functions that run at a time. */
  limit: number;
  /** Error codes of the calls that are refused, such as `{ GetParameter: 'AccessDeniedException' }`. */
  refusals: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

const parameter = z.looseObject({
  Name: z.string(),
  Value: z.string().optional(),
  Type: z.string().optional(),
});

/** SSM, CloudFormation and Lambda over HTTP, of each only the calls that setting a station up makes. */
export async function fakeAws(): Promise<FakeAws> {
  let writes = 0;
  let server: Listening | undefined;
  const aws: FakeAws = {
    get url() {
      return server?.url ?? '';
    },
    parameters: new Map(),
    writes: () => writes,
    outputs: null,
    stackStatus: 'CREATE_COMPLETE',
    limit: 1000,
    refusals: {},
    close: async () => server?.close(),
  };

  const ssm = (call: string, body: string): Answer => {
    const { Name, Value = '', Type } = parameter.parse(JSON.parse(body));
    if (call === 'PutParameter') {
      if (Type !== 'SecureString') return [400, { __type: 'ValidationException' }];
      writes += 1;
      aws.parameters.set(Name, Value);
      return [200, { Version: writes, Tier: 'Standard' }];
    }
    const kept = aws.parameters.get(Name);
    return kept === undefined
      ? [400, { __type: 'ParameterNotFound' }]
      : [200, { Parameter: { Name, Type: 'SecureString', Value: kept, Version: 1 } }];
  };

  const answerTo = (
    path: string,
    target: string,
    body: string,
  ): { readonly call: string; readonly answer: () => Answer | string } => {
    const operation = target.split('.')[1];
    if (operation !== undefined) return { call: operation, answer: () => ssm(operation, body) };
    if (path.includes('account-settings'))
      return {
        call: 'GetAccountSettings',
        answer: () => [200, { AccountLimit: { ConcurrentExecutions: aws.limit } }],
      };
    return {
      call: 'DescribeStacks',
      answer: () => stackXml(aws, new URLSearchParams(body).get('StackName') ?? ''),
    };
  };

  server = await listen(0, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const target = request.headers['x-amz-target'];
      const { call, answer } = answerTo(
        request.url ?? '',
        typeof target === 'string' ? target : '',
        Buffer.concat(chunks).toString(),
      );
      const refusal = aws.refusals[call];
      const given =
        refusal === undefined
          ? answer()
          : call === 'DescribeStacks'
            ? errorXml(refusal, 'refused')
            : ([403, { __type: refusal }] as const);
      const [status, said] =
        typeof given === 'string'
          ? [given.includes('<Error>') ? 400 : 200, given]
          : [given[0], JSON.stringify(given[1])];
      response.writeHead(status, {
        'content-type': typeof given === 'string' ? 'text/xml' : 'application/x-amz-json-1.1',
        ...(refusal === undefined ? {} : { 'x-amzn-errortype': refusal }),
      });
      response.end(said);
    });
  });
  return aws;
}

type Answer = readonly [number, unknown];

function stackXml({ outputs, stackStatus }: FakeAws, name: string): string {
  if (outputs === null) return errorXml('ValidationError', `Stack with id ${name} does not exist`);
  const members = Object.entries(outputs).map(
    ([key, value]) =>
      `<member><OutputKey>${key}</OutputKey><OutputValue>${value.replaceAll('&', '&amp;')}</OutputValue></member>`,
  );
  return `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member><StackName>${name}</StackName><CreationTime>2026-11-22T08:00:00Z</CreationTime><StackStatus>${stackStatus}</StackStatus><Outputs>${members.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
}

function errorXml(code: string, message: string): string {
  return `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
}
