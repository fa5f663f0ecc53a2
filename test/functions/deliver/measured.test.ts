import { describe, expect, it } from 'vitest';
import type { SendFailure } from '#shared/domain/failure.ts';
import { withNotice } from '#shared/domain/outbound.ts';
import { type Between, kill, straightThrough } from '#test/helpers/between.ts';
import { groupLine } from './group.ts';
import { day, lineTo, noon, ok, verbatim } from './line.ts';

/** What deliver adds to the product's metrics: what messages cost, and that a messenger refuses our account. */

const refused: SendFailure = { kind: 'unauthorized', reason: '190', why: 'token' };
const paid = (between: Between = straightThrough) => lineTo({}, between, 20_000);

describe('what messages cost', () => {
  it('is measured in dollars, once the messenger took them', async () => {
    const line = paid();
    line.has('v1', 'hello');
    line.has('v2', 'again');
    await line.wake();
    await line.wake();
    expect(line.measured).toEqual([
      { name: 'MessageDollars', value: 0.02 },
      { name: 'MessageDollars', value: 0.02 },
    ]);
  });

  it('is nothing where the messenger takes nothing, or did not take the message', async () => {
    const free = lineTo({}, straightThrough, 0);
    free.has('v1', 'hello');
    await free.wake();
    const line = paid();
    line.answers.push({ kind: 'rejected', reason: '132001' });
    line.has('v1', 'hello');
    await line.wake();
    expect([...free.measured, ...line.measured]).toEqual([]);
  });

  it('is measured once for the notice that words wait, whatever becomes of them', async () => {
    const line = paid();
    line.answers.push(ok);
    line.has('v1', 'hello', { openUntil: noon - 1, cause: 'timer' });
    await line.wake();
    line.now += 8 * day;
    await line.wake();
    expect(line.measured).toEqual([{ name: 'MessageDollars', value: 0.02 }]);
  });

  it('is measured once for a prepared notice', async () => {
    const line = paid();
    const reminder = withNotice(verbatim('Tomorrow at nine'), {
      kind: 'reminder',
      start: noon + day,
      car: 'Octavia',
    });
    line.has('v1', '', { openUntil: noon - 1, cause: 'timer', messages: [reminder] });
    await line.wake();
    expect(line.measured).toEqual([{ name: 'MessageDollars', value: 0.02 }]);
  });

  it('is measured once where the sender dies before it has written down that a message went out', async () => {
    let counted = false;
    let died = false;
    const line = paid((io, act) => {
      if (counted && !died) {
        died = true;
        return kill();
      }
      counted ||= io.kind === 'DynamoDB Put';
      return act();
    });
    line.has('v1', 'hello');
    await expect(line.wake()).rejects.toThrow('killed');
    expect(line.measured).toEqual([]);
    // The messenger tells that it has it.
    line.status('v1', { rung0: 2, message0: 'wamid.1' });
    await line.passes(5 * 60_000);
    await line.wake();
    expect(line.row('v1').outcome).toBe('sent');
    expect(line.texts).toEqual(['hello']);
    expect(line.measured).toEqual([{ name: 'MessageDollars', value: 0.02 }]);
  });
});

describe('an account that a messenger refuses', () => {
  it('is measured with every refusal, as long as it lasts', async () => {
    const line = lineTo();
    line.answers.push(refused, refused, ok);
    line.has('v1', 'first');
    await line.wake();
    await line.passes(5 * 60_000);
    expect(line.row('v1').outcome).toBe('sent');
    expect(line.measured).toEqual([
      { name: 'AccountRefused', value: 1 },
      { name: 'AccountRefused', value: 1 },
    ]);
  });

  it('is measured in the advisors’ group, too', async () => {
    const line = groupLine();
    line.revoked = true;
    line.has('v1', [verbatim('hello')]);
    await line.wake();
    line.revoked = false;
    await line.passes(5 * 60_000);
    expect(line.row('v1').outcome).toBe('sent');
    expect(line.measured).toEqual([{ name: 'AccountRefused', value: 1 }]);
  });

  it.each<[string, SendFailure]>([
    ['away', { kind: 'unreachable', reason: 'refused' }],
    ['asking for a pause', { kind: 'throttled', retryAfterSeconds: 3, scope: 'account', unasked: false }],
    ['refusing one message', { kind: 'rejected', reason: '400' }],
    ['where somebody blocked us', { kind: 'blocked', reason: '403' }],
  ])('is none that is %s', async (_what, failure) => {
    const line = lineTo();
    line.answers.push(failure);
    line.has('v1', 'first');
    await line.wake();
    expect(line.measured).toEqual([]);
  });
});
