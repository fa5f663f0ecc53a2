import type { GroupTexts } from '../../dictionary.ts';

export const media: GroupTexts<'media'> = {
  mediaMissing: ({ what }) =>
    `Тут ${kinds[what]}, але показати не вдається. Попросіть, будь ласка, надіслати ще раз.`,
};

const kinds = {
  photo: 'було фото',
  voice: 'було голосове повідомлення',
  video: 'було відео',
  document: 'був документ',
  audio: 'був аудіозапис',
  sticker: 'був стікер',
} as const;
