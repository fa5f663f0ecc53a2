import { limits } from './limits.ts';

/** What a button carries: a version, the outbox row that offered it, and which of that row's actions it is. */
const version = '1';

/** `1.<row>.<option>`. Throws a RangeError where the row's id leaves no room: ids are ours, so that is a fault in the code. */
export function buttonData(row: string, option: number): string {
  const data = `${version}.${row}.${option}`;
  if (Buffer.byteLength(data) > limits.buttonDataBytes)
    throw new RangeError(
      `A row's id is too long for a button: ${Buffer.byteLength(data)} bytes with its frame.`,
    );
  return data;
}

/** The reverse; null for whatever this version did not write: anybody can send anything as a button's data. */
export function offerOf(data: string | null): { readonly row: string; readonly option: number } | null {
  const read = /^1\.([!-~]{1,60})\.(0|[1-9]\d{0,3})$/.exec(data ?? '');
  return read?.[1] && read[2] ? { row: read[1], option: Number(read[2]) } : null;
}
