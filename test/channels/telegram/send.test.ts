import { describe, expect, it } from 'vitest';
import type { Account, Payload, Sent } from '#shared/channels/channel.ts';
import { acknowledge, render } from '#shared/channels/telegram/render.ts';
import { send } from '#shared/channels/telegram/send.ts';
import { topics } from '#shared/channels/telegram/topics.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import { card, type Outbound, say } from '#shared/domain/outbound.ts';
import type { HttpOutcome } from '#shared/runtime/http-client.ts';
import { answered, fakeHttp, lost, notSent } from '../../runtime/fake-http.ts';
import { calendar, context, person, text, words } from '../sample.ts';

const token = '4242:AAF-canary-token-canary-token-12345';
const account: Account = {
  bot: '4242',
  token,
  number: '',
  webhookSecrets: [],
  verifyToken: '',
  apiUrl: 'https://api.telegram.example',
};
const personal = 'Ivan AB1234CD +306912345678';

function shown(message: Outbound): Payload {
  const [first] = render([message], person, text, context);
  if (!first) throw new Error('nothing was rendered');
  return first.payload;
}

const message = shown(say(words(personal)));
const edit = shown({ ...card('step', words(personal)), place: 'edit', target: '40' });
const file = shown(calendar);
const tapAnswer = acknowledge({ tapId: '1', messageId: null });
if (!tapAnswer) throw new Error('a tap is not answered');

function refused(code: number, description: string, parameters?: object, headers?: Record<string, string>) {
  return answered(code, { ok: false, error_code: code, description, parameters }, headers);
}

type Case = readonly [
  label: string,
  outcome: HttpOutcome,
  result: Sent | SendFailure | { readonly kind: string },
];

describe('a message that was sent', () => {
  it('goes out as JSON to the method, with the token only in the address', async () => {
    const { http, requests } = fakeHttp(answered(200, { ok: true, result: { message_id: 77 } }));
    expect(await send(message, account, http)).toEqual({ kind: 'sent', messageId: '77' });
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: `https://api.telegram.example/bot${token}/sendMessage`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message.body),
      },
    ]);
  });

  it('has no id where the method makes no message', async () => {
    const { http } = fakeHttp(answered(200, { ok: true, result: true }));
    expect(await send(tapAnswer, account, http)).toEqual({ kind: 'sent', messageId: null });
  });

  it('keeps the id of the message that was edited', async () => {
    const { http } = fakeHttp(answered(200, { ok: true, result: true }));
    expect(await send(edit, account, http)).toEqual({ kind: 'sent', messageId: '40' });
  });
});

describe('a file', () => {
  it('goes out as a form that any server reads', async () => {
    const { http, requests } = fakeHttp(answered(200, { ok: true, result: { message_id: 78 } }));
    expect(await send(file, account, http)).toEqual({ kind: 'sent', messageId: '78' });
    const [request] = requests;
    const body = Buffer.from(request?.body ?? '');
    const form = await new Response(new Uint8Array(body), { headers: request?.headers ?? {} }).formData();
    expect(form.get('chat_id')).toBe('501');
    const document = form.get('document');
    expect(document).toBeInstanceOf(File);
    if (!(document instanceof File)) return;
    expect(document.name).toBe('K3WPXA.ics');
    expect(Buffer.from(await document.arrayBuffer())).toEqual(Buffer.from(file.uploads[0]?.content ?? []));
  });
});

