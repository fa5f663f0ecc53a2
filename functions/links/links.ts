import { calendarOf } from '#shared/channels/calendar.ts';
import type { Text } from '#shared/channels/channel.ts';
import { type Language, languageOf } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { calendarFile } from '#shared/flows/booking/cards.ts';
import { answer, type HttpAnswer, type HttpFunction, httpFunction } from '#shared/runtime/http.ts';
import { addIds } from '#shared/runtime/logger.ts';
import type { Share } from '#shared/runtime/share.ts';
import { readCustomer } from '#shared/store/customer.ts';
import { isCurrent } from '#shared/store/feed.ts';
import { readHistory } from '#shared/store/history.ts';
import { type Link, readLink } from '#shared/store/link.ts';
import type { Table } from '#shared/store/table.ts';
import { bayFeed } from './feed.ts';
import { pageHeaders, pageOf } from './page.ts';
import { linesOf } from './talk.ts';

export type LinksDeps = {
  readonly table: Table;
  readonly textFor: (language: Language) => Text;
  /** Of a reader whom nothing tells. */
  readonly defaultLanguage: Language;
  /** The station's time zone. */
  readonly zone: string;
  /** Where the browser fetches a stored file. */
  readonly share: Share;
  readonly now: () => number;
};

/**
 * `GET /c/<token>.ics`: the calendar file of a visit as it stands now, so that a link of last week holds today's time.
 * `GET /h/<token>`: the page with all that was said with a customer, as it stands now. `GET /f/<token>.zip`: a part of a person's
 * archive; `GET /f/<token>.ics`: the calendar of the bays. A link that was never given out is 404, whatever it looks like; one that
 * was, and leads to nothing any more, is 410.
 */
export function createLinks(deps: LinksDeps): HttpFunction {
  return httpFunction(async ({ requestContext, pathParameters, headers }) => {
    const { method } = requestContext.http;
    if (method !== 'GET' && method !== 'HEAD') return answer(405, { allow: 'GET, HEAD' });
    const { file, token } = pathParameters ?? {};
    const whole =
      token === undefined
        ? await (file?.endsWith('.zip') ? archiveAnswer : icsAnswer)(deps, file ?? '', headers)
        : await pageAnswer(deps, token, headers);
    return method === 'HEAD' ? { ...whole, body: '' } : whole;
  });
}

type Headers = Readonly<Record<string, string | undefined>>;
type Nothing = { readonly kind: 'gone'; readonly language: Language } | { readonly kind: 'unknown' };

async function icsAnswer(deps: LinksDeps, name: string, headers: Headers): Promise<HttpAnswer> {
  const token = /^(.*)\.ics$/.exec(name)?.[1] ?? '';
  const found = await open(deps, token, ['visit', 'feed']);
  if (found.kind !== 'link') return goneAnswer(deps, found, headers, 'calendarGone');
  return found.link.to.of === 'feed'
    ? feedAnswer(deps, token, found.link, headers)
    : visitAnswer(deps, found.link, headers);
}

/** Screens ask every few minutes: what did not change is not sent again. */
async function feedAnswer(
  deps: LinksDeps,
  token: string,
  { language }: Link,
  headers: Headers,
): Promise<HttpAnswer> {
  if (!(await isCurrent(deps.table, token)))
    return goneAnswer(deps, { kind: 'gone', language }, headers, 'archiveFeedGone');
  const { body, etag } = await bayFeed(deps, deps.textFor(language));
  const kept = { ...closed, 'cache-control': 'private, max-age=60', etag };
  const known = headers['if-none-match']?.split(',').some((one) => one.trim() === etag);
  if (known) return answer(304, kept);
  return answer(200, { ...kept, 'content-type': 'text/calendar; charset=utf-8' }, body);
}

/** The file itself comes from the store: it may be larger than what a function answers. */
async function archiveAnswer(deps: LinksDeps, name: string, headers: Headers): Promise<HttpAnswer> {
  const found = await open(deps, name.slice(0, -'.zip'.length), ['archive']);
  if (found.kind !== 'link') return goneAnswer(deps, found, headers, 'archiveGone');
  const { to, customer, language } = found.link;
  // Whoever was erased since has no archive any more.
  if (to.of !== 'archive' || !(await readCustomer(deps.table, customer)))
    return goneAnswer(deps, { kind: 'gone', language }, headers, 'archiveGone');
  return answer(302, { ...closed, location: await deps.share(to.key, to.name) });
}

async function visitAnswer(
  deps: LinksDeps,
  { to, customer: id, language }: Link,
  headers: Headers,
): Promise<HttpAnswer> {
  const customer = await readCustomer(deps.table, id);
  const visit = to.of === 'visit' ? customer?.visits.find((one) => one.id === to.visit) : undefined;
  if (!visit) return goneAnswer(deps, { kind: 'gone', language }, headers, 'calendarGone');
  const entry = calendarFile(visit);
  const type = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${entry.ref}.ics"`,
  };
  return answer(200, { ...closed, ...type }, calendarOf(entry, deps.textFor(language), deps.now()));
}

async function pageAnswer(deps: LinksDeps, token: string, headers: Headers): Promise<HttpAnswer> {
  const found = await open(deps, token, ['history']);
  if (found.kind !== 'link') return goneAnswer(deps, found, headers, 'mediaHistoryGone');
  const { language } = found.link;
  const customer = await readCustomer(deps.table, found.link.customer);
  if (!customer) return goneAnswer(deps, { kind: 'gone', language }, headers, 'mediaHistoryGone');
  const text = deps.textFor(language);
  // A customer who writes from one address only does not list it: it is their id.
  const addresses = customer.addresses.length > 0 ? customer.addresses : [customer.id];
  const talks = await Promise.all(addresses.map((address) => readHistory(deps.table, address)));
  const lines = talks.flatMap(({ entries }) => linesOf(entries, customer.name, text));
  const page = {
    name: customer.name,
    lines: lines.sort((a, b) => a.at - b.at),
    cut: talks.some(({ cut }) => cut),
    zone: deps.zone,
  };
  return answer(200, { ...closed, ...pageHeaders }, pageOf(page, text));
}

/** What a token opens, if it is a link of that kind: one for a file opens no page. */
async function open(
  { table, now }: LinksDeps,
  token: string,
  of: readonly Link['to']['of'][],
): Promise<Nothing | { readonly kind: 'link'; readonly link: Link }> {
  const link = /^[\w-]{22}$/.test(token) ? await readLink(table, token) : null;
  if (!link || !of.includes(link.to.of)) return { kind: 'unknown' };
  const gone = link.expiresAt * 1000 <= now();
  return gone ? { kind: 'gone', language: link.language } : { kind: 'link', link };
}

/** Nobody else keeps it, and what is opened from it does not learn where it came from: the address is the key. */
const closed = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

function goneAnswer(
  { textFor, defaultLanguage }: LinksDeps,
  found: Nothing,
  headers: Headers,
  words: 'calendarGone' | 'mediaHistoryGone' | 'archiveGone' | 'archiveFeedGone',
): HttpAnswer {
  addIds({ reason: found.kind });
  const language = found.kind === 'gone' ? found.language : (spoken(headers) ?? defaultLanguage);
  const type = { 'content-type': 'text/plain; charset=utf-8' };
  const text = textFor(language).say(phrase(words));
  return answer(found.kind === 'gone' ? 410 : 404, { ...closed, ...type }, text);
}

/** The first language that the browser asks for, if it is one of ours. */
function spoken(headers: Headers): Language | undefined {
  return languageOf(headers['accept-language']?.split(/[,;]/)[0]?.trim());
}
