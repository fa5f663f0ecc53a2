import * as z from 'zod';

/**
 * Everything the station's owner is woken for. The stack makes an alarm of each (`infra/constructs`), RUNBOOK.md has a heading for
 * each, and the advisors' group reads it in words. In CloudWatch an alarm is called `station-<stage>-<name>`.
 */
export const alarmNames = [
  /** Something could not be handled five times and waits for a person. */
  'deadLetters',
  /** Messages wait in a queue longer than anybody should wait for an answer. */
  'oldestMessage',
  /** What messengers call with is answered by an error. */
  'webhookErrors',
  /** A messenger refuses the station's account: token, payment, restriction. Sending there stands still. */
  'accountRefused',
  /** An owner was promised something that was not kept. */
  'promiseBroken',
  /** A customer waits for a person longer than the last call-out allows. */
  'unanswered',
  /** A day costs more than the owner said it may. */
  'dollarsADay',
  /** The minute's clock stands still: no reminders, nothing that waits goes on. */
  'tickStopped',
  /** A function fails again and again. */
  'functionErrors',
] as const;
export type AlarmName = (typeof alarmNames)[number];

export const alarmNameSchema = z.enum(alarmNames);
