import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ShownChat } from '../../phone-api.ts';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { useStation } from './use-station.ts';

/** The group's own topic, where messages without a topic stand. */
export const GENERAL = 0;

type Props = {
  readonly chat: ShownChat;
  readonly live: boolean;
  readonly as: string;
  readonly topic: number;
  readonly choose: (topic: number) => void;
};

/** The strip of forum topics, one a customer: a dot marks what was not looked at, the menu closes and deletes by hand. */
export const Topics = ({ chat, live, as, topic, choose }: Props): JSX.Element => {
  const station = useStation();
  const [open, setOpen] = useState(false);
  const seen = useRef(new Map<number, number>());
  const newestIn = (id: number): number =>
    chat.messages.findLast((message) => (message.topic ?? GENERAL) === id && message.from === 'bot')?.id ?? 0;
  seen.current.set(topic, newestIn(topic));

  const topics = [
    { id: GENERAL, name: 'General', closed: false },
    ...(chat.topics ?? []).filter(({ id }) => id !== GENERAL),
  ];
  const current = topics.find(({ id }) => id === topic);
  const change = (what: 'close' | 'reopen' | 'delete') => (): void =>
    void station.act({ do: 'topic', chat: chat.phone.id, topic, change: what, ...(as ? { as } : {}) });
  return (
    <div class="topics">
      <fieldset class="topics-list" aria-label="Topics">
        {topics.map(({ id, name, closed }) => (
          <button type="button" class="chip" key={id} aria-pressed={id === topic} onClick={() => choose(id)}>
            <span dir="auto">{name}</span>
            {closed && <small> (closed)</small>}
            {newestIn(id) > (seen.current.get(id) ?? 0) && (
              <span class="fresh">
                <span class="unseen">, something new</span>
              </span>
            )}
          </button>
        ))}
      </fieldset>
      {live && topic !== GENERAL && (
        <button
          type="button"
          class="round"
          aria-label="Change this topic"
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="more" />
        </button>
      )}
      {open && (
        <Menu
          label="Change this topic"
          close={() => setOpen(false)}
          items={[
            current?.closed
              ? { label: 'Reopen the topic', detail: '', choose: change('reopen') }
              : { label: 'Close the topic', detail: '', choose: change('close') },
            { label: 'Delete the topic', detail: '', choose: change('delete') },
          ]}
        />
      )}
    </div>
  );
};
