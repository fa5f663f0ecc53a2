import type { Outbound } from '#shared/domain/outbound.ts';
import { log } from '#shared/runtime/logger.ts';
import type { Run } from './run.ts';

/** The messages that change where they stand with what they tell of (`Say.live`), and stand at the top of the chat meanwhile. */

/** More things that change are in no chat at once. */
const mostLive = 4;

/** Remembers a message that went out or was changed: the latest of its name is the one that changes, and the one that is pinned. */
export async function keepLive(run: Run, message: Outbound, messageId: string | null): Promise<void> {
  if (message.kind !== 'say' || message.live === null || messageId === null) return;
  const { live } = run.sender;
  const before = live[message.live];
  if (message.place !== 'refresh') {
    const others = Object.entries(live).filter(([name]) => name !== message.live);
    const all = [...others, [message.live, messageId] as const];
    run.sender = { ...run.sender, live: Object.fromEntries(all.slice(-mostLive)) };
    // What is remembered no more would stay at the top for good.
    for (const [, forgotten] of all.slice(0, -mostLive)) await pin(run, forgotten, false);
  }
  if (before !== undefined && before !== messageId) await pin(run, before, false);
  await pin(run, messageId, message.pinned);
}

/**
 * Takes a message to the top of the chat or away from it, where it is not so already. The message itself is there: what is in
 * the way of this is noted and no more. One that could not be pinned is tried again when it changes.
 */
async function pin(run: Run, messageId: string, stays: boolean): Promise<void> {
  const { pinned } = run.sender;
  if (pinned.includes(messageId) === stays) return;
  const payload = run.channel.pin(run.address, messageId, stays);
  if (payload === null) return;
  const result = await run.channel.send(payload, run.account, run.http, '');
  if (result.kind !== 'sent') log('warn', 'A message was not pinned, or stays so', { kind: result.kind });
  if (result.kind === 'sent' || !stays) {
    const others = pinned.filter((one) => one !== messageId);
    run.sender = { ...run.sender, pinned: stays ? [...others, messageId] : others };
  }
  if (result.kind === 'throttled') {
    const until = run.now() + (result.retryAfterSeconds ?? 1) * 1000;
    run.sender = { ...run.sender, notBefore: Math.max(run.sender.notBefore, until) };
  }
}
