import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressKey } from '#shared/domain/address.ts';
import { outboxPk } from '#shared/store/outbox-key.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { inOneBody, wamidOf } from '#test/helpers/whatsapp-updates.ts';
import { alarms, people, rowsAt } from './people.ts';

/** "200" of WhatsApp means that Meta took it; what became of it comes later, in any order, twice or never. */

const lena = people.en;

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ messenger: 'whatsapp' });
});
afterEach(() => rig.close());

const graph = () => rig.played.whatsapp.graph;
const outbox = () => rowsAt(rig, outboxPk(addressKey(rig.played.whatsapp.addressOf(lena))), 'v');

describe('a message that did not arrive', () => {
  it('is told to the advisors, once, with whose it was and why', async () => {
    graph().fate = () => ({ code: 131_026 });
    await rig.says('menu', lena);
    await rig.advance(1);
    expect(rig.bubbles(lena)).toEqual([]);
    const [line, ...more] = alarms(rig);
    expect(line).toContain('Lena');
    expect(line).toContain('131026');
    expect(more).toEqual([]);
    // Meta repeats itself.
    const [row] = await outbox();
    const reference = `${addressKey(rig.played.whatsapp.addressOf(lena))}|${row?.sk}|0`;
    const news = { wamid: wamidOf('Out', 1), status: 'failed', reference, code: 131_026 } as const;
    for (let time = 0; time < 3; time += 1) await rig.brings(rig.played.whatsapp.updates.status(news));
    await rig.settle();
    expect(alarms(rig)).toHaveLength(1);
  });

  it('though it was delivered before is no news: a failure counts only for what was just sent', async () => {
    await rig.says('menu', lena);
    const [row] = await outbox();
    const reference = `${addressKey(rig.played.whatsapp.addressOf(lena))}|${row?.sk}|0`;
    await rig.brings(
      rig.played.whatsapp.updates.status({
        wamid: wamidOf('Out', 1),
        status: 'failed',
        reference,
        code: 131_026,
      }),
    );
    await rig.settle();
    expect(alarms(rig)).toEqual([]);
    expect(rig.bubbles(lena)).toHaveLength(1);
  });

  it('because nobody pays is told, and tried once more, not again and again', async () => {
    graph().fate = () => ({ code: 131_042 });
    const tried = () => graph().calls.filter(({ body }) => body.type !== undefined);
    await rig.says('menu', lena);
    await rig.advance(5);
    expect(tried()).toHaveLength(1);
    expect(alarms(rig)).toHaveLength(1);
    await rig.advance(8 * 60);
    expect(tried()).toHaveLength(2);
    expect(alarms(rig).length).toBeLessThanOrEqual(2);
  });
});

describe('statuses', () => {
  it('in any order and more than once leave the highest that was reached', async () => {
    graph().fate = () => 'silent';
    await rig.says('menu', lena);
    const [row] = await outbox();
    const reference = `${addressKey(rig.played.whatsapp.addressOf(lena))}|${row?.sk}|0`;
    const { status } = rig.played.whatsapp.updates;
    for (const one of ['delivered', 'read', 'sent', 'delivered', 'read', 'sent'] as const)
      await rig.brings(status({ wamid: wamidOf('Out', 1), status: one, reference }));
    await rig.settle();
    const [after] = await outbox();
    expect(after).toMatchObject({ rung0: 3, message0: wamidOf('Out', 1) });
  });

  it('of others on the same number, or of rows that are gone, change nothing', async () => {
    const { status } = rig.played.whatsapp.updates;
    const references = [
      'somebody else’s',
      '',
      'whatsapp/1/GB.1/|v00000001|0',
      'telegram/4242/1/|v00000001|0',
    ];
    for (const reference of references) {
      const body = status({ wamid: 'wamid.X', status: 'read', reference });
      expect(await rig.post(body)).toBe(200);
      expect(await rig.post(status({ wamid: 'wamid.X', status: 'failed', reference, code: 131_026 }))).toBe(
        200,
      );
    }
    await rig.settle();
    expect(alarms(rig)).toEqual([]);
  });
});

describe('an answer of Meta that was lost', () => {
  const lost = { kind: 'after', outcome: { kind: 'lost', reason: 'ECONNRESET' } } as const;

  it('is settled by a status: the message is not sent a second time', async () => {
    graph().intercept = ({ body }) => {
      if (body.type === undefined) return undefined;
      graph().intercept = null;
      return lost;
    };
    await rig.says('menu', lena);
    await rig.advance(10);
    expect(rig.bubbles(lena)).toHaveLength(1);
    expect(await outbox()).toMatchObject([{ outcome: 'sent', parts: [wamidOf('Out', 1)] }]);
  });

  it('holds the chat for two minutes, then the message is sent once more', async () => {
    graph().fate = () => 'silent';
    graph().intercept = ({ body }) => {
      if (body.type === undefined) return undefined;
      graph().intercept = null;
      return lost;
    };
    await rig.says('menu', lena);
    await rig.says('hours', lena);
    await rig.advance(1);
    expect(rig.bubbles(lena)).toHaveLength(1);
    await rig.advance(5);
    const [first, again, next] = rig.bubbles(lena).map(({ text }) => text);
    expect(again).toBe(first);
    expect(next).not.toBe(first);
    expect(rig.bubbles(lena)).toHaveLength(3);
  });
});

describe('what comes late', () => {
  it('by nine days is taken and let go', async () => {
    const body = rig.played.whatsapp.updates.textAt('menu', lena, rig.clock - 9 * 24 * 3_600_000);
    expect(await rig.post(body)).toBe(200);
    await rig.settle();
    expect(rig.bubbles(lena)).toEqual([]);
    expect(rig.queues.inbound.dead).toEqual([]);
  });

  it('by two days is heard, but does not count as words of today: the answer is announced', async () => {
    const body = rig.played.whatsapp.updates.textAt('menu', lena, rig.clock - 2 * 24 * 3_600_000);
    expect(await rig.post(body)).toBe(200);
    await rig.settle();
    const sent = graph().tried.flatMap(({ body }) => body.type ?? []);
    expect(sent).toEqual(['template']);
  });

  it('from the future counts as now', async () => {
    const body = rig.played.whatsapp.updates.textAt('menu', lena, rig.clock + 3 * 24 * 3_600_000);
    expect(await rig.post(body)).toBe(200);
    await rig.settle();
    expect(rig.bubbles(lena)).toHaveLength(1);
    rig.clock += 25 * 3_600_000;
    await rig.says('menu', lena);
    expect(rig.bubbles(lena)).toHaveLength(2);
  });
});

describe('a thousand changes in one body', () => {
  it('are all taken, and everybody is answered', async () => {
    const crowd = Array.from({ length: 50 }, (_, index) => ({
      id: 8_000_000 + index,
      first_name: `P${index}`,
      language_code: 'en',
    }));
    const { text, status } = rig.played.whatsapp.updates;
    const news = (index: number) =>
      status({ wamid: `wamid.Y${index}`, status: 'read', reference: 'not ours' });
    const bodies = Array.from({ length: 1_000 }, (_, index) =>
      index % 20 === 0 ? text('menu', crowd[index / 20] ?? lena) : news(index),
    );
    expect(await rig.post(inOneBody(bodies))).toBe(200);
    await rig.settle();
    for (const person of crowd) expect(rig.bubbles(person)).toHaveLength(1);
  });
});
