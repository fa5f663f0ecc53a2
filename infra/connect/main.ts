import { setTimeout as pause } from 'node:timers/promises';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SSMClient } from '@aws-sdk/client-ssm';
import { channelOf } from '#shared/channels/registry.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { apiUrlOf } from '#shared/runtime/secrets.ts';
import { regionOf } from '../aws-trouble.ts';
import { readOptions, runCommand } from '../command.ts';
import { stageTrouble } from '../stage-trouble.ts';
import { stationOf } from '../station-of.ts';
import { askAt } from './ask.ts';
import { createChecklist } from './checklist.ts';
import type { Context } from './context.ts';
import { localPlace } from './local.ts';
import { connect, type Run } from './run.ts';
import { type Messenger, ssmStore } from './secret-store.ts';

/**
 * `npm run connect`: what stands between a deployed stack and a bot that answers, done or named line by line. Ends with 1
 * while something is wrong.
 */

const help = `npm run connect -- [--check] [--stage prod] [--local http://127.0.0.1:3000]

  --check   only looks: nothing is written anywhere
  --stage   which station: a stage of infra/config.ts (prod)
  --local   the station that npm start runs on this machine, without AWS

Secrets are asked for at the terminal, or taken from TELEGRAM_BOT_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_ACCESS_TOKEN,
WHATSAPP_APP_SECRET and WHATSAPP_PIN. The advisors’ group is the deployed one, or ADVISOR_GROUP_ID and ADVISOR_IDS.`;

const options = readOptions('connect', {
  check: { type: 'boolean', default: false },
  stage: { type: 'string', default: 'prod' },
  local: { type: 'string' },
  help: { type: 'boolean', default: false },
});
await runCommand(options, help, main);

async function main({ check, stage, local }: Exclude<typeof options, string>): Promise<number> {
  const list = createChecklist((line) => console.log(line));
  const http = createHttpClient();
  const rest = [
    ...(stage === 'prod' ? [] : ['--stage', stage]),
    ...(local === undefined ? [] : ['--local', local]),
  ];
  const shared = {
    list,
    http,
    stage,
    writes: !check,
    environment: process.env,
    ask:
      process.stdin.isTTY && process.stdout.isTTY
        ? askAt({ input: process.stdin, output: process.stdout })
        : null,
    sleep: (milliseconds: number) => pause(milliseconds),
    rerun: `Run npm run connect${rest.length > 0 ? ` -- ${rest.join(' ')}` : ''}`,
  };
  const trouble = await stageTrouble(stage);
  if (trouble !== null) {
    list.wrong(trouble.says, trouble.todo);
    return 1;
  }
  const found = local === undefined ? atAws(stage) : await localPlace(local, process.env, http);
  if (typeof found === 'string') {
    list.wrong(found, 'Then run it again');
    return 1;
  }
  const { place, ...own } = found;
  await connect({ context: { ...shared, ...own }, place, loadStation: () => stationOf(stage) });
  const wrongs = list.wrongs();
  console.log(`\n${wrongs === 0 ? 'All is connected.' : `${wrongs} to put right.`}`);
  return wrongs === 0 ? 0 : 1;
}

function atAws(stage: string): Pick<Context, 'apiUrls' | 'secrets' | 'now'> & Pick<Run, 'place'> {
  const where = regionOf(process.env);
  const baseOf = (messenger: Messenger) => apiUrlOf(channelOf({ channel: messenger }).account);
  const lambda = new LambdaClient(where);
  return {
    apiUrls: { telegram: baseOf('telegram'), whatsapp: baseOf('whatsapp') },
    secrets: ssmStore(new SSMClient(where), stage),
    now: Date.now,
    place: {
      kind: 'aws',
      clients: {
        lambda,
        cloudFormation: new CloudFormationClient(where),
        region: () => lambda.config.region(),
      },
    },
  };
}
