import type { Report, StoredFile } from '#shared/domain/report.ts';
import { personPk } from './customer.ts';

/** A defect as it is known now: written anew whenever something is added. */
export function reportItem(customer: string, report: Report) {
  return { pk: personPk(customer), sk: `report#${report.id}`, ...report };
}

/** A file of a customer that lies in the store, found by its message. */
export function fileItem(customer: string, file: StoredFile) {
  return { pk: personPk(customer), sk: `file#${file.address}#${file.messageId}`, ...file };
}
