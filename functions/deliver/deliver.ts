import { addressKey, addressOf } from '#shared/domain/address.ts';
import { wakeSchema } from '#shared/domain/later.ts';
import { releaseLease, takeLease } from '#shared/store/sender.ts';
import { accountHolds } from './account-holds.ts';
import { sendDesk } from './desk/send-desk.ts';
import type { DeliverDeps, Run } from './run.ts';
import { sendWaiting } from './send-waiting.ts';
import { plannedWake, wakeAt } from './wake.ts';

/**
 * Sends what waits for one destination. The wake carries nothing: the rows are the truth, and a lease makes this the only
 * sender to that chat. Throws only what leaves rows waiting without anyone to wake them; the queue then tries again.
 */
export function createDeliver(deps: DeliverDeps): (body: unknown) => Promise<void> {
  const holds = accountHolds();
  return async (body) => {
    const { destination } = wakeSchema.parse(body);
    const lease = await takeLease(deps.table, destination, deps.now());
    if (lease.kind === 'busy') return wakeAt(deps, destination, lease.until);
    const address = addressOf(destination);
    const account = await deps.accountOf(address).get();
    const run: Run = {
      ...deps,
      destination,
      address,
      channel: deps.channelOf(address),
      holds,
      sender: lease.sender,
      account,
    };
    let wake: number | null = null;
    try {
      wake = plannedWake(run, await sendAll(run));
    } finally {
      await releaseLease(deps.table, destination, lease.sender, run.sender);
    }
    if (wake !== null) await wakeAt(deps, destination, wake);
  };
}

/** The advisors' group has an order and a pace of its own. */
function sendAll(run: Run): Promise<number | null> {
  const { desk, destination } = run;
  return desk && destination === addressKey(desk.address) ? sendDesk(run, desk) : sendWaiting(run);
}
