import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameless } from '#functions/links/feed.ts';
import { createLinks } from '#functions/links/links.ts';
import { type Customer, newCustomer, type Visit } from '#shared/domain/customer.ts';
import type { Day, Job } from '#shared/domain/day.ts';
import { feedOf } from '#shared/domain/ics.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { station } from '#shared/station/station.ts';
import { customerItem } from '#shared/store/customer.ts';
import { dayItem } from '#shared/store/day.ts';
import { feedItem, feedLink } from '#shared/store/feed.ts';
import { linkItem } from '#shared/store/link.ts';
import { visitOwnerItem } from '#shared/store/visit-owner.ts';
import { textFor } from '#shared/text/text.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { contextOf, eventOf } from '../../runtime/lambda.ts';

process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

const now = Date.parse('2026-11-24T06:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const token = 'canary0123456789-_ABCd';
const other = 'another0123456789-_ABC';
const nikos = 'telegram/4242/501/';
const visit: Visit = {
  id: '7K2M4Q',
  start: now + hour,
  readyBy: now + 5 * hour,
  services: ['oil'],
  vehicle: { id: '1', label: 'Skoda Octavia 2018 · ABC-4821', short: 'Octavia …4821' },
  stay: 'leave',
  sequence: 2,
  dates: ['2026-11-24'],
  chat: nikos,
  life: freshLife,
};

const job = (given: Partial<Job> = {}): Job => ({
  id: visit.id,
  bay: 'B1',
  technician: station.technicians[0]?.id ?? '',
  service: 'oil',
  kind: 'leave',
  start: visit.start,
  end: visit.start + hour,
  arrival: visit.start,
  readyBy: visit.readyBy,
  holdUntil: null,
  ...given,
});

/** The function over a station whose feed has the address of `token`. */
function wall() {
  const table = memoryTable();
  const clock = { now };
  const handler = createLinks({
    table,
    textFor: (reader) => textFor(reader, station),
    defaultLanguage: 'el',
    zone: station.zone,
    share: async (key, name) => `https://files.example/${key}?${name}`,
    now: () => clock.now,
  });
  const give = (to: string, version = 0) => {
    table.plant(feedItem({ version: version + 1, by: 'maria', since: now }, to));
    table.plant(feedLink(to, 'en', now));
  };
  give(token);
  return {
    table,
    clock,
    give,
    day: (jobs: readonly Job[], date = '2026-11-24', version = 1) =>
      table.plant(dayItem({ date, version, jobs } satisfies Day)),
    owner(more: Partial<Customer> = {}) {
      table.plant(customerItem({ ...newCustomer(nikos, 'Nikos Papas'), visits: [visit], ...more }));
      table.plant(visitOwnerItem(visit.id, nikos));
    },
    open: (name = `${token}.ics`, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
      handler(eventOf({ method, path: '/f/{file}', names: { file: name }, headers }), contextOf('r1')),
  };
}

/** Reads a calendar as RFC 5545 says: unfolded lines, then the properties of each event. */
function events(body: string | undefined): readonly Readonly<Record<string, string>>[] {
  const text = body ?? '';
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*END:VCALENDAR\r\n$/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const found: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') found.push({});
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    const event = found.at(-1);
    if (event) event[name] = value.replace(/\\(.)/g, (_whole, sign: string) => (sign === 'n' ? '\n' : sign));
  }
  return found;
}

describe('the bays’ calendar', () => {
  it('tells bay, work, car, technician and promise of each visit', async () => {
    const { day, owner, open } = wall();
    owner();
    day([job()]);
    const answer = await open();
    expect(answer).toMatchObject({
      statusCode: 200,
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'private, max-age=60',
        'referrer-policy': 'no-referrer',
      },
    });
    const [event, ...others] = events(answer.body);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      UID: '7K2M4Q.2026-11-24.B1.1@station-messenger',
      DTSTAMP: '20261124T060000Z',
      DTSTART: '20261124T070000Z',
      DTEND: '20261124T080000Z',
      SUMMARY: 'B1 · Oil and filter change · Octavia …4821',
      DESCRIPTION: expect.stringMatching(/^\p{L}+\nReady by 13:00$/u),
      SEQUENCE: '3',
    });
  });

  it('shows today and six days more, what is blocked, and nothing that is only held, parked or beyond', async () => {
    const { day, open } = wall();
    day([
      job({ id: 'HELD', holdUntil: now + hour }),
      job({ id: 'PARK', bay: 'P' }),
      job({ id: 'AWAY', bay: '' }),
      job({ id: 'BLOCK', kind: 'block', service: '', technician: '' }),
    ]);
    const days = (count: number) => count * 24 * hour;
    const on = (count: number, id: string) =>
      job({
        id,
        start: visit.start + days(count),
        end: visit.start + days(count) + hour,
        arrival: visit.start + days(count),
        readyBy: visit.readyBy + days(count),
      });
    day([on(6, 'LAST')], '2026-11-30');
    day([on(7, 'LATER')], '2026-12-01');
    day([on(-1, 'PAST')], '2026-11-23');
    const shown = events((await open()).body);
    expect(shown.map(({ UID }) => UID?.split('.')[0])).toEqual(['BLOCK', 'LAST']);
    expect(shown[0]?.SUMMARY).toBe('B1 · Blocked');
  });

  it('gives each stretch of one visit an entry of its own that keeps its name', async () => {
    const { day, owner, open } = wall();
    owner();
    const later = { start: visit.start + 2 * hour, end: visit.start + 3 * hour };
    day([job(later), job(), job({ ...later, bay: 'B2' })]);
    const shown = events((await open()).body);
    expect(shown.map(({ UID }) => UID)).toEqual([
      '7K2M4Q.2026-11-24.B1.1@station-messenger',
      '7K2M4Q.2026-11-24.B1.2@station-messenger',
      '7K2M4Q.2026-11-24.B2.1@station-messenger',
    ]);
  });

  it('raises the sequence when the promise moves or the day changes', async () => {
    const { day, owner, open } = wall();
    owner();
    day([job()]);
    const sequence = async () => Number(events((await open()).body)[0]?.SEQUENCE);
    const first = await sequence();
    day([job({ bay: 'B2' })], '2026-11-24', 2);
    const second = await sequence();
    const moved = {
      of: 'ready',
      from: visit.readyBy,
      to: visit.readyBy + hour,
      reason: 'parts',
      words: '',
    } as const;
    const life = { ...freshLife, moved: [{ ...moved, at: now, by: null, told: null }] };
    owner({ visits: [{ ...visit, readyBy: visit.readyBy + hour, life }] });
    const answer = await open();
    expect(events(answer.body)[0]?.DESCRIPTION).toContain('14:00');
    const third = await sequence();
    expect([first, second, third]).toEqual([first, second, third].toSorted((a, b) => a - b));
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it('is not sent again while nothing changed, however often it is asked for', async () => {
    const { day, owner, open, clock } = wall();
    owner();
    day([job()]);
    const { headers } = await open();
    const etag = String(headers?.etag);
    clock.now += 10 * minute;
    expect(await open(undefined, { 'if-none-match': `"x", ${etag}` })).toMatchObject({
      statusCode: 304,
      body: '',
    });
    day([job({ bay: 'B2' })], '2026-11-24', 2);
    const fresh = await open(undefined, { 'if-none-match': etag });
    expect(fresh).toMatchObject({ statusCode: 200 });
    expect(fresh.headers?.etag).not.toBe(etag);
  });

  it('is a calendar on a day without any work', async () => {
    const { open } = wall();
    const { body } = await open();
    expect(events(body)).toEqual([]);
    expect(body).toContain('BEGIN:VTIMEZONE');
  });

  it('names no person and no phone, whatever owners call their cars', async () => {
    expect(nameless('Octavia Nikos', 'Nikos Papas')).toBe('Octavia');
    expect(nameless('ABC-4821', 'Nikos')).toBe('…4821');
    expect(nameless('Golf +30 697 000 0001', '')).toBe('Golf');
    expect(nameless('Octavia …4821', 'Νίκος')).toBe('Octavia …4821');
    const { day, owner, open } = wall();
    const short = 'Nikos Papas 6970000001';
    owner({ phone: '+306970000001', visits: [{ ...visit, vehicle: { ...visit.vehicle, short } }] });
    day([job()]);
    const { body } = await open();
    expect(body).not.toMatch(/Nikos|Papas|6970000001|ABC/);
  });
});

