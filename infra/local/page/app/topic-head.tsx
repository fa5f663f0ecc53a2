import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Avatar } from './avatar.tsx';
import { NameSheet } from './group-sheets.tsx';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { GENERAL, type TopicLine } from './unread.ts';
import { useStation } from './use-station.ts';

type Props = {
  readonly line: TopicLine;
  readonly group: string;
  readonly as: string;
  readonly live: boolean;
  readonly typing: boolean;
  readonly back: (() => void) | undefined;
};

/** The head of an open topic: the way back, its name, and what can be done with it by hand. */
export const TopicHead = ({ line, group, as, live, typing, back }: Props): JSX.Element => {
  const station = useStation();
  const [open, setOpen] = useState(false);
  const [naming, setNaming] = useState(false);
  const change = (what: 'close' | 'reopen' | 'delete') => (): void =>
    void station.act({ do: 'topic', chat: group, topic: line.id, change: what, as });
  const rename = (name: string): Promise<boolean> =>
    station.act({ do: 'topic', chat: group, topic: line.id, change: 'rename', name, as });
  return (
    <>
      <header class="talk-head">
        {back && (
          <button type="button" class="round" aria-label="Back to the topics" onClick={back}>
            <Icon name="back" />
          </button>
        )}
        <Avatar id={String(line.id)} name={line.name.split(' · ')[0] ?? ''} />
        <div class="chat-name">
          <h3 dir="auto">{line.name}</h3>
          <p>{typing ? 'the bot is typing…' : line.closed ? 'closed' : under(line)}</p>
        </div>
        {live && line.id !== GENERAL && (
          <button
            type="button"
            class="round"
            aria-label="Change this topic"
            aria-haspopup="menu"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Icon name="kebab" />
          </button>
        )}
        {open && (
          <Menu
            label="Change this topic"
            close={() => setOpen(false)}
            items={[
              line.closed
                ? { label: 'Reopen the topic', detail: '', icon: 'lock', choose: change('reopen') }
                : { label: 'Close the topic', detail: '', icon: 'lock', choose: change('close') },
              { label: 'Rename the topic', detail: '', icon: 'pencil', choose: () => setNaming(true) },
              {
                label: 'Delete the topic',
                detail: 'with all its messages',
                icon: 'trash',
                choose: change('delete'),
              },
            ]}
          />
        )}
      </header>
      {naming && (
        <NameSheet
          title="Rename the topic"
          label="New name"
          first={line.name}
          longest={128}
          save={rename}
          close={() => setNaming(false)}
        />
      )}
    </>
  );
};

const under = ({ id, waiting }: TopicLine): string => {
  if (id === GENERAL) return 'among colleagues';
  return waiting ? 'waits for a person' : 'you write to the customer';
};
