import { describe, expect, it } from 'vitest';
import { resultOf } from '#shared/channels/whatsapp/answer.ts';
import { messageCall, reactionCall, readCall } from '#shared/channels/whatsapp/call.ts';
import { send } from '#shared/channels/whatsapp/send.ts';
import type { HttpOutcome } from '#shared/runtime/http-client.ts';
import { answered, fakeHttp, lost, notSent } from '../../runtime/fake-http.ts';
import { account } from '../sample.ts';
import { ids, us } from './payload.ts';

const personal = 'Ivan AB1234CD +306912345678';
const to = { channel: 'whatsapp', bot: us.bot, chat: ids.user, thread: '' };
const message = messageCall(to, { type: 'text', text: { body: personal, preview_url: false } });
const mark = readCall('wamid.IN');
const reference = `whatsapp/${us.bot}/${ids.user}/|v00000007|0`;

const taken = {
  messaging_product: 'whatsapp',
  contacts: [{ input: ids.user, user_id: ids.user }],
  messages: [{ id: 'wamid.OUT', message_status: 'accepted' }],
};

function refused(status: number, code: unknown, rest: object = {}, headers: Record<string, string> = {}) {
  const error = { message: `(#${code}) ${personal}`, type: 'OAuthException', code, fbtrace_id: 'x', ...rest };
  return answered(status, { error }, headers);
}

const throttled = { kind: 'throttled', scope: 'account', retryAfterSeconds: null, unasked: false };

