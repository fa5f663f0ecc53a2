/**
 * AWS list prices in US dollars, us-east-1, as read in November 2026; what AWS gives away each month stands beside them. Other
 * regions take up to a third more. The one place for them: the benchmark's tables, the table in the README and the alarm of a
 * day's cost are made from these.
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
  /** A month of a gigabyte in the table; the first 25 are free. */
  tableGigabyte: 0.25,
  /** What is written to a log. https://aws.amazon.com/cloudwatch/pricing/ */
  logGigabyte: 0.5,
  /** A month of one metric that an alarm looks at, of standard resolution. */
  alarmMetric: 0.1,
  /** A month of one metric of our own (a name with its dimensions). */
  metric: 0.3,
  /** A month of a dashboard. */
  dashboard: 3,
  /** One a second and 5 % of what is above it are recorded where tracing is active: at a station's pace, all of them. https://aws.amazon.com/xray/pricing/ */
  trace: 5.0e-6,
  /** A file that is put, and one that is read. https://aws.amazon.com/s3/pricing/ */
  filePut: 5.0e-6,
  fileGet: 0.4e-6,
  /** A month of a gigabyte in the bucket. */
  fileGigabyte: 0.023,
} as const;

/**
 * What language models of Amazon Bedrock take for 1,000 tokens that they read and that they write, by their ids: the only ones that a
 * station can be given, so that its cost is always known. https://aws.amazon.com/bedrock/pricing/
 */
export const modelPrices = {
  'amazon.nova-micro-v1:0': { read: 0.000_035, written: 0.000_14 },
  'amazon.nova-lite-v1:0': { read: 0.000_06, written: 0.000_24 },
  'amazon.nova-pro-v1:0': { read: 0.000_8, written: 0.003_2 },
  'anthropic.claude-haiku-4-5-20251001-v1:0': { read: 0.001, written: 0.005 },
} as const;

/**
 * What of it is free in each month, for good and in every account. What is free in an account's first year or from its credits is
 * left out; so is what a station never uses up (encrypted parameters of the standard tier, mails of alarms).
 */
export const freeEachMonth = {
  invocations: 1_000_000,
  gigabyteSeconds: 400_000,
  sqs: 1_000_000,
  logGigabytes: 5,
  alarmMetrics: 10,
  metrics: 10,
  /** Of at most 50 metrics each. */
  dashboards: 3,
  traces: 100_000,
} as const;

/** US dollars without an exponent, as CloudWatch's expressions and the environment of a function read them. */
export function inWords(dollars: number): string {
  return dollars.toFixed(9).replace(/\.?0+$/, '');
}
