import type { GroupTexts } from '../dictionary.ts';
import { lines } from '../lines.ts';

export const erase: GroupTexts<'erase'> = {
  eraseAsk: ({ visits, linked }, f) =>
    lines(
      `Shall we erase everything? This talk, photos, cars and past visits go${linked ? ', in your other chat too' : ''}; invoices in our books stay, as the law requires, and figures without names.`,
      visits.length === 0 ? '' : `Cancelled with it: ${visits.map(f.dayTime).join('; ')}.`,
    ),
  eraseInHouse: ({ car, readyBy }, f) =>
    `${car === '' ? 'Your car' : car} is with us, and we need to know whose it is until it is collected; it is planned ${f.deadline(readyBy)}. After that we erase everything at your word.`,
  eraseAgreed: ({ ref, car }) =>
    `Work that you agreed to is not finished yet: order ${ref}${car === '' ? '' : `, ${car}`}. Once it is done, or called off with an advisor, we erase everything at your word.`,
  eraseBegun: () =>
    'Everything is being erased. In about a minute we write here that it is done; nothing follows after that.',
  eraseKept: () => 'All right, nothing is erased.',
  eraseDone: () =>
    'Done: everything is erased, and we know nothing of you any more. What stands in this chat is on your phone only and can be deleted there. If you write again, we start anew.',
  eraseDesk: ({ visits }, f) =>
    lines(
      'A customer had everything erased, the topic too.',
      visits.length === 0 ? '' : `Cancelled with it: ${visits.map(f.dayTime).join('; ')}.`,
    ),

  eraseLabelYes: () => 'Erase everything',
  eraseLabelNo: () => 'Keep everything',
};
