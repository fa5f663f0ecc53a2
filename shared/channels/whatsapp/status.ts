import { type Address, addressKey, addressOf } from '#shared/domain/address.ts';
import { type Ignored, type Inbound, type Receipt, type Rung, rungs } from '#shared/domain/inbound.ts';
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
  const ours = referenceOf(status.biz_opaque_callback_data, bot);
  if (status.status === 'failed') return ours ? undelivered(status, ours) : notOurs(status);
  if (!isRung(status.status)) return { ignored: `unknown status${named(status.status)}` };
  if (!ours) return { ignored: 'a status of a message that is not ours' };
  const { address, row, part } = ours;
  const destination = addressKey(address);
  return { receipt: status.status, destination, row, part, messageId: idOf(status.id), at: status.timestamp };
}

type Reference = { readonly address: Address; readonly row: string; readonly part: number };

/** `<destination>|<row>|<part>`, as it went along with the send; null for what another sender on this number wrote. */
function referenceOf(data: string | null, bot: string): Reference | null {
  const [, destination = '', row = '', part] =
    /^(whatsapp\/[^|]{1,300})\|([!-{}~]{1,130})\|(\d{1,4})$/.exec(data ?? '') ?? [];
  if (part === undefined) return null;
  try {
    const address = addressOf(destination);
    return address.bot === bot && addressKey(address) === destination
      ? { address, row, part: Number(part) }
      : null;
  } catch {
    return null;
  }
}

/** Of several errors the first that is known decides. */
function undelivered({ id, timestamp, errors }: Status, { address, row, part }: Reference): Inbound {
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
