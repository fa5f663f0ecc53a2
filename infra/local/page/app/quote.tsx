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
  switch (content.kind) {
    case 'text':
    case 'service':
      return content.text.slice(0, 80);
    case 'photo':
      return content.caption.slice(0, 80) || 'Photo';
    case 'video':
      return content.caption.slice(0, 80) || (content.look === 'animation' ? 'Animation' : 'Video');
    case 'document':
    case 'audio':
    case 'contact':
      return content.name;
    case 'sticker':
      return `${content.emoji} Sticker`.trim();
    case 'voice':
      return 'Voice message';
    case 'location':
      return content.title || 'Location';
  }
};
