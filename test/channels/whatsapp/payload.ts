import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./payloads/', import.meta.url);

/** Our account, and the person of the recorded-style bodies by both of their ids. */
export const us = { bot: '106540352242922', number: '106540352242922' };
export const ids = { user: 'GR.13491208655302741918', number: '306912345678' };

/** Names of all recorded-style bodies, without their ending. */
export const payloadNames = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));

/** One body's bytes, escaped as Meta escapes. */
export function payload(name: string): Buffer {
  return readFileSync(new URL(`${name}.json`, folder));
}

/** A post with one change of our number. */
export function post(value: object, field = 'messages'): Buffer {
  const metadata = { display_phone_number: '302310000000', phone_number_id: us.number };
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
  const body = { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] };
  return Buffer.from(JSON.stringify(body));
}

/** A text as one person sends it, with other fields in the place of the usual ones. */
export function message(fields: object = {}): object {
  return {
    from: ids.number,
    from_user_id: ids.user,
    id: 'wamid.A',
    timestamp: '1795000000',
    type: 'text',
    text: { body: 'hi' },
    ...fields,
  };
}
