import type { Customer } from '#shared/domain/customer.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import { answersByTimer, nextQuiet } from '#shared/flows/automatic.ts';
import type { Station } from '#shared/station/schema.ts';
import type { NewRow } from '#shared/store/outbox.ts';

/**
 * The row with its receiver's next quiet hours, where a timer says it by itself: kept back by an outage of the messenger, it is not
 * sent in them. What answers the person, and what only changes a message where it stands, may always go.
 */
export function rested(row: NewRow, customer: Customer, station: Station, now: number): NewRow {
  if (row.cause !== 'timer' || row.messages.every(mayAlwaysGo)) return row;
  return { ...row, rest: nextQuiet(customer, station, now) };
}

function mayAlwaysGo(message: Outbound): boolean {
  if (message.kind !== 'say') return false;
  return (
    message.place === 'refresh' || message.text.every(({ key }) => answersByTimer.some((one) => one === key))
  );
}
