import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkItem, readLink } from '#shared/store/link.ts';
import { type Opened, tables } from './tables.ts';

const token = 'canary0123456789-_ABCd';
const to = {
  customer: 'whatsapp/1/GR.2/',
  to: { of: 'visit', visit: '7K2M4Q' },
  language: 'el',
} as const;

describe.each(tables)('a link that people open, in %s', (_label, open) => {
  let table: Opened;
  beforeAll(async () => {
    table = await open();
  });
  afterAll(() => table.close());

  it('is found by its token and by nothing like it', async () => {
    const Item = linkItem(token, to, 1_800_000_000);
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
    expect(await readLink(table, token)).toEqual({ ...to, expiresAt: 1_800_000_000 });
    expect(await readLink(table, token.toLowerCase())).toBeNull();
    expect(await readLink(table, `${token}x`)).toBeNull();
    expect(await readLink(table, '')).toBeNull();
  });

  it('goes on to open when it was given out by the version that knew of visits only', async () => {
    const { to: _to, ...rest } = linkItem('a-token-of-22-signs-ab', to, 1_800_000_000);
    await table.client.send(new PutCommand({ TableName: table.name, Item: { ...rest, visit: '7K2M4Q' } }));
    expect(await readLink(table, 'a-token-of-22-signs-ab')).toEqual({ ...to, expiresAt: 1_800_000_000 });
  });

  it('is revoked by deleting its row', async () => {
    const { pk, sk } = linkItem('another-token-of-22-ab', to, 1_800_000_000);
    await table.client.send(new PutCommand({ TableName: table.name, Item: { pk, sk } }));
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }));
    expect(await readLink(table, 'another-token-of-22-ab')).toBeNull();
  });

  it('never stands in the table itself: who reads the table can open nothing', () => {
    expect(JSON.stringify(linkItem(token, to, 1))).not.toContain('canary');
  });
});
