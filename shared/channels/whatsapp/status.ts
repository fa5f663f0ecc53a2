import { type Address, addressKey, addressOf } from '#shared/domain/address.ts';
import { type Ignored, type Inbound, type Receipt, type Rung, rungs } from '#shared/domain/inbound.ts';
import { referenceFrom } from '#shared/domain/reference.ts';
import { failureOf } from './codes.ts';
import { idOf, messageIdOf } from './id.ts';
import { type Status, statusShape } from './shapes.ts';

/**
 * What became of one of our messages: a rung of the ladder, or that it did not arrive. Statuses come in any order, twice,
 * or not at all. https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/messages/status
 */
export function statusOf(value: unknown, bot: string): Receipt | Inbound | Ignored {
  const status = statusShape.safeParse(value).data;
  if (!status) return { ignored: 'a status that cannot be read' };
  const ours = oursOf(status.biz_opaque_callback_data, bot);
  if (status.status === 'failed') return ours ? undelivered(status, ours) : notOurs(status);
  if (!isRung(status.status)) return { ignored: `unknown status${named(status.status)}` };
  if (!ours) return { ignored: 'a status of a message that is not ours' };
  const { address, row, part } = ours;
  const destination = addressKey(address);
  return { receipt: status.status, destination, row, part, messageId: idOf(status.id), at: status.timestamp };
}

type Ours = { readonly address: Address; readonly row: string; readonly part: number };

/** What went along with the send; null for what another sender on this number wrote. */
function oursOf(data: string | null, bot: string): Ours | null {
  const reference = referenceFrom(data ?? '');
  if (!reference) return null;
  const { destination, row, part } = reference;
  try {
    const address = addressOf(destination);
    const isOurs =
      address.channel === 'whatsapp' && address.bot === bot && addressKey(address) === destination;
    return isOurs ? { address, row, part } : null;
  } catch {
    return null;
  }
}

/** Of several errors the first that is known decides. */
function undelivered({ id, timestamp, errors }: Status, { address, row, part }: Ours): Inbound {
  const code = errors.find((one) => failureOf(one) !== null) ?? errors[0] ?? null;
  const reason = code === null ? 'failed without a code' : `${code} unknown`;
  const failure = (code === null ? null : failureOf(code)) ?? { kind: 'rejected', reason };
  return {
    id: idOf(`status.${id}.${code ?? 'none'}`),
    address,
    at: timestamp,
    from: null,
    messageId: messageIdOf(id),
    event: { kind: 'undelivered', row, part, failure },
  };
}

function notOurs({ errors: [code] }: Status): Ignored {
  return { ignored: `a failed message that is not ours: ${code ?? 'no code'}` };
}

function isRung(status: string): status is Rung {
  return Object.hasOwn(rungs, status);
}

function named(status: string): string {
  return /^[a-z_]{1,40}$/.test(status) ? `: ${status}` : '';
}
