import { type Report, reportSchema, type StoredFile } from '#shared/domain/report.ts';
import { personPk } from './customer.ts';
import type { Key } from './table.ts';

export function reportKey({ of, id }: { readonly of: string; readonly id: string }): Key {
  return { pk: personPk(of), sk: `report#${id}` };
}

/** A defect as it is known now: written anew whenever something is added. */
export function reportItem(of: string, report: Report) {
  return { ...reportKey({ of, id: report.id }), ...report };
}

/** Throws a ZodError where the row is of a version that knows more. */
export function reportFrom(item: unknown): Report {
  return reportSchema.parse(item);
}

/** A file of a customer that lies in the store, found by its message. */
export function fileItem(customer: string, file: StoredFile) {
  return { pk: personPk(customer), sk: `file#${file.address}#${file.messageId}`, ...file };
}