const refusals: readonly Case[] = [
  [
    'throttled for as long as Telegram asks',
    refused(429, 'Too Many Requests: retry after 37', { retry_after: 37 }),
    { kind: 'throttled', retryAfterSeconds: 37 },
  ],
  [
    'throttled by the header alone',
    refused(429, 'Too Many Requests', undefined, { 'retry-after': '12' }),
    { kind: 'throttled', retryAfterSeconds: 12 },
  ],
  [
    'throttled for a second where no time is named',
    refused(429, 'Too Many Requests'),
    { kind: 'throttled', retryAfterSeconds: 1 },
  ],
  [
    'throttled for at least a second',
    refused(429, 'Too Many Requests', { retry_after: 0 }),
    { kind: 'throttled', retryAfterSeconds: 1 },
  ],
  ['throttled by a proxy', answered(429, '<html>'), { kind: 'throttled', retryAfterSeconds: 1 }],
  [
    'blocked by the person',
    refused(403, 'Forbidden: bot was blocked by the user'),
    { kind: 'blocked', reason: '403 bot was blocked by the user' },
  ],
  [
    'a closed account',
    refused(403, 'Forbidden: user is deactivated'),
    { kind: 'blocked', reason: '403 user is deactivated' },
  ],
  [
    'never started',
    refused(403, "Forbidden: bot can't initiate conversation with a user"),
    { kind: 'blocked', reason: "403 bot can't initiate conversation" },
  ],
  ['a revoked token', refused(401, 'Unauthorized'), { kind: 'unauthorized', reason: '401' }],
  ['a token of a wrong shape', refused(404, 'Not Found'), { kind: 'unauthorized', reason: '404' }],
  [
    'a method that does not exist',
    refused(404, 'Not Found: method not found'),
    { kind: 'rejected', reason: '404 method not found' },
  ],
  [
    'a group with a new id',
    refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1002000000009,
    }),
    { kind: 'migrated', chat: '-1002000000009' },
  ],
  [
    'a deleted topic',
    refused(400, 'Bad Request: message thread not found'),
    { kind: 'topicGone', reason: '400 message thread not found' },
  ],
  [
    'a deleted topic, as a code',
    refused(400, 'Bad Request: TOPIC_DELETED'),
    { kind: 'topicGone', reason: '400 topic_deleted' },
  ],
  [
    'a closed topic',
    refused(400, 'Bad Request: TOPIC_CLOSED'),
    { kind: 'topicClosed', reason: '400 topic_closed' },
  ],
  [
    'a chat that is not there',
    refused(400, 'Bad Request: chat not found'),
    { kind: 'rejected', reason: '400 chat not found' },
  ],
  [
    'a button that Telegram refuses',
    refused(400, 'Bad Request: BUTTON_URL_INVALID'),
    { kind: 'rejected', reason: '400 BUTTON_URL_INVALID' },
  ],
  [
    'a description that quotes the message',
    refused(400, `Bad Request: unsupported start tag "${personal}" near ${token}`),
    { kind: 'rejected', reason: '400' },
  ],
  ['a conflict', refused(409, 'Conflict: terminated by other getUpdates request'), { kind: 'rejected' }],
  ['a body too large for a proxy', answered(413, 'too large'), { kind: 'rejected' }],
  ['an error of the server', refused(500, 'Internal Server Error'), { kind: 'unreachable' }],
  ['a bad gateway with a page', answered(502, '<html>Bad Gateway</html>'), { kind: 'unreachable' }],
  ['a page of something in between', answered(400, '<html>Bad Request</html>'), { kind: 'unreachable' }],
  ['a redirect', answered(302, ''), { kind: 'unreachable' }],
  ['a wrong base address', answered(404, '<html>Not Found</html>'), { kind: 'unauthorized' }],
  ['no connection', notSent, { kind: 'unreachable', reason: 'ECONNREFUSED' }],
  ['a lost answer', lost, { kind: 'ambiguous', reason: 'ECONNRESET' }],
  ['an answer cut short', answered(200, '{"ok":true,"resu'), { kind: 'ambiguous' }],
  ['an empty answer', answered(200, ''), { kind: 'ambiguous' }],
];

describe('a message that was not sent', () => {
  it.each(refusals)('%s', async (_label, outcome, expected) => {
    const result = await send(message, account, fakeHttp(outcome).http);
    expect(result).toMatchObject(expected);
    expect(JSON.stringify(result)).not.toMatch(/canary|Ivan|AB1234CD|3069/);
  });
});

const inGroup = render(
  [say(words(personal))],
  { ...person, chat: '-1002000000001', thread: '77' },
  text,
  context,
)[0]?.payload;
if (!inGroup) throw new Error('nothing was rendered');

