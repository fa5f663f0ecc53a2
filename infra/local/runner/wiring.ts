import { basename, dirname } from 'node:path';
import * as z from 'zod';
import type { QueueSettings } from '../queues/types.ts';
import { resolve } from './intrinsics.ts';
import * as shapes from './template-shapes.ts';
import type {
  FunctionWiring,
  RouteWiring,
  ScheduleWiring,
  SourceWiring,
  Statement,
  TableWiring,
  Wiring,
} from './wiring-types.ts';

/** The account and region that names and ARNs of the local station carry. */
export const LOCAL_ACCOUNT = '000000000000';
export const LOCAL_REGION = 'eu-central-1';

/** Where things answer on this machine, as the template's references need it. Base addresses, no trailing slash. */
export type Places = { readonly awsUrl: string; readonly publicUrl: string };

/** The ARN of something of this station, for example `localArn('sqs', 'inbound.fifo')`. */
export function localArn(service: string, name: string): string {
  return `arn:aws:${service}:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${name}`;
}

type Resource = z.infer<typeof shapes.resource>;

/**
 * Reads from a CloudFormation template what the local station has to build and connect. Nothing is wired that the
 * template does not wire. Throws when a resource of a kind that runs here has a shape this reader does not know.
 */
export function readWiring(template: unknown, places: Places): Wiring {
  const { Resources, Outputs } = shapes.template.parse(template);
  const all = Object.entries(Resources);
  const meanings = {
    ref: (id: string) => pseudo(id) ?? refOf(id, Resources[id], places),
    attribute: (id: string, attribute: string) => attributeOf(id, attribute, Resources[id], places),
  };
  const read = <Shape extends z.ZodType, Found>(
    type: string,
    shape: Shape,
    make: (id: string, properties: z.infer<Shape>, resource: Resource) => Found,
  ): Found[] =>
    all
      .filter(([, found]) => found.Type === type)
      .map(([id, found]) => {
        const parsed = shape.safeParse(resolve(found.Properties, meanings));
        if (parsed.success) return make(id, parsed.data, found);
        throw new Error(
          `${type} ${id} has a shape the local station cannot read: ${z.prettifyError(parsed.error)}`,
        );
      });

  const integrations = new Map(
    read('AWS::ApiGatewayV2::Integration', shapes.integration, (id, { IntegrationUri }) => [
      id,
      functionOf(IntegrationUri),
    ]),
  );
  const statements = [
    ...read('AWS::IAM::Role', shapes.role, (id, { Policies }) =>
      Policies.map((policy) => ({ ...policy, Roles: [id] })),
    ).flat(),
    ...read('AWS::IAM::Policy', shapes.policy, (_id, policy) => policy),
  ].flatMap(({ Roles, PolicyDocument }) =>
    Roles.flatMap((role) =>
      PolicyDocument.Statement.map((statement) => ({ role, ...statementOf(statement) })),
    ),
  );
  const statementsOf = (roleArn: string) => statements.filter(({ role }) => roleArn === `${role}.Arn`);
  return {
    tables: [
      ...read('AWS::DynamoDB::Table', shapes.table, tableOf),
      ...read('AWS::DynamoDB::GlobalTable', shapes.table, tableOf),
    ],
    queues: read('AWS::SQS::Queue', shapes.queue, (id, queue) =>
      queueOf(queueName(id, Resources[id]), queue),
    ),
    buckets: read('AWS::S3::Bucket', shapes.bucket, (id) => bucketName(id, Resources[id])),
    // A function without an entry is the CDK's own helper (custom resources): it has no work on this machine.
    functions: read('AWS::Lambda::Function', shapes.lambda, (id, lambda, { Metadata }) =>
      Metadata?.['local:entry'] === undefined
        ? []
        : [lambdaOf(id, lambda, Metadata['local:entry'], statementsOf(lambda.Role))],
    ).flat(),
    routes: read('AWS::ApiGatewayV2::Route', shapes.route, (_id, route): RouteWiring[] => {
      const functionId = integrations.get(route.Target?.replace('integrations/', '') ?? '');
      return functionId === undefined ? [] : [{ key: route.RouteKey, functionId }];
    }).flat(),
    sources: read('AWS::Lambda::EventSourceMapping', shapes.source, sourceOf).flat(),
    schedules: read('AWS::Events::Rule', shapes.rule, schedulesOf).flat(),
    outputs: Object.fromEntries(
      Object.entries(Outputs).map(([name, { Value }]) => [name, String(resolve(Value, meanings))]),
    ),
  };
}

function tableOf(id: string, table: z.infer<typeof shapes.table>): TableWiring {
  return {
    name: table.TableName ?? id,
    keys: table.KeySchema,
    attributes: table.AttributeDefinitions,
    globalIndexes: table.GlobalSecondaryIndexes ?? [],
    localIndexes: table.LocalSecondaryIndexes ?? [],
    timeToLive: table.TimeToLiveSpecification?.Enabled
      ? table.TimeToLiveSpecification.AttributeName
      : undefined,
  };
}

