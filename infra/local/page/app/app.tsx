import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { Modal } from './modal.tsx';
import { People } from './people.tsx';
import { Phone } from './phone.tsx';
import { Tools } from './tools.tsx';
import { useMedia, useView } from './use-station.ts';

type Drawer = 'none' | 'people' | 'tools';

/** The page: people, phone, tools. What does not fit the window beside the phone becomes a drawer. */
export const App = (): JSX.Element => {
  const { state, open } = useView();
  const roomForPeople = useMedia('(min-width: 760px)');
  const roomForTools = useMedia('(min-width: 1140px)');
  const [folded, setFolded] = useState(false);
  const [drawer, setDrawer] = useState<Drawer>('none');
  const close = (): void => setDrawer('none');
  const unread = (state?.phones ?? []).reduce(
    (sum, phone) => sum + (phone.id === open ? 0 : phone.unread),
    0,
  );
  const beside = roomForTools && !folded;

  // The address names the phone in hand, so that a reload or a copied link opens the same one.
  useEffect(() => {
    if (open) history.replaceState(null, '', `#${encodeURIComponent(open)}`);
  }, [open]);
  useEffect(() => {
    if (state) document.title = `${state.station} on this computer`;
  }, [state?.station]);

  const peopleButton = !roomForPeople && (
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
      class="round"
      aria-label={beside ? 'Hide the clock and the advisors' : 'Clock and advisors'}
      aria-expanded={beside || drawer === 'tools'}
      onClick={() => (roomForTools ? setFolded(!folded) : setDrawer('tools'))}
    >
      <Icon name={beside ? 'fold' : 'tools'} />
    </button>
  );

  return (
    <div class={`page ${beside ? 'wide' : ''}`}>
      {state?.live === false && (
        <p class="banner" role="note">
          <b>Looking on.</b> The messengers' servers were given from outside, so this page sends nothing.
        </p>
      )}
      {roomForPeople && (
        <aside class="left" aria-label="People of the demo">
          <People picked={close} />
        </aside>
      )}
      <main>
        <Phone before={peopleButton} after={!roomForTools && toolsButton} />
        {roomForTools && <div class="fold">{toolsButton}</div>}
        <Errors />
      </main>
      {beside && (
        <aside class="right" aria-label="The station's side">
          <Tools />
        </aside>
      )}
      {drawer === 'people' && !roomForPeople && (
        <Modal title="People" shape="from-left" close={close}>
          <People picked={close} />
        </Modal>
      )}
      {drawer === 'tools' && !roomForTools && (
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
