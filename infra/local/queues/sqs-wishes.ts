import * as z from 'zod';
import type { Wish } from '../runner/grants.ts';

/**
 * What an SQS call has to be granted; a batch needs the grant of its single calls.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
 */
export function sqsWishes(action: string, body: unknown, arnOf: (queue: string) => string): readonly Wish[] {
  const { QueueUrl, QueueName, SourceArn } = naming.parse(body);
  const queue = (QueueUrl ?? QueueName ?? SourceArn ?? '').split(/[/:]/).at(-1) ?? '';
  return [{ action: `sqs:${action.replace(/Batch$/, '')}`, on: arnOf(queue) }];
}

const naming = z.looseObject({
  QueueUrl: z.string().optional(),
  QueueName: z.string().optional(),
  SourceArn: z.string().optional(),
});
