import type { Customer, Vehicle } from '#shared/domain/customer.ts';
import { card, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { readVehicle } from '#shared/domain/vehicle.ts';
import { answer, type Decision, type Turn, verbatim } from '../flow.ts';
import { act, type SettingsState } from './action.ts';
import { settingsRow } from './rows.ts';

/** A person's cars: what they are called, and which of them are theirs no more. */

type Decided = Decision<SettingsState>;

/** All of them, the one used last first. */
export function carsCard({ vehicles }: Pick<Customer, 'vehicles'>, lead: readonly Phrase[] = []): Say {
  const text = vehicles.length === 0 ? phrase('ownNoCars') : phrase('ownCars', { count: vehicles.length });
  const rows = vehicles.toReversed().map(({ id, short }) => [act(verbatim(short), { do: 'car', id })]);
  return card('aside', [...lead, text], [...rows, settingsRow]);
}

export function carCard(id: string, turn: Turn): Decided {
  return withCar(id, turn, (vehicle) => answer(oneCar(vehicle)));
}

function oneCar({ id, label }: Vehicle, lead: readonly Phrase[] = []): Say {
  return card(
    'aside',
    [...lead, phrase('ownCar', { car: label })],
    [
      [
        act(phrase('ownLabelRename'), { do: 'rename', id }),
        act(phrase('ownLabelRemove'), { do: 'askRemove', id }),
      ],
      [act(phrase('ownLabelCars'), { do: 'cars' })],
    ],
  );
}

/** The new name is written; a booking in progress is not given up for it: then the card has to be opened after it. */
export function asksName(id: string, turn: Turn): Decided {
  return withCar(id, turn, (vehicle) => {
    const asked = answer(nameQuestion(vehicle));
    return isFree(turn) ? { ...asked, next: { kind: 'at', state: { step: 'car', id } } } : asked;
  });
}

/** Nothing else is in progress, so that words that come now are the answer. */
export function isFree({ conversation }: Pick<Turn, 'conversation'>): boolean {
  return conversation.flow === null || conversation.flow.name === 'settings';
}

export function nameQuestion({ id, label }: Vehicle, lead: readonly Phrase[] = []): Say {
  return card(
    'aside',
    [...lead, phrase('ownAskCarName', { car: label })],
    [[act(phrase('labelBack'), { do: 'car', id })]],
  );
}

/** The car is called so from now on, also in visits that are ahead. */
export function renamed(id: string, text: string, turn: Turn): Decided {
  return withCar(id, turn, (vehicle) => {
    const named = readVehicle(text, id);
    if (named === 'empty' || named === 'tooLong') {
      const lead = named === 'tooLong' ? [phrase('carTooLong')] : [];
      return { ...answer(nameQuestion(vehicle, lead)), understood: false };
    }
    const known: Vehicle = { ...vehicle, ...named };
    const { customer } = turn;
    const calls = (one: Vehicle) => (one.id === id ? known : one);
    const visits = customer.visits.map((visit) => ({ ...visit, vehicle: calls(visit.vehicle) }));
    const changed = { ...customer, vehicles: customer.vehicles.map(calls), visits };
    return {
      ...answer(carsCard(changed, [phrase('ownCarNamed', { car: known.label })])),
      next: { kind: 'done' },
      changes: [{ kind: 'customer', customer: changed }],
    };
  });
}

export function asksRemove(id: string, turn: Turn): Decided {
  return withCar(id, turn, (vehicle) => {
    const stays = staying(vehicle, turn);
    if (stays) return answer(oneCar(vehicle, [stays]));
    const { label } = vehicle;
    return answer(
      card('aside', phrase('ownAskRemove', { car: label }), [
        [act(phrase('ownLabelRemove'), { do: 'remove', id }), act(phrase('ownLabelKeep'), { do: 'car', id })],
      ]),
    );
  });
}

/** It leaves the list, and nothing that is due of it is brought up again; agreements about it are kept as they were. */
export function removed(id: string, turn: Turn): Decided {
  return withCar(id, turn, (vehicle) => {
    const stays = staying(vehicle, turn);
    if (stays) return answer(oneCar(vehicle, [stays]));
    const { customer } = turn;
    const changed: Customer = {
      ...customer,
      vehicles: customer.vehicles.filter((one) => one.id !== id),
      deferred: customer.deferred.filter((one) => one.vehicle !== id),
      upkeep: customer.upkeep.filter((one) => one.vehicle !== id),
      last: customer.last?.vehicle === id ? null : customer.last,
    };
    return {
      ...answer(carsCard(changed, [phrase('ownCarRemoved', { car: vehicle.label })])),
      changes: [{ kind: 'customer', customer: changed }],
    };
  });
}

/** A car with a visit stays: the visit would be of no car. */
function staying({ id, label }: Vehicle, { customer }: Turn): Phrase | null {
  const visit = customer.visits.find(({ vehicle }) => vehicle.id === id);
  return visit ? phrase('ownCarStays', { car: label, start: visit.start }) : null;
}

function withCar(id: string, { customer }: Turn, then: (vehicle: Vehicle) => Decided): Decided {
  const vehicle = customer.vehicles.find((one) => one.id === id);
  return vehicle ? then(vehicle) : answer(carsCard(customer, [phrase('ownCarGone')]));
}
