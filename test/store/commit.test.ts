import { GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitSchema } from '#shared/domain/customer.ts';
import type { Day, Job } from '#shared/domain/day.ts';
import { commit } from '#shared/store/commit.ts';
import { loadConversation, loadFacts } from '#shared/store/load.ts';
import { duePages } from '#test/helpers/due.ts';
import { customerChange, inboundOf, keyOfChat, noon, rowTo, stepOf } from './steps.ts';
import { type Opened, tables } from './tables.ts';

function dayOf(date: string, version: number, id: string): Day {
  const start = Date.parse(`${date}T08:00:00Z`);
  const job: Job = {
    id,
    bay: 'B1',
    technician: 'gio',
    service: 'oil',
    kind: 'leave',
    start,
    end: start + 45 * 60_000,
    arrival: start,
    readyBy: start + 120 * 60_000,
    holdUntil: null,
  };
  return { date, version, jobs: [job] };
}

const visit = visitSchema.parse({
  id: 'ABC234',
  start: noon,
  readyBy: noon + 1,
  services: ['oil'],
  vehicle: { id: 'v', label: 'Golf', short: 'Golf' },
  stay: 'leave',
  sequence: 1,
  chat: '',
  dates: ['2026-11-23'],
});

describe.each(tables)('a step, in %s', (_label, open) => {
  let table: Opened;
  beforeAll(async () => {
    table = await open();
  });
  afterAll(() => table.close());

  const keys = async (chat: string) => {
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
    return Items.map(({ pk, sk }) => `${pk} ${sk}`)
      .filter((key) => key.includes(`/${chat}/`))
      .sort();
  };

  it('writes all that follows from a message at once, each with its next version', async () => {
    const result = await commit(
      table,
      stepOf('1', 'u1', {
        changes: [
          customerChange('1', 0, 'Nikos'),
          { kind: 'agreement', agreed: 'booked', visit },
          { kind: 'timer', key: 'clock#x', dueAt: noon + 5, data: { visit: 'x' } },
          { kind: 'consent', purpose: 'visit', given: true, wording: 'visit-1', messageId: '7' },
        ],
        rows: [rowTo('1', 'v00000001')],
      }),
    );
    expect(result).toEqual({ kind: 'committed' });
    expect(await keys('1')).toEqual([
      'C#telegram/4242/1/ conversation',
      'L#telegram/4242/1/ in#u1',
      'O#telegram/4242/1/ v00000001',
      `P#telegram/4242/1/ consent#${noon}#visit`,
      'P#telegram/4242/1/ customer',
      'P#telegram/4242/1/ visit#ABC234#0001',
      'T#telegram/4242/1/ clock#x',
    ]);
    const loaded = await loadConversation(table, inboundOf('1', 'u2'), 'en');
    expect(loaded.conversation.version).toBe(1);
    expect(loaded.customer).toMatchObject({ version: 1, name: 'Nikos' });
  });

  it('that was done before is a duplicate, with the aftermath of the first time', async () => {
    const first = stepOf('2', 'u1', { rows: [rowTo('2', 'v00000001')] });
    await commit(table, { ...first, aftermath: { wake: ['here', 'there'], quiet: 7, jobs: [] } });
    const again = await commit(table, { ...first, aftermath: { wake: [], quiet: null, jobs: [] } });
    expect(again).toEqual({ kind: 'duplicate', aftermath: { wake: ['here', 'there'], quiet: 7, jobs: [] } });
    expect((await keys('2')).filter((key) => key.startsWith('O#'))).toHaveLength(1);
  });

  it('that arrives many times at once is written once, whatever it changes', async () => {
    const step = { ...stepOf('recorded', 'u1'), conversation: null };
    const results = await Promise.all(Array.from({ length: 6 }, () => commit(table, step)));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['committed', ...Array(5).fill('duplicate')]);
  });

  it('is a duplicate also where everything else about it conflicts', async () => {
    await commit(table, stepOf('3', 'u1'));
    await commit(table, stepOf('3', 'u2', { version: 1 }));
    expect((await commit(table, stepOf('3', 'u1'))).kind).toBe('duplicate');
  });

  it.each([
    ['the conversation', { version: 5 }],
    ['the customer', { changes: [customerChange('4', 3, 'Nikos')] }],
    ['the day', { changes: [{ kind: 'day', day: dayOf('2026-12-01', 9, 'A') }] as const }],
    ['a new customer who is there by now', { changes: [customerChange('taken', 0, 'Nikos')] }],
  ])('leaves nothing behind when somebody was faster with %s', async (_item, more) => {
    await commit(table, stepOf('taken', 'u1', { changes: [customerChange('taken', 0, 'Maria')] }));
    const rows = [rowTo('4', 'v00000001')];
    expect(await commit(table, stepOf('4', 'u1', { ...more, rows }))).toEqual({ kind: 'conflict' });
    expect(await keys('4')).toEqual([]);
  });

  it('lets one of many new bookings of a day through', async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) => {
        const day = dayOf('2026-12-02', 0, `A${index}`);
        return commit(table, stepOf(`5${index}`, 'u1', { changes: [{ kind: 'day', day }] }));
      }),
    );
    expect(results.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === 'conflict')).toHaveLength(9);
    const { days } = await loadFacts(table, [{ kind: 'days', dates: ['2026-12-02', '2026-12-03'] }]);
    expect(days.get('2026-12-02')).toMatchObject({ version: 1, jobs: [{ bay: 'B1' }] });
    expect(days.get('2026-12-03')).toEqual({ date: '2026-12-03', version: 0, jobs: [] });
  });

  it('that changes one day or one customer twice writes the last of it, once', async () => {
    const result = await commit(
      table,
      stepOf('6', 'u1', {
        changes: [
          customerChange('6', 0, 'First'),
          { kind: 'day', day: dayOf('2026-12-04', 0, 'first') },
          { kind: 'timer', key: 'k', dueAt: noon, data: 1 },
          customerChange('6', 0, 'Last'),
          { kind: 'day', day: dayOf('2026-12-04', 0, 'last') },
          { kind: 'timer', key: 'k', dueAt: null, data: null },
        ],
      }),
    );
    expect(result.kind).toBe('committed');
    const { customer } = await loadConversation(table, inboundOf('6', 'u2'), 'en');
    expect(customer).toMatchObject({ name: 'Last', version: 1 });
    const { days } = await loadFacts(table, [{ kind: 'days', dates: ['2026-12-04'] }]);
    expect(days.get('2026-12-04')?.jobs.map(({ id }) => id)).toEqual(['last']);
    expect((await keys('6')).some((key) => key.startsWith('T#'))).toBe(false);
  });

  it('never writes an agreement over an older one', async () => {
    const agreed = { kind: 'agreement', agreed: 'booked', visit } as const;
    await commit(table, stepOf('7', 'u1', { changes: [agreed] }));
    const again = await commit(table, stepOf('7', 'u2', { version: 1, changes: [agreed] }));
    expect(again).toEqual({ kind: 'conflict' });
  });

  it('takes a timer away in the step that uses it', async () => {
    const timer = { kind: 'timer', key: 'k', dueAt: noon - 1, data: null } as const;
    await commit(table, stepOf('8', 'u1', { changes: [timer] }));
    const due = async () => {
      const shards = await Promise.all(
        ['D0', 'D1', 'D2', 'D3'].map((shard) => duePages(table, shard, noon, 100)),
      );
      return shards.flat(2).filter(({ pk }) => pk === `T#${keyOfChat('8')}`);
    };
    expect(await due()).toHaveLength(1);
    const used = { ...timer, dueAt: null };
    await commit(table, stepOf('8', 'u2', { version: 1, changes: [used] }));
    expect(await due()).toEqual([]);
  });

  it('that only records a message leaves the conversation alone', async () => {
    await commit(table, { ...stepOf('9', 'u1'), conversation: null });
    expect(await keys('9')).toEqual(['L#telegram/4242/9/ in#u1']);
  });

  it('opens a blocked chat again and keeps what else is known of it', async () => {
    const pk = `O#${keyOfChat('10')}`;
    await commit(table, stepOf('10', 'u1', { changes: [{ kind: 'reachable' }] }));
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: { pk, sk: 'sender' } }),
    );
    expect(Item).toEqual({ pk, sk: 'sender', unreachable: false });
  });
});
