import type { CallName } from './types.ts';
import type { Account } from './world.ts';

/** What an address means. `id` is the object in its path. */
export type Route = { readonly call: CallName; readonly id: string };

/** The version that this server speaks. */
export const API_VERSION = 'v26.0';

/** @param path without the version, e.g. `/106…/messages`. */
export const routeOf = (account: Account, verb: string, path: string): Route => {
  const [, id = '', edge = ''] = /^\/([\w.-]+)(?:\/(\w+))?\/?$/.exec(path) ?? [];
  return { id, call: callOf(account, `${verb} ${edge}`.trimEnd(), id) };
};

const callOf = (account: Account, asked: string, id: string): CallName => {
  const edges = edgesOf(account, id);
  return Object.hasOwn(edges, asked) ? (edges[asked] ?? 'unknown') : 'unknown';
};

const edgesOf = (
  { phoneNumberId, wabaId, appId }: Account,
  id: string,
): Readonly<Record<string, CallName>> => {
  switch (id) {
    case phoneNumberId:
      return numberEdges;
    case wabaId:
      return businessEdges;
    case appId:
      return appEdges;
    case 'debug_token':
      return { GET: 'debug-token' };
    default:
      return /^\d+$/.test(id) ? objectEdges : {};
  }
};

const numberEdges: Readonly<Record<string, CallName>> = {
  GET: 'phone-number',
  'POST messages': 'send',
  'POST media': 'upload',
  'POST register': 'register',
};

const businessEdges: Readonly<Record<string, CallName>> = {
  'GET phone_numbers': 'phone-numbers',
  'GET message_templates': 'list-templates',
  'POST message_templates': 'create-template',
  'DELETE message_templates': 'delete-template',
  'GET subscribed_apps': 'subscriptions',
  'POST subscribed_apps': 'subscribe',
  'DELETE subscribed_apps': 'unsubscribe',
};

const appEdges: Readonly<Record<string, CallName>> = {
  'GET subscriptions': 'app-subscriptions',
  'POST subscriptions': 'app-subscribe',
};

const objectEdges: Readonly<Record<string, CallName>> = { GET: 'media', DELETE: 'delete-media' };
