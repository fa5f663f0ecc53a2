import type { Customer } from '#shared/domain/customer.ts';
import type { Station } from '#shared/station/schema.ts';

/** Everything that a visit's clock can bring, in the order in which it is done where several fall due at once. */
export const dueNames = [
  'remindDay',
  'remindSoon',
  'noShowAsk',
  'release',
  'tellMoved',
  'newsWarn',
  'newsTell',
  'readyWarn',
  'readyTell',
  // After a promise that is moved: it names the one that holds.
  'tell',
  'dayClose',
  'readyWaits',
  'readyCall',
] as const;
export type DueName = (typeof dueNames)[number];

/** One of them with its moment. `once`: the name under which it is noted as done, where that is not its own. */
export type Due = { readonly what: DueName; readonly at: number; readonly once?: string };

/** What an agenda looks at beside the visit. */
export type AgendaSetting = {
  readonly customer: Pick<Customer, 'consents' | 'quietHours'>;
  readonly station: Station;
};

/** What is not said any more where the other one is due as well: at most one message about the same thing. */
const covers: Readonly<Partial<Record<DueName, readonly DueName[]>>> = {
  remindSoon: ['remindDay'],
  noShowAsk: ['remindDay', 'remindSoon'],
  release: ['remindDay', 'remindSoon', 'noShowAsk'],
  tell: ['newsWarn', 'newsTell'],
  newsTell: ['newsWarn'],
  readyTell: ['newsWarn', 'newsTell', 'readyWarn', 'tellMoved', 'dayClose'],
  readyCall: ['readyWaits'],
};

/** Whether something else that is due says it too. */
export function isCovered({ what }: Due, due: readonly Due[]): boolean {
  return due.some((one) => covers[one.what]?.includes(what) === true);
}
