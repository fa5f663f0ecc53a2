import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, limits, type Rate } from '#infra/local/telegram/limits.ts';
import { GROUP, JPEG, NIKOS, type Rig, startedRig, TOKEN } from './rig.ts';

const trySend = (rig: Rig, chat: number) => rig.call('sendMessage', { chat_id: chat, text: 'hi' });
const sendMany = async (rig: Rig, chat: number, count: number) => {
  for (let sent = 0; sent < count; sent += 1) await rig.send(chat, `message ${sent}`);
};

describe('how fast the bot may write', () => {
  it('takes a burst of 5 to a person, then one a second', async () => {
    const rig = await startedRig();
    await sendMany(rig, NIKOS, 5);
    expect(await trySend(rig, NIKOS)).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    await rig.pass(1);
    expect(await trySend(rig, NIKOS)).toMatchObject({ ok: true });
    expect(await trySend(rig, NIKOS)).toMatchObject({ error_code: 429 });
  });

  it('takes 20 a minute in the group, all topics together', async () => {
    const rig = await startedRig();
    await sendMany(rig, GROUP, 20);
    await rig.pass(10);
    expect(await trySend(rig, GROUP)).toMatchObject({ parameters: { retry_after: 50 } });
    await rig.pass(50);
    expect(await trySend(rig, GROUP)).toMatchObject({ ok: true });
  });

  it('notes a call inside retry_after as a violation, and makes the wait longer', async () => {
    const rig = await startedRig();
    await sendMany(rig, GROUP, 20);
    expect(await trySend(rig, GROUP)).toMatchObject({ parameters: { retry_after: 60 } });
    expect(rig.telegram.ledger().at(-1)?.violations).toEqual([]);
    await rig.pass(59);
    expect(await trySend(rig, GROUP)).toMatchObject({ parameters: { retry_after: 6 } });
    expect(rig.telegram.ledger().at(-1)?.violations).toEqual(['inside retry_after']);
  });

  it('lets other people be written to while one chat waits', async () => {
    const rig = await startedRig();
    await sendMany(rig, GROUP, 20);
    await trySend(rig, GROUP);
    expect(await trySend(rig, NIKOS)).toMatchObject({ ok: true });
  });

  it('takes 30 a second over all chats', async () => {
    const rig = await startedRig();
    const people = Array.from(
      { length: 31 },
      (_, index) => rig.telegram.phones.act({ do: 'new-person', name: `P${index}`, language: 'en' }).chat,
    );
    for (const chat of people) rig.telegram.phones.act({ do: 'say', chat, text: '/start' });
    await rig.telegram.settled();
    for (const chat of people.slice(0, 30)) await rig.send(Number(chat), 'hi');
    expect(await trySend(rig, Number(people[30]))).toMatchObject({
      error_code: 429,
      parameters: { retry_after: 1 },
    });
    await rig.pass(1);
    expect(await trySend(rig, Number(people[30]))).toMatchObject({ ok: true });
  });

  it('counts each photo of an album, and lets no album in half', async () => {
    const rig = await startedRig();
    const form = new FormData();
    form.set('chat_id', String(NIKOS));
    const media = Array.from({ length: 10 }, (_, index) => ({ type: 'photo', media: `attach://p${index}` }));
    form.set('media', JSON.stringify(media));
    for (let index = 0; index < 10; index += 1)
      form.set(`p${index}`, new Blob([new Uint8Array(JPEG)]), `p${index}.jpg`);
    const response = await fetch(`${rig.telegram.apiUrl}/bot${TOKEN}/sendMediaGroup`, {
      method: 'POST',
      body: form,
    });
    expect(response.status).toBe(200);
    expect(await trySend(rig, NIKOS)).toMatchObject({ parameters: { retry_after: 6 } });
  });

  it('counts edits apart from messages, and answers presses at any time', async () => {
    const rig = await startedRig();
    const id = await rig.send(NIKOS, 'card');
    await sendMany(rig, NIKOS, 4);
    for (let edit = 0; edit < 5; edit += 1) {
      expect(
        await rig.call('editMessageText', { chat_id: NIKOS, message_id: id, text: `card ${edit}` }),
      ).toMatchObject({ ok: true });
    }
    expect(
      await rig.call('editMessageText', { chat_id: NIKOS, message_id: id, text: 'once more' }),
    ).toMatchObject({ error_code: 429 });
    expect(await rig.call('sendChatAction', { chat_id: NIKOS, action: 'typing' })).toMatchObject({
      ok: true,
    });
  });

  it('tells the wait in the Retry-After header too', async () => {
    const rig = await startedRig();
    rig.telegram.faults.next({ kind: '429', retryAfter: 17 });
    const response = await fetch(`${rig.telegram.apiUrl}/bot${TOKEN}/sendMessage?chat_id=${NIKOS}&text=hi`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '17']);
  });

  it('never tells off a caller that waits as long as it is told, and lets no minute of a group grow past 20', async () => {
    const calls = fc.array(fc.record({ wait: fc.nat(5000), cost: fc.integer({ min: 1, max: 10 }) }), {
      maxLength: 60,
    });
    await fc.assert(
      fc.property(calls, (steps) => {
        let now = 0;
        let rate: Rate | undefined;
        const admitted: number[] = [];
        for (const { wait, cost } of steps) {
          now += wait;
          let judged = judge(rate, 'group', cost, now);
          if (judged.retryAfter > 0) {
            expect(judged.insideBan).toBe(false);
            now += judged.retryAfter * 1000;
            judged = judge(judged.rate, 'group', cost, now);
          }
          expect(judged.retryAfter).toBe(0);
          rate = judged.rate;
          // Only an album that begins below the limit may go past it.
          const before = admitted.filter((at) => at > now - 60_000).length;
          expect(before).toBeLessThan(limits.groupPerMinute);
          admitted.push(...Array.from({ length: cost }, () => now));
        }
      }),
    );
  });
});
