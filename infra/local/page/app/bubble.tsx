import type { JSX } from 'preact';
import type { ShownMessage } from '../../phone-api.ts';
import type { BubbleAction } from './actions.ts';
import { Answers, asks } from './answers.tsx';
import { colourOf } from './avatar.tsx';
import { Buttons } from './buttons.tsx';
import { Content, Photo } from './content.tsx';
import { Icon } from './icons.tsx';
import { useWays } from './messenger.ts';
import { gist, Quote } from './quote.tsx';
import { RichText } from './rich-text.tsx';
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
}: Props): JSX.Element => {
  const ways = useWays();
  const [message] = row.messages;
  const own = mine(message);
  const last = row.messages.at(-1) ?? message;
  const media = message.content.kind === 'photo' || message.content.kind === 'location';
  const captioned = row.messages.find((part) => part.content.kind === 'photo' && part.content.caption);
  const bare = media && !captioned;
  const tailed = ways.tail === 'first' ? row.first : row.last;
  const joined = ways.answers === 'rows' && asks(message);
  const classes = [
    'bubble',
    media ? 'media' : '',
    bare ? 'bare' : '',
    tailed ? 'tailed' : '',
    joined ? 'joined' : '',
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
          {message.reaction && (
            <span class="reaction" role="img" aria-label={`Reaction ${message.reaction}`}>
              {message.reaction}
            </span>
          )}
          {tailed && !bare && <Tail />}
        </div>
        {offered.length > 0 && (
          <span class="actions">
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
        {joined && <Answers chat={chat} message={message} used={used} openSheet={openSheet} />}
        {!joined && message.buttons.length > 0 && <Buttons chat={chat} message={message} as={as} />}
      </div>
    </li>
  );
};

const Album = ({ messages }: { readonly messages: readonly ShownMessage[] }): JSX.Element => {
  const caption = messages.flatMap(({ content }) =>
    content.kind === 'photo' && content.caption ? [content.caption] : [],
  )[0];
  return (
    <>
      <span class="album" data-count={messages.length}>
        {messages.map(({ id, content }) =>
          content.kind === 'photo' ? (
            <Photo key={id} url={content.url} caption={content.caption} />
          ) : (
            <Content key={id} content={content} />
          ),
        )}
      </span>
      {caption && <RichText text={caption} />}
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
