import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { type AwsTroubleKind, awsTrouble, regionOf } from './aws-trouble.ts';
import { stageTrouble } from './stage-trouble.ts';

const text = z.string().min(1);

/** `name=value,name=value` as a map. */
const named = text.transform(
  (list) =>
    new Map(
      list.split(',').map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
    ),
);

/** What a deployed station tells of itself: the outputs of its stack, named as there. */
export const outputsShape = z.object({
  TelegramWebhookUrl: text,
  TelegramSecretsName: text,
  WhatsAppWebhookUrl: text,
  WhatsAppSecretsName: text,
  DocumentsQueueUrl: text,
  /** Addresses of the work queues by their names, such as `inbound`. */
  QueueUrls: named,
  /** Addresses of their dead-letter queues by the names of the work queues. */
  DeadLetterUrls: named,
  TableName: text,
  FilesBucket: text,
  DashboardUrl: text,
  /** '' or missing: deployed without an advisors' group. */
  AdvisorGroupId: z.string().default(''),
  /** Numeric ids with commas. */
  AdvisorIds: z.string().default(''),
});

export type StackOutputs = z.infer<typeof outputsShape>;

/** Why there are no outputs: AWS refused, there is no such stack, it is half made, or an older version made it. */
type NoOutputsKind = AwsTroubleKind | 'noStack' | 'unfinished' | 'older';

/** The outputs cannot be had; the message says what is wrong, `todo` what to do. */
export class NoOutputs extends Error {
  override readonly name = 'NoOutputs';
  readonly kind: NoOutputsKind;
  readonly todo: string;
  constructor({ kind, says, todo }: { kind: NoOutputsKind; says: string; todo: string }) {
    super(says);
    this.kind = kind;
    this.todo = todo;
  }
}

/** Name of a stage's stack. */
export function stackName(stage: string): string {
  return `Station-${stage}`;
}

/**
 * The outputs of the stage's stack in the region and account that the AWS CLI would use. Throws a NoOutputs.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
 */
export async function readOutputs(
  stage: string,
  client: Pick<CloudFormationClient, 'send'> = new CloudFormationClient(regionOf(process.env)),
): Promise<StackOutputs> {
  const name = stackName(stage);
  const stack = await described(client, name);
  const given = Object.fromEntries(
    (stack?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
  const outputs = outputsShape.safeParse(given);
  if (outputs.success) return outputs.data;
  const status = stack?.StackStatus ?? '';
  if (stack === undefined || status === 'REVIEW_IN_PROGRESS' || status === 'DELETE_COMPLETE') {
    throw new NoOutputs({
      kind: 'noStack',
      ...((await stageTrouble(stage)) ?? {
        says: `There is no stack ${name} in this account and region`,
        todo: `Deploy it: npx cdk deploy -c stage=${stage}; if it is deployed, look whether account and region are the right ones`,
      }),
    });
  }
  if (Object.keys(given).length === 0) {
    throw new NoOutputs({
      kind: 'unfinished',
      says: `The stack ${name} is not made to its end (${status})`,
      todo: 'Open CloudFormation in the AWS console, choose the stack, tab “Events”: the first red line says why. Then deploy again',
    });
  }
  const missing = [...new Set(outputs.error.issues.map(({ path }) => path.join('.')))].join(', ');
  throw new NoOutputs({
    kind: 'older',
    says: `The stack ${name} was deployed by an older version: it has no ${missing}`,
    todo: `Deploy again: npx cdk deploy -c stage=${stage}`,
  });
}

async function described(client: Pick<CloudFormationClient, 'send'>, name: string) {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks?.[0];
  } catch (error) {
    // CloudFormation has no error of its own for a stack that is not there.
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    throw new NoOutputs(awsTrouble(error, 'read the stack'));
  }
}
