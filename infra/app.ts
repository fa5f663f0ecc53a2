import { App } from 'aws-cdk-lib';
import { acknowledgedFindings, checkWithNag } from './nag.ts';
import { readConfigs, SettingError } from './read-config.ts';
import { staleAnswerLines } from './stale-answers.ts';
import { StationStack } from './station-stack.ts';
import { stations } from './stations.ts';

const app = new App();
for (const config of owners()) {
  new StationStack(app, `Station-${config.stage}`, { config });
  for (const line of staleAnswerLines(stations[config.station], Date.now())) console.error(line);
}
checkWithNag(app);
// A finding that nobody acknowledged ends it here, with all of them in the report.
app.synth();
console.error(`cdk-nag: 0 findings, ${acknowledgedFindings(app).length} acknowledged`);

/** What the owner said, or an end with what is wrong with it instead of a stack trace. */
function owners() {
  try {
    return readConfigs({
      context: (name) => app.node.tryGetContext(name),
      environment: process.env,
      names: Object.keys(app.node.getAllContext()),
    });
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
