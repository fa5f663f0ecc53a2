import { addressKey } from '#shared/domain/address.ts';
import type { Customer, PastVisit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { afterVisit } from '#shared/flows/feedback/timer.ts';
import { endVisit } from '#shared/flows/visit/end.ts';
import { customerItem } from '#shared/store/customer.ts';
import { timerItem } from '#shared/store/timer.ts';
import { demo } from '#test/domain/slots/bookings.ts';
import type { Chat } from './chat.ts';
import { put } from './estimates.ts';

/** Visits that are over, as the table keeps them. */

export const octavia = { id: 'a', label: 'Skoda Octavia · ABC-4821', short: 'Octavia …4821' };

const consent = (at: number, given: boolean) =>
  ({ given, at, wording: 'x-1', language: 'en', messageId: null }) as const;

/** Consents of somebody who answered long ago. */
export function consents(at: number, given: { visit?: boolean; service?: boolean }): Customer['consents'] {
  return {
    ...(given.visit === undefined ? {} : { visit: consent(at, given.visit) }),
    ...(given.service === undefined ? {} : { service: consent(at, given.service) }),
  };
}

/** Changes the person's row. */
export async function alters(chat: Chat, change: (row: Customer) => Customer): Promise<Customer> {
  const row = change(await chat.customer());
  await put(chat, customerItem({ ...row, version: row.version + 1 }));
  return row;
}

/** The car is handed back now, and what follows a visit is set. Whose chat it is has said hello before. */
export async function handsBack(
  chat: Chat,
  {
    services = ['annual'],
    km = null,
    vehicle = octavia,
    id = '7K2M4Q',
  }: { services?: string[]; km?: number | null; vehicle?: typeof octavia; id?: string } = {},
): Promise<PastVisit> {
  const { now } = chat.street;
  const intake = { at: now, by: 'maria', mileage: km, fuel: null, photos: [] };
  const visit = {
    id,
    start: now - 3 * 3_600_000,
    readyBy: now,
    services,
    vehicle,
    stay: 'leave',
    sequence: 1,
    dates: [],
    chat: addressKey(chat.address),
    life: { ...freshLife, stage: 'ready', intake },
  } as const;
  const row = await alters(chat, (customer) => {
    const vehicles = [...customer.vehicles.filter((one) => one.id !== vehicle.id), vehicle];
    return endVisit({ ...customer, vehicles }, { ...visit, dates: [] }, 'handedBack', now);
  });
  const past = row.past.at(-1);
  if (!past) throw new Error('The visit is not over');
  await sets(chat, afterVisit(row, past, demo, now));
  return past;
}

/** Timers are written as they are set. */
export async function sets(chat: Chat, changes: readonly Change[]): Promise<void> {
  for (const change of changes)
    if (change.kind === 'timer' && change.dueAt !== null)
      await put(chat, timerItem(change.chat ?? chat.key, change.key, change.dueAt, change.data));
}

/** Minutes until a moment pass; what falls due is done. */
export async function waits(chat: Chat, until: number): Promise<Chat> {
  chat.street.now = until;
  chat.street.rows();
  await chat.street.settle();
  chat.told = [];
  chat.hears(chat.street.rows());
  return chat;
}