const switches: readonly (readonly [string, number, string])[] = [
  ['removed from it', 403, 'Forbidden: bot was kicked from the supergroup chat'],
  ['never in it', 403, 'Forbidden: bot is not a member of the supergroup chat'],
  ['a right is missing', 400, 'Bad Request: not enough rights to send text messages to the chat'],
  ['a right to manage topics is missing', 400, 'Bad Request: not enough rights to create a topic'],
  ['no administrator', 400, 'Bad Request: CHAT_ADMIN_REQUIRED'],
  ['topics are off', 400, 'Bad Request: the chat is not a forum'],
  ['no such group for us', 400, 'Bad Request: chat not found'],
];

describe('what a switch in the group forbids', () => {
  it.each(switches)('waits for the switch: %s', async (_label, code, description) => {
    const result = await send(inGroup, account, fakeHttp(refused(code, description)).http);
    expect(result.kind).toBe('noRights');
    expect(result).toMatchObject({ reason: expect.stringMatching(new RegExp(`^${code} \\S`)) });
  });

  it('is final in a private chat, where nobody can turn one', async () => {
    const { http } = fakeHttp(refused(400, 'Bad Request: not enough rights to send text messages'));
    expect(await send(message, account, http)).toMatchObject({ kind: 'rejected' });
  });

  it('is not a topic that is gone or closed, nor a group that moved', async () => {
    const of = async (description: string, parameters?: object) =>
      (await send(inGroup, account, fakeHttp(refused(400, description, parameters)).http)).kind;
    expect(await of('Bad Request: message thread not found')).toBe('topicGone');
    expect(await of('Bad Request: TOPIC_CLOSED')).toBe('topicClosed');
    expect(await of('Bad Request: group chat was upgraded', { migrate_to_chat_id: -100 })).toBe('migrated');
  });
});

describe('what makes several messages, or none', () => {
  const photo = {
    kind: 'relay',
    content: {
      kind: 'photo',
      source: { at: 'messenger', channel: 'telegram', id: 'AgAC' },
      mime: null,
      name: null,
      bytes: null,
      caption: { text: '' },
      album: 'a',
    },
    sign: null,
    replyTo: null,
    target: null,
  } as const satisfies Outbound;
  const result = (...ids: readonly number[]) =>
    answered(200, { ok: true, result: ids.map((message_id) => ({ message_id })) });

  it('an album has the ids of all its messages, in order', async () => {
    const [album] = render([photo, photo], person, text, context);
    if (!album) throw new Error('no album');
    expect(await send(album.payload, account, fakeHttp(result(7, 8)).http)).toEqual({
      kind: 'sent',
      messageId: '7',
      album: ['7', '8'],
    });
  });

  it('an album out of the store goes out as one form with all its files', async () => {
    const stored = { ...photo, content: { ...photo.content, source: { at: 'store', key: 'jpeg' } as const } };
    const [album] = render([stored, stored], person, text, context);
    if (!album) throw new Error('no album');
    const { http, requests } = fakeHttp(result(7, 8));
    await send(album.payload, account, http);
    const body = new Uint8Array(Buffer.from(requests[0]?.body ?? ''));
    const form = await new Response(body, { headers: requests[0]?.headers ?? {} }).formData();
    expect(JSON.parse(String(form.get('media')))).toMatchObject([
      { type: 'photo', media: 'attach://file0' },
      { type: 'photo', media: 'attach://file1' },
    ]);
    expect([form.get('file0'), form.get('file1')]).toEqual([expect.any(File), expect.any(File)]);
  });

  it('a topic has its number', async () => {
    const made = answered(200, { ok: true, result: { message_thread_id: 77, name: 'Ann', icon_color: 1 } });
    const payload = topics.create({ ...person, chat: '-1002000000001' }, 'Ann');
    expect(await send(payload, account, fakeHttp(made).http)).toEqual({ kind: 'sent', messageId: '77' });
  });

  it('a message inside a topic has its own id, not the topic’s', async () => {
    const made = answered(200, { ok: true, result: { message_id: 905, message_thread_id: 77 } });
    expect(await send(inGroup, account, fakeHttp(made).http)).toEqual({ kind: 'sent', messageId: '905' });
  });

  const reaction = shown({ kind: 'react', target: '40', mark: 'sent' });
  const retraction = shown({ kind: 'retract', targets: ['40'], text: '' });

  it.each([
    ['a reaction that Telegram does not know', reaction, 'Bad Request: REACTION_INVALID'],
    ['a reaction on a message that is gone', reaction, 'Bad Request: message to react not found'],
    ['a message that is gone already', retraction, 'Bad Request: message to delete not found'],
    ['a message too old to be deleted', retraction, "Bad Request: message can't be deleted for everyone"],
  ])('%s is over: nothing more can be done', async (_label, payload, description) => {
    const { http } = fakeHttp(refused(400, description));
    expect(await send(payload, account, http)).toEqual({ kind: 'sent', messageId: null });
  });

  it('a reaction that was set makes no message', async () => {
    const { http } = fakeHttp(answered(200, { ok: true, result: true }));
    expect(await send(reaction, account, http)).toEqual({ kind: 'sent', messageId: null });
  });
});

