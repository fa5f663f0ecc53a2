import { telegram } from '#shared/channels/telegram/channel.ts';
import { type Address, addressKey } from '#shared/domain/address.ts';
import type { Wake } from '#shared/domain/later.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { button } from '#shared/flows/flow.ts';
import { type NewRow, outboxItem } from '#shared/store/outbox.ts';
import { ourNumber, type WhatsAppUpdates, wamidOf } from '#test/helpers/whatsapp-updates.ts';
import type { StubTable } from './dynamodb.ts';

const account = { bot: '4242', number: '' };

/** What a webhook's function would put on the inbound queue for this update. */
export function envelopeOf(update: unknown): string {
  const [inbound] = telegram.parse(Buffer.from(JSON.stringify(update)), account);
  if (!inbound || !('id' in inbound)) throw new Error('The webhook would ignore this update');
  return JSON.stringify({ v: 1, inbound });
}

const receiptsAtATime = 100;
let asked = 0;

/** Puts messages into outboxes that WhatsApp has taken, and answers what Meta then posts of them, one by one. */
export function receiptsFor(
  { status }: WhatsAppUpdates,
  table: Pick<StubTable, 'put'>,
  now: number,
): readonly unknown[] {
  return Array.from({ length: receiptsAtATime }, () => {
    asked += 1;
    const address: Address = { channel: 'whatsapp', bot: ourNumber, chat: `GB.${asked}`, thread: '' };
    const destination = addressKey(address);
    const { waiting: _waiting, dueShard: _shard, dueAt: _at, ...ended } = outboxItem(rowTo(destination), now);
    table.put({ ...ended, outcome: 'sent', parts: [wamidOf('Out', asked)] });
    const reference = `${destination}|${rowName}|0`;
    return status({ wamid: wamidOf('Out', asked), status: 'delivered', reference, at: now });
  });
}

/** Puts a message with buttons into the outbox of a person and answers the wake that makes deliver send it. */
export function wakeFor(chat: number, table: StubTable, now: number): string {
  const address: Address = { channel: 'telegram', bot: account.bot, chat: String(chat), thread: '' };
  const destination = addressKey(address);
  table.put(outboxItem(rowTo(destination), now));
  const wake: Wake = { v: 1, destination };
  return JSON.stringify(wake);
}

const rowName = 'v00000001';

function rowTo(destination: string): NewRow {
  const book = button(phrase('labelBook'), { flow: 'book', data: { do: 'start' } });
  const hours = button(phrase('labelHours'), { flow: 'questions', data: { ask: 'hours' } });
  return {
    sk: rowName,
    destination,
    language: 'en',
    messages: [card('step', phrase('greeting'), [[book], [hours]])],
    tapId: null,
    messageId: null,
    cause: 'person',
    priority: 'answer',
    openUntil: null,
    car: '',
    again: null,
    notBefore: 0,
  };
}
