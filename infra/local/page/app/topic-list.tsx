import type { JSX } from 'preact';
import type { PhoneState } from '../../phone-api.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { gist } from './quote.tsx';
import type { TopicLine } from './unread.ts';
import { timeOf } from './zone.ts';

type Props = {
  readonly lines: readonly TopicLine[];
  readonly state: PhoneState;
  /** The topic beside the list, if one is open there. */
  readonly open: number | undefined;
  readonly choose: (topic: number) => void;
};

/** The group's topics, one a customer: its last line, what is unread, and whether somebody waits for a person. */
export const TopicList = ({ lines, state, open, choose }: Props): JSX.Element => (
  <ul class="talks" aria-label="Topics">
    {lines.map((line) => (
      <li key={line.id}>
        <button
          type="button"
          class={`talk ${line.unread > 0 ? 'new' : ''}`}
          aria-current={line.id === open ? 'true' : undefined}
          onClick={() => choose(line.id)}
        >
          <Avatar id={String(line.id)} name={line.name.split(' · ')[0] ?? ''} />
          <span class="talk-words">
            <b dir="auto">{line.name}</b>
            <small dir="auto">{line.last ? lastWords(line, state.station) : 'Nothing yet'}</small>
          </span>
          <span class="talk-side">
            {line.last && <time dateTime={line.last.at}>{timeOf(line.last.at, state.zone)}</time>}
            <Marks line={line} />
          </span>
        </button>
      </li>
    ))}
  </ul>
);

const lastWords = ({ last }: TopicLine, station: string): string => {
  if (!last) return '';
  if (last.content.kind === 'service') return gist(last);
  return `${last.from === 'bot' ? station : last.author}: ${gist(last)}`;
};

const Marks = ({ line }: { readonly line: TopicLine }): JSX.Element => (
  <span class="marks">
    {line.closed && (
      <span class="mark" title="Closed">
        <Icon name="lock" />
        <span class="unseen">, closed</span>
      </span>
    )}
    {line.waiting && (
      <span class="mark waits" title="Waits for a person">
        <Icon name="clock" />
        <span class="unseen">, waits for a person</span>
      </span>
    )}
    {line.unread > 0 && (
      <span class="unread">
        <span class="unseen">, </span>
        {line.unread}
        <span class="unseen"> unread</span>
      </span>
    )}
  </span>
);
