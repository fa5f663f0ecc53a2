/** Options that npm has, too: some machines always set them, and without ours a command only counts. */
const npmsOwn = ['yes'];

/**
 * What is wrong where npm kept an option for itself: without `--` in between, `npm run connect --check` starts the command without
 * its option, and who wanted to look only would write. npm leaves what it kept in `npm_config_<name>`. Null where it kept nothing.
 * https://docs.npmjs.com/cli/v11/commands/npm-run
 */
export function swallowed(
  command: string,
  options: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const kept = options.filter(
    (name) => !npmsOwn.includes(name) && environment[`npm_config_${name}`] !== undefined,
  );
  if (kept.length === 0) return null;
  const named = kept.map((name) => `--${name}`);
  return `npm took ${named.join(' and ')} for itself: write "--" before the options, as in npm run ${command} -- … ${named.join(' ')}`;
}
