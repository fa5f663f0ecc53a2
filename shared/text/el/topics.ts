import type { MissTopic } from '#shared/domain/understood.ts';

/** What people ask and write about, in a list with how often: "prices 12, hours 7". */
export const topicNames: Readonly<Record<MissTopic, string>> = {
  address: 'διεύθυνση',
  entrance: 'είσοδος',
  hours: 'ωράριο',
  price: 'τιμές',
  duration: 'πόσο κρατάει',
  bring: 'τι να φέρουν',
  payment: 'πληρωμή',
  parking: 'πάρκινγκ',
  warranty: 'εγγύηση',
  ownParts: 'δικά τους ανταλλακτικά',
  towing: 'μεταφορά με γερανό',
  courtesyCar: 'αυτοκίνητο αντικατάστασης',
  services: 'τι εργασίες κάνουμε',
  status: 'το αυτοκίνητό τους',
  visit: 'ραντεβού',
  other: 'άλλα',
};
