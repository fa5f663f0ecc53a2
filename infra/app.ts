import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { readConfig } from './config.ts';
import { StationStack } from './station-stack.ts';

const app = new App();
const config = readConfig({ context: (name) => app.node.tryGetContext(name), environment: process.env });
new StationStack(app, `Station-${config.stage}`, { config });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
