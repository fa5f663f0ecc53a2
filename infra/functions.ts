import type { EnvironmentName } from './names.ts';

/** What a function can be let at. Each is one resource of the stack; there are no patterns. */
export type Place =
  | 'table'
  | 'table/index/waiting'
  | 'table/index/due'
  | 'inbound'
  | 'outbound'
  | 'later'
  | 'jobs'
  | 'documents'
  /** Questions to the language model; in a stack without one there is no such place, and no grant on it. */
  | 'interpret'
  /** The dead letters of each queue. */
  | 'inboundDead'
  | 'outboundDead'
  | 'laterDead'
  | 'jobsDead'
  | 'documentsDead'
  | 'interpretDead'
  | 'files'
  /** Where it is remembered who was erased. */
  | 'erased'
  /** The files' bucket itself: its names can be listed there. */
  | 'filesBucket'
  | 'telegramSecrets'
  | 'whatsappSecrets'
  /** The language model, or the inference profile that leads to it; behind a profile, the model wherever it runs. */
  | 'model'
  | 'modelBehind';

/** One IAM action. A star is not a name: the tests refuse it. */
export type Action = `${'dynamodb' | 'sqs' | 'ssm' | 's3' | 'bedrock'}:${string}`;

/** What one function may do on one place: these actions there and nothing else. */
export type Grant = {
  readonly on: Place;
  readonly may: readonly Action[];
  /** Only by way of that inference profile. */
  readonly through?: Place;
};

/** A deployed function: its folder is functions/<name>, its code functions/<name>/handler.ts, exported as `handler`. */
export type FunctionSpec = {
  readonly does: string;
  readonly memoryMegabytes: number;
  /**
   * A queue hides a message for six times this long. At most 10 where somebody waits: a customer waits no longer, and a webhook's
   * sender not even so long. Only files take up to 60 and documents 20: no message waits for them (`domain/job.ts`).
   */
  readonly timeoutSeconds: number;
  readonly environment: readonly EnvironmentName[];
  readonly grants: readonly Grant[];
  /**
   * Whether waiting on a messenger legitimately leads it round through a queue to itself again. Lambda ends such a chain
   * after about 16 rounds unless told otherwise: https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
   */
  readonly comesRound: boolean;
  /** Who calls it, which says what becomes of a call that fails. */
  readonly calledBy: 'the address' | 'a queue' | 'the clock' | 'alarms';
};

/** Longest time-outs, in seconds, where it is not the usual 10: what a queue's hiding time is made from. */
export const longestWork = { files: 60, documents: 20 } as const;

/** What Lambda's poller needs on a queue, and the visibility a caught failure sets (1, 2, 4, 8 s). */
const consume = [
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:ChangeMessageVisibility',
] as const satisfies readonly Action[];

/** What a look through dead letters needs. */
const lookThrough = [
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibility',
] as const satisfies readonly Action[];

const send = ['sqs:SendMessage'] as const satisfies readonly Action[];
const read = ['ssm:GetParameter'] as const satisfies readonly Action[];

/**
 * Every function with what it is told and what it is let at. The only place where a permission is given: a new function
 * is one entry here and one line in station-stack.ts. (A transaction is authorised by its single writes, there is no
 * TransactWriteItems action: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html)
 */
