import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NIKOS, NUMBER, startedRig } from './rig.ts';

const value = fc.oneof(
  fc.constantFrom<unknown>('', 'hi', 'image', 'text', 0, true, null, [], {}, 'GR.1', NIKOS.slice(3)),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    { body: 'hi' },
    { id: '1' },
    { link: 'http://127.0.0.1:1/x' },
    { message_id: 'wamid.x', emoji: '👍' },
    { latitude: 1, longitude: 2 },
    { name: 'x', language: { code: 'en' } },
    {
      type: 'list',
      body: { text: 'x' },
      action: { button: 'x', sections: [{ rows: [{ id: 'a', title: 'b' }] }] },
    },
  ),
);
const types = ['text', 'image', 'document', 'video', 'audio', 'sticker', 'location', 'contacts'];
const body = fc
  .record({
    type: fc.constantFrom(...types, 'reaction', 'interactive', 'template', 'poll', undefined),
    content: value,
    more: fc.dictionary(
      fc.constantFrom('context', 'recipient', 'status', '__proto__', 'label', 'to'),
      value,
      {
        maxKeys: 2,
      },
    ),
  })
  .map(({ type, content, more }) => ({ type, ...(type === undefined ? {} : { [type]: content }), ...more }));

const call = fc.record({
  verb: fc.constantFrom('GET', 'POST', 'DELETE', 'PUT'),
  path: fc.constantFrom(
    NUMBER,
    `${NUMBER}/messages`,
    `${NUMBER}/media`,
    `2${NUMBER}/message_templates?after=x`,
    `2${NUMBER}/message_templates`,
    '123',
    'me/%ff',
  ),
});

describe('whatever a station calls', () => {
  it('is answered as Graph would: 200, or an error with a code and never one of the server’s own', async () => {
    const rig = await startedRig();
    await fc.assert(
      fc.asyncProperty(body, async (given) => {
        const answer = await rig.send(given);
        rig.clock.now += 6000;
        if (answer.http === 200) return;
        expect(answer.http).toBeLessThan(500);
        expect(answer.body.error).toMatchObject({ type: 'OAuthException', fbtrace_id: expect.any(String) });
      }),
      { numRuns: 300 },
    );
    await rig.whatsapp.settled();
    expect(rig.whatsapp.pending()).toBe(0);
  });

  it('at any address', async () => {
    const rig = await startedRig();
    await fc.assert(
      fc.asyncProperty(call, body, async ({ verb, path }, given) => {
        const answer = await rig.call(verb, path, verb === 'GET' ? undefined : given);
        rig.clock.now += 6000;
        expect(answer.http).toBeLessThan(500);
        expect(answer.http === 200 || answer.body.error !== undefined).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
