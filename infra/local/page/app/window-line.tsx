import type { JSX } from 'preact';
import type { Phone } from '../../phone-api.ts';
import { Icon } from './icons.tsx';
import { useNow } from './use-station.ts';
import { windowWords } from './window-words.ts';

/** A line for whoever tries the station, not for the person: may it write what it likes now, or templates only? */
export const WindowLine = ({
  phone,
  zone,
}: {
  readonly phone: Phone;
  readonly zone: string;
}): JSX.Element => {
  const now = useNow();
  return (
    <p class="window-line">
      <Icon name="clock" />
      <span>
        {windowWords(phone.windowUntil, now, zone)}
        {phone.numberHidden && ' · number hidden'}
      </span>
    </p>
  );
};
