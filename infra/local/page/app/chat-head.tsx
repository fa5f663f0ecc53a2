import type { JSX } from 'preact';
import type { Phone, PhoneState } from '../../phone-api.ts';
import { StationMark } from './avatar.tsx';
import { useWays } from './messenger.ts';
import { PhoneMenu } from './phone-menu.tsx';
import { useView } from './use-station.ts';

type Props = { readonly phone: Phone; readonly state: PhoneState; readonly typing: boolean };

/** The head of a chat: the station's face, what it is doing, and the menu of the person's account. */
export const ChatHead = ({ phone, state, typing }: Props): JSX.Element => (
  <header class="chat-head">
    <StationMark />
    <div class="chat-name">
      <h2 dir="auto">{state.station}</h2>
      <p aria-live="polite">
        <Presence typing={typing} blocked={phone.blocked ?? false} />
      </p>
    </div>
    {state.live && <PhoneMenu phone={phone} />}
  </header>
);

const Presence = ({
  typing,
  blocked,
}: {
  readonly typing: boolean;
  readonly blocked: boolean;
}): JSX.Element => {
  const { up } = useView();
  const { account } = useWays();
  if (!up) return <span>connecting…</span>;
  if (typing)
    return (
      <span class="typing">
        typing
        <i />
        <i />
        <i />
      </span>
    );
  return <span>{blocked ? 'blocked by you' : account}</span>;
};
