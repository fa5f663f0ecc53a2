import type { InboundEvent } from '#shared/domain/inbound.ts';
import { interactive } from './limits.ts';

/** The button of a prepared notice that asks for the words it announced. */
export const showData = 'show';

/** `1.<row>.<option>`: a version, the outbox row that offered it, and which of that row's actions it is. */
export function optionData(row: string, option: number): string {
  return checked(`1.${row}.${option}`);
}

/** `1.<row>.m<message>.<page>`: the next part of the options of one of the row's messages; 0: the message itself, once more. */
export function moreData(row: string, message: number, page: number): string {
  return checked(`1.${row}.m${message}.${page}`);
}

/** What a person chose; a tap without an offer for whatever this version did not write: anybody can send anything as an id. */
export function choiceOf(
  data: string | null,
  tapId: string,
): Extract<InboundEvent, { kind: 'tap' | 'more' | 'show' }> {
  if (data === showData) return { kind: 'show' };
  const [, row, message, last] =
    /^1\.([!-~]{1,130}?)\.(?:m(0|[1-9]\d{0,3})\.)?(0|[1-9]\d{0,3})$/.exec(data ?? '') ?? [];
  if (row === undefined || last === undefined) return { kind: 'tap', tapId, offer: null };
  const number = Number(last);
  if (message === undefined) return { kind: 'tap', tapId, offer: { row, option: number } };
  return { kind: 'more', row, message: Number(message), page: number };
}

/** A list's rows take the shortest ids of all. Throws a RangeError: rows' ids are ours, so a long one is a fault in the code. */
function checked(data: string): string {
  if (Buffer.byteLength(data) > interactive.rowIdBytes)
    throw new RangeError(
      `A row's id is too long for a list: ${Buffer.byteLength(data)} bytes with its frame.`,
    );
  return data;
}
