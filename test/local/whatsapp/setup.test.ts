import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { NUMBER, type Rig, SECRET, startRig, TOKEN } from './rig.ts';

/** What the owner of the app settles with Meta once: who may ask for it, and what a wrong word changes. */

const app = `3${NUMBER}`;
const owner = { authorization: `Bearer ${app}|${SECRET}` };
const subscription = (url: string) => ({
  object: 'whatsapp_business_account',
  callback_url: url,
  verify_token: 'verify',
  fields: 'messages',
});

/** The facts of a token, as the app's owner is told them. */
async function tokenFacts({ whatsapp }: Rig, token: string): Promise<unknown> {
  const url = `${whatsapp.apiUrl}/debug_token?input_token=${token}`;
  const response = await fetch(url, { headers: owner });
  return z.object({ data: z.unknown() }).parse(await response.json()).data;
}

describe('the app', () => {
  it('sends its webhooks where they were registered, once that address shook hands', async () => {
    const rig = await startRig();
    const before = await rig.call('GET', `${app}/subscriptions`, undefined, owner);
    const [registered] = before.body.data ?? [];
    expect(registered).toMatchObject({ object: 'whatsapp_business_account', active: true });
    const url = `${String(registered?.callback_url)}/other`;
    expect(await rig.call('POST', `${app}/subscriptions`, subscription(url), owner)).toMatchObject({
      http: 200,
      body: { success: true },
    });
    expect(rig.handshakes.at(-1)?.get('hub.verify_token')).toBe('verify');
    const number = await rig.call('GET', `${NUMBER}?fields=webhook_configuration`);
    expect(number.body).toMatchObject({ webhook_configuration: { application: url } });
  });

  it.each([
    ['nobody answers', 'http://127.0.0.1:9/whatsapp', '(#2200)'],
    ['it is not encrypted', 'http://station.example/whatsapp', 'secure URL'],
  ])('keeps the address it has where %s at the new one', async (_why, url, words) => {
    const rig = await startRig();
    const before = await rig.call('GET', `${app}/subscriptions`, undefined, owner);
    const refused = await rig.call('POST', `${app}/subscriptions`, subscription(url), owner);
    expect(refused.body.error?.message).toContain(words);
    expect(await rig.call('GET', `${app}/subscriptions`, undefined, owner)).toEqual(before);
  });

  it.each([
    ['the station’s own token', {}, 15],
    ['a wrong app secret', { authorization: `Bearer ${app}|wrong` }, 190],
  ])('tells nothing to %s', async (_who, headers, code) => {
    const rig = await startRig();
    for (const path of [`${app}/subscriptions`, `debug_token?input_token=${TOKEN}`])
      expect((await rig.call('GET', path, undefined, headers)).body.error?.code).toBe(code);
  });

  it('may ask for nothing that is the number’s', async () => {
    const rig = await startRig();
    expect((await rig.call('GET', NUMBER, undefined, owner)).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
    });
  });
});

describe('a token', () => {
  it('is told with what it may do and until when', async () => {
    const rig = await startRig();
    const ends = rig.clock.now / 1000 + 60;
    rig.whatsapp.conditions.setup({ tokenEnds: ends, scopes: ['whatsapp_business_messaging'] });
    expect(await tokenFacts(rig, TOKEN)).toMatchObject({
      is_valid: true,
      expires_at: ends,
      scopes: ['whatsapp_business_messaging'],
    });
    await rig.pass(61);
    expect(await tokenFacts(rig, TOKEN)).toMatchObject({ is_valid: false });
  });

  it('that is not in force is not valid', async () => {
    const rig = await startRig();
    expect(await tokenFacts(rig, 'EAAother')).toMatchObject({ is_valid: false, scopes: [] });
  });
});

describe('a number', () => {
  it('is registered with a PIN of six digits, and by no other later', async () => {
    const rig = await startRig();
    rig.whatsapp.conditions.setup({ status: 'PENDING' });
    const register = (pin: string) =>
      rig.call('POST', `${NUMBER}/register`, { messaging_product: 'whatsapp', pin });
    expect((await register('12345')).body.error?.code).toBe(100);
    expect((await register('482913')).body).toEqual({ success: true });
    expect((await rig.call('GET', `${NUMBER}?fields=status`)).body.status).toBe('CONNECTED');
    expect((await register('111111')).body.error?.code).toBe(133_005);
  });

  it('without a payment method says so in its health', async () => {
    const rig = await startRig();
    rig.whatsapp.conditions.setup({ paid: false });
    const { body } = await rig.call('GET', `${NUMBER}?fields=health_status`);
    expect(JSON.stringify(body)).toContain('141006');
  });
});
