/**
 * What AWS takes, estimated from messages by figures that the benchmark measures (`test/bench/cost`; a test holds them to it), in
 * millionths of a US dollar. Messengers' own prices stand in `shared/channels`.
 */

/** A message to a customer with all that leads to it: webhook, queues, decision, the advisors' copy, delivery. */
const perMessage = 35;
/** A day on which nobody writes, after the free tier: five queues are polled, the clock is looked at each minute, alarms stand. */
const perDay = 80_000;

export function awsMicros(messages: number, days: number): number {
  return Math.round(messages * perMessage + days * perDay);
}
