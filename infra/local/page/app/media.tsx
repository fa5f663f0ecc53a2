import type { JSX } from 'preact';
import type { ShownContent } from '../../phone-api.ts';
import { Icon } from './icons.tsx';
import { linkTo } from './stretches.ts';

type Of<Kind extends ShownContent['kind']> = Extract<ShownContent, { kind: Kind }>;

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

const NAMES = { video: 'Video', note: 'Round video', animation: 'Animation' } as const;

/** A video's place with its length; a tap gets the file. Nothing is played: pretend videos have no picture. */
export const Video = ({ content }: { readonly content: Of<'video'> }): JSX.Element => (
  <a class={`video ${content.look}`} {...linkTo(content.url)} target="_blank" rel="noreferrer">
    <Icon name="play" />
    <span class="video-length">
      <span class="unseen">{NAMES[content.look]}, </span>
      {content.look === 'animation' ? 'GIF' : clock(content.seconds)}
    </span>
  </a>
);

export const Sticker = ({ content }: { readonly content: Of<'sticker'> }): JSX.Element => (
  <img class="sticker" src={linkTo(content.url).href} alt={`Sticker ${content.emoji}`.trim()} />
);

export const Audio = ({ content }: { readonly content: Of<'audio'> }): JSX.Element => (
  <a class="file" {...linkTo(content.url)} download={content.name}>
    <span class="file-icon">
      <Icon name="play" />
    </span>
    <span class="file-name">
      <span>{content.name}</span>
      <small>{content.seconds > 0 ? clock(content.seconds) : 'Audio'}</small>
    </span>
  </a>
);

/** Bars of a drawn sound wave; the heights only decorate. */
const WAVE = [5, 9, 14, 8, 17, 12, 20, 10, 15, 7, 18, 13, 9, 16, 6, 11, 19, 8, 13, 5, 10, 15, 7, 4];

export const Voice = ({ seconds }: { readonly seconds: number }): JSX.Element => (
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
      {clock(seconds)}
    </small>
  </span>
);
