import type { Later } from '#shared/domain/later.ts';
import type { DeliverDeps, Run } from './run.ts';

/** `later` cannot wait longer: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-delay-queues.html */
const longestDelaySeconds = 900;

/** When a delayed wake is to be sent, unless one is already on its way and comes no later. */
export function plannedWake(run: Run, again: number | null): number | null {
  if (again === null) return null;
  const { wakeAt: planned } = run.sender;
  if (planned > run.now() && planned <= again) return null;
  run.sender = { ...run.sender, wakeAt: Math.min(again, run.now() + longestDelaySeconds * 1000) };
  return again;
}

/** Has the destination woken at that moment (epoch milliseconds), or as late as a queue can wait. */
export async function wakeAt({ later, now }: DeliverDeps, destination: string, at: number): Promise<void> {
  const seconds = Math.min(longestDelaySeconds, Math.max(1, Math.ceil((at - now()) / 1000)));
  const body: Later = { v: 1, kind: 'wake', destination, id: `at${at}.${now()}` };
  await later.send({ body: JSON.stringify(body), delaySeconds: seconds });
}
