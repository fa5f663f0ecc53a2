import type { GroupTexts } from '../dictionary.ts';
import { answeredText, fitting, lineLabel } from '../estimate-line.ts';
import { lines } from '../lines.ts';
import { cardText, changesText, type OrderWords, problemText } from '../order-line.ts';
import { excerpt } from '../shorten.ts';

const words: OrderWords = {
  line: (line) => `“${line}”:`,
  difference: (way, sum, agreed) => {
    const before = agreed ? 'agreed' : 'in the edition before';
    return way === 'same' ? `The same sum as ${before}.` : `${sum} ${way} than ${before}.`;
  },
  added: 'New',
  left: 'Not in it any more',
  changed: 'Changed',
};

const trouble = {
  price: () => 'there is no price. Put it after the name.',
  name: () => 'there is a price without a name.',
  words: (what: string) =>
    `I don’t know “${what}”. After the price come safety, soon, wish or months (3m); the reason goes into brackets.`,
  amounts: () => 'I see several numbers and can’t tell which is the price. Put other numbers into brackets.',
  sum: () => 'parts and work don’t add up to the total.',
  negative: () => 'a price can’t be below zero.',
  currency: (_what: string, price: string) => `prices are in our own currency: ${price}.`,
  number: () => 'this is no sum of money.',
  urgency: () => 'the urgency contradicts itself. Months go with soon only.',
  options: () => 'three ways of one line are the most.',
  longName: () => 'that is too long: 80 characters for a name, 200 for a reason.',
  longNote: () => 'the note is too long: up to 300 characters.',
  time: () => 'this is no time. Write it as 17:00.',
  day: () => 'this is no day. Write it as 5.12.',
  past: () => 'that time is over.',
  twice: () => 'this is said twice.',
  empty: () => 'There is no line with a price in it.',
  lines: (what: string) => `${what} lines are too many: 20 are the most.`,
  much: () => 'The sum is above the 100,000 that one estimate may have.',
} as const;

