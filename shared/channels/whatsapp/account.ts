import * as z from 'zod';
import type { AccountSource } from '../channel.ts';

/**
 * Our number at Meta: a system user's access token, the secrets of the app (they sign webhooks), the token made up for the
 * registration of the webhook, and the number's id. `bot` keeps the keys of conversations stable where Meta gives the
 * number a new id: it is the first id then.
 */
export const account: AccountSource = {
  apiUrl: { variable: 'WHATSAPP_API_URL', otherwise: 'https://graph.facebook.com/v26.0' },
  parameter: 'WHATSAPP_SECRETS',
  variables: [
    'WHATSAPP_ACCESS_TOKEN',
    'WHATSAPP_APP_SECRET',
    'WHATSAPP_VERIFY_TOKEN',
    'WHATSAPP_PHONE_NUMBER_ID',
  ],
  given: ({
    WHATSAPP_ACCESS_TOKEN: token = '',
    WHATSAPP_APP_SECRET: secrets = '',
    WHATSAPP_VERIFY_TOKEN: verifyToken = '',
    WHATSAPP_PHONE_NUMBER_ID: number = '',
  }) => {
    if (token === '' || number === '') return null;
    const webhookSecrets = secrets.split(',').flatMap((one) => one.trim() || []);
    return { bot: number, token, number, webhookSecrets, verifyToken };
  },
  schema: z
    .object({
      accessToken: z.string().min(1),
      appSecrets: z.array(z.string()),
      verifyToken: z.string(),
      phoneNumberId: z.string().regex(/^[\w-]{1,40}$/),
      bot: z
        .string()
        .regex(/^[\w-]{1,40}$/)
        .optional(),
    })
    .transform(({ accessToken, appSecrets, verifyToken, phoneNumberId, bot }) => ({
      bot: bot ?? phoneNumberId,
      token: accessToken,
      number: phoneNumberId,
      webhookSecrets: appSecrets,
      verifyToken,
    })),
  example: '{"accessToken":"…","appSecrets":["…"],"verifyToken":"…","phoneNumberId":"…"}',
};
