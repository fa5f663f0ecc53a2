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

const callOf = ({ phoneNumberId, wabaId }: Account, asked: string, id: string): CallName => {
  const edges: Readonly<Record<string, CallName>> =
    id === phoneNumberId ? numberEdges : id === wabaId ? businessEdges : /^\d+$/.test(id) ? objectEdges : {};
  return Object.hasOwn(edges, asked) ? (edges[asked] ?? 'unknown') : 'unknown';
};

const numberEdges: Readonly<Record<string, CallName>> = {
  GET: 'phone-number',
  'POST messages': 'send',
  'POST media': 'upload',
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

const objectEdges: Readonly<Record<string, CallName>> = { GET: 'media', DELETE: 'delete-media' };
