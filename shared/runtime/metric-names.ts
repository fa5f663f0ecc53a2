/**
 * The product's own metrics, as functions write them (`metrics.ts`) and as alarms and the dashboard read them
 * (`infra/constructs`). Few on purpose: CloudWatch takes money for each name and set of dimensions beyond ten. None of them
 * says who it was. It is read by both sides: nothing may be imported here.
 */
export const metricNames = [
  /** A visit was booked, by the owner or at the desk. Count. */
  'Booked',
  /** Working minutes that somebody waited for the answer of a person. */
  'AnswerMinutes',
  /** Somebody waits longer than the last call-out allows. Count. */
  'UnansweredOverLimit',
  /** The bot did not understand for the second time and called a person. Count. */
  'Missed',
  /** A promised time passed, or was moved by the bot because no advisor did. Count. */
  'PromiseBroken',
  /** A messenger refuses our account: token, payment or restriction. Sending there halts. Count. */
  'AccountRefused',
  /** What messengers take for what was sent, US dollars. */
  'MessageDollars',
  /** Tokens that the language model read and wrote for one question, where the station has one. Count; its samples are the questions. */
  'ModelTokens',
  /** What it takes for them, US dollars. */
  'ModelDollars',
] as const;
export type MetricName = (typeof metricNames)[number];

/** Namespace of all of them; each has the one dimension `service`, which is the stage. */
export const metricNamespace = 'Station';
