import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Account } from '#shared/channels/channel.ts';
import { type Choice, firstWorking, type Verdict } from './candidates.ts';
import type { Context } from './context.ts';
import { type MetaNumber, ownersOf, readNumber } from './whatsapp-number.ts';
import { type DebuggedToken, debugToken, tellToken } from './whatsapp-token.ts';

/** The station's number at Meta, with the secrets that are kept of it. */
export type Line = {
  readonly account: Pick<Account, 'token' | 'apiUrl' | 'number' | 'verifyToken'>;
  readonly number: MetaNumber;
  readonly wabaId: string | null;
  /** The app with what proves that we are its owner; null where Meta does not name it or the app secret is wrong. */
  readonly app: { readonly id: string; readonly token: string } | null;
  /** Its secrets were written just now: functions that run take up to a minute to read them. */
  readonly fresh: boolean;
};

/** What can be used of the parameter, whatever else is wrong with it. */
const word = z.string().min(1).optional().catch(undefined);
const keptShape = z
  .object({
    accessToken: word,
    appSecrets: z.array(z.string().min(1)).catch([]),
    verifyToken: word,
    phoneNumberId: word,
    bot: word,
  })
  .catch({ appSecrets: [] });

const dashboard = 'developers.facebook.com/apps, your app';

/**
 * The number's id, the access token and the app secret: kept ones stay while Meta takes them, missing ones are taken from
 * the environment or asked for, tried, and stored with a verify token made here. Null where the station does without
 * WhatsApp, or where no token works.
 */
export async function settleWhatsApp(context: Context): Promise<Line | null> {
  const { list, environment, ask, secrets, apiUrls } = context;
  const stored = await secrets.read('whatsapp');
  const kept = keptShape.parse(stored.kind === 'found' ? stored.value : {});
  for (const secret of [kept.accessToken, kept.verifyToken, ...kept.appSecrets])
    if (secret) list.hide(secret);
  const given = kept.phoneNumberId ?? environment.WHATSAPP_PHONE_NUMBER_ID;
  const number =
    given || (await ask?.('WhatsApp: the phone number id (Enter: the station does without WhatsApp):')) || '';
  if (stored.kind === 'trouble' && number !== '') list.wrong(stored.trouble.says, stored.trouble.todo);
  if (!/^\d+$/.test(number.trim())) {
    if (number === '') list.note('WhatsApp is not in use: no phone number id is known');
    else list.wrong('The phone number id is no number', `Copy it from ${dashboard}, WhatsApp, “API Setup”`);
    return null;
  }
  const base = { apiUrl: apiUrls.whatsapp, number: number.trim() };
  const choice = await firstWorking(
    [kept.accessToken, environment.WHATSAPP_ACCESS_TOKEN],
    ask,
    'WhatsApp: the system user’s access token (not shown; Enter: later):',
    (token) => knownToMeta(context, { ...base, token }),
  );
  if (choice.kind !== 'works') {
    tellNoToken(context, choice);
    return null;
  }
  const { secret: token, found } = choice;
  const account = { ...base, token };
  const { wabaId, appId } = ownersOf(found);
  list.fine(`Meta knows the number ${found.display_phone_number} and the token`);
  const appSecret = await settleAppSecret(context, account, kept.appSecrets, appId);
  // While one replaces the other both are kept; what Meta does not know is of no use.
  const stays = appSecret === null || kept.appSecrets.includes(appSecret);
  const appSecrets = stays ? kept.appSecrets : [appSecret];
  // 43 characters, for nobody to type: the webhook is registered by a call.
  const verifyToken = kept.verifyToken ?? randomBytes(32).toString('base64url');
  const value = {
    accessToken: token,
    appSecrets,
    verifyToken,
    phoneNumberId: base.number,
    ...(kept.bot === undefined ? {} : { bot: kept.bot }),
  };
  const complete =
    token === kept.accessToken &&
    base.number === kept.phoneNumberId &&
    kept.verifyToken !== undefined &&
    stays;
  if (complete && appSecrets.length > 0) list.fine(`Its secrets are kept in ${secrets.where('whatsapp')}`);
  const fresh =
    !complete && stored.kind !== 'trouble' && appSecrets.length > 0 && (await store(context, value));
  return {
    account: { ...account, verifyToken },
    number: found,
    wabaId,
    app: appId !== null && appSecret !== null ? { id: appId, token: `${appId}|${appSecret}` } : null,
    fresh,
  };
}

type Token = Pick<Account, 'token' | 'apiUrl' | 'number'>;

async function knownToMeta({ list, http }: Context, account: Token): Promise<Verdict<MetaNumber>> {
  list.hide(account.token);
  const answer = await readNumber(account, http);
  if (answer.kind === 'done') return { kind: 'works', found: answer.result };
  if (answer.kind === 'refused' && answer.status < 500) return { kind: 'refused' };
  return { kind: 'unreachable' };
}

function tellNoToken({ list }: Context, choice: Exclude<Choice<MetaNumber>, { kind: 'works' }>) {
  const howTo =
    'business.facebook.com/settings, “System users”: add one (Admin), “Assign assets” (the app and the WhatsApp account, full control), “Generate token” with whatsapp_business_messaging and whatsapp_business_management, expiring never; give it to npm run connect when it asks (or as WHATSAPP_ACCESS_TOKEN)';
  if (choice.kind === 'unreachable')
    list.wrong('Meta could not be reached', 'Look at the network and at WHATSAPP_API_URL');
  else if (choice.refused === 0) list.wrong('There is no access token for WhatsApp yet', `Open ${howTo}`);
  else
    list.wrong(
      'Meta does not take the token for this number: it is wrong or expired, or may not see the number',
      `Compare the phone number id (${dashboard}, WhatsApp, “API Setup”); for a new token open ${howTo}`,
    );
}

/** The app secret that signs webhooks: Meta shows the token's rights to nobody else. Null where none is known to work. */
async function settleAppSecret(
  context: Context,
  account: Token,
  kept: readonly string[],
  appId: string | null,
): Promise<string | null> {
  const { list, http, environment, ask } = context;
  if (appId === null) {
    list.note('Meta does not name the app of this number, so the app secret cannot be tried');
    return kept[0] ?? environment.WHATSAPP_APP_SECRET ?? null;
  }
  const choice = await firstWorking<DebuggedToken>(
    [...kept, environment.WHATSAPP_APP_SECRET],
    ask,
    `WhatsApp: the app secret (${dashboard}, “App settings”, “Basic”, “Show”; Enter: later):`,
    (secret) => {
      list.hide(secret);
      return debugToken(http, account, { id: appId, secret });
    },
  );
  if (choice.kind === 'works') {
    tellToken(list, choice.found, context.now());
    return choice.secret;
  }
  list.wrong(
    choice.kind === 'none' && choice.refused === 0
      ? 'There is no app secret yet, so every message from WhatsApp is refused'
      : 'Meta does not take the app secret, so nobody could prove a message from WhatsApp',
    `Copy it from ${dashboard}, “App settings”, “Basic”, “App secret”, “Show”, and give it to npm run connect when it asks (or as WHATSAPP_APP_SECRET)`,
  );
  return null;
}

async function store(
  { list, secrets, writes, rerun }: Context,
  value: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  if (!writes) {
    list.wrong('The number’s secrets are not stored yet', rerun);
    return false;
  }
  const trouble = await secrets.write('whatsapp', value);
  if (trouble) list.wrong(trouble.says, trouble.todo);
  else list.fine(`Its secrets are stored in ${secrets.where('whatsapp')}`);
  return trouble === null;
}
