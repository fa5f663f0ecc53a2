import { App } from 'aws-cdk-lib';
import { acknowledgedFindings, checkWithNag } from './nag.ts';
import { readConfigs } from './read-config.ts';
import { StationStack } from './station-stack.ts';

const app = new App();
const given = { context: (name: string): unknown => app.node.tryGetContext(name), environment: process.env };
for (const config of readConfigs(given)) new StationStack(app, `Station-${config.stage}`, { config });
checkWithNag(app);
// A finding that nobody acknowledged ends it here, with all of them in the report.
app.synth();
console.error(`cdk-nag: 0 findings, ${acknowledgedFindings(app).length} acknowledged`);
