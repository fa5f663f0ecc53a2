import type { RequestHandler } from '../runner/types.ts';
import { respondJson } from './respond.ts';

/**
 * Keeps the controls and the phones for people at this machine: a request under `/_local/` that was sent to another
 * name than the loopback's (a tunnel for webhooks) or by another site's page in the browser is refused.
 */
export const ownMachineOnly: RequestHandler = (request, response) => {
  if (!request.url?.startsWith('/_local/')) return false;
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const elsewhere = host !== '' && !loopbackNames.has(host);
  if (!elsewhere && request.headers['sec-fetch-site'] !== 'cross-site') return false;
  respondJson(response, 403, { error: 'The controls are for this machine only: use http://127.0.0.1.' });
  return true;
};

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);
