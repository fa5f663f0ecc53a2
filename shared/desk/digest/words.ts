import { alarmNameSchema } from '#shared/domain/alarm.ts';
import { addDays } from '#shared/domain/clock.ts';
import { awsMicros } from '#shared/domain/costs.ts';
import { type Counted, type Figures, fewest, percentOf } from '#shared/domain/digest.ts';
import { datesOf, type Period } from '#shared/domain/period.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { missTopicSchema } from '#shared/domain/understood.ts';
import { delayReasonSchema } from '#shared/domain/visit/life.ts';
import { ratingReasonSchema } from '#shared/domain/visit/rating.ts';

/** The owner's figures as paragraphs. What is too little to say anything by is left out or said so. */

/** Who waits for an answer at this moment; `minutes`: the longest of them. */
export type Waiting = { readonly count: number; readonly minutes: number };

export type Told = {
  readonly period: Period;
  readonly now: Figures;
  /** Of the week or month before. */
  readonly before: Figures;
  readonly waiting: Waiting;
};

export function digestWords({ period, now, before, waiting }: Told): readonly Phrase[] {
  const args = { ...period, to: addDays(period.to, -1) };
  const { promises, ratings } = now;
  const held = now.held.all + before.held.all;
  return [
    phrase('digestTitle', args),
    ...(isNothing(now) ? [phrase('digestNothing', args)] : []),
    ...(now.answers.count > 0
      ? [
          phrase('digestAnswers', {
            count: now.answers.count,
            took: took(now),
            was: took(now) && took(before),
          }),
        ]
      : []),
    ...(now.people + before.people > 0 ? [talks(now, before)] : []),
    phrase('digestOpen', {
      waiting: waiting.count,
      minutes: waiting.minutes,
      missed: now.missed.all,
      missedWas: before.missed.all,
      topics: topics(now.missed.topics),
    }),
    ...(now.questions.topics.length + now.questions.unhelped.length > 0 ? [asked(now, before)] : []),
    ...(hasVisits(now) || hasVisits(before) ? [visits(now, before)] : []),
    ...(promises.kept + promises.moved + promises.passed > 0 ? [promised(now, before)] : []),
    ...(ratings.good + ratings.soso + ratings.bad > 0 ? [rated(now, before)] : []),
    ...(held > 0
      ? [phrase('digestTone', { all: now.held.all, sent: now.held.sent, was: before.held.all })]
      : []),
    ...(now.alarms.length > 0 ? [alarms(now)] : []),
    ...(now.model.asked + before.model.asked > 0 ? [model(now, before)] : []),
    cost(now, before, datesOf(period).length),
  ];
}

function isNothing(now: Figures): boolean {
  return now.people === 0 && !hasVisits(now);
}

function hasVisits({ booked, visits: { done, noShow, cancelled } }: Figures): boolean {
  return booked.all + done + noShow + cancelled > 0;
}

function took({ answers: { count, median, most } }: Figures) {
  return count < fewest ? null : { half: Math.round(median), most: Math.round(most) };
}

function talks(now: Figures, before: Figures): Phrase {
  return phrase('digestTalks', {
    people: now.people,
    was: before.people,
    alone: percentOf(now.alone, now.people),
    aloneWas: percentOf(before.alone, before.people),
    channels:
      now.people < fewest
        ? []
        : now.channels.map(({ name, count }) => ({
            channel: name,
            percent: Math.round((100 * count) / now.people),
          })),
  });
}

function asked({ questions }: Figures, before: Figures): Phrase {
  const alone = (of: Figures['questions']) => percentOf(of.alone, of.all);
  return phrase('digestAsked', {
    topics: topics(questions.topics),
    alone: alone(questions),
    was: alone(questions) === null ? null : alone(before.questions),
    unhelped: topics(questions.unhelped).slice(0, mostUnhelped),
  });
}

/** More topics than these are a list that nobody reads. */
const mostTopics = 5;
/** And of answers that were no help the first few are enough to begin with. */
const mostUnhelped = 2;

function topics(counts: readonly Counted[]) {
  const known = counts.flatMap(({ name, count }) => {
    const topic = missTopicSchema.safeParse(name).data;
    return topic ? [{ topic, count }] : [];
  });
  return known.slice(0, mostTopics);
}

function visits(now: Figures, before: Figures): Phrase {
  return phrase('digestVisits', {
    booked: now.booked.all,
    bookedWas: before.booked.all,
    byDesk: now.booked.byDesk,
    byWords: now.booked.byWords,
    done: now.visits.done,
    noShow: now.visits.noShow,
    noShowWas: before.visits.noShow,
  });
}

function promised(now: Figures, before: Figures): Phrase {
  const [most] = now.delays;
  return phrase('digestPromises', {
    ...now.promises,
    percent: kept(now),
    was: kept(before),
    reason: delayReasonSchema.safeParse(most?.name).data ?? null,
  });
}

/** The share of promises that were kept as they were first given. */
function kept({ promises }: Figures): number | null {
  return percentOf(promises.kept, promises.kept + promises.moved + promises.passed);
}

/** More reasons than these are a list that nobody reads. */
const mostReasons = 3;

function rated(now: Figures, before: Figures): Phrase {
  const reasons = now.reasons.flatMap(({ name, count }) => {
    const reason = ratingReasonSchema.safeParse(name).data;
    return reason ? [{ reason, count }] : [];
  });
  return phrase('digestRatings', {
    ...now.ratings,
    percent: good(now),
    was: good(before),
    reasons: reasons.slice(0, mostReasons),
  });
}

function alarms({ alarms: began }: Figures): Phrase {
  const known = began.flatMap(({ name, count }) => {
    const alarm = alarmNameSchema.safeParse(name).data;
    return alarm ? [{ name: alarm, count }] : [];
  });
  return phrase('digestAlarms', { alarms: known.slice(0, mostReasons) });
}

function good({ ratings }: Figures): number | null {
  return percentOf(ratings.good, ratings.good + ratings.soso + ratings.bad);
}

function model({ model: now }: Figures, { model: before }: Figures): Phrase {
  return phrase('digestModel', { ...now, was: before.asked });
}

/** What AWS takes, a language model of it included. */
function awsOf({ sent, model: { micros } }: Figures, days: number): number {
  return awsMicros(sent.messages, days) + micros;
}

function cost(now: Figures, before: Figures, days: number): Phrase {
  const { sent } = now;
  return phrase('digestCost', {
    channels: sent.channels.map(({ name, count, notices, micros }) => ({
      channel: name,
      count,
      notices,
      micros,
    })),
    aws: awsOf(now, days),
    was: before.sent.micros + awsOf(before, days),
  });
}
