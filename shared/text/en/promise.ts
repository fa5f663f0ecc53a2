import type { CallReason } from '#shared/domain/call-reason.ts';
import type { DelayReason } from '#shared/domain/visit/life.ts';
import type { GroupTexts } from '../dictionary.ts';
import { lines } from '../lines.ts';
import { excerpt } from '../shorten.ts';

const why: Readonly<Record<DelayReason, string>> = {
  parts: 'the part is taking longer to arrive.',
  found: 'there is more to do than we saw at first.',
  answer: 'we are still waiting for your answer.',
  queue: 'the work before it took longer.',
  test: 'the final check takes a little longer.',
  longer: 'the work takes longer than planned.',
};
const short: Readonly<Record<DelayReason, string>> = {
  parts: 'Part is late',
  found: 'Found more',
  answer: 'Waits for answer',
  queue: 'Queue',
  test: 'Final check',
  longer: 'Takes longer',
};
const nothing = 'Nothing is needed from you now.';
const home = 'No need to wait here: we write when it is ready.';
const ask = 'Please answer here in the chat.';
/** `most`: characters of the advisor's own words, so that all of it stays short. */
const because = (reason: DelayReason, words: string, most = 110) =>
  words === '' ? why[reason] : closed(excerpt(words, most));
/** To the desk; that a car is ready earlier needs no reason. */
const inShort = (reason: DelayReason, words: string, later: boolean) =>
  words !== '' ? `: ${excerpt(words, 60)}` : later ? `: ${short[reason].toLowerCase()}` : '';
const closed = (words: string) => (/[.!?…]$/.test(words) ? words : `${words}.`);
const calls: Readonly<Record<CallReason, string>> = {
  asks: 'they have not agreed to messages from us.',
  quiet: 'the bot does not write in their quiet hours.',
  cap: 'they had as many messages as one day may bring.',
  reach: 'they have no messenger here.',
};
const called = (reason: CallReason, phone: string) =>
  `Please call${phone === '' ? '' : ` ${phone}`}: ${calls[reason]}`;