describe('a message that was taken', () => {
  it('goes to our number, with the token in the header alone and what brings statuses back', async () => {
    const { http, requests } = fakeHttp(answered(200, taken));
    expect(await send(message, account, http, reference)).toEqual({ kind: 'sent', messageId: 'wamid.OUT' });
    const [request] = requests;
    expect(request).toMatchObject({
      method: 'POST',
      url: 'https://messenger.example/4242/messages',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${account.token}` },
    });
    expect(JSON.parse(String(request?.body))).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      recipient: ids.user,
      type: 'text',
      text: { body: personal, preview_url: false },
      biz_opaque_callback_data: reference,
    });
    expect(reference.length).toBeLessThanOrEqual(512);
  });

  it('counts as taken while Meta holds it for a look', async () => {
    const held = { ...taken, messages: [{ id: 'wamid.OUT', message_status: 'held_for_quality_assessment' }] };
    const { http } = fakeHttp(answered(200, held));
    expect(await send(message, account, http, reference)).toEqual({ kind: 'sent', messageId: 'wamid.OUT' });
  });

  it('being a read mark has no id and brings no statuses', async () => {
    const { http, requests } = fakeHttp(answered(200, { success: true }));
    expect(await send(mark, account, http, reference)).toEqual({ kind: 'sent', messageId: null });
    expect(JSON.parse(String(requests[0]?.body))).toEqual({
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: 'wamid.IN',
      typing_indicator: { type: 'text' },
    });
  });
});

it('a reaction may be repeated and brings no statuses', async () => {
  const reaction = reactionCall(to, 'wamid.IN', '👍');
  const { http, requests } = fakeHttp(answered(200, taken));
  expect(await send(reaction, account, http, reference)).toMatchObject({ kind: 'sent' });
  expect(JSON.parse(String(requests[0]?.body))).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    recipient: ids.user,
    type: 'reaction',
    reaction: { message_id: 'wamid.IN', emoji: '👍' },
  });
  expect(await send(reaction, account, fakeHttp(lost).http, reference)).toMatchObject({
    kind: 'unreachable',
  });
});

describe('a message with a file', () => {
  const upload = {
    field: 'file',
    name: 'file',
    mime: 'image/jpeg',
    content: new Uint8Array([255, 216, 255]),
  };
  const photo = messageCall(to, { type: 'image', image: { caption: personal } }, { upload });
  const brought = answered(200, { id: '1037543291543636' });

  it('brings the file there first and then names it', async () => {
    const { http, requests } = fakeHttp(brought, answered(200, taken));
    expect(await send(photo, account, http, reference)).toEqual({ kind: 'sent', messageId: 'wamid.OUT' });
    const [bringing, showing] = requests;
    expect(bringing).toMatchObject({
      url: 'https://messenger.example/4242/media',
      headers: { authorization: `Bearer ${account.token}` },
    });
    const type = bringing?.headers['content-type'] ?? '';
    const body = new Uint8Array(Buffer.from(bringing?.body ?? ''));
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    expect([form.get('messaging_product'), form.get('type')]).toEqual(['whatsapp', 'image/jpeg']);
    const file = form.get('file');
    expect(file instanceof Blob && [file.type, file.size]).toEqual(['image/jpeg', 3]);
    expect(JSON.parse(String(showing?.body))).toMatchObject({
      type: 'image',
      image: { id: '1037543291543636', caption: personal },
      biz_opaque_callback_data: reference,
    });
    expect(String(bringing?.body)).not.toContain(personal);
  });

  it.each([
    ['the connection was lost', lost, { kind: 'unreachable' }],
    ['there is no connection', notSent, { kind: 'unreachable' }],
    ['Meta fails', refused(500, 131_000), { kind: 'unreachable' }],
    ['the answer cannot be read', answered(200, '{}'), { kind: 'unreachable' }],
    ['the answer is of something else', answered(200, taken), { kind: 'unreachable' }],
    ['the file is refused', refused(400, 100), { kind: 'rejected', reason: '100 a parameter is invalid' }],
    ['there were too many calls', refused(400, 4), throttled],
    ['the token is gone', refused(401, 190), { kind: 'unauthorized', why: 'token' }],
  ] as const)(
    'shows nothing and may be sent again when, while it is brought, %s',
    async (_l, outcome, failure) => {
      const { http, requests } = fakeHttp(outcome);
      const result = await send(photo, account, http, reference);
      expect(result).toMatchObject(failure);
      expect(requests).toHaveLength(1);
      expect(JSON.stringify(result)).not.toMatch(/canary|Ivan|AB1234CD|3069/);
    },
  );

  it('may have arrived when the second answer is lost', async () => {
    const { http } = fakeHttp(brought, lost);
    expect(await send(photo, account, http, reference)).toMatchObject({ kind: 'ambiguous' });
  });
});

const refusals: readonly (readonly [string, HttpOutcome, object])[] = [
  ['too much to this person', refused(400, 131_056), { ...throttled, scope: 'chat' }],
  ['too much of this number', refused(400, 130_429), throttled],
  ['too many calls of the app', refused(400, 4), throttled],
  ['too many reports', refused(400, 131_048), { ...throttled, unasked: true }],
  [
    'too much, for as long as the answer asks',
    refused(429, 80_007, {}, { 'retry-after': '12.5' }),
    { ...throttled, retryAfterSeconds: 13 },
  ],
  ['too much, for a time that is none', refused(429, 4, {}, { 'retry-after': 'soon' }), throttled],
  ['too much, says a code nobody knows', refused(429, 987_654), throttled],
  ['too much, says a proxy', answered(429, '<html>'), throttled],
  ['the window is closed', refused(400, 131_047), { kind: 'windowClosed' }],
  [
    'nobody there',
    refused(400, 131_026),
    { kind: 'blocked', reason: '131026 cannot be delivered to this person' },
  ],
  ['a revoked token', refused(401, 190), { kind: 'unauthorized', why: 'token' }],
  ['a token without a code we know', refused(401, 987_654), { kind: 'unauthorized', why: 'token' }],
  ['a missing permission', refused(403, 200), { kind: 'unauthorized', why: 'token' }],
  ['another missing permission', refused(403, 299), { kind: 'unauthorized', why: 'token' }],
  ['no way of payment', refused(400, 131_042), { kind: 'unauthorized', why: 'payment' }],
  ['a restricted account', refused(403, 368), { kind: 'unauthorized', why: 'account' }],
  ['a bad parameter', refused(400, 100), { kind: 'rejected', reason: '100 a parameter is invalid' }],
  ['a code nobody knows', refused(400, 987_654), { kind: 'rejected', reason: '987654 unknown, status 400' }],
  ['a code nobody knows that passes', refused(400, 987_654, { is_transient: true }), { kind: 'ambiguous' }],
  ['a code nobody knows, out of the middle of the work', refused(500, 987_654), { kind: 'ambiguous' }],
  ['an unknown error of Meta', refused(500, 131_000), { kind: 'ambiguous' }],
  ['a service that is not available', refused(503, 131_016), { kind: 'ambiguous' }],
  ['an error with an answer of success', refused(200, 131_026), { kind: 'blocked' }],
  ['an error without a code', answered(400, { error: { message: personal } }), { kind: 'unreachable' }],
  ['a bad gateway with a page', answered(502, '<html>Bad Gateway</html>'), { kind: 'ambiguous' }],
  ['a page of something in between', answered(400, '<html>'), { kind: 'unreachable' }],
  ['a redirect', answered(302, ''), { kind: 'unreachable' }],
  ['a wrong base address', answered(404, '<html>Not Found</html>'), { kind: 'unauthorized', why: 'token' }],
  ['a body too large for a proxy', answered(413, 'too large'), { kind: 'rejected' }],
  ['no connection', notSent, { kind: 'unreachable', reason: 'ECONNREFUSED' }],
  ['a lost answer', lost, { kind: 'ambiguous', reason: 'ECONNRESET' }],
  ['an answer cut short', answered(200, '{"messages":[{"id":"wam'), { kind: 'ambiguous' }],
  ['an empty answer', answered(200, ''), { kind: 'ambiguous' }],
  ['an answer without an id', answered(200, { messages: [] }), { kind: 'ambiguous' }],
];

describe('a message that was not taken', () => {
  it.each(refusals)('%s', async (_label, outcome, expected) => {
    const result = await send(message, account, fakeHttp(outcome).http, reference);
    expect(result).toMatchObject(expected);
    expect(JSON.stringify(result)).not.toMatch(/canary|Ivan|AB1234CD|3069/);
  });

  it('is simply sent again where that shows nothing twice', () => {
    for (const outcome of [lost, refused(500, 131_000), answered(502, ''), answered(200, '')])
      expect(resultOf(outcome, mark)).toMatchObject({ kind: 'unreachable' });
    expect(resultOf(refused(400, 100), mark)).toMatchObject({ kind: 'rejected' });
  });
});
