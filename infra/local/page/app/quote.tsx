import type { JSX } from 'preact';
import type { ShownMessage } from '../../phone-api.ts';

/** The first line of the message that is answered. */
export const Quote = ({ message }: { readonly message: ShownMessage }): JSX.Element => (
  <span class="quote">
    <b dir="auto">{message.author || (message.from === 'bot' ? 'Station' : 'You')}</b>
    <span dir="auto">{gist(message)}</span>
  </span>
);

/** A message in a few words. */
export const gist = ({ content }: ShownMessage): string => {
  if (content.kind === 'text' || content.kind === 'service') return content.text.slice(0, 80);
  if (content.kind === 'photo') return content.caption.slice(0, 80) || 'Photo';
  if (content.kind === 'document') return content.name;
  if (content.kind === 'voice') return 'Voice message';
  return content.kind === 'location' ? content.title || 'Location' : content.name;
};
