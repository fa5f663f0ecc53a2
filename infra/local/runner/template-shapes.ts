import * as z from 'zod';

/**
 * The parts of a CloudFormation template that the local station reads, after references are resolved. Defaults are
 * those of CloudFormation: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
 */

export const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.looseObject({ 'local:entry': z.string().optional() }).optional(),
});

export const template = z.object({
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
});

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const indexes = z.array(
  z.object({
    IndexName: z.string(),
    KeySchema: keySchema,
    Projection: z.object({
      ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
      NonKeyAttributes: z.array(z.string()).optional(),
    }),
  }),
);

export const table = z.object({
  TableName: z.string().optional(),
  KeySchema: keySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: indexes.optional(),
  LocalSecondaryIndexes: indexes.optional(),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
});

export const queue = z.object({
  FifoQueue: z.boolean().default(false),
  ContentBasedDeduplication: z.boolean().default(false),
  DeduplicationScope: z.enum(['queue', 'messageGroup']).default('queue'),
  VisibilityTimeout: z.number().default(30),
  DelaySeconds: z.number().default(0),
  /** 1 MiB since August 2025. */
  MaximumMessageSize: z.number().default(1_048_576),
  RedrivePolicy: z
    .object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number().int().min(1) })
    .optional(),
});

export const bucket = z.object({});

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const policyDocument = z.object({
  Statement: z.array(
    z.object({ Effect: z.enum(['Allow', 'Deny']), Action: oneOrMore, Resource: oneOrMore.default([]) }),
  ),
});

export const policy = z.object({ PolicyDocument: policyDocument, Roles: z.array(z.string()).default([]) });

/** A role's own policies; those of AWS it may name give nothing on this machine. */
export const role = z.object({
  Policies: z.array(z.object({ PolicyDocument: policyDocument })).default([]),
});

export const lambda = z.object({
  Handler: z.string(),
  Role: z.string().default(''),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.string()).optional() }).optional(),
});

export const integration = z.object({ IntegrationUri: z.string() });

export const route = z.object({ RouteKey: z.string(), Target: z.string().optional() });

export const source = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  Enabled: z.boolean().optional(),
  ScalingConfig: z.object({ MaximumConcurrency: z.number().optional() }).optional(),
  FunctionResponseTypes: z.array(z.string()).optional(),
});

export const rule = z.object({
  ScheduleExpression: z.string().optional(),
  State: z.string().optional(),
  Targets: z.array(z.object({ Arn: z.string() })).optional(),
});
