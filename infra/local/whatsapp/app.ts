import * as z from 'zod';
import { GraphError } from './errors.ts';
import { readAs } from './requests/read.ts';
import { changeSetup, setupOf } from './setup.ts';
import type { World } from './world.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the app's owner may ask with `<app id>|<app secret>` as the token. */
export const appToken = ({ account }: World): string => `${account.appId}|${account.appSecret}`;

/** https://developers.facebook.com/docs/graph-api/reference/debug_token */
export const debugToken = (world: World, query: URLSearchParams): Json => {
  const token = query.get('input_token');
  if (token === null) throw new GraphError(100, 'The parameter input_token is required');
  const { scopes, tokenEnds } = setupOf(world);
  if (token !== world.words.get('token')) {
    const error = { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' };
    return { data: { error, is_valid: false, scopes: [] } };
  }
  return {
    data: {
      app_id: world.account.appId,
      type: 'SYSTEM_USER',
      application: 'Station',
      data_access_expires_at: 0,
      expires_at: tokenEnds,
      is_valid: tokenEnds === 0 || tokenEnds * 1000 > world.now(),
      issued_at: 1_790_000_000,
      scopes,
      user_id: `5${world.account.phoneNumberId}`,
    },
  };
};

/** https://developers.facebook.com/docs/graph-api/reference/application/subscriptions#read */
export const appSubscriptions = (world: World): Json => {
  const { callbackUrl, fields } = setupOf(world);
  const subscription = {
    object: 'whatsapp_business_account',
    callback_url: callbackUrl,
    active: true,
    fields: fields.map((name) => ({ name, version: 'v26.0' })),
  };
  return { data: callbackUrl === '' ? [] : [subscription] };
};

const subscribeShape = z.strictObject({
  object: z.literal('whatsapp_business_account'),
  callback_url: z.url(),
  verify_token: z.string().min(1),
  /** Names with commas. */
  fields: z.string().min(1),
  include_values: z.boolean().optional(),
});

/** Where the handshake of such a call goes; undefined where the call cannot be read. */
export const handshakeOf = (
  body: unknown,
): { readonly url: () => string; readonly verifyToken: string } | undefined => {
  const asked = subscribeShape.safeParse(body).data;
  return asked && { url: () => asked.callback_url, verifyToken: asked.verify_token };
};

/**
 * @param status what the handshake was answered with, 200 only where the challenge came back.
 * @throws GraphError 2200 where it failed: nothing is changed then.
 */
export const subscribeApp = (world: World, body: unknown, status: number): Json => {
  const { callback_url, fields } = readAs(subscribeShape, body);
  if (!/^https:|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(callback_url))
    throw new GraphError(100, 'Param callback_url must be a secure URL');
  if (status !== 200)
    throw new GraphError(2200, '', {
      message: `(#2200) Callback verification failed with the following errors: HTTP Status Code = ${status}`,
    });
  changeSetup(world, { callbackUrl: callback_url, fields: fields.split(',') });
  return { success: true };
};

const registerShape = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  pin: z.string().regex(/^\d{6}$/),
});

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/register-api */
export const register = (world: World, body: unknown): Json => {
  const { pin } = readAs(registerShape, body);
  const { pin: set } = setupOf(world);
  if (set !== '' && set !== pin)
    throw new GraphError(133_005, '', { message: '(#133005) Two step verification PIN Mismatch' });
  changeSetup(world, { pin, status: 'CONNECTED' });
  return { success: true };
};
