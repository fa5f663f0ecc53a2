import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ShownMessage } from '../../phone-api.ts';
import type { BubbleAction } from './actions.ts';
import { Answers, asks } from './answers.tsx';
import { colourOf } from './avatar.tsx';
import { Buttons } from './buttons.tsx';
import { Caption, Content, Photo } from './content.tsx';
import { Icon } from './icons.tsx';
import { useWays } from './messenger.ts';
import { gist, Quote } from './quote.tsx';
import { ReactionBar, Reactions } from './reactions.tsx';
import type { Row } from './rows.ts';
import { Ticks } from './ticks.tsx';
import { timeOf } from './zone.ts';

type Props = {
  readonly chat: string;
  readonly row: Extract<Row, { kind: 'bubble' }>;
  readonly zone: string;
  /** In whose hand the screen is: their own messages stand on the right. */
  readonly mine: (message: ShownMessage) => boolean;
  readonly named: boolean;
  readonly quoted: ShownMessage | undefined;
  readonly command: ((command: string) => void) | undefined;
  readonly actions: readonly BubbleAction[];
  /** Who taps, in the group. */
  readonly as: string;
  /** Its answers were used up. */
  readonly used: boolean;
  readonly openSheet: (message: ShownMessage) => void;
  readonly me: string;
  readonly react: ((messageId: number, emoji: string | null) => void) | undefined;
  readonly names: (id: string) => string;
};

/** One bubble with its tail, its buttons and, in the group, the name above and the answer button beside it. */
export const Bubble = ({
  chat,
  row,
  zone,
  mine,
  named,
  quoted,
  command,
  actions,
  as,
  used,
  openSheet,
  me,
  react,
  names,
}: Props): JSX.Element => {
  const ways = useWays();
  const [reacting, setReacting] = useState(false);
  const [message] = row.messages;
  const own = mine(message);
  const last = row.messages.at(-1) ?? message;
  const { kind } = message.content;
  const media = kind === 'photo' || kind === 'location' || kind === 'video';
  const captioned = row.messages.find((part) => 'caption' in part.content && part.content.caption);
  const bare = (media && !captioned && !message.forwardedFrom) || kind === 'sticker';
  const tailed = ways.tail === 'first' ? row.first : row.last;
  const joined = ways.answers === 'rows' && asks(message);
  const changes = useChanges(message);
  const classes = [
    'bubble',
    media ? 'media' : '',
    bare ? 'bare' : '',
    kind === 'sticker' ? 'cut-out' : '',
    tailed ? 'tailed' : '',
    joined ? 'joined' : '',
    changes > 0 ? `changed-${changes % 2}` : '',
  ].filter(Boolean);
  const offered = actions.filter((action) => action.fits(message, own));
  return (
    <li class={`row ${own ? 'own' : 'theirs'} ${row.first ? 'first' : ''}`} data-message={message.id}>
      <div class="stack">
        {message.template && <small class="template">Template {message.template}</small>}
        <div class={classes.join(' ')}>
          <span class="unseen">{own ? 'You:' : `${message.author || 'Station'}:`} </span>
          {named && !own && row.first && (
            <span class="author" data-colour={colourOf(message.author)} dir="auto">
              {message.author}
            </span>
          )}
          {message.forwardedFrom && (
            <small class="forwarded">
              Forwarded from <b dir="auto">{message.forwardedFrom}</b>
            </small>
          )}
          {quoted && <Quote message={quoted} />}
          {message.header && (
            <b class="header" dir="auto">
              {message.header}
            </b>
          )}
          {row.messages.length > 1 ? (
            <Album messages={row.messages} />
          ) : (
            <Content content={message.content} command={command} />
          )}
          {message.footer && (
            <small class="footer" dir="auto">
              {message.footer}
            </small>
          )}
          <Meta message={last} own={own} zone={zone} edited={row.messages.some((part) => part.edited)} />
          <Reactions message={message} me={me} names={names} react={react} />
          {tailed && !bare && <Tail />}
        </div>
        {(offered.length > 0 || react) && (
          <span class="actions">
            {react && (
              <button
                type="button"
                class="round"
                aria-label={`React: ${gist(message)}`}
                aria-haspopup="menu"
                aria-expanded={reacting}
                onClick={() => setReacting(!reacting)}
              >
                <Icon name="smile" />
              </button>
            )}
            {offered.map(({ icon, label, choose }) => (
              <button
                type="button"
                class="round"
                key={label}
                aria-label={`${label}: ${gist(message)}`}
                onClick={() => choose(message)}
              >
                <Icon name={icon} />
              </button>
            ))}
          </span>
        )}
        {reacting && react && (
          <ReactionBar close={() => setReacting(false)} choose={(emoji) => react(message.id, emoji)} />
        )}
        {joined && <Answers chat={chat} message={message} used={used} openSheet={openSheet} />}
        {!joined && message.buttons.length > 0 && <Buttons chat={chat} message={message} as={as} />}
      </div>
    </li>
  );
};

/** How often its words were changed while it was looked at. */
const useChanges = ({ content }: ShownMessage): number => {
  const words = content.kind === 'text' ? content.text : '';
  const before = useRef(words);
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (before.current !== words) setChanges((count) => count + 1);
    before.current = words;
  }, [words]);
  return changes;
};

const Album = ({ messages }: { readonly messages: readonly ShownMessage[] }): JSX.Element => {
  const caption = messages.flatMap(({ content }) =>
    'caption' in content && content.caption
      ? [{ caption: content.caption, entities: content.entities ?? [] }]
      : [],
  )[0];
  const stacked = messages.every(({ content }) => content.kind === 'document' || content.kind === 'audio');
  return (
    <>
      <span class={stacked ? 'stacked' : 'album'} data-count={messages.length}>
        {messages.map(({ id, content }) => {
          if (content.kind === 'photo') return <Photo key={id} url={content.url} caption={content.caption} />;
          return <Content key={id} content={'caption' in content ? { ...content, caption: '' } : content} />;
        })}
      </span>
      {caption && <Caption {...caption} />}
    </>
  );
};

type MetaProps = {
  readonly message: ShownMessage;
  readonly own: boolean;
  readonly zone: string;
  readonly edited: boolean;
};

const Meta = ({ message, own, zone, edited }: MetaProps): JSX.Element => (
  <span class="meta">
    {edited && <span>edited </span>}
    <time dateTime={message.at}>{timeOf(message.at, zone)}</time>
    {own && <Ticks message={message} />}
  </span>
);

const Tail = (): JSX.Element => (
  <svg class="tail" viewBox="0 0 11 18" aria-hidden="true" focusable="false">
    <path d="M0 1c.3 6.5 2.3 11 8.4 14.3 1.2.7.9 2.7-.6 2.7H0Z" />
  </svg>
);
