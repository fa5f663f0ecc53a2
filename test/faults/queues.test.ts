import { describe, expect, it } from 'vitest';
import { kill } from '#test/helpers/between.ts';
import { throttled } from '#test/helpers/phone.ts';
import { group, nikos } from '#test/helpers/rig.ts';
import { keyOf, maria, onFirst, outboxOf, smallRig, textsOf } from './small.ts';

describe('a message in a queue', () => {
  it('of a version that this code does not know stays there for a newer one', async () => {
    const rig = await smallRig();
    await rig.brings(rig.updates.text('menu', nikos));
    const [message] = rig.queues.inbound.waiting;
    rig.queues.inbound.lose();
    const body = (message?.body ?? '').replace('"v":1', '"v":2');
    await rig.queues.inbound.send({ ...message, body, dedupe: 'newer' });
    await rig.settle();
    expect(rig.queues.inbound.waiting).toMatchObject([{ body, received: 1 }]);
    expect(rig.rows.items()).toEqual([]);
  });

  it('that can never be handled goes to the dead letters after five tries and holds up nobody else', async () => {
    const rig = await smallRig();
    await rig.queues.inbound.send({ body: '{"v":1,"inbound":{}}', group: keyOf(maria), dedupe: 'poison' });
    await rig.brings(rig.updates.text('menu', nikos));
    await rig.brings(rig.updates.text('menu', maria));
    await rig.settle();
    expect(textsOf(rig)).toHaveLength(1);
    await rig.calm();
    expect(rig.queues.inbound.dead).toMatchObject([{ dedupe: 'poison', received: 5 }]);
    expect(textsOf(rig, maria)).toHaveLength(1);
  });

  it('of the dead letters is handled once when it is brought back, also after those that came later', async () => {
    const broken = onFirst(5, 'converse DynamoDB BatchGet', () => Promise.reject(new Error('no table')));
    const rig = await smallRig({ between: broken });
    await rig.brings(rig.updates.text('menu', nikos));
    await rig.calm();
    await rig.says('hours');
    const [dead] = rig.queues.inbound.dead;
    if (!dead) throw new Error('Nothing died');
    for (const time of ['once', 'twice'])
      await rig.queues.inbound.send({ body: dead.body, group: keyOf(), dedupe: `redriven ${time}` });
    await rig.calm();
    expect(textsOf(rig)).toEqual([
      expect.stringContaining('We are open'),
      expect.stringContaining('What can I do'),
    ]);
  });
});

describe('an album', () => {
  it('of ten photos is one case with ten photos, and one answer', async () => {
    const rig = await smallRig();
    for (let photo = 0; photo < 10; photo += 1) {
      await rig.brings(rig.updates.photo(`photo${photo}`, 'album', nikos));
      await rig.settle();
      rig.clock += 1;
    }
    await rig.calm();
    expect(textsOf(rig)).toEqual([expect.stringContaining('10 photos')]);
    const reports = rig.rows.items().filter(({ sk, photos }) => /^report#/.test(String(sk)) && photos);
    expect(reports).toMatchObject([{ photos: 10 }]);
    const shown = rig.phone.bubbles.get(Number(group)) ?? [];
    const photos = shown.filter(({ kind }) => kind === 'photo');
    const sent = Array.from({ length: 10 }, (_, photo) => [`photo${photo}`]);
    expect(photos.map(({ files }) => files)).toEqual(sent);
    expect(new Set(photos.map(({ album }) => album)).size).toBe(1);
  });
});

describe('a wake', () => {
  it('that is lost is made up for by the tick within two minutes', async () => {
    const rig = await smallRig();
    await rig.brings(rig.updates.text('menu', nikos));
    await rig.work('inbound');
    rig.queues.outbound.lose();
    await rig.advance(2);
    expect(textsOf(rig)).toHaveLength(1);
  });

  it('of two people’s photos at the same moment reaches the advisors twice', async () => {
    const rig = await smallRig();
    for (const person of [nikos, maria])
      await rig.brings(rig.updates.photo(`of ${person.first_name}`, 'album', person));
    await rig.calm();
    const shown = rig.phone.bubbles.get(Number(group)) ?? [];
    const files = shown.flatMap((one) => one.files);
    expect(files.filter((file) => file.startsWith('of '))).toEqual(['of Nikos', 'of Maria']);
  });
});

describe('the lease of a chat', () => {
  it('lets one of two senders send', async () => {
    const rig = await smallRig();
    await rig.brings(rig.updates.text('menu', nikos));
    await rig.work('inbound');
    const wake = { v: 1, destination: keyOf() };
    await Promise.all([rig.handlers.deliver(wake), rig.handlers.deliver(wake), rig.handlers.deliver(wake)]);
    await rig.calm();
    expect(textsOf(rig)).toHaveLength(1);
    expect(rig.queues.outbound.waiting).toEqual([]);
  });

  it('is not given back by a sender that lost it', async () => {
    const rig = await smallRig();
    await rig.brings(rig.updates.text('address', nikos));
    await rig.work('inbound');
    const wake = { v: 1, destination: keyOf() };
    const http = rig.phone.http;
    let second: Promise<void> | undefined;
    rig.phone.intercept = () => {
      rig.phone.intercept = null;
      rig.clock += 16_000;
      second = rig.handlers.deliver(wake);
      return undefined;
    };
    await rig.handlers.deliver(wake).catch(() => undefined);
    // Whichever of the two finds the row ended gives its wake back to the queue.
    await second?.catch(() => undefined);
    await rig.calm();
    expect(http).toBe(rig.phone.http);
    const sender = rig.rows.items().find(({ pk, sk }) => pk === `O#${keyOf()}` && sk === 'sender');
    expect(sender).toMatchObject({ leaseUntil: 0 });
    expect(outboxOf(rig)).toMatchObject([{ outcome: 'sent' }]);
    expect(textsOf(rig)).toContainEqual(expect.stringContaining('Aristotelous'));
  });

  it('of a sender that died is free after fifteen seconds, and what waits is sent', async () => {
    const rig = await smallRig({ between: onFirst(1, 'deliver DynamoDB Query', async () => kill()) });
    await rig.says('menu');
    expect(textsOf(rig)).toEqual([]);
    const died = rig.clock;
    await rig.calm();
    expect(textsOf(rig)).toHaveLength(1);
    expect(rig.clock - died).toBeLessThanOrEqual(16_000);
  });

  it('that is busy is no failure: the wake comes again by itself', async () => {
    const rig = await smallRig({ onFailure: 'throw' });
    await rig.says('menu');
    rig.phone.intercept = ({ method }) => (method === 'sendMessage' ? throttled(5) : undefined);
    await rig.says('hours');
    rig.phone.intercept = null;
    await rig.calm();
    expect(textsOf(rig)).toHaveLength(2);
  });
});
