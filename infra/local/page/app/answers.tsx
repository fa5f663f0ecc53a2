import type { JSX } from 'preact';
import type { ShownMessage } from '../../phone-api.ts';
import { Icon } from './icons.tsx';
import { linkTo } from './stretches.ts';
import { useStation, useView } from './use-station.ts';

type Props = {
  readonly chat: string;
  readonly message: ShownMessage;
  /** An answer was given already: what serves once is grey. */
  readonly used: boolean;
  /** Opens what the message asks with: its list, or the question for the contact or the place. */
  readonly openSheet: (message: ShownMessage) => void;
};

/** The rows joined to a WhatsApp message: reply buttons and the request for the contact serve once, links, lists and the request for the place always. */
export const Answers = ({ chat, message, used, openSheet }: Props): JSX.Element => {
  const station = useStation();
  const { taps, chats, state } = useView();
  const waits = [...taps.filter((tap) => tap.chat === chat), ...(chats[chat]?.pending ?? [])];
  const idle = state?.live === false;
  const spent = used || waits.some((tap) => tap.messageId === message.id);
  const { list } = message;
  return (
    <fieldset class="answers" aria-label="Answers">
      {message.buttons.flat().map((button, place) =>
        button.kind === 'url' ? (
          <a
            class="answer"
            key={`${place}-${button.text}`}
            {...linkTo(button.url)}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="out" />
            <span dir="auto">{button.text}</span>
          </a>
        ) : (
          <button
            type="button"
            class="answer"
            key={`${place}-${button.text}`}
            disabled={idle || spent}
            onClick={() => void station.act({ do: 'tap', chat, messageId: message.id, data: button.data })}
          >
            <Icon name="reply" />
            <span dir="auto">{button.text}</span>
          </button>
        ),
      )}
      {list && (
        <button
          type="button"
          class="answer"
          aria-haspopup="dialog"
          disabled={idle}
          onClick={() => openSheet(message)}
        >
          <Icon name="list" />
          <span dir="auto">{list.button}</span>
        </button>
      )}
      {message.asksContact && (
        <button
          type="button"
          class="answer"
          aria-haspopup="dialog"
          disabled={idle || spent}
          onClick={() => openSheet(message)}
        >
          <Icon name="person" />
          <span>Share contact info</span>
        </button>
      )}
      {message.asksLocation && (
        <button
          type="button"
          class="answer"
          aria-haspopup="dialog"
          disabled={idle}
          onClick={() => openSheet(message)}
        >
          <Icon name="pin" />
          <span>Send location</span>
        </button>
      )}
    </fieldset>
  );
};

/** Whether a message has any rows joined to it. */
export const asks = (message: ShownMessage): boolean =>
  message.buttons.length > 0 ||
  message.list !== undefined ||
  message.asksContact === true ||
  message.asksLocation === true;
