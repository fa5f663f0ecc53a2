import { describe, expect, it } from 'vitest';
import { parse } from '#shared/channels/whatsapp/parse.ts';
import { inboundSchema } from '#shared/domain/inbound.ts';
import { ids, payload, post, us } from './payload.ts';

const destination = `whatsapp/${us.bot}/${ids.user}/`;
const reference = `${destination}|v00000007|1`;

function status(fields: object): Buffer {
  const usual = { id: 'wamid.OUT', status: 'failed', timestamp: '1795000009' };
  return post({ statuses: [{ ...usual, biz_opaque_callback_data: reference, ...fields }] });
}

const failed = (code: unknown, rest: object = {}) => status({ errors: [{ code }], ...rest });

describe('what became of a message of ours', () => {
  it.each(['sent', 'delivered', 'read', 'played'] as const)('is a rung of the ladder: %s', (rung) => {
    expect(parse(payload(`status-${rung}`), us)).toEqual([
      {
        receipt: rung,
        destination,
        row: 'v00000007',
        part: 1,
        messageId: 'wamid.OUT',
        at: 1_795_000_009_000,
      },
    ]);
  });

  it('that did not arrive comes into the conversation with the reason', () => {
    const [found] = parse(payload('status-failed'), us);
    expect(found).toEqual({
      id: 'status.wamid.OUT.131047',
      address: { channel: 'whatsapp', bot: us.bot, chat: ids.user, thread: '' },
      at: 1_795_000_009_000,
      from: null,
      messageId: 'wamid.OUT',
      event: {
        kind: 'undelivered',
        row: 'v00000007',
        part: 1,
        failure: {
          kind: 'windowClosed',
          reason: '131047 more than 24 hours since the last words of the person',
        },
      },
    });
    expect(inboundSchema.parse(found)).toEqual(found);
  });

  it.each([
    ['a code as text', failed('131026'), { kind: 'blocked' }],
    ['a code nobody knows', failed(987_654), { kind: 'rejected', reason: '987654 unknown' }],
    ['no code', status({}), { kind: 'rejected', reason: 'failed without a code' }],
    ['errors of another shape', status({ errors: 'none' }), { kind: 'rejected' }],
    [
      'several codes: the known one decides',
      status({ errors: [null, { code: 987_654 }, { code: 131_042 }] }),
      { kind: 'unauthorized', why: 'payment' },
    ],
    [
      'throttled to this person',
      failed(131_056),
      { kind: 'throttled', scope: 'chat', retryAfterSeconds: null },
    ],
  ])('that did not arrive is understood: %s', (_label, body, failure) => {
    expect(parse(body, us)).toMatchObject([{ event: { kind: 'undelivered', failure } }]);
  });

  it('is told apart for each message and code, however long Meta’s ids are', () => {
    const found = [
      failed(131_047),
      failed(131_026),
      failed(131_047, { id: `wamid.${'x'.repeat(300)}` }),
      failed(131_026, { id: `wamid.${'x'.repeat(300)}` }),
    ].flatMap((body) => parse(body, us).flatMap((one) => ('event' in one ? [one.id] : [])));
    expect(new Set(found).size).toBe(4);
    expect(Math.max(...found.map(({ length }) => length))).toBeLessThanOrEqual(120);
  });

  it.each([
    ['nothing', undefined],
    ['another sender’s mark', 'msg#01J'],
    ['another account', `whatsapp/999/${ids.user}/|v1|0`],
    ['another messenger', `telegram/${us.bot}/501/|v1|0`],
    ['an address with more parts', `${destination}1/more|v1|0`],
    ['an address that is none', 'whatsapp/a b/c/|v1|0'],
    ['no row', `${destination}||0`],
    ['a part that is no number', `${destination}|v1|x`],
    ['a part too many', `${reference}|2`],
    ['a number', 7],
  ])('is let go where the mark that came back is not ours: %s', (_label, mark) => {
    expect(parse(status({ status: 'read', biz_opaque_callback_data: mark }), us)).toEqual([
      { ignored: 'a status of a message that is not ours' },
    ]);
    expect(parse(failed(131_047, { biz_opaque_callback_data: mark }), us)).toEqual([
      { ignored: 'a failed message that is not ours: 131047' },
    ]);
  });

  it('is let go in words where it is no status', () => {
    expect(parse(post({ statuses: [null, 5, {}] }), us)).toEqual([
      { ignored: 'a status that cannot be read' },
      { ignored: 'a status that cannot be read' },
      { ignored: 'a status that cannot be read' },
    ]);
    expect(parse(status({ status: 'Ann is here' }), us)).toEqual([{ ignored: 'unknown status' }]);
  });
});
