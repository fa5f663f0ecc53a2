import type { Option } from '#shared/domain/outbound.ts';

/** Buttons two in a row. */
export function pairs(options: readonly Option[]): readonly (readonly Option[])[] {
  const rows = Math.ceil(options.length / 2);
  return Array.from({ length: rows }, (_none, row) => options.slice(row * 2, row * 2 + 2));
}
