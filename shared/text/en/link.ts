import type { LinkKey, Texts } from '../dictionary.ts';
import { lines } from '../lines.ts';
import { firstFew } from '../shorten.ts';

export const link: Texts<LinkKey> = {
  linkOffer: () =>
    'We also know your number from another messenger. Is that you? If so, your cars and visits will be in both chats.',
  linkCode: ({ code, minutes }, f) =>
    lines(
      `Your code: ${code}`,
      `Please write it to us in the other messenger within ${f.duration(minutes)}; your cars and visits are then in both chats.`,
      'The code is only for you.',
    ),
  linked: ({ cars, visits }, f) =>
    lines(
      'Done. Your cars and visits are now in both chats.',
      cars.length > 0 && `Cars: ${firstFew(cars, 4)}.`,
      visits > 0 && `Booked: ${f.plural(visits, { one: '# visit', other: '# visits' })}.`,
    ),
  linkDeclined: () => 'All right, the two stay apart. If you change your mind, write “link”.',
  linkWrongCode: () =>
    'This code does not fit, or its time is over. To get a new one, write “link” in the other messenger.',
  linkTooMany: ({ minutes }, f) =>
    `Those were several codes in a row. For your safety, the next one can be tried in ${f.duration(minutes)}.`,
  linkSameChat: () => 'This code was made in this very chat. Please write it to us in the other messenger.',
  linkedAlready: () =>
    'This chat is already linked with your other messenger: cars and visits are the same in both.',
  linkNothing: () => 'This chat is not linked with another messenger.',
  askUnlink: () =>
    'Unlink the two chats? This one then begins anew, and your cars and visits stay in the other one.',
  unlinked: () => 'Done. This chat begins anew; your cars and visits stay in the other one.',
};
