/** `npm run ops -- <command>`: what an operator does with a station that runs (order.ts has the commands). */
import { askAt } from '../connect/ask.ts';
import { createChecklist } from '../connect/checklist.ts';
import { swallowed } from '../swallowed.ts';
import { optionNames, readOrder, usage } from './order.ts';
import { run } from './run.ts';

// What the shared doors log goes to CloudWatch in a function; here it would stand between the lines.
process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

const argv = process.argv.slice(2);
const order = swallowed('ops', optionNames, process.env) ?? readOrder(argv);
if (argv.includes('--help')) console.log(usage);
else if (typeof order === 'string') {
  console.error(`✗ ${order}\n\n${usage}`);
  process.exitCode = 1;
} else {
  const told = createChecklist((line) => console.log(line));
  const { stdin: input, stdout: output } = process;
  await run(order, told, input.isTTY ? askAt({ input, output }) : null);
  process.exit(told.wrongs() > 0 ? 1 : 0);
}
