import { describe, expect, it } from 'vitest';
import { ANNA, GROUP, NIKOS, startedRig, TOKEN } from './rig.ts';

const button = (fields: Record<string, unknown>) => ({ inline_keyboard: [[{ text: 'Go', ...fields }]] });

describe('Telegram refuses in its own words', () => {
  const cases: readonly (readonly [string, string, Record<string, unknown>, number, string])[] = [
    [
      'a text of nothing',
      'sendMessage',
      { chat_id: NIKOS, text: '' },
      400,
      'Bad Request: message text is empty',
    ],
    [
      'a text of blanks',
      'sendMessage',
      { chat_id: NIKOS, text: ' \n ' },
      400,
      'Bad Request: message text is empty',
    ],
    ['a text forgotten', 'sendMessage', { chat_id: NIKOS }, 400, 'Bad Request: message text is empty'],
    [
      'a text of 4,097 units',
      'sendMessage',
      { chat_id: NIKOS, text: 'x'.repeat(4097) },
      400,
      'Bad Request: message is too long',
    ],
    ['a chat forgotten', 'sendMessage', { text: 'hi' }, 400, 'Bad Request: chat_id is empty'],
    ['a chat nobody has', 'sendMessage', { chat_id: 42, text: 'hi' }, 400, 'Bad Request: chat not found'],
    [
      'a person who never pressed Start',
      'sendMessage',
      { chat_id: ANNA, text: 'hi' },
      403,
      "Forbidden: bot can't initiate conversation with a user",
    ],
    [
      'a topic nobody has',
      'sendMessage',
      { chat_id: GROUP, text: 'hi', message_thread_id: 999 },
      400,
      'Bad Request: message thread not found',
    ],
    [
      'General by its number',
      'sendMessage',
      { chat_id: GROUP, text: 'hi', message_thread_id: 1 },
      400,
      'Bad Request: message thread not found',
    ],
    [
      'an answer to nothing',
      'sendMessage',
      { chat_id: NIKOS, text: 'hi', reply_parameters: { message_id: 9999 } },
      400,
      'Bad Request: message to be replied not found',
    ],
    [
      'broken HTML',
      'sendMessage',
      { chat_id: NIKOS, text: '<b>hi', parse_mode: 'HTML' },
      400,
      `Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`,
    ],
    [
      'an unknown parse mode',
      'sendMessage',
      { chat_id: NIKOS, text: 'hi', parse_mode: 'BBCode' },
      400,
      'Bad Request: unsupported parse_mode',
    ],
    [
      'a button that does nothing',
      'sendMessage',
      { chat_id: NIKOS, text: 'hi', reply_markup: button({}) },
      400,
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'button data of 65 bytes',
      'sendMessage',
      { chat_id: NIKOS, text: 'hi', reply_markup: button({ callback_data: `${'д'.repeat(32)}x` }) },
      400,
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'button data of nothing',
      'sendMessage',
      { chat_id: NIKOS, text: 'hi', reply_markup: button({ callback_data: '' }) },
      400,
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'a markup that is a word',
      'sendMessage',
      { chat_id: NIKOS, text: 'hi', reply_markup: 'none' },
      400,
      'Bad Request: object expected as reply markup',
    ],
    [
      'a button without words',
      'sendMessage',
      { chat_id: NIKOS, text: 'hi', reply_markup: { inline_keyboard: [[{ url: 'https://a.gr' }]] } },
      400,
      `Bad Request: can't parse reply markup: Can't find field "text"`,
    ],
    [
      'button words that are a number',
      'sendMessage',
      { chat_id: NIKOS, text: 'hi', reply_markup: { inline_keyboard: [[{ text: 5 }]] } },
      400,
      'Bad Request: can\'t parse reply markup: Field "text" must be of type String',
    ],
    [
      'asking the group for a phone number',
      'sendMessage',
      { chat_id: GROUP, text: 'hi', reply_markup: { keyboard: [[{ text: 'Mine', request_contact: true }]] } },
      400,
      'Bad Request: phone number can be requested in private chats only',
    ],
    [
      'a text that is a list',
      'sendMessage',
      { chat_id: NIKOS, text: ['hi'] },
      400,
      'Bad Request: field "text" must be of type String',
    ],
    [
      'an entity past the end',
      'sendMessage',
      { chat_id: NIKOS, text: 'hi', entities: [{ type: 'bold', offset: 0, length: 3 }] },
      400,
      'Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 3',
    ],
    [
      'an entity through an emoji',
      'sendMessage',
      { chat_id: NIKOS, text: '😀😀', entities: [{ type: 'bold', offset: 0, length: 1 }] },
      400,
      'Bad Request: entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 1',
    ],
    [
      'editing what is not there',
      'editMessageText',
      { chat_id: NIKOS, message_id: 9999, text: 'hi' },
      400,
      'Bad Request: message to edit not found',
    ],
    [
      "editing a person's words",
      'editMessageText',
      { chat_id: NIKOS, message_id: 11, text: 'hi' },
      400,
      "Bad Request: message can't be edited",
    ],
    [
      'deleting what is not there',
      'deleteMessage',
      { chat_id: NIKOS, message_id: 9999 },
      400,
      'Bad Request: message to delete not found',
    ],
    [
      'answering a press nobody made',
      'answerCallbackQuery',
      { callback_query_id: '1' },
      400,
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    [
      'a toast of 201 units',
      'answerCallbackQuery',
      { callback_query_id: '1', text: 'x'.repeat(201) },
      400,
      'Bad Request: MESSAGE_TOO_LONG',
    ],
    [
      '101 commands',
      'setMyCommands',
      { commands: Array.from({ length: 101 }, (_, i) => ({ command: `c${i}`, description: 'd' })) },
      400,
      'Bad Request: BOT_COMMANDS_TOO_MUCH',
    ],
    [
      'a command with a capital',
      'setMyCommands',
      { commands: [{ command: 'Book', description: 'd' }] },
      400,
      'Bad Request: BOT_COMMAND_INVALID',
    ],
    [
      'an album of one',
      'sendMediaGroup',
      { chat_id: NIKOS, media: [{ type: 'photo', media: 'x' }] },
      400,
      'Bad Request: album must contain 2-10 items',
    ],
    [
      'an unknown file',
      'sendPhoto',
      { chat_id: NIKOS, photo: 'nonsense' },
      400,
      'Bad Request: wrong file identifier/HTTP URL specified',
    ],
    [
      'a photo forgotten',
      'sendPhoto',
      { chat_id: NIKOS },
      400,
      'Bad Request: there is no photo in the request',
    ],
    [
      'a photo by address',
      'sendPhoto',
      { chat_id: NIKOS, photo: 'https://example.com/a.jpg' },
      400,
      'Bad Request: failed to get HTTP URL content',
    ],
    [
      'an invented file to fetch',
      'getFile',
      { file_id: 'nonsense' },
      400,
      'Bad Request: wrong file_id or the file is temporarily unavailable',
    ],
    [
      'an action nobody knows',
      'sendChatAction',
      { chat_id: NIKOS, action: 'dancing' },
      400,
      'Bad Request: wrong parameter action in request',
    ],
    [
      'a reaction nobody may set',
      'setMessageReaction',
      { chat_id: NIKOS, message_id: 11, reaction: [{ type: 'emoji', emoji: '✔' }] },
      400,
      'Bad Request: REACTION_INVALID',
    ],
    [
      'a topic without a name',
      'createForumTopic',
      { chat_id: GROUP, name: ' ' },
      400,
      'Bad Request: TOPIC_TITLE_EMPTY',
    ],
    [
      'a topic name of 129 letters',
      'createForumTopic',
      { chat_id: GROUP, name: 'x'.repeat(129) },
      400,
      'Bad Request: TOPIC_TITLE_TOO_LONG',
    ],
    [
      'topics in a private chat',
      'createForumTopic',
      { chat_id: NIKOS, name: 'x' },
      400,
      'Bad Request: the chat is not a forum',
    ],
    [
      'a webhook without TLS',
      'setWebhook',
      { url: 'http://example.com/hook' },
      400,
      'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    ],
    [
      'a secret with a space',
      'setWebhook',
      { url: 'https://example.com/', secret_token: 'a b' },
      400,
      'Bad Request: secret token contains unallowed characters',
    ],
    [
      'polling beside a webhook',
      'getUpdates',
      {},
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    ],
    ['a method nobody has', 'sendHug', {}, 404, 'Not Found: method not found'],
  ];

  it.each(cases)('%s', async (_what, method, params, code, description) => {
    const rig = await startedRig();
    expect(await rig.call(method, params)).toMatchObject({ ok: false, error_code: code, description });
    expect(rig.telegram.ledger().at(-1)).toMatchObject({ status: code, description, effect: false });
  });

  it('a message that would not change', async () => {
    const rig = await startedRig();
    const id = await rig.send(NIKOS, 'Pick a time', { reply_markup: button({ callback_data: 'a' }) });
    const edit = { chat_id: NIKOS, message_id: id, text: 'Pick a time' };
    expect(
      await rig.call('editMessageText', { ...edit, reply_markup: button({ callback_data: 'a' }) }),
    ).toMatchObject({
      description:
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    });
    expect(await rig.call('editMessageText', edit)).toMatchObject({ ok: true });
  });

  it('somebody who blocked the bot, and notes a second try as a violation', async () => {
    const rig = await startedRig();
    rig.telegram.conditions.blocked(NIKOS, true);
    const send = () => rig.call('sendMessage', { chat_id: NIKOS, text: 'hi' });
    expect(await send()).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    expect(rig.telegram.ledger().at(-1)?.violations).toEqual([]);
    await send();
    expect(rig.telegram.ledger().at(-1)?.violations).toEqual(['call to a chat that had refused the bot']);
    rig.telegram.conditions.blocked(NIKOS, false);
    expect(await send()).toMatchObject({ ok: true });
  });

  it('an account that is gone', async () => {
    const rig = await startedRig();
    rig.telegram.conditions.deactivated(NIKOS);
    expect(await rig.call('sendMessage', { chat_id: NIKOS, text: 'hi' })).toMatchObject({
      description: 'Forbidden: user is deactivated',
    });
  });

  it('every token but the one in force', async () => {
    const rig = await startedRig();
    const ask = async (token: string) => (await fetch(`${rig.telegram.apiUrl}/bot${token}/getMe`)).json();
    const unauthorised = { ok: false, error_code: 401, description: 'Unauthorized' };
    expect(await ask('123456:other')).toEqual(unauthorised);
    rig.telegram.conditions.token(undefined);
    expect(await ask(TOKEN)).toEqual(unauthorised);
    rig.telegram.conditions.token('123456:rotated');
    expect(await ask('123456:rotated')).toMatchObject({ ok: true });
  });
});
