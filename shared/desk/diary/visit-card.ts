import { toWall } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { About, DeskTurn } from '../turn.ts';
import { jobsOf } from './day-view.ts';
import { visitWays, wayToTopic } from './outcome.ts';
import { overrideLine } from './override.ts';
import { diaryButton } from './plan.ts';

/** One visit of the day, opened by its button: where and by whom, how to reach the customer, and what can be done with it. */
export function visitCard(visit: Visit, { customer, home }: About, facts: Facts, turn: DeskTurn): Say {
  const { id, start, readyBy, services, vehicle, stay, dates } = visit;
  const jobs = dates.flatMap((date) => {
    const day = facts.days.get(date);
    return (day && jobsOf(day, id)) ?? [];
  });
  const names = (of: 'bay' | 'technician') => [...new Set(jobs.map((job) => job[of]))].filter(Boolean);
  const line = phrase('diaryVisit', {
    ref: id,
    start,
    readyBy,
    stay,
    services,
    name: customer.name,
    car: vehicle.short,
    bay: names('bay').join('+'),
    technician: names('technician')[0] ?? '',
    held: false,
    odd: false,
  });
  const alone = home === null;
  const away = alone
    ? [phrase('diaryNoMessenger', { name: customer.name, phone: customer.phone ?? '' })]
    : [];
  const offer = diaryButton(phrase('diaryLabelOtherTimes'), {
    do: 'offerMove',
    customer: customer.id,
    visit: id,
  });
  const { date } = toWall(start, turn.station.zone);
  const back: Option = {
    kind: 'act',
    label: phrase('diaryLabelBefore', { date }),
    action: { flow: 'desk.calendar', data: { do: 'day', date } },
  };
  return card(
    'aside',
    [line, ...overrideLine(visit), ...away],
    [...wayToTopic(turn), ...visitWays(customer.id, id), ...(alone ? [] : [[offer]]), [back]],
  );
}
