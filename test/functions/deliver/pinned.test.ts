import { describe, expect, it } from 'vitest';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { Say } from '#shared/domain/outbound.ts';
import { lineTo, throttled, verbatim } from './line.ts';

/** What tells of a car that is here stands at the top of its owner's chat, and is told whether that works or not. */

const noRight: SendFailure = { kind: 'rejected', reason: '400' };
const sent = (messageId: string) => ({ kind: 'sent', messageId }) as const;

function news(text: string, more: Partial<Say> = {}): Say {
  return { ...verbatim(text), live: 'visit#1', pinned: true, ...more };
}

function tellingOf(first: SendFailure | null = null) {
  const line = lineTo();
  return {
    line,
    first: async () => {
      line.answers.push(sent('1'), first ?? sent('0'));
      line.has('v1', '', { messages: [news('it came')] });
      await line.wake();
    },
    methods: () => line.calls.map(({ method }) => method),
  };
}

describe('the message about a visit', () => {
  it('takes the place of the one before at the top', async () => {
    const { line, first, methods } = tellingOf();
    await first();
    line.answers.push(sent('2'), sent('0'), sent('0'));
    line.has('v2', '', { messages: [news('in work')] });
    await line.wake();
    expect(methods()).toEqual(['send', 'pinChatMessage', 'send', 'unpinChatMessage', 'pinChatMessage']);
  });

  it('is pinned once, however often it changes, and let go when the visit is over', async () => {
    const { line, first, methods } = tellingOf();
    await first();
    for (const [sk, text, pinned] of [
      ['v2', 'in work', true],
      ['v3', 'handed back', false],
    ] as const) {
      line.answers.push(sent('1'));
      line.has(sk, '', { messages: [news(text, { place: 'refresh', pinned })] });
      await line.wake();
    }
    expect(methods()).toEqual(['send', 'pinChatMessage', 'send', 'send', 'unpinChatMessage']);
  });

  it('is told all the same where it may not be pinned, and pinned with the next change', async () => {
    const { line, first, methods } = tellingOf(noRight);
    await first();
    expect(line.row('v1')).toMatchObject({ outcome: 'sent', parts: ['1'] });
    line.answers.push(sent('1'));
    line.has('v2', '', { messages: [news('in work', { place: 'refresh' })] });
    await line.wake();
    expect(methods()).toEqual(['send', 'send', 'pinChatMessage']);
  });

  it('is told all the same where pinning is too fast for the messenger, which is then left alone', async () => {
    const { line, first } = tellingOf(throttled({ retryAfterSeconds: 30 }));
    await first();
    expect(line.row('v1')).toMatchObject({ outcome: 'sent', parts: ['1'] });
    line.has('v2', 'hello');
    await line.wake();
    expect(line.texts).toEqual(['it came']);
    await line.passes(31_000);
    expect(line.texts.at(-1)).toBe('hello');
  });
});
