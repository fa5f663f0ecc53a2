import { createHmac } from 'node:crypto';
import type { Item } from './state.ts';
import type { Account } from './world.ts';

/** The bytes of one POST, as Meta writes them: `/` as `\/`, everything outside ASCII as `\uXXXX`. */
export const webhookBytes = (account: Account, items: readonly Item[]): Buffer => {
  const body = {
    object: 'whatsapp_business_account',
    entry: [{ id: account.wabaId, changes: runsOf(items).map((run) => changeOf(account, run)) }],
  };
  const escaped = JSON.stringify(body)
    .replaceAll('/', '\\/')
    .replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Buffer.from(escaped, 'ascii');
};

/** Value of `X-Hub-Signature-256` over exactly these bytes. */
export const signatureOf = (bytes: Uint8Array, appSecret: string): string =>
  `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`;

/** Neighbours of one kind share a change; everything else is a change of its own. */
const runsOf = (items: readonly Item[]): readonly (readonly [Item, ...Item[]])[] => {
  const runs: [Item, ...Item[]][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && last[0].kind === item.kind && item.kind !== 'other') last.push(item);
    else runs.push([item]);
  }
  return runs;
};

const changeOf = (account: Account, run: readonly [Item, ...Item[]]): Readonly<Record<string, unknown>> => {
  const [first] = run;
  if (first.kind === 'other') return { value: first.value, field: first.field };
  const contacts = contactsOf(run);
  const { displayPhoneNumber, phoneNumberId } = account;
  return {
    value: {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: displayPhoneNumber, phone_number_id: phoneNumberId },
      ...(contacts.length > 0 ? { contacts } : {}),
      ...(first.kind === 'message'
        ? { messages: run.flatMap((item) => (item.kind === 'message' ? [item.message] : [])) }
        : { statuses: run.flatMap((item) => (item.kind === 'status' ? [item.status] : [])) }),
    },
    field: 'messages',
  };
};

/** Each person once, whatever the number of their messages. */
const contactsOf = (run: readonly Item[]): readonly Readonly<Record<string, unknown>>[] => {
  const contacts = new Map<unknown, Readonly<Record<string, unknown>>>();
  for (const item of run) {
    if (item.kind !== 'other' && item.contact) contacts.set(item.contact.user_id, item.contact);
  }
  return [...contacts.values()];
};
