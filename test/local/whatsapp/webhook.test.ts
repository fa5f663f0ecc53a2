import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import {
  ANNA,
  DIMITRA,
  JPEG_URL,
  messagesOf,
  NIKOS,
  type Rig,
  SECRET,
  START,
  startedRig,
  startRig,
  statusNames,
} from './rig.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const texts = (rig: Rig) =>
  messagesOf(rig).map(({ text }) => z.object({ body: z.string() }).safeParse(text).data?.body);

describe('the handshake', () => {
  it('subscribes the station with the verify token and a challenge', async () => {
    const rig = await startRig();
    expect(rig.whatsapp.subscribed()).toBe(true);
    const [query] = rig.handshakes;
    expect([query?.get('hub.mode'), query?.get('hub.verify_token')]).toEqual(['subscribe', 'verify']);
    expect(query?.get('hub.challenge')).toMatch(/^\d+$/);
  });

  it('holds every webhook back until the station answers it rightly', async () => {
    const rig = await startRig({}, 'Hello');
    await rig.says(NIKOS, 'hello');
    await rig.pass(1);
    expect([rig.whatsapp.subscribed(), rig.whatsapp.pending(), rig.posted.length]).toEqual([false, 1, 0]);
    expect(rig.whatsapp.nextDue()).toBeUndefined();
    rig.handshake(undefined);
    await rig.pass(1);
    expect([rig.whatsapp.subscribed(), rig.whatsapp.pending(), rig.posted.length]).toEqual([true, 0, 1]);
  });

  it('is tried again by itself', async () => {
    const rig = await startRig({ handshakeEveryMs: 5 }, 'Hello');
    expect(rig.whatsapp.subscribed()).toBe(false);
    rig.handshake(undefined);
    await vi.waitFor(() => expect(rig.whatsapp.subscribed()).toBe(true), { timeout: 20_000 });
  });
});

describe('the bytes of a webhook', () => {
  it('are signed as they are, with slashes and everything outside ASCII escaped', async () => {
    const rig = await startRig();
    await rig.says(NIKOS, 'Γεια/😀 “ok”');
    const [posted] = rig.posted;
    const raw = posted?.bytes.toString('latin1') ?? '';
    expect(raw).toContain('"body":"\\u0393\\u03b5\\u03b9\\u03b1\\/\\ud83d\\ude00 \\u201cok\\u201d"');
    expect(raw).toMatch(/^[\x20-\x7e]*$/);
    const expected = createHmac('sha256', SECRET)
      .update(posted?.bytes ?? '')
      .digest('hex');
    expect(posted?.headers['x-hub-signature-256']).toBe(`sha256=${expected}`);
    expect(JSON.stringify(posted?.body)).not.toBe(raw);
    expect(texts(rig)).toEqual(['Γεια/😀 “ok”']);
  });

  it('name the business, the number and the person', async () => {
    const rig = await startRig();
    await rig.says(NIKOS, 'hello');
    expect(rig.posted[0]?.body).toEqual({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: rig.whatsapp.wabaId,
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: '302310000000', phone_number_id: '106540352242922' },
                contacts: [
                  {
                    profile: { name: 'Nikos' },
                    wa_id: '306900000001',
                    user_id: expect.stringMatching(/^GR\.\d{15,20}$/),
                  },
                ],
                messages: [
                  {
                    from: '306900000001',
                    from_user_id: expect.stringMatching(/^GR\./),
                    id: expect.stringMatching(/^wamid\./),
                    timestamp: String(START / 1000),
                    type: 'text',
                    text: { body: 'hello' },
                  },
                ],
              },
            },
          ],
        },
      ],
    });
  });
});

