import type { JSX } from 'preact';
import type { ShownMessage } from '../../phone-api.ts';
import type { BubbleAction } from './actions.ts';
import { colourOf } from './avatar.tsx';
import { Buttons } from './buttons.tsx';
import { Content, Photo } from './content.tsx';
import { Icon } from './icons.tsx';
import { gist, Quote } from './quote.tsx';
import { RichText } from './rich-text.tsx';
import type { Row } from './rows.ts';
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
}: Props): JSX.Element => {
  const [message] = row.messages;
  const own = mine(message);
  const last = row.messages.at(-1) ?? message;
  const media = message.content.kind === 'photo' || message.content.kind === 'location';
  const captioned = row.messages.find((part) => part.content.kind === 'photo' && part.content.caption);
  const bare = media && !captioned;
  const classes = ['bubble', media ? 'media' : '', bare ? 'bare' : '', row.last ? 'tailed' : ''].filter(
    Boolean,
  );
  const offered = actions.filter((action) => action.fits(message, own));
  return (
    <li class={`row ${own ? 'own' : 'theirs'} ${row.first ? 'first' : ''}`} data-message={message.id}>
      <div class="stack">
        <div class={classes.join(' ')}>
          <span class="unseen">{own ? 'You:' : `${message.author || 'Station'}:`} </span>
          {named && !own && row.first && (
            <span class="author" data-colour={colourOf(message.author)} dir="auto">
              {message.author}
            </span>
          )}
          {quoted && <Quote message={quoted} />}
          {row.messages.length > 1 ? (
            <Album messages={row.messages} />
          ) : (
            <Content content={message.content} command={command} />
          )}
          <Meta message={last} own={own} zone={zone} edited={row.messages.some((part) => part.edited)} />
          {message.reaction && (
            <span class="reaction" role="img" aria-label={`Reaction ${message.reaction}`}>
              {message.reaction}
            </span>
          )}
          {row.last && !bare && <Tail />}
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
        {message.buttons.length > 0 && <Buttons chat={chat} message={message} as={as} />}
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
    {own && <Ticks both={message.delivered !== false} />}
  </span>
);

const Ticks = ({ both }: { readonly both: boolean }): JSX.Element => (
  <svg class="ticks" viewBox="0 0 18 12" role="img" aria-label={both ? 'Delivered' : 'Sent'}>
    <path d="M1.2 6.6 4.6 10 11.4 2.2" />
    {both && <path d="M8 9.2 8.8 10 15.6 2.2" />}
  </svg>
);

const Tail = (): JSX.Element => (
  <svg class="tail" viewBox="0 0 11 18" aria-hidden="true" focusable="false">
    <path d="M0 1c.3 6.5 2.3 11 8.4 14.3 1.2.7.9 2.7-.6 2.7H0Z" />
  </svg>
);
