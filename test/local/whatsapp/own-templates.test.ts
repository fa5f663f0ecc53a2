import { describe, expect, it } from 'vitest';
import { submitTemplates } from '#infra/connect/templates.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { startRig, TOKEN } from './rig.ts';

describe('the templates of this product', () => {
  it('are taken as they are, approved a moment later, and left alone the next time', async () => {
    const rig = await startRig();
    const account = { token: TOKEN, apiUrl: rig.whatsapp.apiUrl };
    const submit = () => submitTemplates(account, rig.whatsapp.wabaId, createHttpClient());
    const first = await submit();
    expect(first.length).toBeGreaterThan(0);
    expect(new Set(first.map(({ status }) => status))).toEqual(new Set(['PENDING']));
    await rig.pass(2);
    const second = await submit();
    expect(new Set(second.map(({ status }) => status))).toEqual(new Set(['APPROVED']));
    const created = rig.whatsapp.ledger().filter(({ call }) => call === 'create-template');
    expect(created).toHaveLength(first.length);
  });
});
