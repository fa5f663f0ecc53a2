import { describe, expect, it } from 'vitest';
import { ANNA, NIKOS, NUMBER, type Rig, startedRig, statusesOf, statusNames, TOKEN } from './rig.ts';

const hello = { type: 'text', text: { body: 'Hello' } };
const shown = (rig: Rig) => rig.chat(NIKOS).messages.length - 1;

/** Sends; undefined when no answer came. Without an answer to wait for, gives up once the message is on the screen. */
const tried = async (rig: Rig, answered = true): Promise<number | undefined> => {
  const patience = new AbortController();
  const stop = rig.whatsapp.phones.watch(() => (answered ? undefined : patience.abort()));
  try {
    const response = await fetch(`${rig.whatsapp.apiUrl}/${NUMBER}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', to: NIKOS.slice(3), ...hello }),
      signal: patience.signal,
    });
    return response.status;
  } catch {
    return undefined;
  } finally {
    stop();
  }
};

describe('a fault that a test ordered', () => {
  it.each([
    ['500', 500, 0],
    ['html', 502, 0],
    ['reset', undefined, 0],
    ['timeout-after', undefined, 1],
    ['reset-after', undefined, 1],
  ] as const)('%s: answer %s, %i message shown; the next call is fine', async (kind, status, messages) => {
    const rig = await startedRig();
    rig.whatsapp.faults.next({ kind });
    expect(await tried(rig, kind !== 'timeout-after')).toBe(status);
    await rig.whatsapp.settled();
    expect(shown(rig)).toBe(messages);
    expect(statusNames(rig)).toEqual(messages === 0 ? [] : ['sent', 'delivered']);
    expect(rig.whatsapp.ledger().at(-1)).toMatchObject({
      fault: kind,
      effect: messages === 1,
      status: status ?? 0,
    });
    expect(await tried(rig)).toBe(200);
  });

  it('refuses with any code, for one chat, so many times', async () => {
    const rig = await startedRig();
    await rig.says(ANNA, 'hello');
    rig.whatsapp.faults.next({ kind: 'error', code: 131056, chat: NIKOS, times: 2 });
    expect((await rig.send({ ...hello, to: ANNA.slice(3) })).http).toBe(200);
    expect((await rig.send(hello)).body.error?.code).toBe(131056);
    expect((await rig.send(hello)).body.error?.code).toBe(131056);
    expect((await rig.send(hello)).http).toBe(200);
  });

  it('accepts and fails with any code', async () => {
    const rig = await startedRig();
    rig.whatsapp.faults.next({ kind: 'failed', code: 131049 });
    expect((await rig.send(hello)).http).toBe(200);
    await rig.whatsapp.settled();
    expect(statusesOf(rig)).toMatchObject([{ status: 'failed', errors: [{ code: 131049 }] }]);
    expect([shown(rig), rig.whatsapp.ledger().at(-1)?.failed]).toEqual([0, 131049]);
  });

  it('hits by a rule what no plan hits, and other calls than sends', async () => {
    const rig = await startedRig();
    let count = 0;
    rig.whatsapp.faults.rule(() => {
      count += 1;
      return count % 2 === 0 ? { kind: '500' } : undefined;
    });
    expect([await tried(rig), await tried(rig), await tried(rig)]).toEqual([200, 500, 200]);
    rig.whatsapp.faults.clear();
    rig.whatsapp.faults.next({ kind: 'error', code: 4, call: 'phone-number' });
    expect(await tried(rig)).toBe(200);
    expect((await rig.call('GET', NUMBER)).body.error?.code).toBe(4);
  });

  it('delays the statuses on the station’s clock, or sends none', async () => {
    const rig = await startedRig();
    rig.whatsapp.faults.statuses({ delayMs: 90_000 });
    await rig.text('Hello');
    expect([statusNames(rig), rig.whatsapp.pending()]).toEqual([[], 2]);
    expect(rig.whatsapp.nextDue()).toBe(rig.clock.now + 90_000);
    await rig.pass(90);
    expect(statusNames(rig)).toEqual(['sent', 'delivered']);
    rig.whatsapp.faults.statuses({ never: true });
    await rig.text('Hello');
    rig.whatsapp.phones.seen(NIKOS);
    await rig.pass(3600);
    expect(statusNames(rig)).toEqual(['sent', 'delivered']);
    expect(shown(rig)).toBe(2);
  });

  it('changes the weather', async () => {
    const rig = await startedRig();
    rig.whatsapp.faults.weather({ duplicate: 1, shuffle: 1 });
    await rig.text('Hello');
    expect(statusNames(rig).toSorted()).toEqual(['delivered', 'delivered', 'sent', 'sent']);
    rig.whatsapp.faults.clear();
    rig.posted.length = 0;
    await rig.text('Hello');
    expect(statusNames(rig)).toEqual(['sent', 'delivered']);
  });
});
