import { describe, expect, it } from 'vitest';
import type { SendFailure } from '#shared/domain/failure.ts';
import { withNotice } from '#shared/domain/outbound.ts';
import { readHappened } from '#shared/store/happened.ts';
import { straightThrough } from '#test/helpers/between.ts';
import { day, lineTo, noon, ok, verbatim } from './line.ts';

/** What a messenger takes money for is counted once it took the message, and nothing else is. */

const refused: SendFailure = { kind: 'rejected', reason: '132001' };
const blocked: SendFailure = { kind: 'blocked', reason: '131026' };
const late = { openUntil: noon - 1, cause: 'timer' } as const;
const reminder = withNotice(verbatim('Tomorrow at nine'), {
  kind: 'reminder',
  start: noon + day,
  car: 'Octavia',
});

function paidLine() {
  const line = lineTo({}, straightThrough, 20_000);
  return {
    line,
    async bill() {
      const rows = await readHappened(line.table, '2026-11-21');
      return rows.flatMap(({ happened }) => (happened.what === 'sent' ? [happened] : []));
    },
  };
}

describe('the owner’s bill', () => {
  it('has what was sent, and the prepared notice that the messenger took', async () => {
    const { line, bill } = paidLine();
    line.has('v1', 'hello');
    await line.wake();
    expect(await bill()).toMatchObject([{ messages: 1, notices: 0, micros: 20_000 }]);
    const other = paidLine();
    other.line.has('v1', '', { ...late, messages: [reminder] });
    await other.line.wake();
    expect(await other.bill()).toMatchObject([{ messages: 1, notices: 1, micros: 20_000 }]);
  });

  it.each([
    ['a prepared notice that the messenger refuses', refused, { ...late, messages: [reminder] }],
    ['a prepared notice to somebody who blocked us', blocked, { ...late, messages: [reminder] }],
    ['a message that the messenger refuses', refused, {}],
    ['a message to somebody who blocked us', blocked, {}],
  ] as const)('has nothing of %s', async (_what, failure, more) => {
    const { line, bill } = paidLine();
    line.answers.push(failure);
    line.has('v1', 'hello', {
      ...more,
      messages: [...('messages' in more ? more.messages : [verbatim('hello')])],
    });
    await line.wake();
    expect(line.row('v1').outcome).not.toBeNull();
    expect(await bill()).toEqual([]);
  });

  it('has the announcement that somebody’s words wait once, and nothing more when they are given up', async () => {
    const { line, bill } = paidLine();
    line.answers.push(ok);
    line.has('v1', 'hello', late);
    await line.wake();
    line.now += 8 * 24 * 60 * 60_000;
    await line.wake();
    expect(line.row('v1')).toMatchObject({ outcome: 'failed' });
    expect(await bill()).toMatchObject([{ messages: 1, notices: 1 }]);
  });
});
