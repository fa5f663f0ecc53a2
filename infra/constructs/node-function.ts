import { join } from 'node:path';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  CfnFunction,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundling, stationAlias } from '../bundling.ts';
import type { Config } from '../config.ts';
import type { FunctionSpec, Grant, Place } from '../functions.ts';
import type { EnvironmentName } from '../names.ts';
import { cfnResource } from './cfn-resource.ts';

export type NodeFunctionProps = {
  /** Folder under functions/ whose handler.ts exports `handler`. */
  readonly name: string;
  readonly spec: FunctionSpec;
  readonly config: Pick<Config, 'stage' | 'logLevel' | 'logDays' | 'station'>;
  /** Values of the environment; one that is '' is left out, so that the function says itself what it misses. */
  readonly environment: Readonly<Record<EnvironmentName, string>>;
  /** ARN of each place that a grant can name; '' is not in this stack, and nothing is granted on it. */
  readonly places: Readonly<Record<Place, string>>;
  /** Of those whose ARN ends in a star: under which id cdk-nag finds it, and why it is right. */
  readonly starred: Readonly<Partial<Record<Place, { readonly id: string; readonly reason: string }>>>;
  /** Instances kept free for this function. */
  readonly reserved: number | 'none';
};

/**
 * A function as this house runs it: Node 24 on arm64, one minified ES module with its SDK inside, JSON logs that expire,
 * and a role of its own that may do what its grants list and nothing else.
 */
export class NodeFunction extends Construct {
  readonly lambda: NodejsFunction;

  constructor(
    scope: Construct,
    id: string,
    { name, spec, config, environment, places, starred, reserved }: NodeFunctionProps,
  ) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/station/${config.stage}/${name}`,
      retention: config.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Not the managed basic-execution policy: that one may write to every log group of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    Validations.of(role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray has no resources to name: its two write actions are only ever granted on all of them',
    });
    for (const grant of spec.grants) {
      if (places[grant.on] === '') continue;
      role.addToPolicy(statementOf(grant, places));
      const star = starred[grant.on];
      if (star) Validations.of(role).acknowledge(star);
    }

    const entry = `functions/${name}/handler.ts`;
    this.lambda = new NodejsFunction(this, 'Function', {
      description: spec.does,
      entry: join(root, entry),
      handler: 'handler',
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: spec.memoryMegabytes,
      timeout: Duration.seconds(spec.timeoutSeconds),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel[config.logLevel],
      // START, END and REPORT lines would be most of what the log costs; CloudWatch has their figures as metrics.
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
      recursiveLoop: spec.comesRound ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE,
      environment: Object.fromEntries(
        spec.environment.map((key) => [key, environment[key]]).filter(([, value]) => value !== ''),
      ),
      // Sets a variable that only version 2 of the SDK reads.
      awsSdkConnectionReuse: false,
      ...(reserved === 'none' ? {} : { reservedConcurrentExecutions: reserved }),
      bundling: {
        format: OutputFormat.ESM,
        mainFields: bundling.mainFields,
        // The `charset` setting does nothing in aws-cdk-lib 2.276, and there is none for aliases: flags as esbuild takes them.
        esbuildArgs: {
          '--charset': bundling.charset,
          ...Object.fromEntries(
            Object.entries({ ...bundling.alias, ...stationAlias(config.station) }).map(([from, to]) => [
              `--alias:${from}`,
              to,
            ]),
          ),
        },
        loader: bundling.loader,
        minify: true,
        sourceMap: false,
        // The pinned SDK, and only what of it is used, instead of whichever the runtime happens to carry.
        bundleAwsSDK: true,
      },
    });
    Validations.of(this.lambda).acknowledge({
      id: 'Serverless::Serverless-LambdaDLQ',
      reason: whatFails[spec.calledBy],
    });
    cfnResource(this.lambda, CfnFunction).addMetadata('local:entry', entry);
  }
}

/** What becomes of a call that fails, by who made it: why Lambda needs to keep none of them. */
const whatFails = {
  'the address':
    'API Gateway waits for the answer and passes an error on: no call is kept that could be lost',
  'a queue':
    'Nothing but its queue calls it, and what fails five times goes to the dead letters of that queue',
  'the clock':
    'The next minute finds all that a lost one would have found; what comes from its queue has dead letters there',
  alarms: 'A mail tells the same alarm, and a function that fails here three times is an alarm itself',
} as const satisfies Record<FunctionSpec['calledBy'], string>;

/** The repository's root: entries and the lock file are named from here, wherever the command was started. */
const root = join(import.meta.dirname, '../..');

function statementOf({ on, may, through }: Grant, places: Readonly<Record<Place, string>>): PolicyStatement {
  const only = through && {
    conditions: { StringEquals: { 'bedrock:InferenceProfileArn': places[through] } },
  };
  return new PolicyStatement({ actions: [...may], resources: [places[on]], ...only });
}
