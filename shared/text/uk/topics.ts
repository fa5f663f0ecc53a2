import type { MissTopic } from '#shared/domain/understood.ts';

/** What people ask and write about, in a list with how often: "prices 12, hours 7". */
export const topicNames: Readonly<Record<MissTopic, string>> = {
  address: 'адреса',
  entrance: 'заїзд',
  hours: 'години роботи',
  price: 'ціни',
  duration: 'скільки триває',
  bring: 'що взяти з собою',
  payment: 'оплата',
  parking: 'паркування',
  warranty: 'гарантія',
  ownParts: 'свої запчастини',
  towing: 'евакуатор',
  courtesyCar: 'підмінне авто',
  services: 'які роботи робимо',
  status: 'що з авто',
  visit: 'запис',
  other: 'інше',
};