export const functions = {
  'telegram-webhook': {
    does: 'Checks and reads what Telegram calls with and puts it on the inbound queue; no more, so that a forged request costs nothing',
    memoryMegabytes: 512,
    timeoutSeconds: 10,
    comesRound: false,
    calledBy: 'the address',
    environment: ['STAGE', 'LOG_LEVEL', 'INBOUND_QUEUE_URL', 'TELEGRAM_SECRETS'],
    grants: [
      { on: 'inbound', may: send },
      { on: 'telegramSecrets', may: read },
    ],
  },
  'whatsapp-webhook': {
    does: 'Checks and reads what Meta calls with: messages go onto the inbound queue, statuses of our own messages to their outbox rows',
    memoryMegabytes: 512,
    timeoutSeconds: 10,
    comesRound: false,
    calledBy: 'the address',
    environment: [
      'STAGE',
      'LOG_LEVEL',
      'TABLE_NAME',
      'INBOUND_QUEUE_URL',
      'OUTBOUND_QUEUE_URL',
      'WHATSAPP_SECRETS',
    ],
    grants: [
      { on: 'inbound', may: send },
      { on: 'table', may: ['dynamodb:UpdateItem'] },
      { on: 'outbound', may: send },
      { on: 'whatsappSecrets', may: read },
    ],
  },
  links: {
    does: 'Gives the calendar file of a visit, the page of a whole talk, an archive or the calendar of the bays to whoever has its link',
    memoryMegabytes: 512,
    timeoutSeconds: 10,
    comesRound: false,
    calledBy: 'the address',
    environment: ['STAGE', 'LOG_LEVEL', 'TABLE_NAME', 'FILES_BUCKET'],
    grants: [
      { on: 'table', may: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'] },
      { on: 'files', may: ['s3:GetObject'] },
    ],
  },
  converse: {
    does: 'Decides on one inbound message and commits everything that follows from it in one transaction',
    memoryMegabytes: 512,
    timeoutSeconds: 10,
    comesRound: false,
    calledBy: 'a queue',
    environment: [
      'STAGE',
      'LOG_LEVEL',
      'TABLE_NAME',
      'INBOUND_QUEUE_URL',
      'OUTBOUND_QUEUE_URL',
      'LATER_QUEUE_URL',
      'JOBS_QUEUE_URL',
      'DOCUMENTS_QUEUE_URL',
      'INTERPRET_QUEUE_URL',
      'ADVISOR_GROUP_ID',
      'ADVISOR_IDS',
      'PUBLIC_URL',
    ],
    grants: [
      { on: 'inbound', may: consume },
      {
        on: 'table',
        may: [
          'dynamodb:BatchGetItem',
          'dynamodb:GetItem',
          'dynamodb:Query',
          'dynamodb:PutItem',
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
        ],
      },
      { on: 'outbound', may: send },
      { on: 'later', may: send },
      { on: 'jobs', may: send },
      { on: 'documents', may: send },
      { on: 'interpret', may: send },
    ],
  },
  deliver: {
    does: 'Sends what waits in the outbox of one destination, in order, and records what became of it',
    memoryMegabytes: 512,
    timeoutSeconds: 10,
    comesRound: true,
    calledBy: 'a queue',
    environment: [
      'STAGE',
      'LOG_LEVEL',
      'TABLE_NAME',
      'INBOUND_QUEUE_URL',
      'OUTBOUND_QUEUE_URL',
      'LATER_QUEUE_URL',
      'ADVISOR_GROUP_ID',
      'FILES_BUCKET',
      'PUBLIC_URL',
      'TELEGRAM_API_URL',
      'TELEGRAM_SECRETS',
      'WHATSAPP_API_URL',
      'WHATSAPP_SECRETS',
    ],
    grants: [
      { on: 'outbound', may: consume },
      { on: 'files', may: ['s3:GetObject'] },
      {
        on: 'table',
        may: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      },
      { on: 'table/index/waiting', may: ['dynamodb:Query'] },
      { on: 'inbound', may: send },
      { on: 'later', may: send },
      { on: 'telegramSecrets', may: read },
      { on: 'whatsappSecrets', may: read },
    ],
  },
  media: {
    does: 'Brings a file that somebody sent, writes pictures anew without place and camera, and keeps it for whoever gets it',
    // One whole processor (at 1,769 MB): a picture of 12 megapixels takes 1.3 s of it, from an iPhone 2 s, and 0.4 GB.
    memoryMegabytes: 1769,
    timeoutSeconds: longestWork.files,
    comesRound: false,
    calledBy: 'a queue',
    environment: [
      'STAGE',
      'LOG_LEVEL',
      'FILES_BUCKET',
      'INBOUND_QUEUE_URL',
      'JOBS_QUEUE_URL',
      'TELEGRAM_API_URL',
      'TELEGRAM_SECRETS',
      'WHATSAPP_API_URL',
      'WHATSAPP_SECRETS',
    ],
    grants: [
      { on: 'jobs', may: consume },
      { on: 'files', may: ['s3:PutObject'] },
      { on: 'inbound', may: send },
      { on: 'telegramSecrets', may: read },
      { on: 'whatsappSecrets', may: read },
    ],
  },
  documents: {
    does: 'Makes work orders as PDFs, archives of all that is kept of a person, and tables of a month; deletes all that is kept of whoever asks for that',
    // More than half a processor: a document takes 0.1 s of a whole one, most of it for the fonts.
    memoryMegabytes: 1024,
    timeoutSeconds: longestWork.documents,
    // An erasure looks through the table again and again, until nothing is found.
    comesRound: true,
    calledBy: 'a queue',
    environment: [
      'STAGE',
      'LOG_LEVEL',
      'TABLE_NAME',
      'FILES_BUCKET',
      'INBOUND_QUEUE_URL',
      'OUTBOUND_QUEUE_URL',
      'LATER_QUEUE_URL',
      'DOCUMENTS_QUEUE_URL',
      'DEAD_LETTER_URLS',
      'ADVISOR_GROUP_ID',
    ],
    grants: [
      { on: 'documents', may: consume },
      { on: 'inboundDead', may: lookThrough },
      { on: 'outboundDead', may: lookThrough },
      { on: 'laterDead', may: lookThrough },
      { on: 'jobsDead', may: lookThrough },
      { on: 'documentsDead', may: lookThrough },
      { on: 'interpretDead', may: lookThrough },
      {
        on: 'table',
        may: [
          'dynamodb:BatchGetItem',
          'dynamodb:GetItem',
          'dynamodb:Query',
          'dynamodb:Scan',
          'dynamodb:PutItem',
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
        ],
      },
      { on: 'files', may: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
      { on: 'erased', may: ['s3:GetObject', 's3:PutObject'] },
      { on: 'filesBucket', may: ['s3:ListBucket'] },
      { on: 'inbound', may: send },
      { on: 'outbound', may: send },
      { on: 'later', may: send },
    ],
  },
  tick: {
    does: 'Sends timers that fell due as inbound events, wakes rows that wait too long, and passes on what asked to be seen later',
    memoryMegabytes: 256,
    timeoutSeconds: 10,
    comesRound: true,
    calledBy: 'the clock',
    environment: [
      'STAGE',
      'LOG_LEVEL',
      'TABLE_NAME',
      'INBOUND_QUEUE_URL',
      'OUTBOUND_QUEUE_URL',
      'LATER_QUEUE_URL',
      'DOCUMENTS_QUEUE_URL',
    ],
    grants: [
      { on: 'later', may: consume },
      { on: 'table/index/due', may: ['dynamodb:Query'] },
      { on: 'inbound', may: send },
      { on: 'outbound', may: send },
      { on: 'documents', may: send },
    ],
  },
  alarm: {
    does: 'Hands alarms that begin and end to the advisors’ group; a mail tells them as well, since the group may be what is broken',
    memoryMegabytes: 256,
    timeoutSeconds: 10,
    comesRound: false,
    calledBy: 'alarms',
    environment: ['STAGE', 'LOG_LEVEL', 'INBOUND_QUEUE_URL'],
    grants: [{ on: 'inbound', may: send }],
  },
  interpret: {
    does: 'Asks a language model what words mean that the station’s own rules did not understand; it gets nothing that tells whose they are',
    memoryMegabytes: 512,
    timeoutSeconds: 10,
    comesRound: false,
    calledBy: 'a queue',
    environment: [
      'STAGE',
      'LOG_LEVEL',
      'TABLE_NAME',
      'INBOUND_QUEUE_URL',
      'INTERPRET_QUEUE_URL',
      'MODEL_ID',
      'MODEL_DOLLARS',
      'MODEL_CALLS_A_DAY',
    ],
    grants: [
      { on: 'interpret', may: consume },
      { on: 'table', may: ['dynamodb:PutItem', 'dynamodb:UpdateItem'] },
      { on: 'inbound', may: send },
      { on: 'model', may: ['bedrock:InvokeModel'] },
      { on: 'modelBehind', may: ['bedrock:InvokeModel'], through: 'model' },
    ],
  },
} as const satisfies Record<string, FunctionSpec>;

/** Name of a deployed function, the same as its folder. */
export type FunctionName = keyof typeof functions;
