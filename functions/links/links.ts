import { calendarOf } from '#shared/channels/calendar.ts';
import type { Text } from '#shared/channels/channel.ts';
import { type Language, languageOf } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { calendarFile } from '#shared/flows/booking/cards.ts';
import { answer, type HttpAnswer, type HttpFunction, httpFunction } from '#shared/runtime/http.ts';
import { addIds } from '#shared/runtime/logger.ts';
import { readCustomer } from '#shared/store/customer.ts';
import { readHistory } from '#shared/store/history.ts';
import { type Link, readLink } from '#shared/store/link.ts';
import type { Table } from '#shared/store/table.ts';
import { pageHeaders, pageOf } from './page.ts';
import { linesOf } from './talk.ts';

export type LinksDeps = {
  readonly table: Table;
  readonly textFor: (language: Language) => Text;
  /** Of a reader whom nothing tells. */
  readonly defaultLanguage: Language;
  /** The station's time zone. */
  readonly zone: string;
  readonly now: () => number;
};

/**
 * `GET /c/<token>.ics`: the calendar file of a visit as it stands now, so that a link of last week holds today's time.
 * `GET /h/<token>`: the page with all that was said with a customer, as it stands now. A link that was never given out is 404,
 * whatever it looks like; one that was, and leads to nothing any more, is 410.
 */
export function createLinks(deps: LinksDeps): HttpFunction {
  return httpFunction(async ({ requestContext, pathParameters, headers }) => {
    const { method } = requestContext.http;
    if (method !== 'GET' && method !== 'HEAD') return answer(405, { allow: 'GET, HEAD' });
    const { file, token } = pathParameters ?? {};
    const whole =
      token === undefined
        ? await fileAnswer(deps, file ?? '', headers)
        : await pageAnswer(deps, token, headers);
    return method === 'HEAD' ? { ...whole, body: '' } : whole;
  });
}

type Headers = Readonly<Record<string, string | undefined>>;
type Nothing = { readonly kind: 'gone'; readonly language: Language } | { readonly kind: 'unknown' };

async function fileAnswer(deps: LinksDeps, name: string, headers: Headers): Promise<HttpAnswer> {
  const found = await open(deps, /^(.*)\.ics$/.exec(name)?.[1] ?? '', 'visit');
  if (found.kind !== 'link') return goneAnswer(deps, found, headers, 'calendarGone');
  const { to, customer: id, language } = found.link;
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
  const found = await open(deps, token, 'history');
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
  of: Link['to']['of'],
): Promise<Nothing | { readonly kind: 'link'; readonly link: Link }> {
  const link = /^[\w-]{22}$/.test(token) ? await readLink(table, token) : null;
  if (!link || link.to.of !== of) return { kind: 'unknown' };
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
  words: 'calendarGone' | 'mediaHistoryGone',
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
