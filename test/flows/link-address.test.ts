import { describe, expect, it } from 'vitest';
import { at } from '#test/domain/slots/bookings.ts';
import { Street } from './street.ts';

/** Addresses that change under a person, and addresses that are given to somebody else. */

const number = '+306900000001';
const tel = 'tel.306900000001';
const hello = { kind: 'command', name: 'start', payload: '' } as const;

describe('somebody whom the messenger knows by a number', () => {
  it('goes on where they were when it begins to use ids', async () => {
    const street = new Street();
    const old = await street.whatsapp(tel, number).books();
    const visits = await old.visits();
    const now = street.whatsapp('GR.1', number);
    await now.does({ kind: 'command', name: 'status', payload: '' }, [tel]);
    expect(now.heard).toEqual(['visitStatus']);
    expect(await now.visits()).toEqual(visits);
    expect((await now.customer()).id).toBe(old.key);
  });

  it('is found at their id by a late message without one', async () => {
    const street = new Street();
    const now = street.whatsapp('GR.1', number);
    await now.does(hello, [tel]);
    await now.books();
    const old = street.whatsapp(tel, number);
    await old.does({ kind: 'command', name: 'status', payload: '' });
    expect(old.told).toEqual([]);
    expect(now.heard).toEqual(['visitStatus']);
  });

  it('keeps what they were in the middle of', async () => {
    const street = new Street();
    const old = street.whatsapp(tel, number);
    await old.does({ kind: 'command', name: 'book', payload: '' });
    await old.taps('labelService', { id: 'oil' });
    expect(old.heard).toEqual(['askCar']);
    const now = street.whatsapp('GR.1', number);
    await now.does({ kind: 'text', text: 'Octavia ABC-4821' }, [tel]);
    expect(now.labels).toContain('labelSlot');
  });

  it('can still tap the buttons that were shown before', async () => {
    const street = new Street();
    const old = await street.whatsapp(tel, number).books();
    const now = street.whatsapp('GR.1', number);
    await now.does(hello, [tel]);
    const cancel = old.offers.findLast(({ key }) => key === 'labelCancelVisit');
    await now.tapsOffer(cancel ?? { row: '', option: 0 });
    expect(now.heard).toEqual(['cancelled']);
  });

  it('is nobody else when the number comes with another id', async () => {
    const street = new Street();
    const first = street.whatsapp('GR.1', number, 'First');
    await first.does(hello, [tel]);
    await first.books();
    const second = street.whatsapp('GR.2', number, 'Second');
    await second.does(hello, [tel]);
    expect(second.heard).toEqual(['greeting']);
    expect(await second.visits()).toEqual([]);
    expect(await first.visits()).toHaveLength(1);
    // Without an id the number leads to whoever has it now.
    const bare = street.whatsapp(tel, number);
    await bare.does(hello);
    expect(second.heard).toEqual(['greeting']);
  });

  it('costs nobody else’s addresses: what another messenger or account is named is left alone', async () => {
    const street = new Street();
    const telegram = await street.telegram('501').books();
    const stranger = street.whatsapp('GR.9');
    const from = { id: 'GR.9', name: 'x', language: null, phone: null, known: [telegram.key] };
    await street.take({
      id: 'forged',
      address: stranger.address,
      at: street.now,
      from,
      messageId: '1',
      event: hello,
    });
    expect(await stranger.visits()).toEqual([]);
    expect(await telegram.visits()).toHaveLength(1);
  });
});

