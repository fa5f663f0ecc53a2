import type { RequestHandler } from '../runner/types.ts';
import { splitUrl } from './gateway-event.ts';
import { respond } from './respond.ts';

/** Files of the page by their path, as the page's build makes them. */
export type PageFiles = Readonly<Record<string, { readonly type: string; readonly body: string }>>;

/**
 * Serves the page's files for GET and HEAD. The page talks to its own origin only and shows what strangers wrote, so
 * the browser is told to load nothing from elsewhere and to run no script but the page's.
 */
export function servePage(files: PageFiles): RequestHandler {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const { path } = splitUrl(request.url ?? '/');
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    if (file === undefined) return false;
    respond(response, 200, { 'content-type': file.type, ...headers }, file.body);
    return true;
  };
}

const headers = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
} as const;
