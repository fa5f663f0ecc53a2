import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { Modal } from './modal.tsx';
import { People } from './people.tsx';
import { personsOf } from './persons.ts';
import { Phones } from './phones.tsx';
import { Tools } from './tools.tsx';
import { useMedia, useView } from './use-station.ts';

type Drawer = 'none' | 'people' | 'tools';

/** The page: people, phones, tools. What does not fit the window beside the phones becomes a drawer. */
export const App = (): JSX.Element => {
  const { state, open } = useView();
  const persons = personsOf(state?.phones ?? []);
  const person = persons.find(({ id }) => id === open);
  const roomForPeople = useMedia('(min-width: 760px)');
  const roomForBoth = useMedia('(min-width: 1000px)');
  const beside = useMedia((person?.phones.length ?? 1) > 1 ? '(min-width: 1360px)' : '(min-width: 1140px)');
  const [folded, setFolded] = useState(false);
  const [large, setLarge] = useState(false);
  const [drawer, setDrawer] = useState<Drawer>('none');
  const close = (): void => setDrawer('none');
  const unread = persons
    .filter(({ id }) => id !== open)
    .flatMap(({ phones }) => phones)
    .reduce((sum, phone) => sum + phone.unread, 0);
  const column = beside && !folded;
  const wideDesk = column && large;
  // Whoever plays the advisors has to find them without trying every button.
  const named = !column && roomForPeople;
  const sideBySide = roomForBoth && !wideDesk;
  const advisorsUnread = state?.phones.find(({ kind }) => kind === 'group')?.unread ?? 0;

  // The address names the person, so that a reload or a copied link opens the same phones.
  useEffect(() => {
    if (open) history.replaceState(null, '', `#${encodeURIComponent(open)}`);
  }, [open]);
  useEffect(() => {
    if (state) document.title = `${state.station} on this computer`;
  }, [state?.station]);

  const peopleButton = (
    <button
      type="button"
      class="round badge"
      aria-label={unread > 0 ? `People, ${unread} unread` : 'People'}
      onClick={() => setDrawer('people')}
    >
      <Icon name="people" />
      {unread > 0 && <span class="unread">{unread}</span>}
    </button>
  );
  const toolsButton = (
    <button
      type="button"
      class={`round badge ${named ? 'named' : ''}`}
      aria-label={column ? 'Hide the clock and the advisors' : 'Clock and advisors'}
      aria-expanded={column || drawer === 'tools'}
      onClick={() => (beside ? setFolded(!folded) : setDrawer('tools'))}
    >
      <Icon name={column ? 'fold' : 'tools'} />
      {named && <span>Advisors</span>}
      {!column && drawer !== 'tools' && advisorsUnread > 0 && (
        <span class="unread" aria-hidden="true">
          {advisorsUnread}
        </span>
      )}
    </button>
  );
  const sizeButton = (
    <button
      type="button"
      class="size"
      aria-label={large ? "Make the advisors' desk small" : "Make the advisors' desk large"}
      onClick={() => setLarge(!large)}
    >
      <Icon name={large ? 'small' : 'large'} />
    </button>
  );

  return (
    <div class={`page ${column ? 'wide' : ''} ${wideDesk ? 'large-desk' : ''}`}>
      {state?.live === false && (
        <p class="banner" role="note">
          <b>Looking on.</b> The messengers' servers were given from outside, so this page sends nothing.
        </p>
      )}
      {state?.live && state.outside?.map((messenger) => <Outside messenger={messenger} key={messenger} />)}
      {roomForPeople && !wideDesk && (
        <aside class="left" aria-label="People of the demo">
          <People picked={close} />
        </aside>
      )}
      <main>
        <Phones
          person={person}
          sideBySide={sideBySide}
          before={(!roomForPeople || wideDesk) && peopleButton}
          after={!beside && toolsButton}
        />
        {beside && folded && <div class="fold">{toolsButton}</div>}
        <Errors />
      </main>
      {column && (
        <aside class="right" aria-label="The station's side">
          <Tools corner={toolsButton} size={sizeButton} />
        </aside>
      )}
      {drawer === 'people' && (!roomForPeople || wideDesk) && (
        <Modal title="People" shape="from-left" close={close}>
          <People picked={close} />
        </Modal>
      )}
      {drawer === 'tools' && !beside && (
        <Modal title="The station's side" shape="from-right" close={close}>
          <Tools />
        </Modal>
      )}
    </div>
  );
};

const Errors = (): JSX.Element => {
  const { toasts } = useView();
  return (
    <div class="errors" role="alert">
      {toasts
        .filter((toast) => toast.tone === 'error')
        .map((toast) => (
          <p key={toast.id}>{toast.text}</p>
        ))}
    </div>
  );
};

const names = { telegram: 'Telegram', whatsapp: 'WhatsApp' } as const;

const Outside = ({ messenger }: { readonly messenger: keyof typeof names }): JSX.Element => (
  <p class="banner" role="note">
    <b>{names[messenger]} is not played here.</b> Its server was given from outside, so its phones are not
    shown.
  </p>
);