export const order: GroupTexts<'order'> = {
  orderHowTo: () =>
    'An estimate is one message with a line for each item. You see it before it goes out. For example:',
  orderNotHere: () => 'Estimates are written in the topic of the customer.',
  orderProblems: () => 'Nothing is saved yet.',
  orderProblem: (problem, f) => problemText(problem, words, trouble, f),
  orderMoreProblems: ({ more }, f) =>
    `And ${f.plural(more, { one: '# more thing', other: '# more things' })}.`,
  orderExample: () => 'For example:',
  orderPreview: ({ ref, edition, car, note, photos }, f) =>
    lines(
      f.about(car, `estimate ${ref}, edition ${edition}. Only this group sees it so far.`),
      note,
      photos > 0 && `With ${f.plural(photos, { one: '# photo', other: '# photos' })}.`,
    ),
  orderDiff: (diff, f) => changesText(diff, words, f),
  orderAsked: ({ name, owner }) =>
    owner === null
      ? `${excerpt(name, 40)} is asked.`
      : `${excerpt(name, 40)} is asked, and ${excerpt(owner, 40)} sees it.`,
  orderLimit: ({ agreed, limit, fits }, f) =>
    `Agreed ${f.money(agreed)}; up to ${f.money(limit)} may be done without asking. ${fits ? 'This stays within it.' : 'This is above it.'}`,
  orderShut: () =>
    'They have not written for a while: first they get a notice that an estimate is ready, and see it once they tap it.',
  orderHow: () =>
    'To correct it, edit your message or send /estimate again. A photo sent in reply to this message goes into it; a line’s number as the caption puts it on that line.',
  orderNoReach: ({ name, phone }) =>
    lines(
      `${excerpt(name, 40)} has no messenger here, so it can’t be sent.`,
      phone === '' ? 'Record what you agree at the desk.' : `Call ${phone} and record what you agree.`,
    ),
  orderDiscarded: ({ ref }) => `The draft of estimate ${ref} is gone. Nobody saw it.`,
  orderReplied: () =>
    'That answered the preview, so it was not sent to the customer. To correct the estimate, send all of its lines.',
  orderPhotoLate: () => 'The estimate went out before this photo was ready. Send the photo by itself.',
  orderPhotoMany: ({ most }) => `${most} photos are the most that an estimate takes.`,

  orderSent: ({ ref, edition, by, name, cents }, f) =>
    `${f.person(by)} sent estimate ${ref}, edition ${edition}, ${f.money(cents)}. ${f.capital(`waiting for an answer from ${excerpt(name, 40)}`)}.`,
  orderWithdrawn: ({ ref, by }, f) => `${f.person(by)} took estimate ${ref} back, and the customer knows.`,
  orderAnswered: ({ ref }) => `The question about estimate ${ref} is answered.`,
  orderCall: ({ ref, car, cents, since, name, phone }, f) =>
    lines(
      f.about(car, `no answer to estimate ${ref} (${f.money(cents)}) since ${f.dayTime(since)}.`),
      phone === ''
        ? `Please call ${excerpt(name, 40)}; no number is known here.`
        : `Please call ${excerpt(name, 40)}: ${phone}`,
    ),
  orderPhone: ({ name, phone }) =>
    phone === '' ? `No number is known for ${excerpt(name, 40)}.` : `${excerpt(name, 40)}: ${phone}`,

  orderRecordHow: ({ ref }) => `How was estimate ${ref} agreed to?`,
  orderRecord: ({ ref, how, lines: answered, cents, left }, f) =>
    lines(
      `What was agreed ${ways[how]}, estimate ${ref}? Tap a line until it is right.`,
      answeredText(answered, said, f),
      left > 0
        ? `${f.plural(left, { one: '# line', other: '# lines' })} to go.`
        : `Together ${f.money(cents)}.`,
    ),
  orderRecorded: ({ ref, number, how, by, cents, told }, f) =>
    `${f.person(by)} recorded what was agreed ${ways[how]}: ${f.money(cents)}, agreement ${ref}-v${number}. ${told ? 'The customer is asked if that is right.' : 'The customer has no messenger here.'}`,
  orderToSign: ({ ref, cents }, f) =>
    `${f.money(cents)} needs a signature: estimate ${ref} waits for the word AGREE or for “${labels.desk}”.`,
  orderRefusedAll: ({ ref, number, by }, f) =>
    `${f.person(by)} recorded that nothing is to be done: answer ${ref}-v${number}.`,
  orderCarriedOn: ({ ref, number, by, cents, limit }, f) =>
    `${f.person(by)} goes on within the limit: ${f.money(cents)} of ${f.money(limit)}, agreement ${ref}-v${number}. The customer is told.`,
  orderWithin: ({ ref, number, by, car, at, lines: answered, cents, limit, ready }, f) =>
    lines(
      f.about(
        car,
        `${f.person(by)} adds a little, ${f.dayTime(at)}. It stays within the ${f.money(limit)} that you allowed without asking.`,
      ),
      answeredText(answered, said, f),
      `Total ${f.money(cents)} with VAT${ready === null ? '' : `, ready ${f.dayTime(ready)}`}.`,
      `Agreement ${ref}-v${number}. If you would rather not, just write to us.`,
    ),

  orderWorkHow: () => '/work start, /work stop or /work done: how far the work on the agreed lines is.',
  orderWork: ({ ref, by, work, cents }, f) =>
    `${f.person(by)}: ${acts[work]} (${ref}, agreed ${f.money(cents)}).`,
  orderNothing: () => 'There is no estimate for this customer yet. /estimate writes one.',
  orderRefused: ({ why, ref, agreed, planned }, f) =>
    `${why === 'above' ? aboveAgreed(f.money(agreed), f.money(planned)) : refusals[why]} (${ref})`,
  orderCard: (card, f) => cardText(card, { states, works }, f),
  orderHelp: () =>
    'Estimates, in a topic: /estimate and a line for each item; you see it before it goes out. /agreed records what was agreed by phone or at the desk. /work start, stop, done.',

  orderLabelSend: () => 'Send',
  orderLabelDiscard: () => 'Discard',
  orderLabelKeep: () => 'Keep agreed lines',
  orderLabelWithin: () => 'Go on within limit',
  orderLabelPhone: () => 'Agreed by phone',
  orderLabelDesk: () => labels.desk,
  orderLabelWithdraw: () => 'Take it back',
  orderLabelCall: () => 'Phone number',
  orderLabelAnswered: () => 'It is answered',
  orderLabelAllYes: () => 'Yes to all',
  orderLabelLine: (line) => lineLabel(line),
  orderLabelRecord: ({ cents }, f) => fitting(`Record · ${f.money(cents)}`, 'Record'),
  orderLabelBack: () => 'Back',
  orderLabelStart: () => 'Start work',
  orderLabelDone: () => 'Work is done',
};

const said = { later: 'later', no: 'no' } as const;
const labels = { desk: 'Signed at the desk' } as const;
const ways = { phone: 'by phone', desk: 'at the desk' } as const;
const acts = { started: 'work has begun', stopped: 'work stands still', done: 'work is done' } as const;
const works = { started: 'work goes on', stopped: 'work stands still', done: 'work is done' } as const;
const states = {
  none: 'a draft',
  asked: 'waiting for an answer',
  signing: 'waiting for a signature',
  agreed: 'agreed',
  declined: 'declined',
  withdrawn: 'taken back',
  expired: 'not valid any more',
} as const;

const aboveAgreed = (agreed: string, planned: string) =>
  `Not possible yet: ${agreed} is agreed, ${planned} is planned. The customer has to say yes first`;

const refusals = {
  mustAsk: 'The customer wants to be asked first',
  done: 'The work is done already; what comes now is a new estimate',
  older: 'There is a newer version of this estimate',
  notOpen: 'This estimate is not open',
  already: 'That is so already',
  expired: 'The estimate is not valid any more. Send it with a new date',
  notTheirs: 'Somebody else is asked',
  noLine: 'There is no such line',
  unanswered: 'Some lines have no answer yet',
  waits: 'The estimate still waits for the customer’s answer',
  question: 'The customer has an open question',
  notAgreed: 'Nothing is agreed yet, so no work begins',
  disputed: 'The customer says that the agreement is not so. Sort that out first',
  options: 'A line can be done in several ways, and only the customer chooses',
  refused: 'The customer put one of these lines off or refused it',
  sign: 'Such a sum needs a signature, or the customer’s word AGREE',
  notStarted: 'No work goes on',
} as const;
