import type { GroupTexts } from '../../dictionary.ts';

export const topic: GroupTexts<'topic'> = {
  topicTrouble: ({ trouble }) =>
    `${needed[trouble]} Nothing is lost: everything waits and arrives once it is done.`,
  topicRebuilt: ({ link }) => `This topic was opened anew. All that was said before: ${link}`,
  topicMoved: () =>
    'The group has a new address at its messenger, and I came along. Each customer’s topic opens again as soon as there is something for it.',
  topicUnshown: ({ what, count }) =>
    `The customer sent something that can’t be shown here (${kinds[what]}${count > 1 ? ` × ${count}` : ''}). Please ask for it to be sent again in another form.`,
};

/** Which switch is to be turned, by the words that the app itself shows. */
const needed = {
  topics:
    'I may not open topics here. Group name → Edit → Administrators → this bot → turn on “Manage Topics”.',
  forum: 'Topics are switched off in this group. Group name → Edit → turn on “Topics”.',
  pin: 'I may not pin the customer cards. Group name → Edit → Administrators → this bot → turn on “Pin Messages”.',
} as const;

const kinds = {
  text: 'text',
  photo: 'photo',
  voice: 'voice message',
  video: 'video',
  videoNote: 'video message',
  audio: 'audio',
  animation: 'animation',
  document: 'document',
  sticker: 'sticker',
  location: 'location',
  contact: 'contact',
} as const;
