import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { Interrupted } from './connect/ask.ts';
import { swallowed } from './swallowed.ts';

type Values<O extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: O }>>['values'];

/** What was asked for on the command line of `npm run <command>`; a text: what is wrong with it. */
export function readOptions<const O extends ParseArgsOptionsConfig>(
  command: string,
  options: O,
): Values<O> | string {
  try {
    return swallowed(command, Object.keys(options), process.env) ?? parseArgs({ options }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Does what was asked for, or says how it is asked for. `work` answers how the process ends: 0 where nothing is wrong. Who breaks it
 * off at the terminal needs no reason.
 */
export async function runCommand<O extends { readonly help: boolean }>(
  options: O | string,
  help: string,
  work: (options: O) => Promise<number>,
): Promise<void> {
  if (typeof options === 'string') {
    console.error(`${options}\n\n${help}`);
    process.exitCode = 1;
  } else if (options.help) console.log(help);
  else process.exitCode = await work(options).catch(failed);
}

function failed(error: unknown): number {
  if (!(error instanceof Interrupted)) console.error(error instanceof Error ? error.message : error);
  return 1;
}
