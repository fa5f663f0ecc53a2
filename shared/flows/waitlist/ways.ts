import type { LocalDate } from '#shared/domain/clock.ts';
import { addDays, toWall } from '#shared/domain/clock.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Option } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { Draft } from '../booking/state.ts';
import { button, type Turn } from '../flow.ts';
import type { WaitlistAction } from './action.ts';
import type { Held } from './held.ts';

/** Buttons that lead to the waiting list. */

export function waitlistAct(label: Parameters<typeof button>[0], data: WaitlistAction): Option {
  return button(label, { flow: 'waitlist', data });
}

/** So far ahead somebody waits who names no day. */
const anyDayAhead = 14;

/** So many times that others are just choosing are remembered with a wish. */
const mostHeld = 3;

/** [Waiting list] below times that do not suit; nothing where the car is not known yet. `date`: the day that is full; `held`: what others are choosing. */
export function joinRow(
  { services, vehicle, moving }: Draft,
  date: LocalDate | null,
  shown: readonly number[],
  held: readonly Held[],
  { station, now }: Pick<Turn, 'station' | 'now'>,
): readonly (readonly Option[])[] {
  if (!vehicle || services.length === 0) return [];
  const until = date ?? addDays(toWall(now, station.zone).date, anyDayAhead);
  const own = moving ? [moving.start] : [];
  const wish = { services: [...services], vehicle, moving: moving?.id ?? null, date, until };
  return [
    [
      waitlistAct(phrase('waitlistLabelJoin'), {
        do: 'join',
        ...wish,
        shown: [...new Set([...shown, ...own])],
        held: date === null ? held.slice(0, mostHeld) : [],
      }),
    ],
  ];
}

/** [My waiting list], for who is on it. */
export function waitlistRow({ waits }: Pick<Customer, 'waits'>): readonly (readonly Option[])[] {
  return waits.length > 0 ? [[waitlistAct(phrase('waitlistLabelMine'), { do: 'list' })]] : [];
}
