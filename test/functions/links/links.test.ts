import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLinks } from '#functions/links/links.ts';
import { type Customer, newCustomer, type Visit } from '#shared/domain/customer.ts';
import type { Language } from '#shared/domain/language.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { station } from '#shared/station/station.ts';
import { customerItem, customerKey } from '#shared/store/customer.ts';
import { linkItem } from '#shared/store/link.ts';
import { textFor } from '#shared/text/text.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { capture } from '../../runtime/capture.ts';
import { contextOf, eventOf } from '../../runtime/lambda.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const token = 'canary0123456789-_ABCd';
const nikos = 'whatsapp/1/GR.2/';
const visit: Visit = {
  id: '7K2M4Q',
  start: Date.parse('2026-11-24T07:00:00Z'),
  readyBy: Date.parse('2026-11-24T10:30:00Z'),
  services: [station.services[0]?.id ?? ''],
  vehicle: { id: '1', label: 'Skoda Octavia 2018 · ABC-4821', short: 'Octavia …4821' },
  stay: 'wait',
  sequence: 0,
  dates: ['2026-11-24'],
  chat: nikos,
  life: freshLife,
};

/** The function over a table in memory that holds one person's link. */
function links(language: Language = 'en') {
  const table = memoryTable();
  const handler = createLinks({
    table,
    textFor: (reader) => textFor(reader, station),
    defaultLanguage: 'el',
    zone: station.zone,
    share: async (key) => `https://files.example/${key}`,
    now: () => now,
  });
  const put = (Item: Record<string, unknown>) =>
    table.client.send(new PutCommand({ TableName: table.name, Item }));
  return {
    put,
    keep: (customer: Partial<Customer>) =>
      put(customerItem({ ...newCustomer(nikos, 'Nikos'), visits: [visit], ...customer })),
    give: (expiresAt = now / 1000 + 3_600) =>
      put(linkItem(token, { customer: nikos, to: { of: 'visit', visit: visit.id }, language }, expiresAt)),
    open: (file = `${token}.ics`, method = 'GET', headers: Readonly<Record<string, string>> = {}) =>
      handler(eventOf({ method, path: '/c/{file}', names: { file }, headers }), contextOf('r1')),
  };
}

const gone = (language: Language) => textFor(language, station).say({ key: 'calendarGone', args: {} });
const shut = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

let written: ReturnType<typeof capture>;
beforeEach(() => {
  written = capture();
});
afterEach(() => vi.restoreAllMocks());

describe('the calendar link of a visit', () => {
  it('gives the file that a phone puts into its calendar, under the visit’s number', async () => {
    const { keep, give, open } = links('ru');
    await keep({});
    await give();
    const answer = await open();
    expect(answer).toMatchObject({
      statusCode: 200,
      headers: {
        ...shut,
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="7K2M4Q.ics"',
      },
    });
    expect(answer.body).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(answer.body).toContain('DTSTART:20261124T070000Z');
    expect(answer.body).toContain('Номер записи: 7K2M4Q');
  });

  it('holds the new time once the visit was moved, and replaces what the phone knew', async () => {
    const { keep, give, open } = links();
    await give();
    await keep({ visits: [{ ...visit, start: Date.parse('2026-11-25T08:00:00Z'), sequence: 3 }] });
    const { body } = await open();
    expect(body).toContain('DTSTART:20261125T080000Z');
    expect(body).toContain('SEQUENCE:3');
    expect(body).toContain('UID:7K2M4Q@');
  });

  it('goes on to work when its owner turns out to be known already', async () => {
    const { keep, give, open, put } = links();
    await give();
    await keep({ mergedInto: 'telegram/4242/501/', visits: [] });
    await put({
      ...customerItem({ ...newCustomer('telegram/4242/501/', 'Nikos'), visits: [visit] }),
      ...customerKey('telegram/4242/501/'),
    });
    expect(await open()).toMatchObject({ statusCode: 200 });
  });

  it('can be asked about without being taken', async () => {
    const { keep, give, open } = links();
    await keep({});
    await give();
    expect(await open(`${token}.ics`, 'HEAD')).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'text/calendar; charset=utf-8' },
      body: '',
    });
  });
});

describe('a link that leads to no visit any more', () => {
  it('because the visit was cancelled says so in the reader’s language', async () => {
    const { keep, give, open } = links('uk');
    await give();
    await keep({ visits: [] });
    expect(await open()).toMatchObject({
      statusCode: 410,
      headers: { ...shut, 'content-type': 'text/plain; charset=utf-8' },
      body: gone('uk'),
    });
  });

  it('because its time is over says so, to the second and before anything deleted it', async () => {
    const { keep, give, open } = links();
    await keep({});
    await give(now / 1000 + 1);
    expect(await open()).toMatchObject({ statusCode: 200 });
    await give(now / 1000);
    expect(await open()).toMatchObject({ statusCode: 410, body: gone('en') });
  });

  it('because the person asked to be forgotten says no more than that', async () => {
    const { give, open } = links();
    await give();
    expect(await open()).toMatchObject({ statusCode: 410, body: gone('en') });
  });
});

describe('a link that nobody was given', () => {
  const invented = [
    `${token.slice(0, 21)}x.ics`,
    `${token}`,
    `${token}.ICS`,
    `${token}.ics.ics`,
    `${token}x.ics`,
    '.ics',
    '',
    '../../etc/passwd',
    `${'a'.repeat(22)}.ics`,
    `${'ж'.repeat(22)}.ics`,
    `${token}.ics\n`,
  ];
  it.each(invented)('is answered alike whether it could be one or not: %j', async (file) => {
    const { keep, give, open } = links();
    await keep({});
    await give();
    const headers = { ...shut, 'content-type': 'text/plain; charset=utf-8' };
    expect(await open(file)).toEqual({ statusCode: 404, headers, body: gone('el') });
  });

  it('is answered in the language that the browser asks for', async () => {
    const { open } = links();
    const said = async (accept: string) => (await open('x', 'GET', { 'accept-language': accept })).body;
    expect(await said('uk-UA,uk;q=0.9,en;q=0.8')).toBe(gone('uk'));
    expect(await said('de-DE')).toBe(gone('el'));
    expect(await said('')).toBe(gone('el'));
  });

  it.each(['POST', 'PUT', 'DELETE'])('cannot be called by %s', async (method) => {
    expect(await links().open(`${token}.ics`, method)).toMatchObject({
      statusCode: 405,
      headers: { allow: 'GET, HEAD' },
    });
  });
});

it('the log knows neither the link nor the person', async () => {
  const { keep, give, open } = links();
  await keep({ phone: '+306912345678' });
  await give();
  for (const file of [`${token}.ics`, `${token}x.ics`]) await open(file);
  expect(written.lines()).toHaveLength(2);
  expect(written.text()).not.toMatch(/canary|Nikos|6912345678|4821|GR\.2/);
});
