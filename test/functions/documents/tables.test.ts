import { describe, expect, it } from 'vitest';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import { type Day, encodeDay } from '#shared/domain/day.ts';
import type { Happened } from '#shared/domain/happened.ts';
import type { TableJob } from '#shared/domain/job.ts';
import { customerKey } from '#shared/store/customer.ts';
import { dayItem } from '#shared/store/day.ts';
import { happenedItem } from '#shared/store/happened.ts';
import { agreedItem } from '#shared/store/order.ts';
import { visitOwnerItem } from '#shared/store/visit-owner.ts';
import { agreementOf } from './orders.ts';
import { minute, nikos, now, type Vault, vault, visit } from './vault.ts';

process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

const tell = { channel: 'telegram', bot: '4242', chat: '-1002000000001', thread: '' };

function tableJob(given: Partial<TableJob> = {}): TableJob {
  const job = {
    v: 1,
    kind: 'table',
    id: `table ${given.of ?? 'visits'}`,
    of: 'visits',
    month: '2026-11',
  } as const;
  return { ...job, language: 'en', tell, ticket: { flow: 'desk.archive' }, ...given };
}

/** No cell of these tests has a line's end in it. */
function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    (quoted ?? bare ?? '').replaceAll('""', '"'),
  );
}

/** The table that a job made, as rows of cells by their columns. */
async function madeBy({ documents, files, told }: Vault, job: TableJob) {
  await documents(job, 1);
  const { event } = told();
  const outcome = event.kind === 'fetched' && event.outcome.kind === 'stored' ? event.outcome : null;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    files.stored.get(outcome?.key ?? '')?.content,
  );
  expect(text.startsWith('\ufeff')).toBe(true);
  const [head = [], ...rows] = text.slice(1).split('\r\n').filter(Boolean).map(cellsOf);
  return {
    name: outcome?.name,
    rows: rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index]]))),
  };
}

function over(
  house: Vault,
  date: string,
  name: string,
  given: Partial<Extract<Happened, { what: 'over' }>> = {},
) {
  const happened: Happened = {
    what: 'over',
    visit: name,
    stage: 'handedBack',
    start: visit.start,
    services: ['oil'],
    promised: visit.readyBy,
    ready: visit.readyBy - 15 * minute,
    moved: [],
    cents: 12_345,
    ...given,
  };
  house.table.plant(happenedItem({ date, name: `over#${name}`, happened }, visit.readyBy));
}

function owned(house: Vault, name: string, more: Partial<Customer> = {}, what: Visit = visit): void {
  house.person(nikos, name, more);
  house.table.plant(visitOwnerItem(what.id, nikos));
  house.booked(nikos, what);
}

describe('the month’s visits as a table', () => {
  it('name what a bookkeeper looks for, in plain figures', async () => {
    const house = vault();
    owned(house, 'Nikos');
    over(house, '2026-11-24', visit.id, {
      moved: [
        { reason: 'parts', toldBefore: true },
        { reason: 'test', toldBefore: false },
      ],
    });
    const { name, rows } = await madeBy(house, tableJob());
    expect(name).toBe('visits-2026-11.csv');
    expect(rows).toEqual([
      {
        'Visit no.': '7K2M4Q',
        Date: '2026-11-24',
        Time: '09:00',
        'Ended as': 'handed back',
        Customer: 'Nikos',
        Car: 'Skoda Octavia 2018 · ABC-4821',
        Work: 'Oil and filter change',
        'Promised by': '2026-11-24 12:30',
        'Ready at': '2026-11-24 12:15',
        'Times moved': '2',
        'Moved too late': '1',
        'Total incl. VAT': '123.45',
        Currency: 'EUR',
      },
    ]);
  });

  it('are those of that month alone, each once, by their starts', async () => {
    const house = vault();
    over(house, '2026-10-31', 'OCT');
    over(house, '2026-12-01', 'DEC');
    over(house, '2026-11-30', 'LATE', { start: now, cents: null, ready: null, stage: 'cancelled' });
    over(house, '2026-11-01', 'EARLY', { start: now - 20 * 24 * 60 * minute });
    over(house, '2026-11-29', 'LATE', { stage: 'noShow', start: now });
    const { rows } = await madeBy(house, tableJob());
    expect(rows.map((row) => row['Visit no.'])).toEqual(['EARLY', 'LATE']);
    expect(rows[1]).toMatchObject({ 'Ready at': '', 'Total incl. VAT': '', Currency: '' });
  });

  it('keep the visit of somebody who was erased, without name and car', async () => {
    const house = vault();
    owned(house, 'Nikos');
    over(house, '2026-11-24', visit.id);
    house.table.plant({ ...customerKey('nobody'), gone: true });
    const bare = vault();
    over(bare, '2026-11-24', visit.id);
    bare.table.plant(visitOwnerItem(visit.id, nikos));
    const { rows } = await madeBy(bare, tableJob());
    expect(rows).toMatchObject([
      { 'Visit no.': '7K2M4Q', Customer: '', Car: '', 'Total incl. VAT': '123.45' },
    ]);
  });

  it('make no formula of how somebody calls themselves', async () => {
    const house = vault();
    owned(house, '=HYPERLINK(1)');
    over(house, '2026-11-24', visit.id);
    const { rows } = await madeBy(house, tableJob());
    expect(rows).toMatchObject([{ Customer: "'=HYPERLINK(1)" }]);
  });
});

describe('the month’s agreements as a table', () => {
  const day: Day = {
    date: '2026-11-24',
    version: 1,
    jobs: [
      {
        id: visit.id,
        bay: 'B1',
        technician: 'KOS',
        service: 'oil',
        kind: 'wait',
        start: visit.start,
        end: visit.start + 60 * minute,
        arrival: visit.start,
        readyBy: visit.readyBy,
        holdUntil: null,
      },
    ],
  };

  it('are found by the day’s visits, with what was agreed and its tax', async () => {
    const house = vault();
    owned(house, 'Nikos');
    expect(encodeDay(day).jobs).toHaveLength(1);
    house.table.plant(dayItem(day));
    const october = Date.parse('2026-10-31T21:59:59Z');
    house.table.plant(agreedItem(agreementOf({ of: nikos, at: now, cents: 12_400, vatPercent: 24 })));
    house.table.plant(agreedItem(agreementOf({ of: nikos, number: 9, at: october })));
    house.table.plant(agreedItem(agreementOf({ of: 'telegram/4242/other/', number: 8, at: now })));
    const { name, rows } = await madeBy(house, tableJob({ of: 'agreements' }));
    expect(name).toBe('agreements-2026-11.csv');
    expect(rows).toMatchObject([
      {
        'Agreement no.': 'K7M2QP-v2',
        'Work order no.': 'K7M2QP',
        Date: '2026-11-24',
        Time: '12:41',
        What: 'Agreed',
        How: 'chat',
        Customer: 'Nikos',
        'Work agreed': 'Front pads, original',
        'Total incl. VAT': '124.00',
        'VAT %': '24',
        'of which VAT': '24.00',
        Currency: 'EUR',
      },
    ]);
  });

  it('are found where the visit left the calendar, too', async () => {
    const house = vault();
    owned(house, 'Nikos');
    over(house, '2026-11-24', visit.id, { stage: 'cancelled' });
    house.table.plant(agreedItem(agreementOf({ of: nikos, at: now })));
    const { rows } = await madeBy(house, tableJob({ of: 'agreements' }));
    expect(rows).toHaveLength(1);
  });
});
