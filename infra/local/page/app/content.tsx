import type { JSX } from 'preact';
import type { ShownContent } from '../../phone-api.ts';
import { Icon } from './icons.tsx';
import { MapCard } from './map.tsx';
import { RichText } from './rich-text.tsx';
import { linkTo } from './stretches.ts';

type Props = { readonly content: ShownContent; readonly command?: ((command: string) => void) | undefined };

/** What stands inside a bubble, for every kind of message but albums. */
export const Content = ({ content, command }: Props): JSX.Element => {
  switch (content.kind) {
    case 'text':
      return <RichText text={content.text} entities={content.entities} command={command} />;
    case 'photo':
      return (
        <>
          <Photo url={content.url} caption={content.caption} />
          {content.caption && <RichText text={content.caption} command={command} />}
        </>
      );
    case 'document':
      return (
        <>
          <a class="file" {...linkTo(content.url)} download={content.name}>
            <span class="file-icon">
              <Icon name="file" />
            </span>
            <span class="file-name">
              <span>{content.name}</span>
              <small>{kindOf(content.name)}</small>
            </span>
          </a>
          {content.caption && <RichText text={content.caption} command={command} />}
        </>
      );
    case 'location':
      return <MapCard {...content} />;
    case 'contact':
      return (
        <span class="contact">
          <span class="file-icon">
            <Icon name="person" />
          </span>
          <span class="file-name">
            <span dir="auto">{content.name}</span>
            <small>{content.phone}</small>
          </span>
        </span>
      );
    case 'voice':
      return <Voice seconds={content.seconds} />;
    case 'service':
      return <span class="text">{content.text}</span>;
  }
};

export const Photo = ({ url, caption }: { readonly url: string; readonly caption: string }): JSX.Element => (
  <a class="photo" {...linkTo(url)} target="_blank" rel="noreferrer">
    <img src={linkTo(url).href} alt={caption || 'Photo'} loading="lazy" />
  </a>
);

/** Bars of a drawn sound wave; the heights only decorate. */
const WAVE = [5, 9, 14, 8, 17, 12, 20, 10, 15, 7, 18, 13, 9, 16, 6, 11, 19, 8, 13, 5, 10, 15, 7, 4];

const Voice = ({ seconds }: { readonly seconds: number }): JSX.Element => (
  <span class="voice">
    <span class="file-icon">
      <Icon name="mic" />
    </span>
    <svg viewBox="0 0 120 24" class="wave" aria-hidden="true" focusable="false">
      {WAVE.map((height, index) => (
        <rect
          key={`${index}-${height}`}
          x={index * 5}
          y={12 - height / 2}
          width="2.6"
          height={height}
          rx="1.3"
        />
      ))}
    </svg>
    <small>
      <span class="unseen">Voice message, </span>
      {`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}
    </small>
  </span>
);

const kindOf = (name: string): string => {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'ics') return 'Calendar file';
  return ending ? `${ending.toUpperCase()} file` : 'File';
};
