import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { GroupTexts } from '../dictionary.ts';
import type { Format } from '../format.ts';
import { lines } from '../lines.ts';
import { carsText, limitIn, named, type PutOffWords, putOffText } from '../payer-line.ts';
import { shorten } from '../shorten.ts';

export const putOffWords: PutOffWords = {
  months: [
    ...['in January', 'in February', 'in March', 'in April', 'in May', 'in June'],
    ...['in July', 'in August', 'in September', 'in October', 'in November', 'in December'],
  ],
  put: 'we put off',
  before: 'then',
};
const atMost = (percent: string, sum: string) => `${percent}, at most ${sum}`;
const owner = (name: string) => named(name, 'the owner of the car');
const payerNamed = (name: string) => named(name, 'whoever pays');
const carsOf = (cars: readonly string[]) => carsText(cars, 'the car');

function above(limit: PhraseArgs['payerLimitSet'], f: Format): string {
  const most = limitIn(limit, atMost, f);
  return most === null ? 'we always ask first' : `up to ${most} without asking`;
}

export const payer: GroupTexts<'payer'> = {
  payerCard: ({ name, ...limit }, f) =>
    lines(
      name === null
        ? 'Costs: you say yes or no to every estimate yourself.'
        : f.capital(
            `${payerNamed(name)} says yes or no to the costs; you see every estimate and every answer.`,
          ),
      `Above the agreed sum: ${above(limit, f)}.`,
    ),
  payerCardFor: ({ name, ...limit }, f) =>
    lines(`You say yes or no to the costs for ${owner(name)}.`, `Above the agreed sum: ${above(limit, f)}.`),
  payerCode: ({ hours }, f) =>
    `Please forward the next message to whoever pays. They write the code to us from their own chat; it works once, for ${f.duration(hours * 60)}.`,
  payerForward: ({ name, cars, code }, f) =>
    lines(
      f.capital(`${owner(name)} asks you to say yes or no to the costs of ${carsOf(cars)} at ${f.station}.`),
      `If you agree, please write the code to ${f.station} in Telegram or WhatsApp.`,
      `Code: ${code}`,
    ),
  payerAsk: ({ name, cars }, f) =>
    lines(
      f.capital(
        `${owner(name)} asks you to say yes or no to the costs of ${carsOf(cars)}. You get the estimates, and ${owner(name)} sees your answers.`,
      ),
      'Will you do that?',
    ),
  payerOwnCode: () => 'This code is for whoever pays: please forward it to them, and they write it to us.',
  payerGone: () => 'This request is not open any more. If it is still needed, please ask for a new code.',
  payerAccepted: ({ name }, f) =>
    lines(
      f.capital(`Thank you. Estimates for ${owner(name)} come to you now, and your answer counts.`),
      'You can end this at any time.',
    ),
  payerOn: ({ name }, f) =>
    lines(
      f.capital(`${payerNamed(name)} says yes or no to the costs from now on.`),
      'You see every estimate and every answer, and you can end this at any time.',
    ),
  payerRefused: ({ name }, f) =>
    f.capital(`All right, ${owner(name)} says yes or no without you, as before.`),
  payerRefusedBy: ({ name }, f) =>
    f.capital(`${payerNamed(name)} would rather not. You say yes or no to the costs yourself, as before.`),
  payerAskEnd: ({ as, name }, f) =>
    as === 'owner'
      ? f.capital(
          `Shall ${payerNamed(name)} no longer say yes or no to the costs? Estimates then come to you.`,
        )
      : `Shall we no longer ask you about the costs? Estimates then go to ${owner(name)}.`,
  payerEnded: () => 'Done. You say yes or no to the costs yourself again.',
  payerEndedFor: ({ name }, f) =>
    f.capital(`${owner(name)} needs no more answers about costs from you. Thank you for your help.`),
  payerLeft: ({ name }) => `Done. You get no more estimates for ${owner(name)}.`,
  payerLeftBy: ({ name }, f) =>
    f.capital(`${payerNamed(name)} no longer answers for the costs. You say yes or no yourself again.`),
  payerNothing: () => 'Nobody else answers for the costs here, so there is nothing to end.',

  payerWaiting: ({ name }) => `We are waiting for an answer from ${payerNamed(name)}.`,
  payerFor: ({ name }) => `For ${owner(name)}:`,
  payerAnswered: ({ name }, f) => f.capital(`${payerNamed(name)} has answered:`),
  payerOther: ({ name }, f) =>
    f.capital(`${payerNamed(name)} says yes or no to the costs now. We tell you the answer at once.`),
  payerNotYours: () => 'You are not asked about these costs any more, so this button does nothing now.',

  payerAskLimit: () =>
    'If work turns out a little dearer than agreed: how much may we add without asking? Above that we always ask first.',
  payerOfferLimit: () =>
    'One thing for the future: if work turns out a little dearer, how much may we add without asking? Without an answer we always ask.',
  payerLimitSet: (limit, f) => {
    const most = limitIn(limit, atMost, f);
    return most === null
      ? 'Good: we always ask before the sum grows.'
      : `Good: we may add up to ${most} to an agreed sum without asking, and tell you when we do.`;
  },
  payerUpTo: ({ cents }, f) => `Without asking we may go up to ${f.money(cents)}.`,

  payerPutOff: ({ items, more }, f) =>
    lines(`${putOffText(items, more, putOffWords, f)}.`, 'Shall we look at it this time?'),
  payerLook: () => 'Good, we look at it this time. What it costs now we tell you first, as an estimate.',
  payerNotNow: () => 'All right, not this time.',
  payerNever: () => 'All right, we do not ask about it again.',

  payerDeskAccepted: ({ name }, f) =>
    f.capital(`${payerNamed(name)} says yes or no to the costs from now on.`),
  payerDeskFor: ({ name }) => `Says yes or no to the costs for ${owner(name)} from now on.`,
  payerDeskRefused: ({ name }, f) => f.capital(`${payerNamed(name)} does not want to answer for the costs.`),
  payerDeskEnded: ({ name, by }, f) =>
    f.capital(
      {
        owner: `the customer says yes or no to the costs again, no longer ${payerNamed(name)}.`,
        approver: `${payerNamed(name)} no longer answers for the costs: the customer is asked again.`,
      }[by],
    ),
  payerDeskEndedFor: ({ name }) => `No longer answers for the costs of ${owner(name)}.`,
  payerDeskAsks: ({ name, ref }, f) =>
    f.capital(`${payerNamed(name)} has a question about estimate ${ref}; the talk is in their own topic.`),
  payerDeskLimit: (limit, f) => `May be added without asking: ${limitIn(limit, atMost, f) ?? 'nothing'}.`,
  payerDeskLook: ({ ref, items }, f) =>
    lines(
      `${putOffText(items, 0, putOffWords, f)}.`,
      `The customer would like it looked at, visit ${ref}. Nothing is agreed by that.`,
    ),
  payerCardAnswers: ({ name }) => `Costs: ${payerNamed(name)} says yes or no`,
  payerCardPutOff: ({ items, more }, f) => putOffText(items, more, putOffWords, f),
  payerCardLook: ({ ref, items }, f) => `To look at, visit ${ref}. ${putOffText(items, 0, putOffWords, f)}`,

  payerLabelOther: () => 'Somebody else pays',
  payerLabelYes: () => 'Yes, I will',
  payerLabelNo: () => 'No',
  payerLabelEnd: () => 'End this',
  payerLabelEndYes: () => 'Yes, end it',
  payerLabelKeep: () => 'Keep it',
  payerLabelFor: ({ name }, f) => shorten(f.capital(`for ${owner(name)}`), 20),
  payerLabelLimit: () => 'Limit without asking',
  payerLabelAlways: () => 'Always ask',
  payerLabelSum: ({ cents }, f) => `Up to ${f.money(cents)}`,
  payerLabelPercent: ({ percent, cents }, f) => `${f.percent(percent)}, max. ${f.money(cents)}`,
  payerLabelLook: () => 'Yes, please',
  payerLabelNotNow: () => 'Not now',
  payerLabelNever: () => 'Leave it for good',
  payerLabelCosts: () => 'Who pays',
};