const edits: readonly Case[] = [
  [
    'counts as done when the card already looks so',
    refused(400, 'Bad Request: message is not modified: specified new message content is the same'),
    { kind: 'sent', messageId: '40' },
  ],
  [
    'asks for a new message when the card is gone',
    refused(400, 'Bad Request: message to edit not found'),
    { kind: 'targetGone' },
  ],
  [
    'asks for a new message when the card cannot be edited',
    refused(400, "Bad Request: message can't be edited"),
    { kind: 'targetGone' },
  ],
  ['may be repeated after a lost answer', lost, { kind: 'unreachable' }],
  ['may be repeated after an answer cut short', answered(200, '{"ok"'), { kind: 'unreachable' }],
];

describe('an edit', () => {
  it.each(edits)('%s', async (_label, outcome, expected) => {
    expect(await send(edit, account, fakeHttp(outcome).http)).toMatchObject(expected);
  });
});

describe('words in the place of a message that turns out to be a picture', () => {
  const noText = refused(400, 'Bad Request: there is no text in the message to edit');

  it('replace what is written under it', async () => {
    const { http, requests } = fakeHttp(noText, answered(200, { ok: true, result: { message_id: 40 } }));
    const marked = { text: 'the left one', marks: [{ kind: 'bold' as const, offset: 4, length: 4 }] };
    const payload = shown({
      kind: 'relay',
      content: { kind: 'text', text: marked },
      sign: null,
      replyTo: null,
      target: '40',
    });
    expect(await send(payload, account, http)).toEqual({ kind: 'sent', messageId: '40' });
    expect(requests.map(({ url }) => url.split('/').at(-1))).toEqual([
      'editMessageText',
      'editMessageCaption',
    ]);
    expect(JSON.parse(String(requests[1]?.body))).toEqual({
      chat_id: 501,
      message_id: 40,
      caption: 'the left one',
      caption_entities: [{ type: 'bold', offset: 4, length: 4 }],
    });
  });

  it('come anew where they are too long for that, or where there is nothing under it either', async () => {
    const long = shown({ ...card('step', words('x'.repeat(1_025))), place: 'edit', target: '40' });
    const { http, requests } = fakeHttp(noText);
    expect(await send(long, account, http)).toMatchObject({ kind: 'targetGone' });
    expect(requests).toHaveLength(1);
    const sticker = fakeHttp(noText, refused(400, 'Bad Request: there is no caption in the message to edit'));
    expect(await send(edit, account, sticker.http)).toMatchObject({ kind: 'targetGone' });
  });
});

describe('the answer to a tap', () => {
  it.each([
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
    'Bad Request: QUERY ID IS INVALID',
  ])('that came too late counts as done: %s', async (description) => {
    const { http } = fakeHttp(refused(400, description));
    expect(await send(tapAnswer, account, http)).toEqual({ kind: 'sent', messageId: null });
  });
});
