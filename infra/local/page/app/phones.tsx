import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Phone as PhoneInHand } from '../../phone-api.ts';
import { Icon } from './icons.tsx';
import { waysOf } from './messenger.ts';
import type { Person } from './persons.ts';
import { Phone } from './phone.tsx';
import { useView } from './use-station.ts';

type Props = {
  /** Absent while the station is looked for, and where its messengers are elsewhere. */
  readonly person: Person | undefined;
  /** Whether two phones have room beside each other; otherwise one is shown and tabs lead to the other. */
  readonly sideBySide: boolean;
  /** Buttons of the window, where it is too narrow for its columns. */
  readonly before: ComponentChildren;
  readonly after: ComponentChildren;
};

/** The phones of the open person, side by side where there is room. */
export const Phones = ({ person, sideBySide, before, after }: Props): JSX.Element => {
  const { state } = useView();
  const [chosen, setChosen] = useState<PhoneInHand['messenger']>('telegram');
  const phones = person?.phones ?? [];
  const front = phones.find((phone) => phone.messenger === chosen) ?? phones[0];
  const shown = sideBySide ? phones : phones.filter((phone) => phone === front);
  const tabbed = phones.length > shown.length;
  return (
    <div class="in-hand">
      <h1 class="unseen">
        {state?.station ?? 'The station'}
        {person && `: the phones of ${person.name}`}
      </h1>
      {(before || after || tabbed) && (
        <div class="top-bar">
          {before}
          {tabbed ? (
            <fieldset class="tabs" aria-label="Messengers">
              {phones.map((phone) => (
                <Tab key={phone.messenger} phone={phone} open={phone === front} choose={setChosen} />
              ))}
            </fieldset>
          ) : (
            <b dir="auto">{person?.name}</b>
          )}
          {after}
        </div>
      )}
      <div class="phones">
        {state &&
          shown.map((phone) => (
            <Phone key={`${person?.id} ${phone.messenger}`} phone={phone} state={state} />
          ))}
        {shown.length === 0 && (
          <section class="device" aria-label="The phone">
            <div class="screen">
              <p class="waiting" role="status">
                {state
                  ? 'There is no phone to hold here: the messengers are elsewhere.'
                  : 'Looking for the station…'}
              </p>
            </div>
          </section>
        )}
      </div>
    </div>
  );
};

type TabProps = {
  readonly phone: PhoneInHand;
  readonly open: boolean;
  readonly choose: (messenger: PhoneInHand['messenger']) => void;
};

const Tab = ({ phone, open, choose }: TabProps): JSX.Element => (
  <button
    type="button"
    aria-pressed={open}
    data-messenger={phone.messenger}
    onClick={() => choose(phone.messenger)}
  >
    <Icon name={phone.messenger === 'telegram' ? 'send' : 'chat'} />
    {waysOf(phone.messenger).name}
    {phone.unread > 0 && !open && (
      <span class="unread">
        {phone.unread}
        <span class="unseen"> unread</span>
      </span>
    )}
  </button>
);
