import * as z from 'zod';
import { alarmNames } from '#shared/domain/alarm.ts';
import type { InboundEvent } from '#shared/domain/inbound.ts';

type Event = Extract<InboundEvent, { kind: 'alarm' }>;

/** What a notification says; or why it is let go, as a kind for the log. `at`: when the state changed, epoch milliseconds. */
export type Reading =
  | { readonly kind: 'alarm'; readonly event: Event; readonly at: number }
  | { readonly kind: 'ignored'; readonly why: 'noAlarm' | 'otherAlarm' | 'neverBegan' };

/**
 * What CloudWatch tells a topic when an alarm changes its state, as far as it is looked at; its reason quotes figures and is not.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
const notification = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.string().nullish(),
  NewStateValue: z.enum(['ALARM', 'OK', 'INSUFFICIENT_DATA']),
  OldStateValue: z.string(),
  /** Such as 2026-11-23T08:00:00.123+0000: an offset without a colon, which is no ISO 8601 as JavaScript promises to read it. */
  StateChangeTime: z
    .string()
    .transform((time) => Date.parse(time.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))
    .refine((at) => Number.isFinite(at)),
});

/** Reads the words of one notification. It never throws: what cannot be read would not be readable the next time either. */
export function readNotification(words: string, stage: string): Reading {
  const read = notification.safeParse(jsonOf(words));
  if (!read.success) return { kind: 'ignored', why: 'noAlarm' };
  const { AlarmName, AlarmDescription, NewStateValue, OldStateValue, StateChangeTime: at } = read.data;
  const name = alarmNames.find((one) => AlarmName === `station-${stage}-${one}`);
  if (name === undefined) return { kind: 'ignored', why: 'otherAlarm' };
  const runbook = linkAtEnd(AlarmDescription ?? '');
  if (NewStateValue === 'ALARM')
    return { kind: 'alarm', at, event: { kind: 'alarm', name, state: 'began', runbook } };
  // An alarm that was only just made is told as well: it is in order for the first time.
  if (NewStateValue !== 'OK' || OldStateValue !== 'ALARM') return { kind: 'ignored', why: 'neverBegan' };
  return { kind: 'alarm', at, event: { kind: 'alarm', name, state: 'over', runbook } };
}

function jsonOf(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}

/** An alarm's description ends with where its paragraph is; not a link where nobody said where people read it. */
function linkAtEnd(description: string): string | null {
  const last = description.split(/\s/).at(-1) ?? '';
  return z.url({ protocol: /^https?$/ }).safeParse(last).data ?? null;
}
