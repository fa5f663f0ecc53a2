import type { Wiring } from './wiring-types.ts';

/** What the station's own commands need to reach it, as `GET /_local/aws` tells them: where its AWS is, and what is there. */
export type ToldOutputs = {
  /** Variables for the AWS SDK. */
  readonly environment: Readonly<Record<string, string>>;
  /** Named as the outputs of a deployed stack; queues by the last word of their names. */
  readonly outputs: {
    readonly TableName: string;
    readonly FilesBucket: string;
    readonly DocumentsQueueUrl: string;
    readonly QueueUrls: Readonly<Record<string, string>>;
    readonly DeadLetterUrls: Readonly<Record<string, string>>;
  };
};

/** `awsUrl` and `filesUrl`: where SQS and DynamoDB, and where S3 is answered; `account` stands in the queues' addresses. */
export function toldOutputs(
  { tables, queues, buckets }: Wiring,
  places: {
    readonly awsUrl: string;
    readonly filesUrl: string;
    readonly account: string;
    readonly region: string;
  },
): ToldOutputs {
  const { awsUrl, filesUrl, account, region } = places;
  const url = (queue: string) => `${awsUrl}/${account}/${queue}`;
  const working = queues.flatMap(({ name, redrive }) =>
    redrive === undefined ? [] : [{ word: wordOf(name), name, dead: redrive.deadLetterQueue }],
  );
  const QueueUrls = Object.fromEntries(working.map(({ word, name }) => [word, url(name)]));
  return {
    environment: {
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL: awsUrl,
      AWS_ENDPOINT_URL_SQS: awsUrl,
      AWS_ENDPOINT_URL_DYNAMODB: awsUrl,
      AWS_ENDPOINT_URL_S3: filesUrl,
    },
    outputs: {
      TableName: tables[0]?.name ?? '',
      FilesBucket: buckets[0] ?? '',
      DocumentsQueueUrl: QueueUrls.documents ?? '',
      QueueUrls,
      DeadLetterUrls: Object.fromEntries(working.map(({ word, dead }) => [word, url(dead)])),
    },
  };
}

/** `station-demo-inbound.fifo` → `inbound`. */
function wordOf(queue: string): string {
  return queue.replace(/\.fifo$/, '').replace(/^.*-/, '');
}
