import { describe, expect, it } from 'vitest';
import {
  ANNA,
  DIMITRA,
  NIKOS,
  reminding,
  startedRig,
  startRig,
  statusesOf,
  statusNames,
  withTemplate,
} from './rig.ts';

const HOUR = 3600;
const hello = { type: 'text', text: { body: 'Hello' } };
const failures = (rig: Parameters<typeof statusesOf>[0]) =>
  statusesOf(rig).map(({ status, errors }) => ({ status, errors }));

describe('a message of the station', () => {
  it('is accepted with its id, shown to the person, and told as sent and delivered', async () => {
    const rig = await startedRig();
    const answer = await rig.send({ ...hello, biz_opaque_callback_data: 'row#7' });
    await rig.whatsapp.settled();
    expect(answer.body).toMatchObject({
      messaging_product: 'whatsapp',
      contacts: [{ input: '306900000001', wa_id: '306900000001' }],
    });
    const id = answer.body.messages?.[0]?.id;
    expect(rig.chat(NIKOS)).toMatchObject({
      phone: { unread: 1 },
      messages: [{ from: 'person' }, { from: 'bot', content: { text: 'Hello' } }],
    });
    const common = {
      id,
      timestamp: String(rig.clock.now / 1000),
      recipient_id: '306900000001',
      recipient_user_id: expect.stringMatching(/^GR\.\d+$/),
      biz_opaque_callback_data: 'row#7',
      pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
    };
    expect(statusesOf(rig)).toEqual([
      { ...common, status: 'sent' },
      { ...common, status: 'delivered' },
    ]);
    expect(rig.whatsapp.ledger().at(-1)).toMatchObject({
      call: 'send',
      chat: NIKOS,
      status: 200,
      messageIds: [id],
      effect: true,
      billable: true,
      failed: 0,
    });
  });

  it('is told as read once the person opens the chat, and only once', async () => {
    const rig = await startedRig();
    const id = await rig.text('Hello');
    rig.whatsapp.phones.seen(NIKOS);
    rig.whatsapp.phones.seen(NIKOS);
    await rig.whatsapp.settled();
    expect(statusNames(rig)).toEqual(['sent', 'delivered', 'read']);
    expect(statusesOf(rig).at(-1)?.id).toBe(id);
    expect(rig.chat(NIKOS).phone.unread).toBe(0);
  });

  it('is never told as read when the person keeps receipts off', async () => {
    const rig = await startedRig();
    rig.whatsapp.conditions.receipts(NIKOS, false);
    await rig.text('Hello');
    rig.whatsapp.phones.seen(NIKOS);
    await rig.whatsapp.settled();
    expect(statusNames(rig)).toEqual(['sent', 'delivered']);
  });

  it('answers one of the person, and reacts to it for nothing', async () => {
    const rig = await startRig();
    await rig.says(NIKOS, 'hello');
    const asked = rig.posted[0]?.body.entry[0]?.changes[0]?.value.messages?.[0]?.id;
    await rig.send({ ...hello, context: { message_id: asked } });
    await rig.send({ type: 'reaction', reaction: { message_id: asked, emoji: '👍' } });
    expect(rig.chat(NIKOS).messages).toMatchObject([{ reaction: '👍' }, { replyTo: 1 }]);
    expect(rig.whatsapp.ledger().at(-1)).toMatchObject({ billable: false, effect: true });
    await rig.send({ type: 'reaction', reaction: { message_id: asked, emoji: '' } });
    expect(rig.chat(NIKOS).messages[0]?.reaction).toBeUndefined();
  });

  it('reaches nobody who blocked the station or has no WhatsApp: accepted, then failed with 131026, unpaid', async () => {
    const rig = await startedRig();
    await rig.act({ do: 'block', chat: NIKOS, blocked: true });
    expect(await rig.send(hello)).toMatchObject({ http: 200 });
    expect(await rig.send({ ...hello, to: '306999999999' })).toMatchObject({ http: 200 });
    await rig.whatsapp.settled();
    expect(failures(rig)).toMatchObject([
      { status: 'failed', errors: [{ code: 131026 }] },
      { status: 'failed', errors: [{ code: 131026 }] },
    ]);
    expect(rig.chat(NIKOS).messages).toHaveLength(1);
    expect(rig.whatsapp.ledger().map(({ billable, failed }) => [billable, failed])).toEqual([
      [false, 131026],
      [false, 131026],
    ]);
  });
});

