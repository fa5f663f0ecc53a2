import * as z from 'zod';
import { unix } from '../api-shapes.ts';
import { badRequest, tooManyRequests } from '../errors.ts';
import { flag, json, optionalInteger, optionalText } from '../params.ts';
import type { World } from '../world.ts';
import { type Method, method } from './method.ts';

/** Kinds that a bot gets only when it names them. https://core.telegram.org/bots/api#setwebhook */
export const onRequestOnly = ['chat_member', 'message_reaction', 'message_reaction_count'];

/**
 * The address is kept and checked as Telegram does (https on 443, 80, 88 or 8443), with one difference: http on loopback
 * is fine. Updates are always posted to this machine's station, whatever address is set.
 */
const setWebhook = method({
  name: 'setWebhook',
  params: z.object({
    url: optionalText('url'),
    certificate: z.unknown().optional(),
    ip_address: optionalText('ip_address'),
    max_connections: optionalInteger('max_connections must be a Number'),
    allowed_updates: json(z.array(z.string()), 'Expected an Array of String'),
    drop_pending_updates: flag('drop_pending_updates'),
    secret_token: optionalText('secret_token'),
  }),
  run: (world, params) => {
    const before = world.webhooks.get('set');
    if (before && world.now() - before.setAt < 1000) throw tooManyRequests(1);
    const url = params.url ?? '';
    const secret = params.secret_token ?? '';
    if (secret.length > 256) throw badRequest('secret token is too long');
    if (!/^[\w-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
    if (url !== '') checkUrl(url);
    if (params.drop_pending_updates) dropPending(world);
    world.webhooks.put('set', {
      url,
      secret,
      allowed: params.allowed_updates ?? before?.allowed ?? [],
      maxConnections: Math.min(100, Math.max(1, params.max_connections ?? 40)),
      setAt: world.now(),
      lastErrorAt: 0,
      lastError: '',
    });
    return { result: true };
  },
});

const checkUrl = (url: string): void => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed) throw badRequest('bad webhook: invalid webhook URL specified');
  if (parsed.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(parsed.hostname)) return;
  if (parsed.protocol !== 'https:')
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  if (!['', '443', '80', '88', '8443'].includes(parsed.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
};

const dropPending = (world: World): void => {
  for (const update of [...world.updates.all()]) world.updates.drop(update.id);
};

const deleteWebhook = method({
  name: 'deleteWebhook',
  params: z.object({ drop_pending_updates: flag('drop_pending_updates') }),
  run: (world, params) => {
    const before = world.webhooks.get('set');
    if (before) world.webhooks.put('set', { ...before, url: '', secret: '' });
    if (params.drop_pending_updates) dropPending(world);
    return { result: true };
  },
});

const getWebhookInfo = method({
  name: 'getWebhookInfo',
  params: z.object({}),
  run: (world) => {
    const webhook = world.webhooks.get('set');
    return {
      result: {
        url: webhook?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: world.updates.size(),
        ...(webhook?.url ? { max_connections: webhook.maxConnections, ip_address: '127.0.0.1' } : {}),
        ...(webhook?.lastErrorAt
          ? { last_error_date: unix(webhook.lastErrorAt), last_error_message: webhook.lastError }
          : {}),
        ...(webhook && webhook.allowed.length > 0 ? { allowed_updates: webhook.allowed } : {}),
      },
    };
  },
});

export const webhookMethods: readonly Method[] = [setWebhook, deleteWebhook, getWebhookInfo];
