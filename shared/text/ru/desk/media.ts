import type { GroupTexts } from '../../dictionary.ts';

export const media: GroupTexts<'media'> = {
  mediaMissing: ({ what }) =>
    `Здесь ${kinds[what]}, но показать не получается. Попросите, пожалуйста, прислать ещё раз.`,
};

const kinds = {
  photo: 'было фото',
  voice: 'было голосовое сообщение',
  video: 'было видео',
  document: 'был документ',
  audio: 'была аудиозапись',
  sticker: 'был стикер',
} as const;
