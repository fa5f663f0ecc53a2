import * as z from 'zod';
import { addDays, type LocalDate } from '#shared/domain/clock.ts';
import { emptyDay, withoutJob } from '#shared/domain/day.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import { card, type Option } from '#shared/domain/outbound.ts';
import { type Phrase, type PhraseArgs, phrase } from '#shared/domain/phrase.ts';
import { freed } from '#shared/flows/waitlist/freed.ts';
import { type DeskDecision, type DeskTurn, reply } from '../turn.ts';
import { affectedBy, blockJobs, withBlock } from './blocks.ts';
import { jobsOf, visitArgs } from './day-view.ts';
import { diaryButton } from './plan.ts';
import type { BlockWish } from './read-block.ts';

/** What a button about a block carries: all of it, since nothing is stored before it is done. */
export const wishSchema = z.object({
  what: z.discriminatedUnion('of', [
    z.object({ of: z.literal('bay'), bay: z.string() }),
    z.object({ of: z.literal('technician'), technician: z.string() }),
    z.object({ of: z.literal('station') }),
  ]),
  from: z.string(),
  to: z.string(),
  span: z.object({ from: z.number(), to: z.number() }).nullable(),
  reason: z.string(),
}) satisfies z.ZodType<BlockWish>;

/** Most visits that are listed with a button each; more are counted. */
const mostListed = 8;

export function datesOf({ from, to }: Pick<BlockWish, 'from' | 'to'>): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** What would be blocked and which visits lie there, with a button that does it. */
export function asked(wish: BlockWish, facts: Facts, turn: DeskTurn): DeskDecision {
  if (datesOf(wish).every((date) => blockJobs(turn.station, { ...wish, date }, turn.id).length === 0))
    return reply(card('aside', phrase('diaryClosedAnyway', { date: wish.from })));
  const touched = touchedBy(wish, facts, turn);
  return reply(
    card(
      'aside',
      [phrase('diaryBlockAsk', { ...argsOf(wish), affected: touched.length }), ...lines(touched)],
      [
        [
          button(phrase('diaryLabelDoIt'), { do: 'block', wish }),
          button(phrase('diaryLabelLeaveIt'), { do: 'leave' }),
        ],
      ],
    ),
  );
}

/** Blocks it: the days under their versions, so that a visit booked meanwhile is seen. */
export function blocked(wish: BlockWish, facts: Facts, turn: DeskTurn): DeskDecision {
  const touched = touchedBy(wish, facts, turn);
  const changes = datesOf(wish).flatMap((date): readonly Change[] => {
    const day = facts.days.get(date) ?? emptyDay(date);
    const after = withBlock(turn.station, day, { ...wish, date }, turn.id);
    return after.jobs.length === day.jobs.length ? [] : [{ kind: 'day', day: after }];
  });
  const moves = touched.slice(0, mostListed).flatMap(({ ref, name }) => {
    const owner = facts.visits.get(ref);
    return owner ? [[offerMove(owner.id, ref, name || ref)]] : [];
  });
  const done = card(
    'aside',
    [phrase('diaryBlockDone', { ...argsOf(wish), affected: touched.length }), ...lines(touched)],
    [...moves, [button(phrase('diaryLabelUndo'), { do: 'unblock', id: turn.id, wish })]],
  );
  return { ...reply(done), changes };
}

/** Takes a block out again. */
export function unblocked(id: string, wish: BlockWish, facts: Facts, turn: DeskTurn): DeskDecision {
  const changes = datesOf(wish).flatMap((date): readonly Change[] => {
    const day = facts.days.get(date) ?? emptyDay(date);
    const after = withoutJob(day, id);
    return after.jobs.length === day.jobs.length ? [] : [{ kind: 'day', day: after }];
  });
  if (changes.length === 0) return reply(card('aside', phrase('diaryBlockGone')));
  return {
    ...reply(card('aside', phrase('diaryBlockUndone', argsOf(wish)))),
    changes: [...changes, ...freed(datesOf(wish), turn)],
  };
}

type Touched = PhraseArgs['diaryAffected'];

function touchedBy(wish: BlockWish, facts: Facts, { station, now, id }: DeskTurn): readonly Touched[] {
  return datesOf(wish).flatMap((date) => {
    const day = facts.days.get(date) ?? emptyDay(date);
    const jobs = blockJobs(station, { ...wish, date }, id);
    return affectedBy(day, jobs, now).flatMap((visit) => {
      const group = jobsOf(day, visit);
      return group ? [visitArgs(group, facts.visits)] : [];
    });
  });
}

function lines(touched: readonly Touched[]): readonly Phrase[] {
  return touched.slice(0, mostListed).map((visit) => phrase('diaryAffected', visit));
}

function argsOf({ what, from, to, span, reason }: BlockWish): PhraseArgs['diaryBlockUndone'] {
  const id = what.of === 'bay' ? what.bay : what.of === 'technician' ? what.technician : '';
  return { what: what.of, id, from, to, span, reason };
}

function button(label: Phrase, data: unknown): Option {
  return { kind: 'act', label, action: { flow: 'desk.calendar', data } };
}

/** The customer is offered other times; the part of bookings does it. */
function offerMove(customer: string, visit: string, name: string): Option {
  return diaryButton(phrase('diaryLabelOfferMove', { name }), { do: 'offerMove', customer, visit });
}
