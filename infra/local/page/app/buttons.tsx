import type { JSX } from 'preact';
import type { ShownButton, ShownMessage } from '../../phone-api.ts';
import { Icon } from './icons.tsx';
import { linkTo } from './stretches.ts';
import { useStation, useView } from './use-station.ts';

type Props = {
  readonly chat: string;
  readonly message: ShownMessage;
  readonly as: string;
  /** Told of every tap. */
  readonly tapped?: () => void;
};

/** The rows of buttons under a bubble. A tapped one spins until the station answers its callback. */
export const Buttons = ({ chat, message, as, tapped = () => {} }: Props): JSX.Element => (
  <fieldset class="buttons" aria-label="Answers">
    {message.buttons.map((row, index) => (
      <div class="buttons-row" key={`${index}-${row.length}`}>
        {row.map((button, place) => (
          <InlineButton
            key={`${place}-${button.text}`}
            chat={chat}
            messageId={message.id}
            button={button}
            as={as}
            tapped={tapped}
          />
        ))}
      </div>
    ))}
  </fieldset>
);

type ButtonProps = {
  readonly chat: string;
  readonly messageId: number;
  readonly button: ShownButton;
  readonly as: string;
  readonly tapped: () => void;
};

const InlineButton = ({ chat, messageId, button, as, tapped }: ButtonProps): JSX.Element => {
  const station = useStation();
  const { taps, chats, state } = useView();
  if (button.kind === 'url') {
    return (
      <a class="inline" {...linkTo(button.url)} target="_blank" rel="noreferrer">
        <span dir="auto">{button.text}</span>
        <Icon name="out" />
      </a>
    );
  }
  const { data } = button;
  const waits = [...taps.filter((tap) => tap.chat === chat), ...(chats[chat]?.pending ?? [])];
  const spinning = waits.some((tap) => tap.messageId === messageId && tap.data === data);
  const tap = (): void => {
    if (spinning) return;
    tapped();
    void station.act({ do: 'tap', chat, messageId, data, ...(as ? { as } : {}) });
  };
  return (
    <button type="button" class="inline" aria-busy={spinning} disabled={state?.live === false} onClick={tap}>
      <span dir="auto">{button.text}</span>
      {spinning && (
        <span class="spinner">
          <span class="unseen">Waiting for the station</span>
        </span>
      )}
    </button>
  );
};
