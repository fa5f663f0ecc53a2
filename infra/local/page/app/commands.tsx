import type { JSX } from 'preact';
import type { ShownChat } from '../../phone-api.ts';

type Props = {
  readonly text: string;
  readonly commands: ShownChat['commands'];
  readonly choose: (command: string) => void;
};

/** The commands that begin like what is being written after a slash. */
export const Suggestions = ({ text, commands, choose }: Props): JSX.Element | null => {
  if (!/^\/\w*$/.test(text)) return null;
  const matching = commands.filter(({ command }) => command.startsWith(text.slice(1)));
  if (matching.length === 0) return null;
  return (
    <ul class="suggestions" aria-label="Commands that begin like this">
      {matching.map(({ command, description }) => (
        <li key={command}>
          <button type="button" onClick={() => choose(command)}>
            <b>/{command}</b>
            <small dir="auto">{description}</small>
          </button>
        </li>
      ))}
    </ul>
  );
};
