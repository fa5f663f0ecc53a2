import { addressKey } from '#shared/domain/address.ts';
import { shortId } from '#shared/domain/short-id.ts';
import { happened } from '#shared/flows/count.ts';
import { putHappened } from '#shared/store/happened.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import type { Run } from './run.ts';

/**
 * What went out is counted for the owner's figures with as few writes as say it: each row where the messenger takes money for a
 * message, since a write costs a thousandth of that; elsewhere one row of sixteen, which stands for all of them. Which ones, their
 * names decide, so that a row that is ended twice counts once. What goes to the advisors is not counted.
 */
const oneOf = 16;

/**
 * `as`: all that a row showed, or the one prepared notice that stood for it or told that it waits. Answers what the messenger takes
 * for it, in millionths of a US dollar.
 */
export async function countSent(
  run: Run,
  { sk, parts, born }: Pick<OutboxRow, 'sk' | 'parts' | 'born'>,
  as: 'messages' | 'notice',
): Promise<number> {
  const { channel, desk, destination, zone } = run;
  if (desk && destination === addressKey(desk.address)) return 0;
  const messages = as === 'notice' ? 1 : parts.filter((id) => id !== null).length;
  if (messages === 0) return 0;
  const micros = channel.price(run.address);
  const name = `${destination} ${sk}`;
  if (micros === 0 && hashOf(name) % oneOf !== 0) return 0;
  const change = happened(
    `${as === 'notice' ? 'notice' : 'sent'}#${shortId(name)}`,
    {
      what: 'sent',
      channel: channel.name,
      messages,
      notices: as === 'notice' ? 1 : 0,
      micros: messages * micros,
      times: micros === 0 ? oneOf : 1,
    },
    // The day on which it was said: counted after midnight once more, it is the same row.
    { station: { zone }, now: born },
  );
  await putHappened(run.table, change, run.now());
  return messages * micros;
}

/** What was sent is a part of what a day costs. */
export function measureCost({ measure }: Run, micros: number): void {
  if (micros > 0) measure([{ name: 'MessageDollars', value: micros / 1e6 }]);
}

function hashOf(text: string): number {
  let sum = 0;
  for (const letter of shortId(text)) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum;
}
