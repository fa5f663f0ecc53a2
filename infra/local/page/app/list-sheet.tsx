import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ShownList } from '../../phone-api.ts';
import { Modal } from './modal.tsx';
import { useStation } from './use-station.ts';

type Props = {
  readonly chat: string;
  readonly messageId: number;
  readonly list: ShownList;
  readonly close: () => void;
};

type Row = ShownList['sections'][number]['rows'][number];

/** A list message opened: one row is chosen, and sent like a tap. */
export const ListSheet = ({ chat, messageId, list, close }: Props): JSX.Element => {
  const station = useStation();
  const [chosen, setChosen] = useState<Row>();
  const send = async (): Promise<void> => {
    if (chosen === undefined) return;
    if (await station.act({ do: 'tap', chat, messageId, data: chosen.data })) close();
  };
  return (
    <Modal title={list.button} shape="sheet" close={close}>
      <form
        class="list"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div class="list-rows">
          {list.sections.map(({ title, rows }, index) => (
            <fieldset key={`${index}-${title}`} aria-label={title || list.button}>
              {title && (
                <p class="list-section" dir="auto">
                  {title}
                </p>
              )}
              {rows.map((row, place) => (
                <label class="list-row" key={`${place}-${row.data}`}>
                  <span class="list-words">
                    <span dir="auto">{row.title}</span>
                    {row.description && <small dir="auto">{row.description}</small>}
                  </span>
                  <input
                    type="radio"
                    name={`list-${messageId}`}
                    value={row.data}
                    checked={chosen === row}
                    data-first={(index === 0 && place === 0) || undefined}
                    onChange={() => setChosen(row)}
                  />
                </label>
              ))}
            </fieldset>
          ))}
        </div>
        <div class="sheet-foot">
          <button type="submit" class="primary" disabled={chosen === undefined}>
            Send
          </button>
        </div>
      </form>
    </Modal>
  );
};
