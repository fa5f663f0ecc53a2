import type { GroupTexts } from '../../dictionary.ts';
import { megabytes } from '../../megabytes.ts';

export const media: GroupTexts<'media'> = {
  mediaMissing: ({ what }) =>
    `Тут ${was[what]} ${kinds[what]}, але показати не вдається. Попросіть, будь ласка, надіслати ще раз.`,
  mediaPending: ({ what }) => `Зараз надійде ${kinds[what]}.`,
  mediaFailed: ({ what, why, bytes, whose }) => {
    const file = `${kinds[what]}${megabytes(bytes, 'МБ')}`;
    return whose === 'customer'
      ? `Від клієнта надійшло: ${file}. Передати сюди не вдалося: ${theirs[why]}`
      : `Клієнту не надіслано: ${file}. ${ours[why]}`;
  },

  mediaHistoryTitle: ({ name }) => (name === '' ? 'Усе листування' : `Усе листування: ${name}`),
  mediaHistoryCut: ({ count }, f) =>
    f.plural(count, {
      one: 'Показано останнє # повідомлення, давніші пропущено.',
      few: 'Показано останні # повідомлення, давніші пропущено.',
      many: 'Показано останні # повідомлень, давніші пропущено.',
      other: 'Показано останні # повідомлення, давніші пропущено.',
    }),
  mediaHistoryEmpty: () => 'Поки що нічого не сказано.',
  mediaHistoryBot: () => 'Бот',
  mediaHistoryTapped: ({ label }) => `Натиснуто кнопку: ${label}`,
  mediaHistoryEdited: ({ text }) => `Виправлено: ${text}`,
  mediaHistoryFile: ({ what, name }) => `[${kinds[what]}${name && `: ${name}`}]`,
  mediaHistoryLocation: () => '[місце на мапі]',
  mediaHistoryContact: () => '[номер телефону]',
  mediaHistoryOther: () => '[повідомлення, яке тут не відкривається]',
  mediaHistoryGone: () =>
    'Цієї сторінки вже немає: такі посилання діють сім днів. Розмова триває в темі клієнта.',
};

const was = {
  photo: 'було',
  voice: 'було',
  video: 'було',
  document: 'був',
  audio: 'був',
  sticker: 'був',
} as const;

const kinds = {
  photo: 'фото',
  voice: 'голосове повідомлення',
  video: 'відео',
  document: 'документ',
  audio: 'аудіозапис',
  sticker: 'стікер',
} as const;

/** Why what a customer sent is not here, and what helps. */
const theirs = {
  tooLarge: 'файл завеликий. Він залишився в телефоні клієнта; менший або коротший дійде.',
  gone: 'у месенджері файлу вже немає. Попросіть, будь ласка, надіслати ще раз.',
  unknownType: 'файли такого виду не передаються. Фото або PDF дійде.',
  damaged: 'файл пошкоджено, він не відкривається. Попросіть, будь ласка, надіслати ще раз.',
  unreachable:
    'месенджер не віддав файл, хоча ми пробували кілька разів. Попросіть, будь ласка, надіслати ще раз.',
} as const;

/** Why what one of us sent did not go to the customer, and what helps. */
const ours = {
  tooLarge: 'Такі великі файли месенджер клієнта не приймає. Надішліть, будь ласка, менший.',
  gone: 'У месенджері файлу вже немає. Надішліть, будь ласка, ще раз.',
  unknownType: 'Файли такого виду месенджер клієнта не приймає. Фото або PDF дійде.',
  damaged: 'Файл пошкоджено, він не відкривається. Надішліть, будь ласка, ще раз.',
  unreachable: 'Месенджер не віддав файл, хоча ми пробували кілька разів. Надішліть, будь ласка, ще раз.',
} as const;
