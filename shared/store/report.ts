import { type Report, reportSchema, type StoredFile } from '#shared/domain/report.ts';
import { personPk } from './customer.ts';
import { keep } from './keep.ts';
import { expiry, type Key } from './table.ts';

export function reportKey({ of, id }: { readonly of: string; readonly id: string }): Key {
  return { pk: personPk(of), sk: `report#${id}` };
}

/** A defect as it is known now: written anew whenever something is added, and kept from then on. */
export function reportItem(of: string, report: Report) {
  return { ...reportKey({ of, id: report.id }), ...report, expiresAt: expiry(report.lastAt, keep.report) };
}

/** Throws a ZodError where the row is of a version that knows more. */
export function reportFrom(item: unknown): Report {
  return reportSchema.parse(item);
}

/** A file of a customer that lies in the store, found by its message, for as long as it lies there. */
export function fileItem(customer: string, file: StoredFile) {
  const sk = `file#${file.address}#${file.messageId}`;
  return { pk: personPk(customer), sk, ...file, expiresAt: expiry(file.at, keep.file) };
}
