import * as z from 'zod';
import type { AccountSource } from '#shared/channels/channel.ts';

const schema = z.object({ token: z.string(), secret: z.string() }).transform(({ token, secret }) => ({
  bot: 'station',
  token,
  number: '',
  webhookSecrets: [secret],
  verifyToken: '',
}));

export const account: AccountSource = {
  apiUrl: { variable: 'TOY_API_URL', otherwise: 'https://toy.example' },
  parameter: 'TOY_SECRETS',
  variables: ['TOY_TOKEN', 'TOY_SECRET'],
  given: ({ TOY_TOKEN: token = '', TOY_SECRET: secret = '' }) =>
    token === '' ? null : schema.parse({ token, secret }),
  schema,
  example: '{"token":"…","secret":"…"}',
};
