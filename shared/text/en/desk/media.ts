import type { GroupTexts } from '../../dictionary.ts';

export const media: GroupTexts<'media'> = {
  mediaMissing: ({ what }) =>
    `There was ${kinds[what]} here, but it can’t be shown. Please ask for it to be sent again.`,
};

const kinds = {
  photo: 'a photo',
  voice: 'a voice message',
  video: 'a video',
  document: 'a document',
  audio: 'an audio file',
  sticker: 'a sticker',
} as const;
