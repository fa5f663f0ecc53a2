import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ShownMessage } from '../../phone-api.ts';
import { Buttons } from './buttons.tsx';
import { Content } from './content.tsx';
import { Icon } from './icons.tsx';
import { gist } from './quote.tsx';

type Props = {
  readonly chat: string;
  readonly message: ShownMessage;
  readonly as: string;
  /** The newest message of the topic, 0 where there is none. */
  readonly newest: number;
};

/** The pinned message on top of a topic: one line of it, and the whole with its buttons when it is opened. */
export const Pinned = ({ chat, message, as, newest }: Props): JSX.Element => {
  const [open, setOpen] = useState(false);
  const [tappedAt, setTappedAt] = useState<number>();
  // What a button of the card brings comes below it: the card makes room.
  useEffect(() => {
    if (tappedAt === undefined || tappedAt === newest) return;
    setTappedAt(undefined);
    setOpen(false);
  }, [tappedAt, newest]);
  return (
    <div class="pinned">
      <button type="button" class="pinned-bar" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="flag" />
        <span class="pinned-line">
          <b>Pinned</b>
          <span dir="auto">{gist(message)}</span>
        </span>
        <Icon name={open ? 'up' : 'down'} />
      </button>
      {open && (
        <section class="pinned-card" aria-label="The pinned message">
          <Content content={message.content} />
          {message.buttons.length > 0 && (
            <Buttons chat={chat} message={message} as={as} tapped={() => setTappedAt(newest)} />
          )}
        </section>
      )}
    </div>
  );
};
