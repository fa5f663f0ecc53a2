/** What the station's own commands need to reach it, as `GET /_local/aws` tells them: where its AWS is, and what is there. */
export type ToldOutputs = {
  /** Variables for the AWS SDK. */
  readonly environment: Readonly<Record<string, string>>;
  /** The outputs of its stack. */
  readonly outputs: Readonly<Record<string, string>>;
};

/** `awsUrl` and `filesUrl`: where SQS and DynamoDB, and where S3 is answered. */
export function toldOutputs(
  outputs: ToldOutputs['outputs'],
  {
    awsUrl,
    filesUrl,
    region,
  }: { readonly awsUrl: string; readonly filesUrl: string; readonly region: string },
): ToldOutputs {
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
    outputs,
  };
}
