import type { MissTopic } from '#shared/domain/understood.ts';

/** What people ask and write about, in a list with how often: "prices 12, hours 7". */
export const topicNames: Readonly<Record<MissTopic, string>> = {
  address: 'адрес',
  entrance: 'въезд',
  hours: 'часы работы',
  price: 'цены',
  duration: 'сколько займёт',
  bring: 'что взять с собой',
  payment: 'оплата',
  parking: 'парковка',
  warranty: 'гарантия',
  ownParts: 'свои запчасти',
  towing: 'эвакуатор',
  courtesyCar: 'подменная машина',
  services: 'какие работы делаем',
  status: 'что с машиной',
  visit: 'запись',
  other: 'другое',
};
