import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { methods } from '#infra/local/telegram/methods/registry.ts';
import { answerShape, GROUP, NIKOS, startedRig, TOKEN } from './rig.ts';

const names = [...methods.values()].map((method) => method.name);
const fields = [...new Set([...methods.values()].flatMap((method) => Object.keys(method.params.shape)))];

const value = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      NIKOS,
      GROUP,
      11,
      12,
      1,
      0,
      -1,
      '',
      'hi',
      true,
      null,
      'HTML',
      '<b>',
      '{}',
      '[]',
    ),
  },
  fc.string({ maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] },
    { keyboard: [['a']] },
    [{ type: 'emoji', emoji: '👍' }],
    [{ type: 'bold', offset: 0, length: 1 }],
    [
      { type: 'photo', media: 'attach://x' },
      { type: 'photo', media: 'y' },
    ],
    { message_id: 11 },
    [{ command: 'book', description: 'Book' }],
  ),
);
const call = fc.record({
  method: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  ),
  params: fc.dictionary(fc.constantFrom(...fields, '__proto__', 'constructor', 'label'), value, {
    maxKeys: 8,
  }),
  chat: fc.constantFrom<unknown>(NIKOS, GROUP, 7000002, 'nobody', undefined),
});

/** A name as one segment of the address; the client itself would walk away over '.' and '..'. */
function pathOf(method: string): string {
  return /^\.*$/.test(method) ? 'x' : encodeURIComponent(method);
}

describe('any sequence of calls', () => {
  it('is answered in JSON each time, never with a crash, and every call is in the ledger once', async () => {
    const rig = await startedRig();
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 15 }), async (calls) => {
        const before = rig.telegram.ledger().length;
        for (const { method, params, chat } of calls) {
          const response = await fetch(`${rig.telegram.apiUrl}/bot${TOKEN}/${pathOf(method)}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ ...params, ...(chat === undefined ? {} : { chat_id: chat }) }),
          });
          const answer = answerShape.parse(await response.json());
          expect(answer.ok ? 200 : answer.error_code).toBe(response.status);
          expect(response.status, answer.description).toBeLessThan(500);
        }
        expect(rig.telegram.ledger().length - before).toBe(calls.length);
        rig.clock.now += 3_600_000;
      }),
      { numRuns: 150 },
    );
    expect(await rig.call('getMe')).toMatchObject({ ok: true });
  });
});
