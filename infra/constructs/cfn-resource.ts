import type { CfnResource } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * The CloudFormation resource behind a construct, for what the construct itself has no setting for.
 * Throws an error if it is of another kind, which is a mistake in this folder.
 */
export function cfnResource<T extends CfnResource>(
  construct: Construct,
  kind: abstract new (...given: never[]) => T,
): T {
  const child = construct.node.defaultChild;
  if (child instanceof kind) return child;
  throw new Error(`${construct.node.path} is not made of one ${kind.name}.`);
}