describe('the 24-hour window', () => {
  it('is open until 24 hours after the last message of the person, by its timestamp', async () => {
    const rig = await startRig();
    expect(rig.chat(NIKOS).phone.windowUntil).toBeUndefined();
    rig.clock.now += 700;
    await rig.says(NIKOS, 'hello');
    expect(rig.chat(NIKOS).phone.windowUntil).toBe('2027-03-03T08:00:00.000Z');
    rig.clock.now += 24 * HOUR * 1000 - 701;
    await rig.text('in time');
    rig.clock.now += 1;
    expect(rig.chat(NIKOS).phone.windowUntil).toBeUndefined();
    await rig.text('late');
    expect(statusNames(rig)).toEqual(['sent', 'delivered', 'failed']);
    expect(rig.chat(NIKOS).messages.map(({ content }) => content)).toMatchObject([
      { text: 'hello' },
      { text: 'in time' },
    ]);
  });

  it('lets everything in but fails what is no template with 131047', async () => {
    const rig = await startRig();
    await withTemplate(rig);
    const id = await rig.text('Hello', ANNA);
    expect(failures(rig)).toMatchObject([
      {
        status: 'failed',
        errors: [{ code: 131047, error_data: { details: expect.stringContaining('24 hours') } }],
      },
    ]);
    expect(statusesOf(rig)[0]).toMatchObject({ id, recipient_id: '306900000002' });
    expect(statusesOf(rig)[0]).not.toHaveProperty('recipient_user_id');
    expect(await rig.send({ to: '306900000002', ...reminding(['2 March', '09:00']) })).toMatchObject({
      http: 200,
    });
    await rig.whatsapp.settled();
    expect(statusNames(rig)).toEqual(['failed', 'sent', 'delivered']);
    expect(statusesOf(rig).at(-1)).toMatchObject({ pricing: { billable: true, category: 'utility' } });
    expect(rig.chat(ANNA).messages).toHaveLength(1);
  });

  it('is opened again by any message, a tap among them', async () => {
    const rig = await startRig();
    await withTemplate(rig);
    await rig.send({ to: '306900000002', ...reminding(['2 March', '09:00']) });
    await rig.act({ do: 'tap', chat: ANNA, messageId: 1, data: 'Change the time' });
    await rig.text('Which day?', ANNA);
    expect(statusNames(rig)).toEqual(['sent', 'delivered', 'sent', 'delivered']);
  });
});

describe('the pace', () => {
  it('lets 45 messages to one person through at once, then one every 6 s; others are not held up', async () => {
    const rig = await startedRig();
    await rig.says(DIMITRA, 'hi');
    await rig.pass(2);
    for (let count = 0; count < 45; count += 1) expect((await rig.send(hello)).http).toBe(200);
    const refused = await rig.send(hello);
    expect(refused).toMatchObject({ http: 400, body: { error: { code: 131056 } } });
    expect((await rig.send({ ...hello, to: DIMITRA.slice(3) })).http).toBe(200);
    await rig.pass(5.9);
    expect((await rig.send(hello)).body.error?.code).toBe(131056);
    await rig.pass(0.1);
    expect((await rig.send(hello)).http).toBe(200);
    expect((await rig.send(hello)).body.error?.code).toBe(131056);
  });

  it('counts reactions, but neither read marks nor refused bodies', async () => {
    const rig = await startRig();
    await rig.says(NIKOS, 'hello');
    const id = rig.posted[0]?.body.entry[0]?.changes[0]?.value.messages?.[0]?.id;
    const react = () => rig.send({ type: 'reaction', reaction: { message_id: id, emoji: '👍' } });
    const mark = () => rig.send({ to: undefined, status: 'read', message_id: id });
    for (let count = 0; count < 45; count += 1) expect((await react()).http).toBe(200);
    expect((await react()).body.error?.code).toBe(131056);
    expect((await mark()).http).toBe(200);
    await rig.pass(6);
    await rig.send({ type: 'text', text: { body: '' } });
    expect((await react()).http).toBe(200);
  });

  it('takes 80 messages a second in and out together, then answers 130429', async () => {
    const people = Array.from({ length: 3 }, (_, index) => ({
      firstName: `P${index}`,
      lastName: '',
      language: 'en',
      phone: `30691000000${index}`,
      about: '',
    }));
    const rig = await startRig({ people });
    for (const { phone } of people) await rig.says(`wa-${phone}`, 'hi');
    const send = (index: number) => rig.send({ ...hello, to: people[index % 3]?.phone });
    for (let count = 0; count < 77; count += 1) expect((await send(count)).http).toBe(200);
    expect(await send(0)).toMatchObject({ http: 400, body: { error: { code: 130429 } } });
    await rig.pass(1);
    expect((await send(0)).http).toBe(200);
  });
});

describe('a read mark', () => {
  const first = (rig: Awaited<ReturnType<typeof startRig>>) =>
    rig.posted[0]?.body.entry[0]?.changes[0]?.value.messages?.[0]?.id;

  it('turns the ticks of that message and of all before it blue', async () => {
    const rig = await startRig();
    for (const line of ['one', 'two', 'three']) await rig.says(NIKOS, line);
    const second = rig.posted[1]?.body.entry[0]?.changes[0]?.value.messages?.[0]?.id;
    expect(await rig.send({ to: undefined, status: 'read', message_id: second })).toMatchObject({
      http: 200,
      body: { success: true },
    });
    expect(rig.chat(NIKOS).messages.map(({ read }) => read)).toEqual([true, true, undefined]);
    expect(rig.whatsapp.ledger().at(-1)).toMatchObject({ call: 'mark-read', chat: NIKOS, billable: false });
  });

  it('shows typing for 25 s, or until the station writes', async () => {
    const rig = await startRig();
    await rig.says(NIKOS, 'hello');
    const type = () =>
      rig.send({ to: undefined, status: 'read', message_id: first(rig), typing_indicator: { type: 'text' } });
    await type();
    expect(rig.chat(NIKOS).typing).toBe(true);
    await rig.pass(25);
    expect(rig.chat(NIKOS).typing).toBe(false);
    await type();
    await rig.text('here');
    expect(rig.chat(NIKOS).typing).toBe(false);
  });

  it('needs a message that a person wrote in the last 30 days', async () => {
    const rig = await startRig();
    await rig.says(NIKOS, 'hello');
    const own = await rig.text('Hello');
    const mark = (message_id: unknown) => rig.send({ to: undefined, status: 'read', message_id });
    expect((await mark(own)).body.error?.code).toBe(131009);
    expect((await mark('wamid.none')).body.error?.code).toBe(131009);
    await rig.pass(31 * 24 * HOUR);
    expect((await mark(first(rig))).body.error?.code).toBe(131009);
  });
});
