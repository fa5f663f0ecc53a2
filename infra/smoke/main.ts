import { readOptions, runCommand } from '../command.ts';
import { askAt } from '../connect/ask.ts';
import { createChecklist } from '../connect/checklist.ts';
import { callAt } from './call.ts';
import { findPlace } from './place.ts';
import { smoke } from './run.ts';

/** `npm run smoke`: whether a deployed station answers as it should, from outside. Ends with 1 while something is wrong. */

const help = `npm run smoke -- [--url https://…] [--stage prod] [--guided]

  --url     the station's address; the stack's own when it is left out. A station that npm start runs: http://127.0.0.1:3000
  --stage   which station: a stage of infra/config.ts (prod)
  --guided  ten minutes with a phone: what only a person can see is asked step by step

Nothing is written: what is posted to the webhooks holds no message.`;

const options = readOptions('smoke', {
  url: { type: 'string' },
  stage: { type: 'string', default: 'prod' },
  guided: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
});
await runCommand(options, help, main);

async function main({ url, stage, guided }: Exclude<typeof options, string>): Promise<number> {
  const list = createChecklist((line) => console.log(line));
  const { stdin: input, stdout: output } = process;
  const place = await findPlace(list, { url, stage });
  if (place !== null) {
    if (!guided) list.note('What needs a phone is asked with --guided');
    const ask = guided ? askAt({ input, output }) : null;
    await smoke({ ...place, list, stage, ask, call: callAt(place.url) });
  }
  const wrongs = list.wrongs();
  console.log(`\n${wrongs === 0 ? 'All of it is as it should be.' : `${wrongs} to put right.`}`);
  return wrongs === 0 ? 0 : 1;
}
