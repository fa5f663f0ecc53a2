import { describe, expect, it } from 'vitest';
import type { Account, Payload, Sent } from '#shared/channels/channel.ts';
import { acknowledge, render } from '#shared/channels/telegram/render.ts';
import { send } from '#shared/channels/telegram/send.ts';
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
  [
    'removed from the group',
    refused(403, 'Forbidden: bot was kicked from the supergroup chat'),
    { kind: 'blocked', reason: '403 bot was kicked' },
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

describe('the answer to a tap', () => {
  it.each([
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
    'Bad Request: QUERY ID IS INVALID',
  ])('that came too late counts as done: %s', async (description) => {
    const { http } = fakeHttp(refused(400, description));
    expect(await send(tapAnswer, account, http)).toEqual({ kind: 'sent', messageId: null });
  });
});
