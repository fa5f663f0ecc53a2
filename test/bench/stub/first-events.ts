import { telegram } from '#shared/channels/telegram/channel.ts';
import { type Address, addressKey } from '#shared/domain/address.ts';
import type { Wake } from '#shared/domain/later.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { button } from '#shared/flows/flow.ts';
import { outboxItem } from '#shared/store/outbox.ts';
import type { StubTable } from './dynamodb.ts';

const account = { bot: '4242', number: '' };

/** What a webhook's function would put on the inbound queue for this update. */
export function envelopeOf(update: unknown): string {
  const [inbound] = telegram.parse(Buffer.from(JSON.stringify(update)), account);
  if (!inbound || !('id' in inbound)) throw new Error('The webhook would ignore this update');
  return JSON.stringify({ v: 1, inbound });
}

/** Puts a message with buttons into the outbox of a person and answers the wake that makes deliver send it. */
export function wakeFor(chat: number, table: StubTable, now: number): string {
  const address: Address = { channel: 'telegram', bot: account.bot, chat: String(chat), thread: '' };
  const destination = addressKey(address);
  const book = button(phrase('labelBook'), { flow: 'book', data: { do: 'start' } });
  const hours = button(phrase('labelHours'), { flow: 'questions', data: { ask: 'hours' } });
  const row = {
    sk: 'v00000001',
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
  } as const;
  table.put(outboxItem({ ...row, messages: [...row.messages] }, now));
  const wake: Wake = { v: 1, destination };
  return JSON.stringify(wake);
}
