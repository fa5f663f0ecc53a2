import type { Visit } from '#shared/domain/customer.ts';
import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { isDone } from '#shared/domain/visit/life.ts';
import { tellName } from '#shared/flows/visit/tell.ts';
import type { About } from '../turn.ts';
import { visitButton } from './action.ts';

/** Fuel as a tap says it, in eighths; finer is written. */
const taps = [0, 2, 4, 6, 8] as const;

/** The car as it came: what is known of it, a tap for the fuel, and one that tells its owner now. All of it may be skipped. */
export function intakeCard(
  visit: Visit,
  { customer, home }: Pick<About, 'customer' | 'home'>,
  lead: readonly Phrase[],
  way: readonly Option[],
): Say {
  const { life, vehicle, id } = visit;
  const of = { customer: customer.id, visit: id };
  const { mileage = null, fuel = null, photos = [] } = life.intake ?? {};
  const text = phrase('stageIntake', { car: vehicle.short, mileage, fuel, photos: photos.length });
  const tank = taps.map((eighths) =>
    visitButton(phrase('stageLabelFuel', { fuel: eighths }), { do: 'fuel', ...of, fuel: eighths }),
  );
  const isTold = home === null || life.told?.stage === 'arrived' || isDone(life, tellName(visit));
  const tell = isTold ? [] : [visitButton(phrase('stageLabelTell'), { do: 'tell', ...of })];
  const rows = [tank.slice(0, 3), tank.slice(3), [...tell, ...way]].filter((row) => row.length > 0);
  return { ...card('aside', [...lead, text], rows), asks: true };
}