describe('a new number', () => {
  async function moved() {
    const street = new Street();
    const chat = await street.whatsapp('GR.1', number).books();
    const visits = await chat.visits();
    street.later(60);
    await chat.moves('GR.2', ['GR.1', tel], '+306911111111');
    return { street, chat, visits };
  }

  it('takes everything along without a word', async () => {
    const { street, chat, visits } = await moved();
    expect(chat.told).toEqual([]);
    expect(await chat.visits()).toEqual(visits);
    await chat.does({ kind: 'command', name: 'status', payload: '' });
    expect(chat.heard).toEqual(['visitStatus']);
    expect(await chat.customer()).toMatchObject({ phone: '+306911111111', addresses: [chat.key] });
    expect(street.items('N#')).toHaveLength(1);
  });

  it('leaves the old one to whoever gets it', async () => {
    const { street, visits, chat } = await moved();
    street.later(60 * 24 * 200);
    for (const address of ['GR.1', tel]) {
      const next = street.whatsapp(address, number, 'Next');
      await next.does(hello);
      expect(next.heard).toEqual(['greeting']);
      expect(await next.visits()).toEqual([]);
      await next.books('Fiesta');
      expect(await next.cars()).toEqual(['Fiesta']);
    }
    expect((await chat.customer()).vehicles).toHaveLength(1);
    expect(visits).toHaveLength(1);
  });

  it('finds what was said at the old one before, and comes late', async () => {
    const { street, chat } = await moved();
    const late = street.whatsapp('GR.1', number);
    await late.does({ kind: 'command', name: 'status', payload: '' }, [], street.now - 3_600_000);
    expect(chat.heard).toEqual(['visitStatus']);
    expect(await chat.customer()).toMatchObject({ phone: '+306911111111' });
  });

  it('of somebody who never wrote leaves no trace', async () => {
    const street = new Street();
    await street.whatsapp('GR.7').moves('GR.8', ['GR.7']);
    expect(street.items('C#')).toEqual([]);
    expect(street.customers).toEqual([]);
  });

  it('told of after the first message from it brings both together', async () => {
    const street = new Street();
    const old = await street.whatsapp('GR.1').books();
    const visits = [...(await old.visits())];
    street.later(60);
    const now = await street.whatsapp('GR.2', null).books('Golf 7');
    visits.push(...(await now.visits()));
    await now.does({ kind: 'identity' }, ['GR.1']);
    expect([...(await now.visits())].sort()).toEqual(visits.sort());
    expect(await now.cars()).toEqual(['Golf 7', 'Octavia ABC-4821']);
    // Where each of them stood afterwards is one place.
    expect((await street.known(old.key)).home).toEqual(now.address);
  });

  it('and the next, and back to the first: the person stays the same', async () => {
    const { street, chat, visits } = await moved();
    const ids = ['GR.3', 'GR.4', 'GR.5', 'GR.6', 'GR.1'];
    for (const [index, id] of ids.entries()) {
      street.later(1);
      await chat.moves(id, [index === 0 ? 'GR.2' : (ids[index - 1] ?? '')]);
      await chat.does({ kind: 'command', name: 'status', payload: '' });
      expect(chat.heard).toEqual(['visitStatus']);
    }
    expect(await chat.visits()).toEqual(visits);
  });

  it('at one messenger leaves the link to the other one standing', async () => {
    const street = new Street();
    const telegram = await street.telegram('501').books();
    await telegram.shares(number);
    const whatsapp = street.whatsapp('GR.1', number);
    await whatsapp.does(hello);
    await whatsapp.taps('labelLinkYes');
    street.later(60);
    await whatsapp.moves('GR.2', ['GR.1', tel], '+306911111111');
    await whatsapp.does(hello);
    expect(await whatsapp.visits()).toEqual(await telegram.visits());
    expect((await telegram.customer()).addresses).toEqual([telegram.key, whatsapp.key]);
  });
});

