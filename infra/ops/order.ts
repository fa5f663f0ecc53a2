import { parseArgs } from 'node:util';

/** What the operator wants. `who`: an id, an address or a number, as `findPeople` reads it. */
export type Command =
  | { readonly do: 'list' }
  | { readonly do: 'redrive'; readonly queue: string | null; readonly perSecond: number | null }
  | { readonly do: 'erase'; readonly who: string; readonly yes: boolean }
  | { readonly do: 'eraseAgain' }
  | { readonly do: 'export'; readonly who: string; readonly folder: string }
  | { readonly do: 'rotate'; readonly messenger: 'telegram' | 'whatsapp' };

/** The command, and the station it is for: `local` is the base address of one on this machine, null a deployed one. */
export type Order = { readonly command: Command; readonly stage: string; readonly local: string | null };

export const usage = `npm run ops -- <command> [--stage prod] [--local http://127.0.0.1:3000]

  dead-letters list                        what no function could handle: which queue, what kind, since when
  dead-letters redrive [queue] [--max n]   back to work once the cause is mended; at most n a second (1 to 500)
  erase <who> [--yes]                      all that is kept of a person; without --yes it only counts
  erase-again                              after a backup was restored: whoever was erased since is erased once more
  export <who> [--to folder]               all that is kept of a person, as an archive
  rotate-secret telegram|whatsapp          a new secret, with no message refused meanwhile

<who> is a customer's id, an address such as telegram:7000001, or a phone number in any form.`;

/** Reads the command line (without node and script). Text instead of an order says what is wrong with it. */
export function readOrder(argv: readonly string[]): Order | string {
  const given = parsed(argv);
  if (typeof given === 'string') return given;
  const { stage, local, max, to, yes } = given.values;
  const command = commandOf(given.positionals, { max, to, yes });
  if (typeof command === 'string') return command;
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(stage)) return '--stage takes a name such as prod or demo';
  if (local !== undefined && !URL.canParse(local))
    return '--local takes the address that npm start prints, such as http://127.0.0.1:3000';
  return { command, stage, local: local === undefined ? null : new URL(local).origin };
}

const options = {
  stage: { type: 'string', default: 'prod' },
  local: { type: 'string' },
  max: { type: 'string' },
  to: { type: 'string' },
  yes: { type: 'boolean', default: false },
} as const;

/** What may be said beside a command, without its dashes. */
export const optionNames = Object.keys(options);

type Given = {
  readonly max: string | undefined;
  readonly to: string | undefined;
  readonly yes: boolean;
};

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : 'the command line cannot be read';
  }
}

function commandOf(words: readonly string[], { max, to, yes }: Given): Command | string {
  const [name = '', one, two, ...more] = words;
  if (more.length > 0) return `"${more[0]}" is one word too many`;
  switch (name) {
    case 'dead-letters':
      return deadLettersCommand(one, two, max);
    case 'erase':
    case 'export':
      if (one === undefined) return `${name} needs to know whom: an id, an address or a phone number`;
      if (two !== undefined) return `"${two}" is one word too many: put a number with blanks into quotes`;
      return name === 'erase'
        ? { do: 'erase', who: one, yes }
        : { do: 'export', who: one, folder: to ?? '.' };
    case 'erase-again':
      return one === undefined ? { do: 'eraseAgain' } : 'erase-again takes no further word';
    case 'rotate-secret':
      return (one === 'telegram' || one === 'whatsapp') && two === undefined
        ? { do: 'rotate', messenger: one }
        : 'rotate-secret takes telegram or whatsapp';
    default:
      return name === '' ? 'no command' : `there is no command "${name}"`;
  }
}

function deadLettersCommand(
  way: string | undefined,
  queue: string | undefined,
  max: string | undefined,
): Command | string {
  if (way === 'list') return queue === undefined ? { do: 'list' } : 'list shows all queues';
  if (way !== 'redrive') return 'dead-letters takes list or redrive';
  const perSecond = max === undefined ? null : Number(max);
  const isGood = perSecond === null || (Number.isInteger(perSecond) && perSecond >= 1 && perSecond <= 500);
  return isGood ? { do: 'redrive', queue: queue ?? null, perSecond } : '--max takes a number from 1 to 500';
}