export const promise: GroupTexts<'promise'> = {
  promiseExpected: ({ car, start }, f) =>
    f.about(car, `we expected you at ${f.time(start)}. Is everything all right?`),
  promiseMoved: ({ car, reason, words, from, to, newsBy, waits }, f) =>
    to > from
      ? lines(
          f.about(car, because(reason, words, newsBy === null && !waits ? 110 : 60)),
          `The new time: ready ${f.deadline(to)} (was ${f.deadline(from)}). We are sorry for the wait.`,
          newsBy !== null && `More news ${f.deadline(newsBy)}.`,
          reason === 'answer' ? ask : waits && !f.isToday(to) ? home : nothing,
        )
      : lines(
          f.about(car, 'good news, it is ready earlier.'),
          words !== '' && closed(excerpt(words, 110)),
          `The new time: ready ${f.deadline(to)} (was ${f.deadline(from)}).`,
          nothing,
        ),
  promiseNewsMoved: ({ car, reason, words, to }, f) =>
    lines(
      f.about(car, because(reason, words)),
      `You hear more ${f.deadline(to)}. We are sorry for the wait.`,
      reason === 'answer' ? ask : nothing,
    ),
  promiseFine: ({ car, to }, f) => f.about(car, `thank you. It is ready ${f.deadline(to)}.`),
  promiseCollect: ({ car, since }, f) =>
    lines(
      f.about(car, `ready since ${f.dayTime(since)} and safe with us.`),
      `You can collect it: ${f.hours}.`,
      'Just tell us when you set off.',
    ),
  promiseLabelFine: () => "That's fine",
  promiseRequested: ({ car, start, advisor, by }, f) =>
    lines(
      f.about(car, `${f.dayTime(start)} is kept for you.`),
      `${f.person(advisor)} confirms the visit here ${f.deadline(by)}. Until then it is a request, not a booking.`,
    ),

  promiseDeskExpected: ({ ref, car, start, call, phone }, f) =>
    lines(
      f.about(car, `expected at ${f.time(start)}, not marked as arrived. Visit ${ref}.`),
      call === null
        ? 'The owner was asked just now.'
        : `${called(call, phone)} The bay stays theirs until you say.`,
    ),
  promiseDeskReleased: ({ ref, car, start, call, phone }, f) =>
    lines(
      f.about(car, `did not come at ${f.time(start)}, so the bay is free again. Visit ${ref}.`),
      call === null ? 'The owner knows.' : called(call, phone),
    ),
  promiseDeskWarn: ({ ref, car, of, by, call, phone }, f) =>
    lines(
      f.about(
        car,
        of === 'ready'
          ? `promised ready ${f.deadline(by)}, not finished yet. Visit ${ref}.`
          : `news promised ${f.deadline(by)}. Visit ${ref}.`,
      ),
      call !== null
        ? called(call, phone)
        : of === 'ready'
          ? 'With a new time or [Ready] the owner hears it from you; otherwise the bot says ten minutes before that it takes longer.'
          : 'A new state or a word to the owner is news; otherwise the bot says ten minutes before how it stands.',
    ),
  promiseDeskNewsCall: ({ ref, car, by, call, phone }, f) =>
    lines(f.about(car, `news were promised ${f.deadline(by)}. Visit ${ref}.`), called(call, phone)),
  promiseDeskUntold: ({ ref, car, since, call, phone }, f) =>
    lines(
      f.about(car, `ready since ${f.dayTime(since)}, and the owner does not know yet. Visit ${ref}.`),
      called(call, phone),
    ),
  promiseDeskMoved: ({ ref, car, of, by, from, to, reason, words, told, phone }, f) =>
    lines(
      f.about(
        car,
        `${of === 'ready' ? 'ready' : 'news'} ${f.deadline(to)} (was ${f.deadline(from)}). Visit ${ref}.`,
      ),
      `${by === null ? 'Moved by the bot, since nobody gave a time' : f.person(by)}${inShort(reason, words, to > from)}.`,
      told === 'now'
        ? 'The owner knows.'
        : told === 'later'
          ? 'The owner hears it when their quiet hours end.'
          : called(told, phone),
    ),
  promiseDeskClose: ({ ref, car, by, closes }, f) =>
    lines(
      f.about(car, `not finished, and the desk closes at ${f.time(closes)}. Visit ${ref}.`),
      `Promised ${f.deadline(by)}. Does that still stand?`,
    ),
  promiseDeskRequested: ({ name, car, services, start, stay, by, until }, f) =>
    lines(
      `${[name, car].filter(Boolean).join(' · ')}: asks for ${f.dayTime(start)}, ${stay === 'wait' ? 'waits' : 'leaves the car'}.`,
      `${excerpt(f.services(services), 90)}.`,
      `Twice in six months nobody came: please confirm it. Answer ${f.deadline(by)}; kept until ${f.dayTime(until)}.`,
    ),
  promiseLabelConfirm: () => 'Confirm',
  promiseDeskStands: ({ ref, car, by, advisor }, f) =>
    f.about(car, `stays ready ${f.deadline(by)}, says ${f.person(advisor)}. Visit ${ref}.`),
  promiseDeskWaits: ({ ref, car, since, phone }, f) =>
    lines(
      f.about(car, `ready since ${f.dayTime(since)}, nobody has come for it. Visit ${ref}.`),
      `Please call${phone === '' ? ' the owner' : ` ${phone}`}.`,
    ),
  promiseDeskWhen: ({ ref, car, by }, f) =>
    f.about(car, `promised ready ${f.deadline(by)}. Which new time? Visit ${ref}.`),
  promiseDeskWhy: ({ ref, car, of, to }, f) =>
    f.about(car, `${of === 'ready' ? 'ready' : 'news'} ${f.deadline(to)}. Why? Visit ${ref}.`),
  promiseDeskWhich: () => 'Which visit is it?',
  promiseDeskNone: ({ name }) =>
    `${name === '' ? 'This customer' : name} has no car here that is not finished.`,
  promiseDeskOdd: ({ what, example }) =>
    lines(
      what === '' ? 'A time is missing.' : `“${excerpt(what, 60)}” is no time.`,
      `For example: ${example}`,
    ),
  promiseDeskPast: ({ to }, f) =>
    `${f.capital(f.dayTime(to))} is past, or only minutes away. Please name a later time.`,
  promiseDeskClosed: ({ to, opens }, f) =>
    `The desk is closed on ${f.dayTime(to)}. It opens ${f.dayTime(opens)}; please name a time from then on.`,
  promiseDeskOld: () => 'The promise has changed meanwhile; the card shows it.',
  promiseLabelReason: ({ reason }) => short[reason],
  promiseLabelStands: () => 'It stands',
  promiseLabelOther: () => 'Another time',
};