describe('a webhook that is not answered with 200', () => {
  it.each([500, 404, 301, 201, 'hang'] as const)(
    '(%s) comes again at once, then less and less often',
    async (answer) => {
      const rig = await startRig(answer === 'hang' ? { webhookTimeoutMs: 400 } : {});
      rig.answers(() => answer);
      await rig.says(NIKOS, 'hello');
      expect(rig.posted).toHaveLength(2);
      expect(rig.whatsapp.nextDue()).toBe(rig.clock.now + 5000);
      expect(rig.chat(NIKOS).messages[0]?.delivered).toBe(false);
      rig.answers(() => 200);
      await rig.pass(5);
      expect(rig.posted).toHaveLength(3);
      expect(new Set(rig.posted.map(({ bytes }) => bytes.toString())).size).toBe(1);
      expect(rig.whatsapp.pending()).toBe(0);
      expect(rig.chat(NIKOS).messages[0]?.delivered).toBeUndefined();
    },
  );

  it('is given up after seven days', async () => {
    const rig = await startRig();
    rig.answers(() => 503);
    await rig.says(NIKOS, 'hello');
    const gaps: number[] = [];
    for (;;) {
      const due = rig.whatsapp.nextDue();
      if (due === undefined) break;
      gaps.push((due - rig.clock.now) / 1000);
      await rig.pass((due - rig.clock.now) / 1000);
    }
    expect(gaps).toEqual(gaps.toSorted((one, two) => one - two));
    expect(rig.clock.now - START).toBeLessThanOrEqual(7 * 24 * HOUR * 1000);
    expect(rig.clock.now - START).toBeGreaterThan(6 * 24 * HOUR * 1000);
    expect(rig.whatsapp.pending()).toBe(0);
    expect(rig.chat(NIKOS).messages[0]?.delivered).toBe(false);
  });

  it('does not hold up what follows', async () => {
    const rig = await startRig();
    rig.answers(({ bytes }) => (bytes.includes('poison') ? 500 : 200));
    await rig.says(NIKOS, 'poison');
    await rig.says(NIKOS, 'after');
    expect(texts(rig)).toEqual(['poison', 'poison', 'after']);
    expect(rig.whatsapp.pending()).toBe(1);
  });
});

