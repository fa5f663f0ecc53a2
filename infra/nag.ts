import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import * as z from 'zod';

/** Checks the whole app by the rules of AWS Solutions and of serverless work, when it is synthesised; a finding is an error. */
export function checkWithNag(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}

/** A finding that is accepted: the rule, the construct it is about, and why it is right there. */
export type Acknowledged = { readonly id: string; readonly on: string; readonly reason: string };

/** Every finding of an app that is acknowledged; each stands beside the resource it is about. */
export function acknowledgedFindings(app: App): readonly Acknowledged[] {
  return app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(Reasons.parse(data)))
      .map(([id, reason]) => ({ id, on: node.path, reason: JSON.stringify(reason) })),
  );
}

const Reasons = z.record(z.string(), z.unknown());
