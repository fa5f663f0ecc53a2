import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetAccountSettingsCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { awsTrouble } from '../aws-trouble.ts';
import { NoOutputs, readOutputs, type StackOutputs } from '../stack-outputs.ts';
import type { Checklist } from './checklist.ts';

/** The parts of AWS that `connect` looks at. */
export type AwsClients = {
  readonly lambda: Pick<LambdaClient, 'send'>;
  readonly cloudFormation: Pick<CloudFormationClient, 'send'>;
  /** The region that is set; rejects when none is. */
  readonly region: () => Promise<string>;
};

/** From here on nobody has to think of it. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const enoughAtOnce = 50;
/** What the usual configuration needs: eight for the queues, the rest for webhooks and the minute's tick. */
const leastAtOnce = 10;

/** Credentials, region, the account's limit of Lambda, and the stack; its outputs, or null where there are none. */
export async function checkAws(
  list: Checklist,
  clients: AwsClients,
  stage: string,
): Promise<StackOutputs | null> {
  const usable = await checkAccount(list, clients);
  if (!usable) return null;
  try {
    const outputs = await readOutputs(stage, clients.cloudFormation);
    list.fine(`The stack of stage ${stage} is deployed`);
    return outputs;
  } catch (error) {
    if (!(error instanceof NoOutputs)) throw error;
    list.wrong(error.message, error.todo);
    return null;
  }
}

/** Whether AWS answers at all: a limit that may not be read does not end the run. */
async function checkAccount(list: Checklist, { lambda, region }: AwsClients): Promise<boolean> {
  try {
    const where = await region();
    const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
    list.fine(`The AWS credentials work, region ${where}`);
    tellLimit(list, AccountLimit?.ConcurrentExecutions ?? 0, where);
    return true;
  } catch (error) {
    const { kind, says, todo } = awsTrouble(error, 'read the limits of Lambda');
    list.wrong(says, todo);
    return kind === 'denied' || kind === 'other';
  }
}

function tellLimit(list: Checklist, limit: number, region: string): void {
  const page = `https://${region}.console.aws.amazon.com/servicequotas/home/services/lambda/quotas/L-B99A9384`;
  const raise = `open ${page} (Service Quotas, AWS Lambda, “Concurrent executions”), “Request increase at account level”, 1000: it is free and takes a day or so`;
  if (limit >= enoughAtOnce) list.fine(`AWS runs ${limit} functions of this account at a time`);
  else if (limit >= leastAtOnce)
    list.note(
      `AWS runs only ${limit} functions of this account at a time, as in every new account. The station works with that; for rush hours ${raise}`,
    );
  else
    list.wrong(
      `AWS runs only ${limit} functions of this account at a time, and the station needs ${leastAtOnce}`,
      raise.charAt(0).toUpperCase() + raise.slice(1),
    );
}
