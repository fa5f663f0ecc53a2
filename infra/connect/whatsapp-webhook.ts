import * as z from 'zod';
import type { Context } from './context.ts';
import { askGraph, refusalOf } from './graph.ts';
import { greeted, provenWithin } from './own-webhook.ts';
import type { Line } from './whatsapp-secrets.ts';

/**
 * What is read of Meta's webhooks: messages, and what becomes of ours.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
const fields = ['messages'] as const;

const subscriptions = z.looseObject({
  data: z.array(
    z.looseObject({
      object: z.string(),
      callback_url: z.string().catch(''),
      active: z.boolean().catch(false),
      fields: z.array(z.looseObject({ name: z.string() })).catch([]),
    }),
  ),
});
const success = z.looseObject({ success: z.literal(true) });

/**
 * Whether Meta brings messages: our address shakes hands, the app sends there what is read, the app listens to the account.
 * https://developers.facebook.com/docs/graph-api/reference/application/subscriptions
 */
export async function checkWhatsAppWebhook(context: Context, line: Line, url: string): Promise<void> {
  const { list, http } = context;
  const ready = await provenWithin(context, line.fresh, () => greeted(http, url, line.account));
  if (ready !== null) list.wrong(ready.says, ready.todo);
  else {
    list.fine('Our webhook for WhatsApp shakes hands with who has the verify token');
    await checkApp(context, line, url);
  }
  await checkAccount(context, line);
}

async function checkApp(context: Context, { app, account, number }: Line, url: string): Promise<void> {
  const { list, http } = context;
  const byHand = `In developers.facebook.com/apps, your app, WhatsApp, “Configuration”: callback URL ${url}, the verify token of ${context.secrets.where('whatsapp')}, “Verify and save”, then subscribe to “messages”`;
  if (app === null) {
    if (number.webhook_configuration?.application === url) list.fine('The app sends its webhooks here');
    else list.wrong('The app sends its webhooks elsewhere', byHand);
    return;
  }
  const owner = { token: app.token, apiUrl: account.apiUrl };
  const answer = await askGraph(owner, http, { path: `${app.id}/subscriptions` }, subscriptions);
  if (answer.kind !== 'done') {
    list.wrong(`The app’s webhook cannot be read: ${refusalOf(answer)}`, byHand);
    return;
  }
  const now = answer.result.data.find(({ object }) => object === 'whatsapp_business_account');
  const missing = fields.filter((field) => !now?.fields.some(({ name }) => name === field));
  if (now?.callback_url === url && now.active && missing.length === 0) {
    list.fine('The app sends its webhooks here, messages among them');
    return;
  }
  const says =
    now === undefined
      ? 'The app has no webhook yet'
      : now.callback_url === url
        ? `The app’s webhook ${missing.length > 0 ? `lacks ${missing.join(', ')}` : 'is switched off'}`
        : 'The app sends its webhooks elsewhere';
  if (!context.writes) {
    list.wrong(says, context.rerun);
    return;
  }
  const kept = now?.callback_url === url ? now.fields.map(({ name }) => name) : [];
  const body = {
    object: 'whatsapp_business_account',
    callback_url: url,
    verify_token: account.verifyToken,
    fields: [...new Set([...kept, ...fields])].join(','),
  };
  const set = await askGraph(owner, http, { path: `${app.id}/subscriptions`, body }, success);
  if (set.kind === 'done') list.fine('The app’s webhook was registered, and Meta shook hands with ours');
  else list.wrong(`${says}, and it could not be registered: ${refusalOf(set)}`, byHand);
}

const subscribed = z.looseObject({
  data: z.array(z.looseObject({ whatsapp_business_api_data: z.looseObject({ id: z.string() }) })),
});

/** Without this the app's test webhook works and no real message ever arrives. */
async function checkAccount(
  { list, http, writes, rerun }: Context,
  { account, wabaId, app }: Line,
): Promise<void> {
  if (wabaId === null) {
    list.note(
      'Meta does not name the WhatsApp account of this number: whether the app listens to it is not known',
    );
    return;
  }
  const path = `${wabaId}/subscribed_apps`;
  const answer = await askGraph(account, http, { path }, subscribed);
  if (answer.kind !== 'done') {
    list.wrong(
      `Whether the app listens to the WhatsApp account is not told: ${refusalOf(answer)}`,
      'Look whether the token has whatsapp_business_management and the system user has the WhatsApp account',
    );
    return;
  }
  const listens = answer.result.data.some(
    ({ whatsapp_business_api_data: { id } }) => app === null || id === app.id,
  );
  if (listens) {
    list.fine('The app listens to the WhatsApp account');
    return;
  }
  if (!writes) {
    list.wrong('The app does not listen to the WhatsApp account, so no message arrives', rerun);
    return;
  }
  const set = await askGraph(account, http, { path, body: {} }, success);
  if (set.kind === 'done') list.fine('The app was made to listen to the WhatsApp account');
  else
    list.wrong(
      `The app does not listen to the WhatsApp account: ${refusalOf(set)}`,
      'Give the system user full control of the WhatsApp account: business.facebook.com/settings, “WhatsApp accounts”, yours, “Add people”',
    );
}
