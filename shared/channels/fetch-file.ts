import type { HttpClient, HttpOutcome } from '#shared/runtime/http-client.ts';
import type { Downloaded } from './channel.ts';

/** Where a file may be fetched from: the origin of the messenger's API as it is configured, and these hosts by https. */
export type Allowed = { readonly apiUrl: string; readonly hosts: readonly string[] };

/** Milliseconds for one file; the function that fetches may do so twice and ends at 60 s. */
export const fileTimeoutMs = 18_000;

/**
 * The URL if a file may be fetched from there, else null. Compared are origin and host as the URL parser reads them, so that
 * `https://allowed@elsewhere`, other ports and hosts that only begin alike are refused. Plain http is for loopback alone.
 */
export function allowedUrl(address: string, { apiUrl, hosts }: Allowed): URL | null {
  const url = URL.parse(address);
  const base = URL.parse(apiUrl);
  if (!url || !base || url.username !== '' || url.password !== '') return null;
  if (url.origin === base.origin) return url.protocol === 'https:' || isLoopback(url) ? url : null;
  return url.protocol === 'https:' && url.port === '' && hosts.includes(url.hostname) ? url : null;
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return (
    protocol === 'http:' && (/^127(\.\d+){3}$/.test(hostname) || ['[::1]', 'localhost'].includes(hostname))
  );
}

/** Gets a URL that was allowed; the whole answer or nothing. */
export function fetchFile(
  http: HttpClient,
  url: URL,
  headers: Readonly<Record<string, string>>,
  mostBytes: number,
): Promise<HttpOutcome> {
  return http({
    method: 'GET',
    url: url.href,
    headers,
    body: '',
    timeoutMs: fileTimeoutMs,
    maxAnswerBytes: mostBytes,
  });
}

/** What an answer with a file in it means. A redirect is never followed: it is no file. */
export function downloadedFrom(outcome: HttpOutcome): Downloaded {
  if (outcome.kind !== 'answered')
    return { kind: 'failed', why: outcome.reason === 'AnswerTooLong' ? 'tooLarge' : 'unreachable' };
  if (outcome.status === 200) return { kind: 'file', content: outcome.body };
  return { kind: 'failed', why: isGone(outcome.status) ? 'gone' : 'unreachable' };
}

/** Of an address that worked once: the file is not there any more. Everything else may pass (throttles, tokens, faults). */
export function isGone(status: number): boolean {
  return status === 400 || status === 404 || status === 410;
}
