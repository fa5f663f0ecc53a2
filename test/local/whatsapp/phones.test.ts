import { describe, expect, it } from 'vitest';
import {
  ANNA,
  DIMITRA,
  JPEG_URL,
  messagesOf,
  NIKOS,
  type Rig,
  reminding,
  SERGEY,
  startedRig,
  startRig,
  statusesOf,
  withTemplate,
} from './rig.ts';

const interactive = (rig: Rig, given: Readonly<Record<string, unknown>>) =>
  rig.send({ type: 'interactive', interactive: { body: { text: 'Which?' }, ...given } });
const buttons = {
  type: 'button',
  action: {
    buttons: [
      { type: 'reply', reply: { id: 'bk:1', title: 'Tue 9:00' } },
      { type: 'reply', reply: { id: 'bk:2', title: 'More times' } },
    ],
  },
};
const list = {
  type: 'list',
  header: { type: 'text', text: 'Free times' },
  footer: { text: 'write "person" any time' },
  action: {
    button: 'Show times',
    sections: [
      { title: 'Tuesday', rows: [{ id: 's:1', title: '09:00', description: 'bay 2' }] },
      { title: 'Wednesday', rows: [{ id: 's:2', title: '10:00' }] },
    ],
  },
};
const tap = (rig: Rig, messageId: number, data: string, chat = NIKOS) =>
  rig.act({ do: 'tap', chat, messageId, data });
const lastId = (rig: Rig, chat = NIKOS) => rig.chat(chat).messages.at(-1)?.id ?? 0;
const wamids = (rig: Rig) => rig.whatsapp.ledger().flatMap(({ messageIds }) => messageIds);
const refuses = (rig: Rig, deed: Parameters<Rig['act']>[0]) => expect(() => rig.whatsapp.phones.act(deed));

