import * as z from 'zod';
import type { Context } from './context.ts';
import { askGraph, refusalOf } from './graph.ts';
import { isRegistered } from './whatsapp-number.ts';
import type { Line } from './whatsapp-secrets.ts';

const success = z.looseObject({ success: z.literal(true) });
/** Another PIN was set for this number before. */
const pinMismatch = 133_005;

/**
 * A number sends once it is registered with a PIN of its own; neither messages nor templates work before. Meta asks for the
 * PIN again when the number is registered anew. https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/register-api
 */
export async function checkRegistration(context: Context, { account, number }: Line): Promise<void> {
  const { list, http, writes, rerun, ask, environment } = context;
  if (isRegistered(number)) {
    list.fine('The number is registered for the Cloud API');
    return;
  }
  const says = `The number is not registered for the Cloud API (${number.status ?? 'unknown'})`;
  if (!writes) {
    list.wrong(says, `${rerun}: it asks for a PIN of six digits and registers it`);
    return;
  }
  const question = 'A PIN of six digits for the number (not shown; note it down, Meta asks for it again):';
  const pin = environment.WHATSAPP_PIN || (await ask?.(question)) || '';
  list.hide(pin);
  if (!/^\d{6}$/.test(pin)) {
    list.wrong(says, 'Run npm run connect again and give a PIN of six digits (or as WHATSAPP_PIN)');
    return;
  }
  const body = { messaging_product: 'whatsapp', pin };
  const answer = await askGraph(account, http, { path: `${account.number}/register`, body }, success);
  if (answer.kind === 'done') list.fine('The number was registered for the Cloud API');
  else if (answer.kind === 'refused' && answer.code === pinMismatch)
    list.wrong(
      'The number has another PIN',
      'Give that one, or set a new one in WhatsApp Manager, “Phone numbers”, the number, “Two-step verification”',
    );
  else
    list.wrong(
      `The number could not be registered: ${refusalOf(answer)}`,
      'Open WhatsApp Manager, “Overview”: accept the terms of the Cloud API if it asks, then run it again',
    );
}
