import { type CallWords, callLabel, callWhen } from '../../call-when.ts';
import { channelName } from '../../channel-names.ts';
import type { GroupTexts } from '../../dictionary.ts';
import type { Format } from '../../format.ts';
import { lines } from '../../lines.ts';
import { excerpt } from '../../shorten.ts';
import { talkLine } from '../../talk-line.ts';

export const case_: GroupTexts<'case'> = {
  caseEdited: () => 'Edited',
  caseVia: ({ channel }) => `From ${channelName(channel)}`,
  caseRevoked: () => 'The customer deleted this message.',
  caseUnsupported: ({ what }) => `The customer sent something that cannot be shown here (${what}).`,
  caseTalk: (args, f) => talkLine(args, { tapped: 'Tapped', bot: 'Bot' }, f),
  caseJoined: ({ other }) => `This is the same person as “${other}”: the talk goes on in that topic.`,

  caseCard: ({ name, language, channels, cars, phone }) =>
    lines(
      [name, spoken[language] ?? language].filter(Boolean).join(' · '),
      channels.length > 0 && `Writes from ${channels.map(channelName).join(', ')}`,
      cars.length > 0 && `Cars: ${excerpt(cars.join(', '), 120)}`,
      phone !== '' && `Phone: ${phone}`,
    ),
  caseCardVisit: ({ ref, start, services, car, stay, readyBy }, f) =>
    lines(
      `Booked: ${f.dayTime(start)}. ${f.about(car, f.services(services))}.`,
      `${stay === 'wait' ? 'Waits here' : 'Leaves the car'}, ready ${f.ready(readyBy, start)}. No. ${ref}`,
    ),
  caseCardVisits: ({ more }, f) =>
    more === 0
      ? 'No visit booked.'
      : f.plural(more, { one: 'And # more visit.', other: 'And # more visits.' }),
  caseCardState: ({ baton, owner, since, by }, f) => {
    const who = owner === null ? '' : `${f.person(owner)} has it.`;
    if (since !== null)
      return lines(
        `Waiting for an answer since ${f.dayTime(since)}${by === null ? '' : `, promised ${f.ready(by, since)}`}.`,
        who || 'Nobody has taken it yet.',
      );
    if (baton === 'bot') return 'The bot answers.';
    return `${who || 'A person has it.'} The bot is silent.`;
  },
  caseCardWindow: ({ until, shut }, f) =>
    shut
      ? `Since ${f.dayTime(until)} only a short notice can go out; your text follows as soon as they answer it.`
      : `You can write freely until ${f.dayTime(until)}.`,
  caseCardCall: ({ when, at }, f) => `Wants a call: ${callWhen(when, calls, f)} (asked ${f.dayTime(at)}).`,
  caseCardUndelivered: ({ why, at }, f) =>
    `Last message not delivered, ${f.dayTime(at)}: ${failures[why] ?? failures.rejected}.`,
  caseCardBlocked: ({ by, reason, at }, f) =>
    lines(
      `Shut out by ${f.person(by)}, ${f.dayTime(at)}. Nothing of theirs is answered or passed on.`,
      reason !== '' && `Reason: ${excerpt(reason, 120)}`,
    ),

  caseAlertOwner: ({ who, since, minutes, owner }, f) =>
    owner === null
      ? `Nobody has taken this yet: ${who} has waited for an answer ${from(since, f)} (${long(minutes, since, f)}).`
      : `${f.person(owner)}, ${who} has waited for your answer ${from(since, f)} (${long(minutes, since, f)}).`,
  caseAlertAll: ({ who, since, minutes, owner }, f) =>
    lines(
      `${who}: no answer for ${long(minutes, since, f)}, ${from(since, f)}.`,
      owner === null ? 'Nobody has taken it yet.' : `${f.person(owner)} has it. Who can step in?`,
    ),
  caseAlertManager: ({ who, since, minutes, owner, managers }, f) =>
    lines(
      `${managers.map(f.person).join(', ')}: ${who} has had no answer for ${long(minutes, since, f)}, ${from(since, f)}.`,
      owner === null ? 'Nobody has taken it.' : `${f.person(owner)} has it.`,
    ),
  caseAlertPromise: ({ who, by, owner }, f) =>
    lines(
      `${who} was promised an answer ${f.deadline(by)}, and there is none yet.`,
      owner === null ? 'Nobody has taken it.' : `${f.person(owner)} has it.`,
    ),
  caseSilence: ({ minutes }, f) => `Silence for ${f.duration(minutes)}. Shall the bot take over again?`,
  caseBackMorning: () => 'A new day: the bot answers here again. Your next message takes the talk back.',
  caseBack: ({ advisor }, f) =>
    advisor === null
      ? 'The question is closed. I’m here again for bookings and status.'
      : `${f.person(advisor)} has closed the question. I’m here again for bookings and status.`,
  caseLate: ({ advisor, was, by, phone }, f) =>
    lines(
      `Sorry: we promised you an answer ${f.deadline(was)}, and it is not there yet. ${f.person(advisor)} answers ${f.deadline(by)}.`,
      `If it cannot wait: ${phone}`,
    ),
  caseBackNewDay: () =>
    'I’m here again, the bot: bookings and status. If anything is still open, write “person”.',
  caseCallThem: ({ phone }) => `Their number: ${phone}`,

  caseCallAsk: () => 'When shall we call you?',
  caseCallSet: ({ when, phone, advisor }, f) =>
    `${f.person(advisor)} will call you ${callWhen(when, calls, f)}${phone === '' ? '' : ` on ${phone}`}. You can also write here.`,
  caseCallLine: ({ when, phone }, f) =>
    `Asks for a call ${callWhen(when, calls, f)}${phone === '' ? ' (no number known yet)' : `: ${phone}`}`,
  caseCallPhone: ({ when }, f) =>
    `We will call you ${callWhen(when, calls, f)}. Which number may we use? You can share it with the button or write it here.`,

  caseLabelTake: () => 'Take',
  caseLabelRelease: () => 'Release',
  caseLabelHandOver: () => 'Hand over',
  caseLabelGiveBack: () => 'Give back to the bot',
  caseLabelNoAnswer: () => 'No answer needed',
  caseLabelOffer: () => 'Offer a time',
  caseLabelBook: () => 'Book for them',
  caseLabelCallDone: () => 'Call done',
  caseLabelMore: () => 'More',
  caseLabelBlock: () => 'Shut out',
  caseLabelUnblock: () => 'Let in again',
  caseLabelOpenTopic: () => 'Open the topic',
  caseLabelAgain: () => 'Send again',
  caseLabelOtherWay: () => 'Other messenger',
  caseLabelCallMe: () => 'Call me back',
  caseLabelCallWhen: ({ when }, f) => callLabel(when, calls, f),
};

/** Since when somebody waits; a wait that began on an earlier day names it. */
const from = (since: number, f: Format) =>
  f.isToday(since) ? `since ${f.time(since)}` : `since ${f.dayTime(since)}`;

/** How long: of a night in between only the hours in which people are there count, which has to be said. */
const long = (minutes: number, since: number, f: Format) =>
  f.isToday(since) ? f.duration(minutes) : `${f.duration(minutes)} of working time`;

const calls: CallWords = {
  now: 'as soon as we can',
  morning: 'morning',
  noon: 'afternoon',
  evening: 'evening',
};

const spoken: Readonly<Record<string, string>> = {
  en: 'English',
  ru: 'Russian',
  uk: 'Ukrainian',
  el: 'Greek',
};

const failures: Readonly<Record<string, string>> & { readonly rejected: string } = {
  blocked: 'they have blocked us or left the messenger',
  held: 'it waits until they answer the notice',
  noAnswer: 'nobody answered the notice',
  rejected: 'the messenger refused it',
  lost: 'the messenger did not confirm it',
  payment: 'the account needs a payment method',
  account: 'the messenger does not accept our account',
  throttled: 'the messenger asks for a pause',
  unreachable: 'the messenger could not be reached',
};
