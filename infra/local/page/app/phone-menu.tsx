import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Phone } from '../../phone-api.ts';
import { Icon } from './icons.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { useWays } from './messenger.ts';
import { useStation } from './use-station.ts';

/** What the person can do with the account itself: block the station, and on WhatsApp change the number or hide it. */
export const PhoneMenu = ({ phone }: { readonly phone: Phone }): JSX.Element => {
  const station = useStation();
  const { name, other } = useWays();
  const [open, setOpen] = useState(false);
  const { id: chat, messenger, blocked = false, numberHidden = false } = phone;
  const number: readonly MenuItem[] = [
    {
      label: 'Change the number',
      detail: 'Meta tells the station',
      icon: 'call',
      choose: () => void station.act({ do: 'change-number', chat }),
    },
    {
      label: numberHidden ? 'Show the number again' : 'Hide the number',
      detail: numberHidden ? 'gives the username up' : 'takes a username',
      icon: 'hidden',
      choose: () => void station.act({ do: 'hide-number', chat, hidden: !numberHidden }),
    },
  ];
  const items: readonly MenuItem[] = [
    ...(messenger === 'whatsapp' ? number : []),
    {
      label: `${blocked ? 'Unblock' : 'Block'} the ${other}`,
      detail: blocked ? '' : 'it cannot write any more',
      icon: 'ban',
      choose: () => void station.act({ do: 'block', chat, blocked: !blocked }),
    },
  ];
  return (
    <>
      <button
        type="button"
        class="round"
        aria-label={`This ${name} account`}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="kebab" />
      </button>
      {open && <Menu label={`This ${name} account`} items={items} close={() => setOpen(false)} />}
    </>
  );
};
