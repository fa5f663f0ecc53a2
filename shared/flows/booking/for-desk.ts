import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { Turn } from '../flow.ts';
import { bookingSchema } from './state.ts';
import { anyTime, saysHour } from './wanted.ts';

/**
 * What the advisors are told of a booking that somebody is in the middle of when a person is called: one line, so that nothing is asked
 * again. Nothing where no booking is in progress, or nothing of it is known yet. Pure.
 */
export function bookingForDesk({ conversation: { flow } }: Pick<Turn, 'conversation'>): readonly Phrase[] {
  const state = flow?.name === 'book' ? bookingSchema.safeParse(flow.state).data : undefined;
  if (!state) return [];
  const { services, vehicle, wanted = anyTime, moving } = state.draft;
  const start = state.step === 'stay' ? state.hold.start : null;
  const { dates, from, to, at } = wanted;
  const car = vehicle?.short ?? '';
  const isEmpty = services.length + dates.length === 0 && car === '' && start === null;
  if (isEmpty && !saysHour(wanted)) return [];
  return [phrase('deskBooking', { services, car, moves: moving?.start ?? null, start, dates, from, to, at })];
}