describe('a person with WhatsApp', () => {
  it('taps a reply button: the station gets its id and title, in answer to the message', async () => {
    const rig = await startedRig();
    await interactive(rig, buttons);
    expect(rig.chat(NIKOS).messages.at(-1)?.buttons).toEqual([
      [{ kind: 'callback', text: 'Tue 9:00', data: 'bk:1' }],
      [{ kind: 'callback', text: 'More times', data: 'bk:2' }],
    ]);
    await tap(rig, lastId(rig), 'bk:1');
    expect(messagesOf(rig)).toMatchObject([
      {
        type: 'interactive',
        context: { from: '302310000000', id: wamids(rig)[0] },
        interactive: { type: 'button_reply', button_reply: { id: 'bk:1', title: 'Tue 9:00' } },
      },
    ]);
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({ content: { text: 'Tue 9:00' }, replyTo: 2 });
    refuses(rig, { do: 'tap', chat: NIKOS, messageId: 2, data: 'bk:3' }).toThrow('no such button');
  });

  it('picks a row of a list', async () => {
    const rig = await startedRig();
    await interactive(rig, list);
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({
      header: 'Free times',
      footer: 'write "person" any time',
      list: {
        button: 'Show times',
        sections: [
          { title: 'Tuesday', rows: [{ data: 's:1', title: '09:00', description: 'bay 2' }] },
          { title: 'Wednesday', rows: [{ data: 's:2', title: '10:00', description: '' }] },
        ],
      },
    });
    await tap(rig, 2, 's:1');
    await tap(rig, 2, 's:2');
    expect(messagesOf(rig).map(({ interactive }) => interactive)).toEqual([
      { type: 'list_reply', list_reply: { id: 's:1', title: '09:00', description: 'bay 2' } },
      { type: 'list_reply', list_reply: { id: 's:2', title: '10:00' } },
    ]);
    refuses(rig, { do: 'tap', chat: NIKOS, messageId: 2, data: 's:3' }).toThrow('no such row');
  });

  it('taps a quick reply of a template: another kind of message', async () => {
    const rig = await startedRig();
    await withTemplate(rig);
    const payload = { type: 'payload', payload: 'come:7' };
    await rig.send(
      reminding(
        ['2 March', '09:00'],
        [{ type: 'button', sub_type: 'quick_reply', index: 0, parameters: [payload] }],
      ),
    );
    await tap(rig, 2, 'come:7');
    expect(messagesOf(rig)).toMatchObject([
      {
        type: 'button',
        button: { payload: 'come:7', text: "I'll be there" },
        context: { id: wamids(rig).at(-1) },
      },
    ]);
  });

  it('shares their contact when asked for it; the answer says that it was asked for, once', async () => {
    const rig = await startedRig();
    await interactive(rig, { type: 'request_contact_info', action: { name: 'request_contact_info' } });
    expect(rig.chat(NIKOS).messages.at(-1)?.asksContact).toBe(true);
    await rig.act({ do: 'contact', chat: NIKOS, own: true });
    await rig.act({ do: 'contact', chat: NIKOS, own: true });
    const card = {
      name: { formatted_name: 'Nikos' },
      phones: [{ phone: '+306900000001', wa_id: '306900000001' }],
    };
    expect(messagesOf(rig)).toMatchObject([
      {
        type: 'contacts',
        contacts: [{ ...card, origin: 'contact_request' }],
        context: { id: wamids(rig)[0] },
      },
      { type: 'contacts', contacts: [card] },
    ]);
    expect(messagesOf(rig)[1]).not.toMatchObject({ contacts: [{ origin: 'contact_request' }] });
  });

  it("sends somebody else's contact out of the address book, which says nothing of a request", async () => {
    const rig = await startedRig();
    await interactive(rig, { type: 'request_contact_info', action: { name: 'request_contact_info' } });
    await rig.act({ do: 'contact', chat: NIKOS, own: false });
    const [sent] = messagesOf(rig);
    expect(sent).toMatchObject({ contacts: [{ phones: [{ wa_id: '306900000002' }] }] });
    expect(sent).not.toMatchObject({ contacts: [{ origin: 'contact_request' }] });
    expect(sent).not.toHaveProperty('context');
  });

  it('sends a place, in answer to a request where there is one', async () => {
    const rig = await startedRig();
    const place = { do: 'location', chat: NIKOS, latitude: 40.64, longitude: 22.94 } as const;
    await rig.act(place);
    await interactive(rig, { type: 'location_request_message', action: { name: 'send_location' } });
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({ asksLocation: true });
    await rig.act(place);
    expect(messagesOf(rig)).toMatchObject([
      { type: 'location', location: { latitude: 40.64, longitude: 22.94 } },
      { type: 'location', context: { id: wamids(rig)[0] } },
    ]);
    expect(rig.chat(NIKOS).keyboard).toEqual([]);
  });

  it('sends three photos as three messages that nothing ties together', async () => {
    const rig = await startRig();
    await rig.act({
      do: 'photos',
      chat: NIKOS,
      images: [JPEG_URL, JPEG_URL, JPEG_URL],
      caption: 'the noise',
    });
    const sent = messagesOf(rig);
    expect(sent).toMatchObject([
      { type: 'image', image: { caption: 'the noise', mime_type: 'image/jpeg' } },
      { type: 'image' },
      { type: 'image' },
    ]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
    expect(JSON.stringify(sent)).not.toContain('group');
    expect(rig.chat(NIKOS).messages.every(({ album }) => album === undefined)).toBe(true);
    refuses(rig, {
      do: 'photos',
      chat: NIKOS,
      images: ['data:image/png;base64,aGVsbG8='],
      caption: '',
    }).toThrow('no JPEG or PNG');
  });

  it('sends a file and a voice message; one that is too large comes as unsupported', async () => {
    const rig = await startRig();
    const data = 'data:application/pdf;base64,JVBERg==';
    await rig.act({ do: 'document', chat: NIKOS, name: 'a.pdf', data });
    await rig.act({ do: 'voice', chat: NIKOS, seconds: 7 });
    await rig.act({ do: 'document', chat: NIKOS, name: 'film.mp4', data, size: 101 * 1024 * 1024 });
    expect(messagesOf(rig)).toMatchObject([
      { type: 'document', document: { filename: 'a.pdf', mime_type: 'application/pdf' } },
      { type: 'audio', audio: { mime_type: 'audio/ogg; codecs=opus', voice: true } },
      { type: 'unsupported', errors: [{ code: 131052 }] },
    ]);
    expect(rig.chat(NIKOS).messages.map(({ content }) => content.kind)).toEqual([
      'document',
      'voice',
      'document',
    ]);
  });

  it('answers one message, theirs or the station’s', async () => {
    const rig = await startedRig();
    await rig.text('Which day?');
    await rig.act({ do: 'say', chat: NIKOS, text: 'Friday', replyTo: 2 });
    await rig.act({ do: 'say', chat: NIKOS, text: 'I meant this', replyTo: 1 });
    expect(messagesOf(rig).map(({ context }) => context)).toMatchObject([
      { from: '302310000000' },
      { from: '306900000001' },
    ]);
  });

  it('cannot edit for the station to see, has no topics, and says nothing while the station is blocked', async () => {
    const rig = await startedRig();
    refuses(rig, { do: 'edit', chat: NIKOS, messageId: 1, text: 'x' }).toThrow('cannot see edits');
    refuses(rig, { do: 'topic', chat: NIKOS, topic: 1, change: 'close' }).toThrow('no group');
    refuses(rig, { do: 'say', chat: NIKOS, text: '  ' }).toThrow('nothing to send');
    refuses(rig, { do: 'say', chat: 'wa-1', text: 'x' }).toThrow('no such person');
    await rig.act({ do: 'block', chat: NIKOS, blocked: true });
    refuses(rig, { do: 'say', chat: NIKOS, text: 'x' }).toThrow('blocked');
    expect(rig.posted).toEqual([]);
    await rig.act({ do: 'block', chat: NIKOS, blocked: false });
    await rig.says(NIKOS, 'again');
    expect(rig.posted).toHaveLength(1);
  });

  it('is given the text as it was sent: its app reads WhatsApp’s signs', async () => {
    const rig = await startedRig();
    const text = '*Tue 9:00* is _yours_, 2*3*4 stays: https://a.gr/x';
    await rig.text(text);
    expect(rig.chat(NIKOS).messages.at(-1)?.content).toEqual({ kind: 'text', text });
  });

  it('is one of the demo people, of whom one has nothing else and one hides the number', async () => {
    const rig = await startRig();
    expect(
      rig.whatsapp.phones
        .phones()
        .map(({ id, person, name, numberHidden }) => [id, person, name, numberHidden]),
    ).toEqual([
      [NIKOS, '306900000001', 'Nikos', false],
      [ANNA, '306900000002', 'Anna', false],
      ['wa-306900000003', '306900000003', 'Kostas Papadopoulos', false],
      [SERGEY, '306900000004', 'Sergey', true],
      ['wa-306900000005', '306900000005', 'Lena', false],
      ['wa-306900000006', '306900000006', 'Olena', false],
      [DIMITRA, '306900000007', 'Dimitra', false],
    ]);
    expect(rig.whatsapp.phones.writers()).toEqual([]);
  });

  it('joins as somebody new, whom the station reaches once they wrote', async () => {
    const rig = await startRig();
    const deed = { do: 'new-person', name: 'Ivan Petrov', language: 'ru', phone: '380501234567' } as const;
    const { chat } = rig.whatsapp.phones.act(deed);
    expect([chat, rig.chat(chat).phone.name]).toEqual(['wa-380501234567', 'Ivan Petrov']);
    refuses(rig, deed).toThrow('has this number already');
    await rig.says(chat, 'hi');
    expect(messagesOf(rig)[0]?.from_user_id).toMatch(/^UA\.\d+$/);
    await rig.text('hello', chat);
    expect(rig.chat(chat).messages).toHaveLength(2);
  });
});

describe('a person with a username', () => {
  it('is known by the user id alone, and reached by it', async () => {
    const rig = await startRig();
    await rig.says(SERGEY, 'hello');
    const value = rig.posted[0]?.body.entry[0]?.changes[0]?.value;
    const userId = String(messagesOf(rig)[0]?.from_user_id);
    expect(JSON.stringify(value)).not.toContain('306900000004');
    expect(value?.contacts).toEqual([
      { profile: { name: 'Sergey', username: 'sergey.0004' }, user_id: userId },
    ]);
    expect(value?.messages?.[0]).not.toHaveProperty('from');
    const sent = await rig.send({ recipient: userId, type: 'text', text: { body: 'Hello' } });
    expect(sent.body.contacts).toEqual([{ input: userId, user_id: userId }]);
    await rig.whatsapp.settled();
    expect(rig.chat(SERGEY).messages).toHaveLength(2);
    for (const status of statusesOf(rig)) {
      expect(status).toMatchObject({ recipient_user_id: userId });
      expect(status).not.toHaveProperty('recipient_id');
    }
  });

  it('tells the number by sharing it, or by giving the username up', async () => {
    const rig = await startRig();
    await rig.act({ do: 'contact', chat: SERGEY, own: true });
    expect(messagesOf(rig)[0]).toMatchObject({ contacts: [{ phones: [{ wa_id: '306900000004' }] }] });
    await rig.act({ do: 'hide-number', chat: SERGEY, hidden: false });
    await rig.says(SERGEY, 'me');
    expect(messagesOf(rig).at(-1)?.from).toBe('306900000004');
    await rig.act({ do: 'hide-number', chat: SERGEY, hidden: true });
    await rig.says(SERGEY, 'me');
    expect(messagesOf(rig).at(-1)).not.toHaveProperty('from');
    expect(new Set(messagesOf(rig).map(({ from_user_id }) => from_user_id)).size).toBe(1);
  });

  it('whose user id nobody has: failed with that id and no number', async () => {
    const rig = await startRig();
    await rig.send({ recipient: 'GR.12345', type: 'text', text: { body: 'Hello' } });
    await rig.whatsapp.settled();
    expect(statusesOf(rig)).toMatchObject([
      { status: 'failed', recipient_user_id: 'GR.12345', errors: [{ code: 131026 }] },
    ]);
    expect(statusesOf(rig)[0]).not.toHaveProperty('recipient_id');
  });
});

describe('a new number', () => {
  it('is told by Meta with the new user id and the one before; the old ones reach nobody', async () => {
    const rig = await startedRig();
    await rig.says(NIKOS, 'before');
    const old = String(messagesOf(rig)[0]?.from_user_id);
    await rig.act({ do: 'change-number', chat: NIKOS });
    await rig.says(NIKOS, 'after');
    const [, system, after] = messagesOf(rig);
    expect(system).toMatchObject({
      type: 'system',
      from: '306900000001',
      system: {
        type: 'user_changed_number',
        wa_id: after?.from,
        user_id: after?.from_user_id,
        previous_user_id: old,
      },
    });
    expect(after?.from_user_id).not.toBe(old);
    expect(rig.posted[1]?.body.entry[0]?.changes[0]?.value).not.toHaveProperty('contacts');
    for (const to of [{ to: '306900000001' }, { recipient: old }]) {
      await rig.send({ ...to, type: 'text', text: { body: 'Hello' } });
    }
    await rig.send({ to: after?.from, type: 'text', text: { body: 'Hello' } });
    await rig.whatsapp.settled();
    expect(statusesOf(rig).map(({ status }) => status)).toEqual(['failed', 'failed', 'sent', 'delivered']);
    expect(rig.chat(NIKOS).phone.person).toBe('306900000001');
  });

  it('of somebody with a username is told without any number', async () => {
    const rig = await startRig();
    await rig.act({ do: 'change-number', chat: SERGEY });
    const [system] = messagesOf(rig);
    expect(system).toMatchObject({ type: 'system', system: { type: 'user_changed_user_id' } });
    expect(JSON.stringify(system)).not.toMatch(/(?<!\d)3069\d{8}(?!\d)/);
  });
});
