import type { MissTopic } from '#shared/domain/understood.ts';

/** What people ask and write about, in a list with how often: "prices 12, hours 7". */
export const topicNames: Readonly<Record<MissTopic, string>> = {
  address: 'the address',
  entrance: 'the entrance',
  hours: 'hours',
  price: 'prices',
  duration: 'how long it takes',
  bring: 'what to bring',
  payment: 'payment',
  parking: 'parking',
  warranty: 'warranty',
  ownParts: 'own parts',
  towing: 'towing',
  courtesyCar: 'a courtesy car',
  services: 'what we do',
  status: 'their car',
  visit: 'visits',
  other: 'other',
};
