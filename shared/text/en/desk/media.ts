import type { GroupTexts } from '../../dictionary.ts';
import { megabytes } from '../../megabytes.ts';

export const media: GroupTexts<'media'> = {
  mediaMissing: ({ what }) =>
    `There was ${kinds[what]} here, but it can’t be shown. Please ask for it to be sent again.`,
  mediaPending: ({ what }) => `There is ${kinds[what]} on its way.`,
  mediaFailed: ({ what, why, bytes, whose }) => {
    const file = `${kinds[what]}${megabytes(bytes, 'MB')}`;
    return whose === 'customer'
      ? `The customer sent ${file}, but it could not be passed on: ${theirs[why]}`
      : `Not sent to the customer: ${file}. ${ours[why]}`;
  },

  mediaHistoryTitle: ({ name }) => (name === '' ? 'The whole talk' : `The whole talk with ${name}`),
  mediaHistoryCut: ({ count }, f) =>
    f.plural(count, {
      one: 'Only the newest line is shown.',
      other: 'Only the newest # lines are shown; there are older ones.',
    }),
  mediaHistoryEmpty: () => 'Nothing has been said yet.',
  mediaHistoryBot: () => 'Bot',
  mediaHistoryTapped: ({ label }) => `Tapped: ${label}`,
  mediaHistoryEdited: ({ text }) => `Edited: ${text}`,
  mediaHistoryFile: ({ what, name }) => `[${names[what]}${name && `: ${name}`}]`,
  mediaHistoryLocation: () => '[a place on the map]',
  mediaHistoryContact: () => '[a phone number]',
  mediaHistoryOther: () => '[a message that does not open here]',
  mediaHistoryGone: () =>
    'This page is no longer there: such links work for seven days. The talk goes on in the customer’s topic.',
};

const kinds = {
  photo: 'a photo',
  voice: 'a voice message',
  video: 'a video',
  document: 'a document',
  audio: 'an audio file',
  sticker: 'a sticker',
} as const;

const names = {
  photo: 'photo',
  voice: 'voice message',
  video: 'video',
  document: 'document',
  audio: 'audio',
  sticker: 'sticker',
} as const;

/** Why what a customer sent is not here, and what helps. */
const theirs = {
  tooLarge: 'the file is too large. It is still on their phone; a shorter or smaller one would come through.',
  gone: 'the messenger no longer has it. Please ask them to send it again.',
  unknownType: 'files of this kind do not go through. A photo or a PDF would.',
  damaged: 'the file is damaged and does not open. Please ask them to send it again.',
  unreachable:
    'the messenger did not hand it over, though we tried several times. Please ask them to send it again.',
} as const;

/** Why what one of us sent did not go to the customer, and what helps. */
const ours = {
  tooLarge: 'Their messenger takes no files this large. Please send a smaller one.',
  gone: 'The messenger no longer has it. Please send it again.',
  unknownType: 'Their messenger takes no files of this kind. A photo or a PDF would arrive.',
  damaged: 'The file is damaged and does not open. Please send it again.',
  unreachable: 'The messenger did not hand it over, though we tried several times. Please send it again.',
} as const;
