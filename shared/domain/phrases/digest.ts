import * as z from 'zod';
import { alarmNameSchema } from '../alarm.ts';
import { missTopicSchema } from '../understood.ts';
import { delayReasonSchema } from '../visit/life.ts';
import { ratingReasonSchema } from '../visit/rating.ts';

const none = z.object({});
const count = z.number();
const percent = z.number().nullable();
const topicCounts = z.array(z.object({ topic: missTopicSchema, count }));
/** Days of the station; `to`: the last day. */
const period = z.object({
  unit: z.enum(['week', 'month']),
  from: z.string(),
  to: z.string(),
  /** It is over. */
  whole: z.boolean(),
});

/** What the charts of the picture are of. */
export const charts = ['answers', 'ratings', 'promises', 'channels', 'noShows', 'cost'] as const;
/** What stands for a colour there, beside the names of messengers. */
export const chartSeries = ['half', 'most', 'good', 'soso', 'bad', 'kept', 'moved', 'passed'] as const;

/** The owner's figures. Each stands beside that of the week or month before (`was`; null: too few then). Keys begin with `digest`. */
export const digestPhrases = {
  digestTitle: period,
  digestNothing: period,
  /** The first answer of a person: working minutes; null: too few to say. */
  digestAnswers: z.object({
    count,
    took: z.object({ half: count, most: count }).nullable(),
    was: z.object({ half: count, most: count }).nullable(),
  }),
  /** Who wrote, how many of them called for no person, by which messenger. */
  digestTalks: z.object({
    people: count,
    was: count,
    alone: percent,
    aloneWas: percent,
    channels: z.array(z.object({ channel: z.string(), percent: count })),
  }),
  /** Who waits now, the longest for so many minutes; what the bot did not understand, and what it was about. */
  digestOpen: z.object({
    waiting: count,
    minutes: count,
    missed: count,
    missedWas: count,
    topics: topicCounts.default([]),
  }),
  /** What was asked, the most frequent first; the share that was answered without a person; which answers were no help. */
  digestAsked: z.object({ topics: topicCounts, alone: percent, was: percent, unhelped: topicCounts }),
  digestVisits: z.object({
    booked: count,
    bookedWas: count,
    byDesk: count,
    byWords: count.default(0),
    done: count,
    noShow: count,
    noShowWas: count,
  }),
  /** `reason`: why they were moved, most of all. */
  digestPromises: z.object({
    kept: count,
    moved: count,
    passed: count,
    percent,
    was: percent,
    reason: delayReasonSchema.nullable(),
  }),
  digestRatings: z.object({
    good: count,
    soso: count,
    bad: count,
    percent,
    was: percent,
    reasons: z.array(z.object({ reason: ratingReasonSchema, count })),
  }),
  /** What the owner was woken for, by an alarm's name, the most frequent first. */
  digestAlarms: z.object({ alarms: z.array(z.object({ name: alarmNameSchema, count })) }),
  digestTone: z.object({ all: count, sent: count, was: count }),
  /** A language model: how often it was asked (`was`: before), how often it knew, what it takes in millionths of a US dollar. */
  digestModel: z.object({ asked: count, understood: count, micros: count, was: count }),
  /** What went out and what it cost, in millionths of a US dollar; `notices`: of it prepared ones. */
  digestCost: z.object({
    channels: z.array(z.object({ channel: z.string(), count, notices: count, micros: count })),
    aws: count,
    was: count,
  }),
  digestBadPeriod: z.object({ word: z.string(), week: z.string(), month: z.string() }),
  digestNoPicture: none,
  digestHelp: none,

  // On the picture
  digestPicture: z.object({ unit: z.enum(['week', 'month']), count }),
  digestChart: z.object({ of: z.enum(charts) }),
  digestSeries: z.object({ series: z.enum(chartSeries) }),
  /** `none`: nobody stayed away; `few`: too few figures to draw. */
  digestNoData: z.object({ why: z.enum(['none', 'few']) }),
} as const;
