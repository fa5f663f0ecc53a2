import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { cfnResource } from './cfn-resource.ts';

/**
 * Where photos and documents lie: private, encrypted, TLS only, gone after their days. No versions are kept, so that
 * what is erased is erased. Who read what is logged to a second bucket, which forgets as the other logs do.
 */
export class FilesBucket extends Construct {
  readonly bucket: Bucket;
  /** The files themselves, as a grant names them: `fileKey` of shared/runtime/files.ts makes their names. */
  readonly filesArn: string;
  /** Under this id cdk-nag finds the star of that ARN. */
  readonly finding: string;
  /** The folder that remembers who was erased, and under which id cdk-nag finds its star. */
  readonly erasedArn: string;
  readonly erasedFinding: string;

  constructor(
    scope: Construct,
    id: string,
    {
      keepData,
      fileDays,
      erasedDays,
      logDays,
    }: Pick<Config, 'keepData' | 'fileDays' | 'erasedDays' | 'logDays'>,
  ) {
    super(scope, id);
    const removalPolicy = keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const accessLog = new Bucket(this, 'AccessLog', {
      ...closed,
      lifecycleRules: [{ expiration: Duration.days(logDays) }],
      removalPolicy,
    });
    this.bucket = new Bucket(this, 'Bucket', {
      ...closed,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { prefix: 'files/', expiration: Duration.days(fileDays) },
        // Tables that name many people and are sent once. Of two rules the sooner one counts:
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-conflicts.html
        { prefix: 'files/day/', expiration: Duration.days(1) },
        { prefix: 'erased/', expiration: Duration.days(erasedDays) },
      ],
      removalPolicy,
    });
    logAccess(this.bucket, accessLog);
    const bucketId = Stack.of(this).getLogicalId(cfnResource(this.bucket, CfnBucket));
    const finding = (folder: string) =>
      `AwsSolutions::AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${folder}]`;
    const [kept, erased] = ['files/*', 'erased/*'];
    this.filesArn = this.bucket.arnForObjects(kept);
    this.finding = finding(kept);
    this.erasedArn = this.bucket.arnForObjects(erased);
    this.erasedFinding = finding(erased);
  }
}

/** As `serverAccessLogsBucket` does it, which does not compile with exactOptionalPropertyTypes. */
function logAccess(bucket: Bucket, accessLog: Bucket): void {
  cfnResource(bucket, CfnBucket).loggingConfiguration = { destinationBucketName: accessLog.bucketName };
  accessLog.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [accessLog.arnForObjects('*')],
      conditions: {
        ArnLike: { 'aws:SourceArn': bucket.bucketArn },
        StringEquals: { 'aws:SourceAccount': Stack.of(bucket).account },
      },
    }),
  );
}

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  versioned: false,
} as const;
