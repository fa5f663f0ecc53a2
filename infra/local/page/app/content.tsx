import type { JSX } from 'preact';
import type { ShownContent, ShownEntity } from '../../phone-api.ts';
import { sizeOf } from './files.ts';
import { Icon } from './icons.tsx';
import { MapCard } from './map.tsx';
import { Audio, Sticker, Video, Voice } from './media.tsx';
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
          <Caption {...content} command={command} />
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
              <small>
                {kindOf(content.name)}
                {content.bytes ? ` · ${sizeOf(content.bytes)}` : ''}
              </small>
            </span>
          </a>
          <Caption {...content} command={command} />
        </>
      );
    case 'video':
      return (
        <>
          <Video content={content} />
          <Caption {...content} command={command} />
        </>
      );
    case 'audio':
      return (
        <>
          <Audio content={content} />
          <Caption {...content} command={command} />
        </>
      );
    case 'sticker':
      return <Sticker content={content} />;
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
      return (
        <>
          <Voice seconds={content.seconds} />
          <Caption caption={content.caption ?? ''} entities={content.entities} command={command} />
        </>
      );
    case 'service':
      return <span class="text">{content.text}</span>;
  }
};

type CaptionProps = Pick<Props, 'command'> & {
  readonly caption: string;
  readonly entities?: readonly ShownEntity[] | undefined;
};

export const Caption = ({ caption, entities, command }: CaptionProps): JSX.Element | null =>
  caption ? <RichText text={caption} entities={entities} command={command} /> : null;

export const Photo = ({ url, caption }: { readonly url: string; readonly caption: string }): JSX.Element => (
  <a class="photo" {...linkTo(url)} target="_blank" rel="noreferrer">
    <img src={linkTo(url).href} alt={caption || 'Photo'} loading="lazy" />
  </a>
);

const kindOf = (name: string): string => {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'ics') return 'Calendar file';
  return ending ? `${ending.toUpperCase()} file` : 'File';
};
