import { calendarOf } from '#shared/channels/calendar.ts';
import type { Text } from '#shared/channels/channel.ts';
import type { Visit } from '#shared/domain/customer.ts';
import { type Language, languageOf } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { calendarFile } from '#shared/flows/booking/cards.ts';
import { answer, type HttpAnswer, type HttpFunction, httpFunction } from '#shared/runtime/http.ts';
import { addIds } from '#shared/runtime/logger.ts';
import { readCustomer } from '#shared/store/customer.ts';
import { readLink } from '#shared/store/link.ts';
import type { Table } from '#shared/store/table.ts';

export type LinksDeps = {
  readonly table: Table;
  readonly textFor: (language: Language) => Text;
  /** Of a reader whom nothing tells. */
  readonly defaultLanguage: Language;
  readonly now: () => number;
};

/**
 * `GET /c/<token>.ics`: the calendar file of a visit as it stands now, so that a link of last week holds today's time. A
 * link that was never given out is 404, whatever it looks like; one that was, and leads to no visit any more, is 410.
 */
export function createLinks(deps: LinksDeps): HttpFunction {
  return httpFunction(async ({ requestContext, pathParameters, headers }) => {
    const { method } = requestContext.http;
    if (method !== 'GET' && method !== 'HEAD') return answer(405, { allow: 'GET, HEAD' });
    const found = await look(deps, pathParameters?.file ?? '');
    const whole = found.kind === 'visit' ? file(deps, found) : goneAnswer(deps, found, headers);
    return method === 'HEAD' ? { ...whole, body: '' } : whole;
  });
}

type Found =
  | { readonly kind: 'visit'; readonly visit: Visit; readonly language: Language }
  | { readonly kind: 'gone'; readonly language: Language }
  | { readonly kind: 'unknown' };

async function look({ table, now }: LinksDeps, name: string): Promise<Found> {
  const token = /^([\w-]{22})\.ics$/.exec(name)?.[1];
  const link = token === undefined ? null : await readLink(table, token);
  if (!link) return { kind: 'unknown' };
  const { language } = link;
  if (link.expiresAt * 1000 <= now()) return { kind: 'gone', language };
  const customer = await readCustomer(table, link.customer);
  const { to } = link;
  const visit = to.of === 'visit' ? customer?.visits.find(({ id }) => id === to.visit) : undefined;
  return visit ? { kind: 'visit', visit, language } : { kind: 'gone', language };
}

/** Nobody else keeps it, and what is opened from it does not learn where it came from: the address is the key. */
const closed = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

function file(
  { textFor, now }: LinksDeps,
  { visit, language }: Extract<Found, { kind: 'visit' }>,
): HttpAnswer {
  const entry = calendarFile(visit);
  const type = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${entry.ref}.ics"`,
  };
  return answer(200, { ...closed, ...type }, calendarOf(entry, textFor(language), now()));
}

function goneAnswer(
  { textFor, defaultLanguage }: LinksDeps,
  found: Exclude<Found, { kind: 'visit' }>,
  headers: Readonly<Record<string, string | undefined>>,
): HttpAnswer {
  addIds({ reason: found.kind });
  const language = found.kind === 'gone' ? found.language : (spoken(headers) ?? defaultLanguage);
  const type = { 'content-type': 'text/plain; charset=utf-8' };
  const text = textFor(language).say(phrase('calendarGone'));
  return answer(found.kind === 'gone' ? 410 : 404, { ...closed, ...type }, text);
}

/** The first language that the browser asks for, if it is one of ours. */
function spoken(headers: Readonly<Record<string, string | undefined>>): Language | undefined {
  return languageOf(headers['accept-language']?.split(/[,;]/)[0]?.trim());
}
