import { channelName } from '../channel-names.ts';
import type { GroupTexts } from '../dictionary.ts';
import { about, counts, dollars, listed, total, was } from '../digest-line.ts';
import { lines } from '../lines.ts';
import { excerpt } from '../shorten.ts';
import { alarmTitles } from './desk/alarm.ts';
import { topicNames } from './topics.ts';

export const digest: GroupTexts<'digest'> = {
  digestTitle: ({ unit, from, to, whole }, f) =>
    lines(
      whole
        ? `The ${unit} from ${f.day(from)} to ${f.day(to)}`
        : `This ${unit} so far: ${f.day(from)} to ${f.day(to)}`,
      whole ? `In brackets: the ${unit} before` : `In brackets: the same days a ${unit} before`,
    ),
  digestNothing: ({ from, to }, f) =>
    `Nothing to tell yet: nobody wrote and no visit ended from ${f.day(from)} to ${f.day(to)}.`,
  digestAnswers: ({ count, took, was: before }, f) =>
    took === null
      ? `A person’s first answer: ${f.plural(count, { one: '# answer', other: '# answers' })}, too few to say how fast.`
      : `A person’s first answer: half within ${f.duration(took.half)}, nine of ten within ${f.duration(took.most)}${was(before && `${f.duration(before.half)}, ${f.duration(before.most)}`)}.`,
  digestTalks: ({ people, was: before, alone, aloneWas, channels }, f) =>
    lines(
      `Wrote to us: ${counts(people, before)}.${alone === null ? '' : ` Managed without a person: ${f.percent(alone)}${was(aloneWas === null ? null : f.percent(aloneWas))}.`}`,
      channels.length > 1 &&
        `${channels.map(({ channel, percent }) => `${channelName(channel)} ${f.percent(percent)}`).join(', ')}.`,
    ),
  digestOpen: ({ waiting, minutes, missed, missedWas, topics }, f) =>
    lines(
      waiting === 0
        ? 'Nobody is waiting for an answer now.'
        : `Waiting for an answer now: ${waiting}, the longest for ${f.duration(minutes)}.`,
      missed + missedWas > 0 &&
        `Not understood by the bot: ${counts(missed, missedWas)}${about(topics, topicNames)}.`,
    ),
  digestAsked: ({ topics, alone, was: before, unhelped }, f) =>
    lines(
      topics.length > 0 && `Asked: ${listed(topics, topicNames)}.`,
      alone !== null &&
        `Answered without a person: ${f.percent(alone)}${was(before === null ? null : f.percent(before))}.`,
      unhelped.length > 0 && `Did not help: ${listed(unhelped, topicNames)}.`,
    ),
  digestVisits: ({ booked, bookedWas, byDesk, byWords, done, noShow, noShowWas }) =>
    lines(
      `Booked: ${counts(booked, bookedWas)}${byDesk > 0 ? `, ${byDesk} of them at the desk` : ''}${byWords > 0 ? `, ${byWords} in their own words` : ''}.`,
      `Visits done: ${done}. Did not come: ${counts(noShow, noShowWas)}.`,
    ),
  digestPromises: ({ kept, moved, passed, percent, was: before, reason }, f) =>
    lines(
      `Ready as promised: ${kept} of ${kept + moved + passed}${percent === null ? '' : `, ${f.percent(percent)}${was(before === null ? null : f.percent(before))}`}.`,
      moved + passed > 0 &&
        `Moved and told in time: ${moved}. Passed before anybody told: ${passed}.${reason === null ? '' : ` Most often: ${delays[reason]}.`}`,
    ),
  digestRatings: ({ good, soso, bad, percent, was: before, reasons }, f) =>
    lines(
      `How it was: good ${good}, so-so ${soso}, bad ${bad}.${percent === null ? '' : ` Good: ${f.percent(percent)}${was(before === null ? null : f.percent(before))}.`}`,
      reasons.length > 0 &&
        `What they were not happy with: ${reasons.map(({ reason, count }) => `${faults[reason]} ${count}`).join(', ')}.`,
    ),
  digestAlarms: ({ alarms }) =>
    `Warnings of the line: ${alarms.map(({ name, count }) => `“${alarmTitles[name]}” ×${count}`).join(', ')}.`,
  digestTone: ({ all, sent, was: before }) =>
    `Replies held for their tone: ${counts(all, before)}${all > 0 ? `, sent all the same: ${sent}` : ''}.`,
  digestModel: ({ asked, understood, micros, was: before }) =>
    `Language model: asked ${counts(asked, before)}, understood ${understood}. It took about ${dollars(micros, '.')}, which is part of AWS below.`,
  digestCost: ({ channels, aws, was: before }) =>
    lines(
      channels.length > 0 &&
        `Messages: ${channels.map(({ channel, count, notices, micros }) => `${channelName(channel)} ${micros === 0 ? 'about ' : ''}${count}${notices > 0 ? ` (${notices} prepared)` : ''}, ${micros === 0 ? 'free' : `about ${dollars(micros, '.')}`}`).join('; ')}.`,
      `With AWS at ${dollars(aws, '.')}, all of it is about ${dollars(total(channels, aws), '.')} (${dollars(before, '.')}).`,
    ),
  digestBadPeriod: ({ word, week, month }) =>
    `“${excerpt(word, 40)}” is no week or month that has begun. A week is written like ${week}, a month like ${month}, and /report alone is this week.`,
  digestNoPicture: () => 'The picture could not be made this time; the figures above are complete.',
  digestHelp: () =>
    'The owner’s figures: /report. A month as tables: /export. The bays as a calendar: /feed.',

  digestPicture: ({ unit, count }) => `The last ${count} ${unit === 'week' ? 'weeks' : 'months'}`,
  digestChart: ({ of }) => titles[of],
  digestSeries: ({ series }) => names[series],
  digestNoData: ({ why }) => (why === 'none' ? 'everybody came' : 'too few to say'),
};

const delays = {
  parts: 'parts',
  found: 'something more was found',
  answer: 'the owner’s answer',
  queue: 'jobs before it',
  test: 'a test drive',
  longer: 'no reason given',
} as const;

const faults = {
  price: 'the price',
  time: 'the time',
  quality: 'the work',
  talk: 'the talk',
  other: 'something else',
} as const;

const titles = {
  answers: 'First answer, minutes',
  ratings: 'How it was',
  promises: 'Ready as promised',
  channels: 'Who wrote, by messenger',
  noShows: 'Did not come',
  cost: 'Messages and AWS, $',
} as const;

const names = {
  half: 'half',
  most: 'nine of ten',
  good: 'good',
  soso: 'so-so',
  bad: 'bad',
  kept: 'kept',
  moved: 'moved, told',
  passed: 'passed',
} as const;
