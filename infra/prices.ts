/**
 * AWS list prices in US dollars, us-east-1, free tier left out, as read in November 2026. Other regions take up to a third
 * more. The one place for them: the benchmark's tables and the alarm of a day's cost are made from these.
 */
export const prices = {
  /** A request of an HTTP API, up to 512 KB. https://aws.amazon.com/api-gateway/pricing/ */
  request: 1.0e-6,
  /** https://aws.amazon.com/lambda/pricing/ (arm64) */
  invocation: 0.2e-6,
  gigabyteSecond: 1.333_34e-5,
  /** A request of a FIFO queue; a standard one takes $0.40 a million and is counted as if it were. https://aws.amazon.com/sqs/pricing/ */
  sqs: 0.5e-6,
  /** On demand. https://aws.amazon.com/dynamodb/pricing/on-demand/ */
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  /** What is written to a log. https://aws.amazon.com/cloudwatch/pricing/ */
  logGigabyte: 0.5,
  /** A month of one metric that an alarm looks at; beyond ten. */
  alarmMetric: 0.1,
  /** A month of one metric of our own (a name with its dimensions); beyond ten. */
  metric: 0.3,
  /** One a second and 5 % of what is above it are recorded where tracing is active: at a station's pace, all of them. */
  trace: 5.0e-6,
} as const;
