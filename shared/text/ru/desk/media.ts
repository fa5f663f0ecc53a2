import type { GroupTexts } from '../../dictionary.ts';
import { megabytes } from '../../megabytes.ts';

export const media: GroupTexts<'media'> = {
  mediaMissing: ({ what }) =>
    `Здесь ${was[what]} ${kinds[what]}, но показать не получается. Попросите, пожалуйста, прислать ещё раз.`,
  mediaPending: ({ what }) => `Сейчас придёт ${kinds[what]}.`,
  mediaFailed: ({ what, why, bytes, whose }) => {
    const file = `${kinds[what]}${megabytes(bytes, 'МБ')}`;
    return whose === 'customer'
      ? `От клиента пришло: ${file}. Передать сюда не получилось: ${theirs[why]}`
      : `Клиенту не отправлено: ${file}. ${ours[why]}`;
  },

  mediaHistoryTitle: ({ name }) => (name === '' ? 'Вся переписка' : `Вся переписка: ${name}`),
  mediaHistoryCut: ({ count }, f) =>
    f.plural(count, {
      one: 'Показано последнее # сообщение, более ранние опущены.',
      few: 'Показаны последние # сообщения, более ранние опущены.',
      many: 'Показаны последние # сообщений, более ранние опущены.',
      other: 'Показаны последние # сообщения, более ранние опущены.',
    }),
  mediaHistoryEmpty: () => 'Пока ничего не сказано.',
  mediaHistoryBot: () => 'Бот',
  mediaHistoryTapped: ({ label }) => `Нажата кнопка: ${label}`,
  mediaHistoryEdited: ({ text }) => `Исправлено: ${text}`,
  mediaHistoryFile: ({ what, name }) => `[${kinds[what]}${name && `: ${name}`}]`,
  mediaHistoryLocation: () => '[место на карте]',
  mediaHistoryContact: () => '[номер телефона]',
  mediaHistoryOther: () => '[сообщение, которое здесь не открывается]',
  mediaHistoryGone: () =>
    'Этой страницы больше нет: такие ссылки действуют семь дней. Разговор продолжается в теме клиента.',
};

const was = {
  photo: 'было',
  voice: 'было',
  video: 'было',
  document: 'был',
  audio: 'была',
  sticker: 'был',
} as const;

const kinds = {
  photo: 'фото',
  voice: 'голосовое сообщение',
  video: 'видео',
  document: 'документ',
  audio: 'аудиозапись',
  sticker: 'стикер',
} as const;

/** Why what a customer sent is not here, and what helps. */
const theirs = {
  tooLarge: 'файл слишком большой. Он остался у клиента в телефоне; файл поменьше или покороче дойдёт.',
  gone: 'в мессенджере файла уже нет. Попросите, пожалуйста, прислать ещё раз.',
  unknownType: 'файлы такого вида не передаются. Фото или PDF дойдёт.',
  damaged: 'файл повреждён и не открывается. Попросите, пожалуйста, прислать ещё раз.',
  unreachable:
    'мессенджер не отдал файл, хотя мы пробовали несколько раз. Попросите, пожалуйста, прислать ещё раз.',
} as const;

/** Why what one of us sent did not go to the customer, and what helps. */
const ours = {
  tooLarge: 'Такие большие файлы мессенджер клиента не принимает. Пришлите, пожалуйста, поменьше.',
  gone: 'В мессенджере файла уже нет. Пришлите, пожалуйста, ещё раз.',
  unknownType: 'Файлы такого вида мессенджер клиента не принимает. Фото или PDF дойдёт.',
  damaged: 'Файл повреждён и не открывается. Пришлите, пожалуйста, ещё раз.',
  unreachable: 'Мессенджер не отдал файл, хотя мы пробовали несколько раз. Пришлите, пожалуйста, ещё раз.',
} as const;