describe('a reminder', () => {
  const evening = at('2026-11-22', '18:00');

  /** A visit for tomorrow morning, and whoever agreed to be reminded. */
  async function booked(street: Street, kind: 'telegram' | 'whatsapp' = 'whatsapp') {
    const chat = kind === 'whatsapp' ? street.whatsapp('GR.1', number) : street.telegram('501');
    street.now = at('2026-11-22', '10:00');
    await chat.books();
    if (chat.heard.includes('askPhone')) await chat.says('skip');
    await chat.taps('labelConsentYes');
    return chat;
  }

  async function remindersOf(street: Street) {
    street.now = Math.max(street.now, evening);
    for (const chat of street.chats) chat.told = [];
    for (let minutes = 0; minutes < 5; minutes += 1) await street.later(1).settle();
    const rows = street.rows();
    return street.chats.flatMap((chat) => {
      const own = rows.filter(({ to }) => to === chat.key).flatMap(({ row }) => row.messages);
      const said = own.flatMap((message) => (message.kind === 'say' ? message.text : []));
      return said.filter(({ key }) => key === 'reminder').map(() => chat.address.chat);
    });
  }

  it('comes once', async () => {
    const street = new Street();
    await booked(street);
    expect(await remindersOf(street)).toEqual(['GR.1']);
  });

  it('comes once at the new address after the old one was left', async () => {
    const street = new Street();
    const chat = await booked(street);
    await chat.moves('GR.2', ['GR.1']);
    expect(street.items('T#').map(({ pk }) => pk)).toEqual([`T#${chat.key}`]);
    expect(await remindersOf(street)).toEqual(['GR.2']);
  });

  it('comes once when it fell due at the old address while the person moved', async () => {
    const street = new Street();
    const chat = await booked(street);
    const [timer] = street.items('T#');
    await chat.moves('GR.2', ['GR.1']);
    const dueAt = Number(timer?.dueAt);
    street.now = evening;
    await street.take({
      id: `timer#${timer?.sk}#${dueAt}`,
      address: { ...chat.address, chat: 'GR.1' },
      at: dueAt,
      from: null,
      messageId: null,
      event: { kind: 'timer', key: String(timer?.sk), dueAt },
    });
    expect(await remindersOf(street)).toEqual(['GR.2']);
  });

  it('comes once, where the visit was changed last', async () => {
    const street = new Street();
    const telegram = await booked(street, 'telegram');
    const whatsapp = street.whatsapp('GR.1');
    await telegram.says('link');
    await whatsapp.says(telegram.heardOf('linkCode')?.code ?? '');
    await whatsapp.does({ kind: 'command', name: 'status', payload: '' });
    await whatsapp.taps('labelCancelVisit');
    await whatsapp.taps('labelUndo');
    expect(whatsapp.heard).toEqual(['cancelUndone']);
    expect(await remindersOf(street)).toEqual(['GR.1']);
  });

  it('moves with a visit that is moved in the other chat', async () => {
    const street = new Street();
    const telegram = await booked(street, 'telegram');
    const whatsapp = street.whatsapp('GR.1');
    await telegram.says('link');
    await whatsapp.says(telegram.heardOf('linkCode')?.code ?? '');
    await whatsapp.does({ kind: 'command', name: 'status', payload: '' });
    await whatsapp.taps('labelMove');
    await whatsapp.taps('labelSlot');
    await whatsapp.taps('labelYesMove');
    const clocks = street.items('T#').filter(({ sk }) => String(sk).startsWith('clock#'));
    expect(clocks.map(({ pk }) => pk)).toEqual([`T#${whatsapp.key}`]);
    expect(await remindersOf(street)).toEqual(['GR.1']);
  });

  it('comes once where the visit was booked, whichever chat agreed to it again', async () => {
    const street = new Street();
    const telegram = await booked(street, 'telegram');
    const whatsapp = street.whatsapp('GR.1');
    await telegram.says('link');
    await whatsapp.says(telegram.heardOf('linkCode')?.code ?? '');
    await whatsapp.says('stop');
    await whatsapp.taps('labelUndo');
    expect(await remindersOf(street)).toEqual(['501']);
  });

  it('goes to the chat that stays when the other one is taken out of the link', async () => {
    const street = new Street();
    const telegram = await booked(street, 'telegram');
    const whatsapp = street.whatsapp('GR.1');
    await telegram.says('link');
    await whatsapp.says(telegram.heardOf('linkCode')?.code ?? '');
    await telegram.says('link');
    await telegram.taps('labelUnlink');
    await telegram.taps('labelUnlink');
    expect(await remindersOf(street)).toEqual(['GR.1']);
  });

  it('comes for visits that the other chat’s consent covers now', async () => {
    const street = new Street();
    street.now = at('2026-11-22', '10:00');
    const telegram = street.telegram('501');
    await telegram.does(hello);
    await telegram.books('Fiesta');
    await telegram.says('skip');
    await telegram.taps('labelConsentYes');
    await telegram.taps('labelCancelVisit');
    const whatsapp = await street.whatsapp('GR.1').books();
    await whatsapp.says('skip');
    await telegram.says('link');
    await whatsapp.says(telegram.heardOf('linkCode')?.code ?? '');
    expect(await remindersOf(street)).toEqual(['GR.1']);
  });
});

describe('a calendar file', () => {
  it('is a link where the messenger takes none, and opens by a token nobody can guess', async () => {
    const street = new Street();
    const whatsapp = await street.whatsapp('GR.1', number).books();
    const [file] = whatsapp.told.filter((message) => message.kind === 'calendar');
    expect(file?.token).toMatch(/^[\w-]{22}$/);
    const [link] = street.items('U#');
    const [visit] = (await whatsapp.customer()).visits;
    expect(link).toMatchObject({
      customer: whatsapp.key,
      to: { of: 'visit', visit: visit?.id },
      language: 'en',
    });
    expect(JSON.stringify(link)).not.toContain(file?.token);
    const month = 30 * 24 * 60 * 60_000;
    expect(Number(link?.expiresAt) * 1000).toBeGreaterThan((visit?.start ?? 0) + month);
    expect(Number(link?.expiresAt) * 1000).toBeLessThan((visit?.readyBy ?? 0) + month + 3_600_000);
  });

  it('goes along as a file elsewhere', async () => {
    const street = new Street();
    const telegram = await street.telegram('501').books();
    expect(telegram.told.filter((message) => message.kind === 'calendar')).toMatchObject([{ token: null }]);
    expect(street.items('U#')).toEqual([]);
  });
});
