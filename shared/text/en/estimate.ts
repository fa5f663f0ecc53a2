import type { GroupTexts } from '../dictionary.ts';
import {
  answeredText,
  choiceLabel,
  type EstimateWords,
  fitting,
  offeredText,
  optionLabel,
} from '../estimate-line.ts';
import { lines } from '../lines.ts';

/** How soon, and of what a price is made: also on paper. */
export const words: EstimateWords = {
  parts: 'parts',
  work: 'work',
  urgency: { safety: 'safety', soon: 'soon', wish: 'if you wish' },
  within: (months, f) => `within ${f.plural(months, { one: 'a month', other: '# months' })}`,
  later: 'later',
  no: 'no',
};

export const estimate: GroupTexts<'estimate'> = {
  estimateHead: ({ by, name, car, note, photos, edition }, f) =>
    lines(
      `From ${f.person(by)}, service advisor.`,
      f.capital(
        `${name === '' ? '' : `${name}, `}here is ${edition > 1 ? 'the new estimate' : 'the estimate'}${car === '' ? '' : ` for ${car}`}.`,
      ),
      note,
      photos > 0 && `📷 ${f.plural(photos, { one: '# photo', other: '# photos' })}`,
    ),
  estimateLines: ({ lines: offered }, f) => lines(...offered.map((line) => offeredText(line, words, f))),
  estimateSoFar: ({ cents }, f) =>
    `Agreed so far: ${f.money(cents)}. We do nothing beyond that until you answer.`,
  estimateTotal: ({ cents, tax, vatPercent, ways, ready, answerBy, validUntil }, f) =>
    lines(
      `${ways ? 'Everything, with A where there is a choice' : 'Everything'}: ${f.money(cents)}, including ${f.money(tax)} VAT (${f.percent(vatPercent)}).`,
      ready !== null &&
        (answerBy === null
          ? `Ready ${f.when(ready)}.`
          : `Ready ${f.when(ready)}, if you answer ${f.deadline(answerBy)}.`),
      `These prices hold until ${f.day(validUntil)}.`,
    ),

  estimateChoose: ({ lines: answered, cents, left }, f) =>
    lines(
      answeredText(answered, words, f),
      left > 0
        ? `So far ${f.money(cents)}, ${f.plural(left, { one: '# item', other: '# items' })} to go.`
        : `Together ${f.money(cents)}. Please confirm, or change what you like.`,
    ),
  estimateLine: ({ line, at, count, says }, f) =>
    lines(
      count > 1 && `Item ${at} of ${count}`,
      offeredText(line, words, f),
      says === null ? 'Shall we do it?' : `You said ${said[says]}. Shall we keep it that way?`,
    ),
  estimateConfirm: ({ lines: answered, cents }, f) =>
    lines(
      answeredText(answered, words, f),
      answered.some(({ says }) => says === 'yes')
        ? `Together ${f.money(cents)}. Is that right?`
        : 'We do nothing now. Is that right?',
    ),
  estimateWhichLine: () => 'Which item shall we change?',

  estimateAgreed: ({ ref, number, who, car, at, lines: answered, cents, ready, signed }, f) =>
    lines(
      f.about(car, `agreed with ${who}, ${f.dayTime(at)}${signed ? ', by the word AGREE' : ''}.`),
      answeredText(answered, words, f),
      `Total ${f.money(cents)} with VAT${ready === null ? '' : `, ready ${f.dayTime(ready)}`}.`,
      `Agreement ${ref}-v${number}`,
    ),
  estimateLate: ({ by }, f) =>
    `The time that we named was for an earlier answer. ${f.person(by)} will tell you the new one here.`,
  estimateDeclined: ({ ref, number, who, car, at, lines: answered }, f) =>
    lines(
      f.about(car, `answered by ${who}, ${f.dayTime(at)}. We do nothing now, and it costs nothing.`),
      answeredText(answered, words, f),
      'Thank you for looking at it. If you change your mind, just write to us.',
      `Answer ${ref}-v${number}`,
    ),
  estimateSign: ({ ref, cents, lines: answered, limit }, f) =>
    lines(
      answeredText(answered, words, f),
      `Together ${f.money(cents)} (estimate ${ref}).`,
      `Above ${f.money(limit)} we ask for one more thing: please answer with the word AGREE, or sign at our desk. The work order comes here as a document.`,
    ),
  estimateRecorded: ({ ref, number, by, how, car, at, lines: answered, cents, ready }, f) =>
    lines(
      f.about(
        car,
        `${f.person(by)} noted what we agreed ${how === 'phone' ? 'by phone' : 'at the desk'}, ${f.dayTime(at)}.`,
      ),
      answeredText(answered, words, f),
      `Total ${f.money(cents)} with VAT${ready === null ? '' : `, ready ${f.dayTime(ready)}`}.`,
      `Agreement ${ref}-v${number}. Is that right?`,
    ),
  estimateConfirmed: ({ ref, number, who, at }, f) =>
    `Agreement ${ref}-v${number}: ${who} says that it is right, ${f.dayTime(at)}.`,
  estimateDisputed: ({ ref, number, who, at }, f) =>
    `Agreement ${ref}-v${number}: ${who} says that it is not so, ${f.dayTime(at)}. No work is done on it until that is settled.`,
  estimateDisputedNext: ({ advisor, by }, f) =>
    `Thank you for telling us. ${f.person(advisor)} will sort it out with you here ${f.deadline(by)}.`,

  estimateAskQuestion: ({ by, several }, f) =>
    `What would you like to know? Write it here${several ? ', with the number of the item if it is about one' : ''}, and ${f.person(by)} will answer. The estimate stays open.`,
  estimateQuestionSent: ({ advisor, by }, f) =>
    `Thank you, your question has been passed on. ${f.person(advisor)} answers here ${f.deadline(by)}. The estimate stays open.`,
  estimateDeskQuestion: ({ ref, id, name, cents }, f) =>
    `About line ${id} of estimate ${ref}: ${name}, ${f.money(cents)}`,

  estimateNudge: ({ car, cents, ready, answerBy }, f) =>
    lines(
      f.about(car, `the estimate of ${f.money(cents)} is here for you whenever it suits you.`),
      ready !== null &&
        answerBy !== null &&
        `With your answer ${f.deadline(answerBy)} the car is ready ${f.when(ready)}. Later is fine too, then we find a new time.`,
    ),
  estimateDeskOver: ({ ref, car, cents }, f) =>
    f.about(car, `nobody answered estimate ${ref} (${f.money(cents)}), and it is not valid any more.`),

  estimateNewer: () => 'There is a newer estimate in place of that one. Here it is.',
  estimateOver: ({ ref, state }) => `${over[state]} (estimate ${ref}).`,
  estimateChanged: () => 'Something has changed since. This is how it stands now.',

  estimateNothingAgreed: () =>
    'We have not agreed on any work here yet. Once we do, you can read it here at any time, word for word.',
  estimateNothingToSign: () => 'Nothing is waiting for your signature.',
  estimateDocument: () => 'The document is being made and comes here in a moment.',
  estimateNewest: () => 'There is an estimate waiting for an answer.',

  estimateLabelAll: () => 'Approve all',
  estimateLabelSome: () => 'Choose items',
  estimateLabelQuestion: () => 'I have a question',
  estimateLabelConfirm: ({ cents }, f) =>
    cents === 0 ? 'Confirm' : fitting(`Confirm · ${f.money(cents)}`, 'Confirm'),
  estimateLabelYes: (choice) => choiceLabel(choice, 'yes', 'Yes'),
  estimateLabelOption: (option, f) => optionLabel(option, f),
  estimateLabelLater: (choice) => choiceLabel(choice, 'later', 'Later'),
  estimateLabelNo: (choice) => choiceLabel(choice, 'no', 'No'),
  estimateLabelMore: () => 'More items',
  estimateLabelChange: () => 'Change it',
  estimateLabelDocument: () => 'Get the document',
  estimateLabelRight: () => 'That’s right',
  estimateLabelNotSo: () => 'Not so',
  estimateLabelShow: () => 'Show the estimate',
  estimateLabelEarlier: () => 'Earlier ones',
};

const said = { yes: 'yes', later: 'later', no: 'no' } as const;

const over = {
  agreed: 'That is agreed already; ask “what did we agree” to read it',
  declined: 'That has been answered already; nothing is done without you',
  withdrawn: 'The station took this estimate back; a new one comes here',
  expired: 'The prices of this estimate do not hold any more; write to us for new ones',
  gone: 'That estimate is not open any more',
} as const;
