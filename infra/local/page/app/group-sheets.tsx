import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { BotRights } from '../../phone-api.ts';
import { Modal } from './modal.tsx';
import { useStation } from './use-station.ts';

type NameProps = {
  readonly title: string;
  readonly label: string;
  readonly first: string;
  readonly longest: number;
  /** True when the station took it. */
  readonly save: (name: string) => Promise<boolean>;
  readonly close: () => void;
};

/** Asks for one name: of a topic, of somebody who joins. */
export const NameSheet = ({ title, label, first, longest, save, close }: NameProps): JSX.Element => {
  const [name, setName] = useState(first);
  const send = async (): Promise<void> => {
    if (await save(name.trim())) close();
  };
  return (
    <Modal title={title} shape="sheet" close={close}>
      <form
        class="sheet-foot"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) void send();
        }}
      >
        <input
          class="field"
          data-first
          aria-label={label}
          placeholder={label}
          maxLength={longest}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="primary" disabled={!name.trim()}>
          Done
        </button>
      </form>
    </Modal>
  );
};

const SWITCHES: readonly {
  readonly right: keyof BotRights;
  readonly label: string;
  readonly detail: string;
}[] = [
  { right: 'member', label: 'In the group', detail: 'off: the bot is removed' },
  { right: 'admin', label: 'Administrator', detail: 'off: it hears commands only' },
  { right: 'manageTopics', label: 'Manage topics', detail: 'to make one a customer' },
  { right: 'deleteMessages', label: 'Delete messages', detail: 'to take words back' },
  { right: 'pinMessages', label: 'Pin messages', detail: 'to pin the card' },
  { right: 'topics', label: 'Topics are on', detail: 'a setting of the group itself' },
];

type RightsProps = { readonly group: string; readonly rights: BotRights; readonly close: () => void };

/** What the bot may do in the group: each switch takes effect at once, as in the messenger's own settings. */
export const RightsSheet = ({ group, rights, close }: RightsProps): JSX.Element => {
  const station = useStation();
  return (
    <Modal title="What the bot may do here" shape="sheet" close={close}>
      <div class="switches">
        {SWITCHES.map(({ right, label, detail }, index) => (
          <label class="switch" key={right}>
            <span class="file-name">
              <span>{label}</span>
              <small>{detail}</small>
            </span>
            <input
              type="checkbox"
              checked={rights[right]}
              data-first={index === 0 || undefined}
              onChange={(event) =>
                void station.act({
                  do: 'bot-rights',
                  chat: group,
                  rights: { [right]: event.currentTarget.checked },
                })
              }
            />
          </label>
        ))}
      </div>
    </Modal>
  );
};
