/**
 * A refusal as SQS words it: `code` is the error's name in the API reference; `query` the older name that SDKs still
 * read from the x-amzn-query-error header. Always a fault of the caller, answered with 400.
 */
export class SqsError extends Error {
  override readonly name = 'SqsError';
  readonly code: string;
  readonly query: string;

  constructor(code: string, message: string, query = code) {
    super(message);
    this.code = code;
    this.query = query;
  }
}

export const noSuchQueue = () =>
  new SqsError(
    'QueueDoesNotExist',
    'The specified queue does not exist.',
    'AWS.SimpleQueueService.NonExistentQueue',
  );

export const notInFlight = () =>
  new SqsError(
    'MessageNotInflight',
    'The message is not in flight.',
    'AWS.SimpleQueueService.MessageNotInflight',
  );
