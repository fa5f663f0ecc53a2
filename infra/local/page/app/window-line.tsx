import type { JSX } from 'preact';
import type { Phone, ShownChat } from '../../phone-api.ts';
import { Icon } from './icons.tsx';
import { useNow } from './use-station.ts';
import { windowWords } from './window-words.ts';

type Props = { readonly phone: Phone; readonly chat: ShownChat | undefined; readonly zone: string };

/** A line for whoever tries the station, not for the person: may it write what it likes now, or templates only? */
export const WindowLine = ({ phone, chat, zone }: Props): JSX.Element => {
  const now = useNow();
  const begun = chat?.messages.some(({ from, content }) => from === 'person' && content.kind !== 'service');
  return (
    <p class="window-line">
      <Icon name="clock" />
      <span>
        {windowWords({ begun: begun ?? false, until: phone.windowUntil }, now, zone)}
        {phone.numberHidden && ' · number hidden'}
      </span>
    </p>
  );
};
