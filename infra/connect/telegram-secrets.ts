import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Account } from '#shared/channels/channel.ts';
import { askBotApi } from './bot-api.ts';
import { type Choice, firstWorking, type Verdict } from './candidates.ts';
import type { Context } from './context.ts';

/** A bot that Telegram knows, with the secrets that are kept of it. */
export type Bot = {
  readonly account: Pick<Account, 'token' | 'apiUrl' | 'webhookSecrets'>;
  /** As people see it: `@name`. */
  readonly name: string;
  /** Its secrets were written just now: functions that run take up to a minute to read them. */
  readonly fresh: boolean;
};

/** What can be used of the parameter, whatever else is wrong with it. */
const keptShape = z
  .object({
    botToken: z.string().optional().catch(undefined),
    webhookSecrets: z.array(z.string().min(1)).catch([]),
  })
  .catch({ webhookSecrets: [] });

const me = z.looseObject({ username: z.string().catch('') });

const howToMakeABot =
  'In Telegram open @BotFather, send /newbot, and give the token to npm run connect when it asks (or as TELEGRAM_BOT_TOKEN)';

/**
 * The bot's token and the secret of its webhook: kept ones stay while Telegram takes them, missing ones are taken from
 * the environment or asked for, tried, and stored. Null where no token works.
 */
export async function settleTelegram(context: Context): Promise<Bot | null> {
  const { list, environment, ask, secrets } = context;
  const stored = await secrets.read('telegram');
  if (stored.kind === 'trouble') list.wrong(stored.trouble.says, stored.trouble.todo);
  const kept = keptShape.parse(stored.kind === 'found' ? stored.value : {});
  for (const secret of [kept.botToken, ...kept.webhookSecrets]) if (secret) list.hide(secret);
  const choice = await firstWorking(
    [kept.botToken, environment.TELEGRAM_BOT_TOKEN],
    ask,
    'The bot’s token from @BotFather (not shown while you paste it; Enter: later):',
    (token) => knownToTelegram(context, token),
  );
  if (choice.kind !== 'works') {
    tellNoBot(context, choice, kept.botToken !== undefined);
    return null;
  }
  const { secret: token, found: name } = choice;
  list.fine(`Telegram knows the bot ${name}`);
  // 43 characters; setWebhook takes 1 to 256 of A-Z, a-z, 0-9, _ and -.
  const webhookSecrets =
    kept.webhookSecrets.length > 0 ? kept.webhookSecrets : [randomBytes(32).toString('base64url')];
  const complete = token === kept.botToken && kept.webhookSecrets.length > 0;
  const fresh = !complete && stored.kind !== 'trouble' && (await store(context, token, webhookSecrets));
  if (complete) list.fine(`Its secrets are kept in ${secrets.where('telegram')}`);
  return { account: { token, webhookSecrets, apiUrl: context.apiUrls.telegram }, name, fresh };
}

async function knownToTelegram({ list, http, apiUrls }: Context, token: string): Promise<Verdict<string>> {
  list.hide(token);
  // Anything else would change the address it is put into.
  if (!/^\d+:[\w-]+$/.test(token)) return { kind: 'refused' };
  const answer = await askBotApi({ token, apiUrl: apiUrls.telegram }, http, 'getMe', {}, me);
  if (answer.kind === 'unreachable') return answer;
  if (answer.kind === 'refused') return { kind: 'refused' };
  const { username } = answer.result;
  return { kind: 'works', found: username === '' ? '(without a name)' : `@${username}` };
}

function tellNoBot({ list }: Context, choice: Exclude<Choice<string>, { kind: 'works' }>, kept: boolean) {
  if (choice.kind === 'unreachable')
    list.wrong('Telegram could not be reached', 'Look at the network and at TELEGRAM_API_URL');
  else if (choice.refused === 0) list.wrong('There is no bot token yet', howToMakeABot);
  else
    list.wrong(
      `Telegram does not take the ${kept ? 'kept ' : ''}bot token`,
      'In Telegram open @BotFather, send /mybots, choose your bot, “API Token”, and give that one to npm run connect when it asks (or as TELEGRAM_BOT_TOKEN)',
    );
}

async function store(
  { list, secrets, writes, rerun }: Context,
  botToken: string,
  webhookSecrets: readonly string[],
): Promise<boolean> {
  if (!writes) {
    list.wrong('The bot’s secrets are not stored yet', rerun);
    return false;
  }
  for (const secret of webhookSecrets) list.hide(secret);
  const trouble = await secrets.write('telegram', { botToken, webhookSecrets });
  if (trouble) list.wrong(trouble.says, trouble.todo);
  else list.fine(`Its secrets are stored in ${secrets.where('telegram')}`);
  return trouble === null;
}
