import type { JSX } from 'preact';
import type { KeyboardKey, ShownChat } from '../../phone-api.ts';
import { Icon } from './icons.tsx';

type Props = { readonly rows: ShownChat['keyboard']; readonly press: (key: KeyboardKey) => void };

/** The bot's own keys under the input field: ready words, or the messenger's "share contact" and "share location". */
export const ReplyKeyboard = ({ rows, press }: Props): JSX.Element => (
  <fieldset class="keyboard" aria-label="The bot's keyboard">
    {rows.map((row, index) => (
      <div class="buttons-row" key={`${index}-${row.length}`}>
        {row.map((key, place) => (
          <button type="button" class="key" key={`${place}-${key.text}`} onClick={() => press(key)}>
            {key.kind !== 'text' && <Icon name={key.kind === 'contact' ? 'person' : 'pin'} />}
            <span dir="auto">{key.text}</span>
          </button>
        ))}
      </div>
    ))}
  </fieldset>
);