function queueOf(name: string, queue: z.infer<typeof shapes.queue>): QueueSettings {
  return {
    name,
    fifo: queue.FifoQueue,
    contentBasedDeduplication: queue.ContentBasedDeduplication,
    deduplicationScope: queue.DeduplicationScope,
    visibilityTimeoutSeconds: queue.VisibilityTimeout,
    delaySeconds: queue.DelaySeconds,
    maximumMessageBytes: queue.MaximumMessageSize,
    redrive:
      queue.RedrivePolicy === undefined
        ? undefined
        : {
            deadLetterQueue: lastPart(queue.RedrivePolicy.deadLetterTargetArn),
            maxReceiveCount: queue.RedrivePolicy.maxReceiveCount,
          },
  };
}

function lambdaOf(
  id: string,
  lambda: z.infer<typeof shapes.lambda>,
  entry: string,
  statements: readonly Statement[],
): FunctionWiring {
  return {
    id,
    name: basename(entry).startsWith('handler.')
      ? basename(dirname(entry))
      : basename(entry).replace(/\.\w+$/, ''),
    entry,
    handler: lambda.Handler.split('.').at(-1) ?? 'handler',
    timeoutSeconds: lambda.Timeout,
    memoryMegabytes: lambda.MemorySize,
    environment: lambda.Environment?.Variables ?? {},
    statements,
  };
}

function statementOf(
  statement: z.infer<typeof shapes.policy>['PolicyDocument']['Statement'][number],
): Statement {
  return { effect: statement.Effect, actions: statement.Action, resources: statement.Resource };
}

function sourceOf(_id: string, source: z.infer<typeof shapes.source>): SourceWiring[] {
  if (!source.EventSourceArn.startsWith('arn:aws:sqs:') || source.Enabled === false) return [];
  return [
    {
      queue: lastPart(source.EventSourceArn),
      functionId: functionOf(source.FunctionName),
      batchSize: source.BatchSize,
      maxConcurrency: source.ScalingConfig?.MaximumConcurrency ?? Number.POSITIVE_INFINITY,
      partialAnswers: source.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
    },
  ];
}

function schedulesOf(id: string, rule: z.infer<typeof shapes.rule>): ScheduleWiring[] {
  if (rule.ScheduleExpression === undefined || rule.State === 'DISABLED') return [];
  const everyMs = rateOf(rule.ScheduleExpression);
  if (everyMs === undefined) {
    throw new Error(
      `The rule ${id} runs at '${rule.ScheduleExpression}'; the local station knows only rate(…) schedules.`,
    );
  }
  return (rule.Targets ?? []).map(({ Arn }) => ({ functionId: functionOf(Arn), everyMs }));
}

/** `rate(5 minutes)` in milliseconds. */
function rateOf(expression: string): number | undefined {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }[unit ?? ''];
  return unitMs === undefined ? undefined : Number(count) * unitMs;
}

function pseudo(id: string): string | undefined {
  return {
    'AWS::Region': LOCAL_REGION,
    'AWS::AccountId': LOCAL_ACCOUNT,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': 'station-local',
    'AWS::StackId': 'station-local',
    'AWS::NoValue': '',
  }[id];
}

function refOf(id: string, found: Resource | undefined, places: Places): string {
  if (found?.Type === 'AWS::SQS::Queue') return `${places.awsUrl}/${LOCAL_ACCOUNT}/${queueName(id, found)}`;
  if (found?.Type === 'AWS::S3::Bucket') return bucketName(id, found);
  return named(found, 'TableName') ?? id;
}

function attributeOf(id: string, attribute: string, found: Resource | undefined, places: Places): string {
  const arn = localArn;
  switch (`${found?.Type}.${attribute}`) {
    case 'AWS::SQS::Queue.Arn':
      return arn('sqs', queueName(id, found));
    case 'AWS::SQS::Queue.QueueName':
      return queueName(id, found);
    case 'AWS::Lambda::Function.Arn':
      return arn('lambda', `function:${id}`);
    case 'AWS::DynamoDB::Table.Arn':
    case 'AWS::DynamoDB::GlobalTable.Arn':
      return arn('dynamodb', `table/${refOf(id, found, places)}`);
    case 'AWS::S3::Bucket.Arn':
      return `arn:aws:s3:::${bucketName(id, found)}`;
    case 'AWS::ApiGatewayV2::Api.ApiEndpoint':
      return places.publicUrl;
    default:
      return `${id}.${attribute}`;
  }
}

function queueName(id: string, found: Resource | undefined): string {
  return named(found, 'QueueName') ?? (found?.Properties.FifoQueue === true ? `${id}.fifo` : id);
}

/** Bucket names are lower case: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function bucketName(id: string, found: Resource | undefined): string {
  return named(found, 'BucketName') ?? `local-${id.toLowerCase()}`.slice(0, 63);
}

function named(found: Resource | undefined, property: string): string | undefined {
  const name = found?.Properties[property];
  return typeof name === 'string' ? name : undefined;
}

/** The logical id out of a function's ARN, invocation URI or name as `attributeOf` and `refOf` make them. */
function functionOf(uri: string): string {
  return /function:([A-Za-z0-9]+)/.exec(uri)?.[1] ?? uri;
}

function lastPart(arn: string): string {
  return arn.split(':').at(-1) ?? arn;
}