describe('the feed’s address', () => {
  it('that was replaced says so, and the new one works', async () => {
    const { give, open } = wall();
    give(other, 1);
    expect(await open()).toMatchObject({
      statusCode: 410,
      body: textFor('en', station).say({ key: 'archiveFeedGone', args: {} }),
    });
    expect(await open(`${other}.ics`)).toMatchObject({ statusCode: 200 });
  });

  it('that nobody gave out is unknown, and opens no archive', async () => {
    const { open } = wall();
    expect(await open(`${other}.ics`)).toMatchObject({ statusCode: 404 });
    expect(await open(`${token}.zip`)).toMatchObject({ statusCode: 404 });
  });
});

describe('the link of an archive', () => {
  const key = 'files/aa';
  const give = (table: ReturnType<typeof memoryTable>, until: number) =>
    table.plant(
      linkItem(
        other,
        { customer: nikos, to: { of: 'archive', key, name: 'my-data.zip' }, language: 'uk' },
        until / 1000,
      ),
    );

  it('leads to the file for a minute, for as long as the person is known', async () => {
    const { table, owner, open } = wall();
    give(table, now + hour);
    expect(await open(`${other}.zip`)).toMatchObject({ statusCode: 410 });
    owner();
    expect(await open(`${other}.zip`)).toMatchObject({
      statusCode: 302,
      headers: {
        location: 'https://files.example/files/aa?my-data.zip',
        'cache-control': 'private, no-store',
      },
    });
    expect(await open(`${other}.ics`)).toMatchObject({ statusCode: 404 });
  });

  it('is over after its day, and says how to get another', async () => {
    const { table, owner, open } = wall();
    owner();
    give(table, now);
    expect(await open(`${other}.zip`)).toMatchObject({
      statusCode: 410,
      body: textFor('uk', station).say({ key: 'archiveGone', args: {} }),
    });
  });
});

it('a feed of any words is read back as it was', () => {
  const text = fc.string({ unit: 'grapheme' }).map((said) => said.replace(/[\p{Cc}\u2028\u2029]/gu, ''));
  fc.assert(
    fc.property(fc.array(fc.record({ title: text, notes: text }), { minLength: 1 }), text, (all, name) => {
      const made = all.map((one, index) => ({
        ...one,
        ref: `${index}`,
        start: now,
        end: now,
        sequence: index,
      }));
      const shown = events(feedOf(made, name, now));
      expect(shown.map(({ SUMMARY }) => SUMMARY)).toEqual(all.map(({ title }) => title));
      expect(shown.map(({ DESCRIPTION = '' }) => DESCRIPTION)).toEqual(all.map(({ notes }) => notes));
    }),
  );
});
