import type { ComponentChildren, JSX } from 'preact';
import type { ShownEntity } from '../../phone-api.ts';
import { useWays } from './messenger.ts';
import { readSigns } from './signs.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

type Props = {
  readonly text: string;
  /** Where the messenger tells formats beside the text; WhatsApp's stand in it as signs. */
  readonly entities?: readonly ShownEntity[] | undefined;
  /** Sends a bot command that was tapped in the text; without it commands are plain words. */
  readonly command?: ((command: string) => void) | undefined;
};

/** A message's text. Every letter of it becomes a text node: nothing a person writes is ever read as markup. */
export const RichText = ({ text, entities, command }: Props): JSX.Element => {
  const { format } = useWays();
  const signed = format === 'signs' ? readSigns(text) : { text, entities: entities ?? [] };
  return (
    <span class="text" dir="auto">
      {stretchesOf(signed.text, signed.entities).map((stretch) => draw(stretch, command))}
    </span>
  );
};

const draw = (stretch: Stretch, command: Props['command']): ComponentChildren => {
  const { text } = stretch;
  const formatted = stretch.formats.reduce<ComponentChildren>((inner, format) => wrap(format, inner), text);
  if (stretch.href)
    return (
      <a href={stretch.href} target="_blank" rel="noreferrer">
        {formatted}
      </a>
    );
  if (stretch.command && command)
    return (
      <button type="button" class="link" onClick={() => command(stretch.command)}>
        {formatted}
      </button>
    );
  return formatted;
};

const wrap = (format: string, inner: ComponentChildren): ComponentChildren => {
  if (format === 'bold') return <strong>{inner}</strong>;
  if (format === 'italic') return <em>{inner}</em>;
  if (format === 'underline') return <u>{inner}</u>;
  if (format === 'strikethrough') return <s>{inner}</s>;
  if (format === 'code') return <code>{inner}</code>;
  if (format === 'pre') return <code class="block">{inner}</code>;
  return inner;
};
