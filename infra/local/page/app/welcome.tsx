import type { JSX } from 'preact';
import type { Phone } from '../../phone-api.ts';
import { StationMark } from './avatar.tsx';
import { helloIn } from './languages.ts';
import { useWays } from './messenger.ts';
import { useStation } from './use-station.ts';

type Props = { readonly phone: Phone; readonly station: string; readonly live: boolean };

/** What an empty chat shows: what the station is for, and how the first word is said. */
export const Welcome = ({ phone, station: name, live }: Props): JSX.Element => {
  const station = useStation();
  const { starts } = useWays();
  const hello = helloIn(phone.language);
  const canGreet = live && !phone.blocked && !starts;
  return (
    <div class="welcome">
      <StationMark />
      <h3>{starts ? 'What can this bot do?' : 'Write to the station'}</h3>
      <p>
        Book a visit to {name}, send a photo of a problem, or ask where your car is. You are {phone.name}
        {starts ? ': tap START and try.' : '; on WhatsApp yours is the first word.'}
      </p>
      {canGreet && (
        <button
          type="button"
          class="primary"
          onClick={() => void station.act({ do: 'say', chat: phone.id, text: hello })}
        >
          Say “{hello}”
        </button>
      )}
    </div>
  );
};
