import * as z from 'zod';
import { alarmNameSchema } from '#shared/domain/alarm.ts';

/** An alarm that somebody wants to see as the advisors' group does: it begins, or is over. */
export const alarmOrder = z.strictObject({ name: alarmNameSchema, over: z.boolean().default(false) });

/**
 * What the function `alarm` is called with in AWS when CloudWatch tells SNS of a changed state, as far as anything looks at it.
 * `now`: epoch milliseconds. https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
export function alarmCall({ name, over }: z.infer<typeof alarmOrder>, stage: string, now: number): unknown {
  const [before, after] = over ? ['ALARM', 'OK'] : ['OK', 'ALARM'];
  const Message = JSON.stringify({
    AlarmName: `station-${stage}-${name}`,
    AlarmDescription: null,
    OldStateValue: before,
    NewStateValue: after,
    StateChangeTime: new Date(now).toISOString().replace('Z', '+0000'),
  });
  return {
    Records: [{ EventSource: 'aws:sns', Sns: { Type: 'Notification', MessageId: `local-${now}`, Message } }],
  };
}
