import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ShownChat, Writer } from '../../phone-api.ts';
import { NameSheet, RightsSheet } from './group-sheets.tsx';
import { Icon } from './icons.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { useStation } from './use-station.ts';

type Props = {
  readonly chat: ShownChat;
  readonly live: boolean;
  readonly writer: Writer;
  readonly people: number;
};

type Sheet = 'none' | 'topic' | 'join' | 'rights';

/** The head of the group and its menu: what its members do with the group itself. */
export const GroupHead = ({ chat, live, writer, people }: Props): JSX.Element => {
  const station = useStation();
  const [open, setOpen] = useState(false);
  const [sheet, setSheet] = useState<Sheet>('none');
  const group = chat.phone.id;
  const close = (): void => setSheet('none');
  const items: readonly MenuItem[] = [
    { label: 'Start a topic', detail: 'by hand', icon: 'plus', choose: () => setSheet('topic') },
    { label: 'Somebody joins', detail: 'a stranger', icon: 'person', choose: () => setSheet('join') },
    {
      label: `${writer.name} leaves`,
      detail: 'the group',
      icon: 'out',
      choose: () => void station.act({ do: 'leave', chat: group, as: writer.id }),
    },
    { label: "The bot's rights", detail: 'take or give', icon: 'tools', choose: () => setSheet('rights') },
    {
      label: 'Move the group',
      detail: 'it gets a new id',
      icon: 'send',
      choose: () => void station.act({ do: 'migrate-group', chat: group }),
    },
  ];
  return (
    <>
      <header class="talk-head">
        <div class="chat-name">
          <h3 dir="auto">{chat.phone.name}</h3>
          <p>{standing(chat) || `${people} people and the bot`}</p>
        </div>
        {live && (
          <button
            type="button"
            class="round"
            aria-label="The group"
            aria-haspopup="menu"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Icon name="kebab" />
          </button>
        )}
        {open && <Menu label="The group" items={items} close={() => setOpen(false)} />}
      </header>
      {sheet === 'topic' && (
        <NameSheet
          title="Start a topic"
          label="Its name"
          first=""
          longest={128}
          save={(name) => station.act({ do: 'new-topic', chat: group, name, as: writer.id })}
          close={close}
        />
      )}
      {sheet === 'join' && (
        <NameSheet
          title="Who joins the group?"
          label="Their name"
          first=""
          longest={64}
          save={(name) => station.act({ do: 'join', chat: group, name })}
          close={close}
        />
      )}
      {sheet === 'rights' && chat.rights && <RightsSheet group={group} rights={chat.rights} close={close} />}
    </>
  );
};

/** What keeps the bot from its work here, in a few words. */
const standing = ({ rights }: ShownChat): string => {
  if (!rights) return '';
  if (!rights.member) return 'the bot was removed';
  if (!rights.topics) return 'topics are switched off';
  if (!rights.admin) return 'the bot is no administrator';
  return rights.manageTopics && rights.pinMessages && rights.deleteMessages ? '' : 'the bot lacks rights';
};
