import { describe, expect, it } from 'vitest';
import { ANNA, GROUP, JPEG_URL, MARIA, NIKOS, type Rig, startedRig, startRig } from './rig.ts';

const chatOf = (rig: Rig, id: number) => {
  const chat = rig.telegram.phones.chat(String(id));
  if (!chat) throw new Error('no such chat');
  return chat;
};
const act = async (rig: Rig, deed: Parameters<Rig['telegram']['phones']['act']>[0]) => {
  rig.telegram.phones.act(deed);
  await rig.telegram.settled();
};
const raw = (rig: Rig) => rig.posted.map((posted) => posted.raw);
const chat = String(NIKOS);
const buttons = {
  inline_keyboard: [
    [
      { text: 'Yes', callback_data: 'y' },
      { text: 'Site', url: 'https://a.gr' },
    ],
  ],
};

describe('a person with a phone', () => {
  it('presses Start with a payload, and the station gets the command marked', async () => {
    const rig = await startRig();
    await rig.says(NIKOS, '/start case_7');
    expect(raw(rig)).toMatchObject([
      {
        message: {
          message_id: 11,
          date: rig.clock.now / 1000,
          from: { id: NIKOS, is_bot: false, first_name: 'Nikos', language_code: 'el' },
          chat: { id: NIKOS, type: 'private', first_name: 'Nikos' },
          text: '/start case_7',
          entities: [{ type: 'bot_command', offset: 0, length: 6 }],
        },
      },
    ]);
  });

  it('sees what the bot wrote, unread until the chat is opened', async () => {
    const rig = await startedRig();
    await rig.send(NIKOS, '<b>Hello</b> Nikos', { parse_mode: 'HTML', reply_markup: buttons });
    expect(chatOf(rig, NIKOS)).toMatchObject({
      phone: { name: 'Nikos', unread: 1 },
      messages: [
        { from: 'person' },
        {
          from: 'bot',
          content: { kind: 'text', text: 'Hello Nikos', entities: [{ type: 'bold', offset: 0, length: 5 }] },
          buttons: [
            [
              { kind: 'callback', text: 'Yes', data: 'y' },
              { kind: 'url', text: 'Site', url: 'https://a.gr' },
            ],
          ],
        },
      ],
    });
    rig.telegram.phones.seen(chat);
    expect(chatOf(rig, NIKOS).phone.unread).toBe(0);
  });

  it('taps a button: the station gets the press with the whole message, the button spins until it is answered, once', async () => {
    const rig = await startedRig();
    const id = await rig.send(NIKOS, 'Shall we?', { reply_markup: buttons });
    await act(rig, { do: 'tap', chat, messageId: id, data: 'y' });
    const press = rig.posted[0]?.update.callback_query;
    expect(press).toMatchObject({
      data: 'y',
      from: { id: NIKOS },
      message: { message_id: id, text: 'Shall we?', reply_markup: buttons, chat: { id: NIKOS } },
    });
    expect(chatOf(rig, NIKOS).pending).toEqual([{ messageId: id, data: 'y' }]);
    const answer = { callback_query_id: press?.id, text: 'Done' };
    expect(await rig.call('answerCallbackQuery', answer)).toMatchObject({ ok: true });
    expect(chatOf(rig, NIKOS)).toMatchObject({ pending: [], toast: 'Done' });
    expect(await rig.call('answerCallbackQuery', answer)).toMatchObject({
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
    rig.telegram.phones.seen(chat);
    expect(chatOf(rig, NIKOS).toast).toBe('');
  });

  it('waits in vain when the press is answered too late', async () => {
    const rig = await startedRig();
    const id = await rig.send(NIKOS, 'Shall we?', { reply_markup: buttons });
    await act(rig, { do: 'tap', chat, messageId: id, data: 'y' });
    await rig.pass(166);
    expect(
      await rig.call('answerCallbackQuery', { callback_query_id: rig.posted[0]?.update.callback_query?.id }),
    ).toMatchObject({
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
    expect(chatOf(rig, NIKOS).pending).toEqual([]);
  });

  it('cannot tap a button that an edit took away', async () => {
    const rig = await startedRig();
    const id = await rig.send(NIKOS, 'Shall we?', { reply_markup: buttons });
    await rig.call('editMessageReplyMarkup', { chat_id: NIKOS, message_id: id });
    expect(() => rig.telegram.phones.act({ do: 'tap', chat, messageId: id, data: 'y' })).toThrow(
      'no such button',
    );
  });

  it('sends three photos as one album of three updates, the caption on the first', async () => {
    const rig = await startedRig();
    await act(rig, { do: 'photos', chat, images: [JPEG_URL, JPEG_URL, JPEG_URL], caption: 'the noise' });
    const messages = rig.posted.map(({ update }) => update.message);
    expect(new Set(messages.map((message) => message?.media_group_id)).size).toBe(1);
    expect(messages.map((message) => message?.caption)).toEqual(['the noise', undefined, undefined]);
    expect(messages[0]?.photo).toMatchObject([{ width: 90 }, { width: 640, height: 480 }]);
    expect(chatOf(rig, NIKOS).messages.at(-1)?.album).toBe(messages[0]?.media_group_id);
  });

  it('sends one photo without an album', async () => {
    const rig = await startedRig();
    await act(rig, { do: 'photos', chat, images: [JPEG_URL], caption: '' });
    expect(rig.posted[0]?.update.message?.media_group_id).toBeUndefined();
  });

  it('cannot send what is no picture as a photo', async () => {
    const rig = await startedRig();
    const images = ['data:image/png;base64,aGVsbG8='];
    expect(() => rig.telegram.phones.act({ do: 'photos', chat, images, caption: '' })).toThrow(
      'no JPEG or PNG',
    );
  });

  it('shares their own contact from the keyboard, which goes away with it', async () => {
    const rig = await startedRig();
    const keyboard = [[{ text: 'Share my number', request_contact: true }], ['Skip']];
    const asked = await rig.send(NIKOS, 'Your number?', {
      reply_markup: { keyboard, one_time_keyboard: true },
    });
    expect(chatOf(rig, NIKOS).keyboard).toEqual([
      [{ text: 'Share my number', kind: 'contact' }],
      [{ text: 'Skip', kind: 'text' }],
    ]);
    await act(rig, { do: 'contact', chat, own: true });
    expect(raw(rig)).toMatchObject([
      {
        message: {
          contact: { phone_number: '306900000001', first_name: 'Nikos', user_id: NIKOS },
          reply_to_message: { message_id: asked },
        },
      },
    ]);
    expect(chatOf(rig, NIKOS).keyboard).toEqual([]);
  });

  it('sends the place from the keyboard, which goes away with it; a keyboard that asks something else stays', async () => {
    const rig = await startedRig();
    const place = { do: 'location', chat, latitude: 40.6402, longitude: 22.9685 } as const;
    const asks = (key: object) =>
      rig.send(NIKOS, 'Please', { reply_markup: { keyboard: [[key]], one_time_keyboard: true } });
    await asks({ text: 'Share my number', request_contact: true });
    await act(rig, place);
    expect(chatOf(rig, NIKOS).keyboard).toHaveLength(1);
    await asks({ text: 'Send my location', request_location: true });
    await act(rig, place);
    expect(chatOf(rig, NIKOS).keyboard).toEqual([]);
  });

  it("sends somebody else's contact, which says whose it is", async () => {
    const rig = await startedRig();
    await act(rig, { do: 'contact', chat, own: false });
    expect(raw(rig)).toMatchObject([{ message: { contact: { user_id: ANNA }, from: { id: NIKOS } } }]);
  });

  it('keeps a lasting keyboard until the bot removes it', async () => {
    const rig = await startedRig();
    await rig.send(NIKOS, 'Menu', { reply_markup: { keyboard: [['Book']] } });
    await rig.says(NIKOS, 'Book');
    expect(chatOf(rig, NIKOS).keyboard).toHaveLength(1);
    await rig.send(NIKOS, 'Bye', { reply_markup: { remove_keyboard: true } });
    expect(chatOf(rig, NIKOS).keyboard).toEqual([]);
  });

  it('sends a place, a voice message and a file', async () => {
    const rig = await startedRig();
    await act(rig, { do: 'location', chat, latitude: 40.64, longitude: 22.94 });
    await act(rig, { do: 'voice', chat, seconds: 7 });
    await act(rig, { do: 'document', chat, name: 'a.pdf', data: 'data:application/pdf;base64,JVBERg==' });
    expect(raw(rig)).toMatchObject([
      { message: { location: { latitude: 40.64, longitude: 22.94 } } },
      { message: { voice: { duration: 7, mime_type: 'audio/ogg' } } },
      { message: { document: { file_name: 'a.pdf', mime_type: 'application/pdf', file_size: 4 } } },
    ]);
  });

  it('corrects a message; the station hears of it under the same message id', async () => {
    const rig = await startedRig();
    await rig.says(NIKOS, 'tomorow');
    const id = rig.posted[0]?.update.message?.message_id ?? 0;
    await rig.pass(5);
    await act(rig, { do: 'edit', chat, messageId: id, text: 'tomorrow' });
    expect(raw(rig).at(-1)).toMatchObject({
      edited_message: { message_id: id, text: 'tomorrow', edit_date: rig.clock.now / 1000 },
    });
    expect(chatOf(rig, NIKOS).messages.at(-1)).toMatchObject({ edited: true, content: { text: 'tomorrow' } });
  });

  it('answers a message; the station gets it whole, one level deep', async () => {
    const rig = await startedRig();
    const first = await rig.send(NIKOS, 'Which day?', { reply_parameters: { message_id: 11 } });
    await rig.says(NIKOS, 'Friday', { replyTo: first });
    const replied = rig.posted[0]?.update.message?.reply_to_message;
    expect(replied).toMatchObject({ message_id: first, text: 'Which day?' });
    expect(replied).not.toHaveProperty('reply_to_message');
  });

  it('blocks the bot and comes back; the station hears of both', async () => {
    const rig = await startedRig();
    await act(rig, { do: 'block', chat, blocked: true });
    expect(() => rig.telegram.phones.act({ do: 'say', chat, text: 'hi' })).toThrow('blocked');
    await act(rig, { do: 'block', chat, blocked: false });
    expect(raw(rig)).toMatchObject([
      { my_chat_member: { old_chat_member: { status: 'member' }, new_chat_member: { status: 'kicked' } } },
      { my_chat_member: { old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } } },
    ]);
  });

  it('changes the language of the app, and gets the command menu of that language', async () => {
    const rig = await startedRig();
    const menu = (description: string) => ({ commands: [{ command: 'book', description }] });
    await rig.call('setMyCommands', menu('Book a visit'));
    await rig.call('setMyCommands', { ...menu('Ραντεβού'), language_code: 'el' });
    await rig.call('setMyCommands', { ...menu('Desk'), scope: { type: 'chat', chat_id: GROUP } });
    const shown = () => chatOf(rig, NIKOS).commands.map(({ description }) => description);
    expect(shown()).toEqual(['Ραντεβού']);
    await act(rig, { do: 'language', chat, language: 'ru' });
    expect(shown()).toEqual(['Book a visit']);
    expect(chatOf(rig, GROUP).commands).toMatchObject([{ description: 'Desk' }]);
    await rig.says(NIKOS, 'x');
    expect(rig.posted.at(-1)?.update.message?.from).toMatchObject({ language_code: 'ru' });
  });

  it('sees typing for five seconds, or until the bot writes', async () => {
    const rig = await startedRig();
    const typing = () => rig.call('sendChatAction', { chat_id: NIKOS, action: 'typing' });
    await typing();
    expect(chatOf(rig, NIKOS).typing).toBe(true);
    await rig.pass(5);
    expect(chatOf(rig, NIKOS).typing).toBe(false);
    await typing();
    await rig.send(NIKOS, 'here');
    expect(chatOf(rig, NIKOS).typing).toBe(false);
  });

  it('sees one tick until the station took the message', async () => {
    const rig = await startedRig();
    rig.answers(() => ({ status: 503 }));
    await rig.says(NIKOS, 'hello');
    expect(chatOf(rig, NIKOS).messages.at(-1)?.delivered).toBe(false);
    rig.answers(() => ({ status: 200 }));
    await rig.pass(2);
    expect(chatOf(rig, NIKOS).messages.at(-1)?.delivered).toBeUndefined();
  });

  it('writes more than a message holds: the app cuts it', async () => {
    const rig = await startedRig();
    await rig.says(NIKOS, '😀'.repeat(3000));
    expect(rig.posted.map(({ update }) => update.message?.text?.length)).toEqual([4096, 1904]);
  });

  it('joins as somebody new, whom the bot cannot write to before they do', async () => {
    const rig = await startRig();
    const { chat: fresh } = rig.telegram.phones.act({
      do: 'new-person',
      name: 'Ivan Petrov',
      language: 'ru',
    });
    expect(await rig.call('sendMessage', { chat_id: fresh, text: 'hi' })).toMatchObject({ error_code: 403 });
    await rig.says(Number(fresh), '/start');
    expect(await rig.send(Number(fresh), 'hi')).toBeGreaterThan(0);
    expect(rig.telegram.phones.phones().at(-2)).toMatchObject({ name: 'Ivan Petrov', language: 'ru' });
  });

  it('is one of the demo people; advisors share the group', async () => {
    const rig = await startRig();
    expect(rig.telegram.phones.phones().map(({ id, name, language }) => [id, name, language])).toEqual([
      ['7000001', 'Nikos', 'el'],
      ['7000002', 'Anna', 'ru'],
      ['7000003', 'Kostas Papadopoulos', 'el'],
      ['7000004', 'Sergey', 'ru'],
      ['7000005', 'Lena', 'en'],
      ['7000006', 'Olena', 'uk'],
      [String(GROUP), 'Advisors', 'en'],
    ]);
    expect(rig.telegram.phones.writers()).toEqual([
      { id: String(MARIA), name: 'Maria', role: 'advisor' },
      { id: '5000002', name: 'Eleni', role: 'advisor' },
      { id: '7900001', name: 'Petros', role: 'stranger' },
      { id: 'anonymous', name: 'Anonymous', role: 'anonymous' },
    ]);
  });
});
