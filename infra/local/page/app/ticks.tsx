import type { JSX } from 'preact';
import type { ShownMessage } from '../../phone-api.ts';

/** How far the person's own message came: one tick, two, or two blue ones. */
export const Ticks = ({ message }: { readonly message: ShownMessage }): JSX.Element => {
  const both = message.read === true || message.delivered !== false;
  const name = message.read ? 'Read' : both ? 'Delivered' : 'Sent';
  return (
    <svg class={`ticks ${message.read ? 'read' : ''}`} viewBox="0 0 18 12" role="img" aria-label={name}>
      <path d="M1.2 6.6 4.6 10 11.4 2.2" />
      {both && <path d="M8 9.2 8.8 10 15.6 2.2" />}
    </svg>
  );
};