describe('the weather', () => {
  const burst = async (rig: Rig) => {
    for (const chat of [NIKOS, ANNA, DIMITRA]) {
      for (let line = 0; line < 5; line += 1)
        rig.whatsapp.phones.act({ do: 'say', chat, text: `${chat} ${line}` });
    }
    await rig.whatsapp.settled();
  };

  it('puts several messages of several people into one POST, each person among the contacts once', async () => {
    const rig = await startRig({ weather: { batch: 1 } });
    await burst(rig);
    expect(rig.posted).toHaveLength(1);
    const value = rig.posted[0]?.body.entry[0]?.changes[0]?.value;
    expect([value?.messages?.length, value?.contacts?.length]).toEqual([15, 3]);
  });

  it('mixes messages and statuses in one POST as changes of their own', async () => {
    const rig = await startedRig({ weather: { batch: 1 } });
    rig.whatsapp.phones.act({ do: 'say', chat: NIKOS, text: 'one' });
    await rig.text('two');
    const kinds = rig.posted.flatMap(({ body }) =>
      body.entry.flatMap(({ changes }) =>
        changes.map(({ value }) => (value.messages ? 'messages' : 'statuses')),
      ),
    );
    expect(kinds).toContain('messages');
    expect(kinds).toContain('statuses');
    expect(statusNames(rig)).toEqual(['sent', 'delivered']);
  });

  it('keeps the order of each person in a burst', async () => {
    const rig = await startRig({ weather: { batch: 0.5 }, seed: 4 });
    await burst(rig);
    for (const chat of [NIKOS, ANNA, DIMITRA]) {
      const own = texts(rig).filter((text) => text?.startsWith(chat));
      expect(own).toEqual([0, 1, 2, 3, 4].map((line) => `${chat} ${line}`));
    }
  });

  it('has one POST about a person under way at a time, while others go on', async () => {
    const rig = await startRig();
    const held = Promise.withResolvers<number>();
    rig.answers(({ bytes }) => (bytes.includes(`${NIKOS} 0`) ? held.promise : 200));
    const done = burst(rig);
    await vi.waitFor(() => expect(texts(rig)).toContain(`${DIMITRA} 4`), { timeout: 20_000 });
    expect(texts(rig).filter((text) => text?.startsWith(NIKOS))).toEqual([`${NIKOS} 0`]);
    held.resolve(200);
    await done;
    expect(texts(rig)).toHaveLength(15);
  });

  it('repeats a POST that was taken, byte for byte, once', async () => {
    const rig = await startRig({ weather: { duplicate: 1 } });
    await rig.says(NIKOS, 'hello');
    expect(rig.posted).toHaveLength(2);
    expect(rig.posted[1]?.bytes).toEqual(rig.posted[0]?.bytes);
    expect(rig.whatsapp.pending()).toBe(0);
  });

  it('turns the statuses of a message and the photos of one sending around', async () => {
    const rig = await startedRig({ weather: { shuffle: 1 } });
    await rig.text('Hello');
    expect(statusNames(rig)).toEqual(['delivered', 'sent']);
    await rig.act({ do: 'photos', chat: NIKOS, images: [JPEG_URL, JPEG_URL], caption: 'first' });
    expect(
      messagesOf(rig).map(
        ({ image }) => z.looseObject({ caption: z.string().optional() }).parse(image).caption,
      ),
    ).toEqual([undefined, 'first']);
  });

  it('leaves `delivered` out when the message is read first', async () => {
    const rig = await startedRig({ weather: { skipDelivered: 1 } });
    rig.whatsapp.faults.statuses({ delayMs: 4000 });
    await rig.text('Hello');
    rig.whatsapp.phones.seen(NIKOS);
    await rig.pass(4);
    expect(statusNames(rig)).toEqual(['sent', 'read']);
  });

  it('is the same with the same seed, and another one with another', async () => {
    const disorder = async (seed: number) => {
      const rig = await startRig({ seed, weather: { batch: 0.4, duplicate: 0.3, shuffle: 0.5 } });
      await burst(rig);
      // Posts about different people are under way side by side: which comes first is nobody's to say.
      return rig.posted
        .map(({ body }) => JSON.stringify(body.entry[0]?.changes[0]?.value.messages?.map(({ text }) => text)))
        .toSorted();
    };
    const first = await disorder(7);
    expect(await disorder(7)).toEqual(first);
    expect(await disorder(8)).not.toEqual(first);
  });
});

describe('a test can', () => {
  it('post a change of any kind, and everything once more from the end', async () => {
    const rig = await startRig();
    await rig.says(NIKOS, 'one');
    await rig.says(NIKOS, 'two');
    rig.whatsapp.inject('teleportation', { from: null });
    await rig.whatsapp.settled();
    expect(rig.posted.at(-1)?.body.entry[0]?.changes).toEqual([
      { field: 'teleportation', value: { from: null } },
    ]);
    rig.posted.length = 0;
    rig.whatsapp.redeliverAll();
    await rig.whatsapp.settled();
    expect(rig.posted).toHaveLength(3);
    expect(texts(rig)).toEqual(['two', 'one']);
  });

  it('end the subscription of the app, and begin it again', async () => {
    const rig = await startRig();
    const path = `${rig.whatsapp.wabaId}/subscribed_apps`;
    expect((await rig.call('GET', path)).body.data).toHaveLength(1);
    expect((await rig.call('DELETE', path)).body).toEqual({ success: true });
    expect((await rig.call('GET', path)).body.data).toEqual([]);
    await rig.says(NIKOS, 'lost');
    await rig.call('POST', path);
    await rig.says(NIKOS, 'heard');
    expect(texts(rig)).toEqual(['heard']);
  });
});
