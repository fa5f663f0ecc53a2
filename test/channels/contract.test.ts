import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Secrets } from '#shared/channels/channel.ts';
import { channels } from '#shared/channels/registry.ts';
import { type Outbound, say } from '#shared/domain/outbound.ts';
import { fakeHttp, lost, notSent } from '../runtime/fake-http.ts';
import { act, anyOutbound, calendar, context, person, text, words } from './sample.ts';

/** One message of every kind: a new kind does not compile until it has one. */
const samples = {
  say: say(words('Which day?'), [[act('Mon'), act('Tue')]]),
  calendar,
  place: { kind: 'place' },
  silence: { kind: 'silence' },
} as const satisfies { readonly [K in Outbound['kind']]: Extract<Outbound, { kind: K }> };

const secrets: Secrets = {
  botToken: '4242:AAF-canary-token-canary-token-12345',
  webhookSecrets: ['secret'],
  apiUrl: 'https://messenger.example',
};

describe.each(Object.entries(channels))('%s, like every messenger,', (name, channel) => {
  it('is listed under its own name', () => {
    expect(channel.name).toBe(name);
  });

  it('refuses a request without proof, and every request while no secret is set', () => {
    const request = { headers: {}, body: Buffer.from('{}') };
    expect(channel.verify(request, secrets)).toBe(false);
    expect(channel.verify(request, { ...secrets, webhookSecrets: [] })).toBe(false);
    const anyHeaders = fc.dictionary(fc.string(), fc.string());
    fc.assert(
      fc.property(anyHeaders, (headers) => {
        const forged = { headers, body: Buffer.from('{}') };
        expect(channel.verify(forged, { ...secrets, webhookSecrets: [] })).toBe(false);
      }),
    );
  });

  it('never throws at a body and always says what became of it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (body) => {
        for (const one of channel.parse(Buffer.from(body), '4242')) {
          expect('ignored' in one ? one.ignored : one.id).not.toBe('');
        }
      }),
    );
  });

  it.each(Object.values(samples))('can show $kind', (message) => {
    const payloads = channel.render(message, person, text, context);
    expect(payloads.length > 0).toBe(message.kind !== 'silence');
  });

  it('shows whatever is said, the same each time, within the size of a request', () => {
    fc.assert(
      fc.property(anyOutbound, (message) => {
        const payloads = channel.render(message, person, text, context);
        expect(channel.render(message, person, text, context)).toEqual(payloads);
        for (const { body, upload } of payloads) {
          expect(JSON.stringify(body).length + (upload?.content.length ?? 0)).toBeLessThan(1_000_000);
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('calls nothing sent that may not have arrived, and keeps its token to itself', async () => {
    for (const payload of [
      ...channel.render(samples.say, person, text, context),
      channel.answerTap('1'),
      channel.retireCard(person, '40'),
    ]) {
      const unsure = await channel.send(payload, secrets, fakeHttp(lost).http);
      expect(unsure.kind).toBe(payload.idempotent ? 'unreachable' : 'ambiguous');
      const down = await channel.send(payload, secrets, fakeHttp(notSent).http);
      expect(down.kind).toBe('unreachable');
      expect(JSON.stringify([unsure, down, payload])).not.toContain('canary');
    }
  });
});
