import { describe, expect, it } from 'vitest';
import type { FaultKind } from '#infra/local/telegram/types.ts';
import { GROUP, NIKOS, type Rig, startedRig, TOKEN } from './rig.ts';

/** Sends over a bare connection; what the caller of the API sees, in a word or the status. */
const seen = async (rig: Rig): Promise<string> => {
  try {
    const response = await fetch(`${rig.telegram.apiUrl}/bot${TOKEN}/sendMessage?chat_id=${NIKOS}&text=hi`, {
      signal: AbortSignal.timeout(200),
    });
    const body = await response.text();
    if (body === '') return 'empty';
    if (body.startsWith('<html>')) return `html ${response.status}`;
    return body.endsWith('}') ? String(response.status) : 'cut';
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'no answer' : 'connection lost';
  }
};
const messages = (rig: Rig) => rig.telegram.phones.chat(String(NIKOS))?.messages.length;

describe('faults on order', () => {
  const kinds: readonly (readonly [FaultKind, string, boolean])[] = [
    ['429', '429', false],
    ['500', '500', false],
    ['html', 'html 502', false],
    ['reset', 'connection lost', false],
    ['timeout-before', 'no answer', false],
    ['cut', 'cut', true],
    ['empty', 'empty', true],
    ['timeout-after', 'no answer', true],
    ['reset-after', 'connection lost', true],
  ];
  it.each(kinds)('%s: the caller sees %s, sent: %s', async (kind, sees, effect) => {
    const rig = await startedRig();
    rig.telegram.faults.next({ method: 'sendMessage', kind });
    expect(await seen(rig)).toBe(sees);
    expect(messages(rig)).toBe(effect ? 2 : 1);
    expect(rig.telegram.ledger().at(-1)).toMatchObject({ fault: kind, effect });
    if (kind === '429') await rig.pass(5);
    expect(await seen(rig)).toBe('200');
  });

  it('hit only the method, the chat and the number of times they were ordered for', async () => {
    const rig = await startedRig();
    rig.telegram.faults.next({ method: 'SENDMESSAGE', chatId: GROUP, kind: '500', times: 2 });
    const codes = [];
    for (const chat of [NIKOS, GROUP, GROUP, GROUP])
      codes.push((await rig.call('sendMessage', { chat_id: chat, text: 'x' })).error_code);
    expect(codes).toEqual([undefined, 500, 500, undefined]);
  });

  it('follow a rule until it is taken back', async () => {
    const rig = await startedRig();
    let calls = 0;
    rig.telegram.faults.rule(() => {
      calls += 1;
      return calls % 2 === 0 ? { kind: '500' } : undefined;
    });
    const ok = async () => (await rig.call('getMe')).ok;
    expect([await ok(), await ok(), await ok(), await ok()]).toEqual([true, false, true, false]);
    rig.telegram.faults.clear();
    expect([await ok(), await ok()]).toEqual([true, true]);
  });

  it('make a 429 last: everywhere, if so ordered', async () => {
    const rig = await startedRig();
    rig.telegram.faults.next({ kind: '429', retryAfter: 30, everywhere: true });
    expect(await rig.call('sendMessage', { chat_id: NIKOS, text: 'x' })).toMatchObject({
      parameters: { retry_after: 30 },
    });
    expect(await rig.call('sendMessage', { chat_id: GROUP, text: 'x' })).toMatchObject({ error_code: 429 });
    expect(rig.telegram.ledger().at(-1)?.violations).toEqual(['inside retry_after (overall)']);
    await rig.pass(36);
    expect(await rig.call('sendMessage', { chat_id: GROUP, text: 'x' })).toMatchObject({ ok: true });
  });
});
