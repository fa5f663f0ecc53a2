import * as z from 'zod';
import type { Account, AccountSource } from '../channel.ts';

/** The bot's own id stands before the colon of its token. https://core.telegram.org/bots/api#authorizing-your-bot */
function accountOf(token: string, webhookSecrets: readonly string[]): Omit<Account, 'apiUrl'> {
  return { bot: token.split(':')[0] ?? '', token, number: '', webhookSecrets, verifyToken: '' };
}

/** The bot: its token as @BotFather gave it, and the secrets of its webhook. */
export const account: AccountSource = {
  apiUrl: { variable: 'TELEGRAM_API_URL', otherwise: 'https://api.telegram.org' },
  parameter: 'TELEGRAM_SECRETS',
  variables: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'],
  given: ({ TELEGRAM_BOT_TOKEN: token = '', TELEGRAM_WEBHOOK_SECRET: secrets = '' }) =>
    token === ''
      ? null
      : accountOf(
          token,
          secrets.split(',').flatMap((one) => one.trim() || []),
        ),
  schema: z
    .object({ botToken: z.string().regex(/^\d+:.+$/), webhookSecrets: z.array(z.string()) })
    .transform(({ botToken, webhookSecrets }) => accountOf(botToken, webhookSecrets)),
  example: '{"botToken":"…","webhookSecrets":["…"]}',
};
