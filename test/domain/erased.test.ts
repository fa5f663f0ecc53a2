import { describe, expect, it } from 'vitest';
import { isFromBefore, markOf } from '#shared/domain/erased.ts';
import type { Inbound } from '#shared/domain/inbound.ts';

const at = Date.parse('2026-11-21T10:00:00.400Z');
const said = (
  id: string,
  when: number,
  event: Inbound['event'] = { kind: 'text', text: 'Hello' },
): Inbound => ({
  id,
  address: { channel: 'telegram', bot: '1', chat: '42', thread: '' },
  at: when,
  from: { id: '42', name: 'Anna', language: null, phone: null, known: [] },
  messageId: '7',
  event,
});

describe('what comes after somebody had everything erased', () => {
  it.each([
    ['the wish itself, told again later', said('u100', at + 60_000), 'u100', true],
    ['what the messenger numbered before, told again later', said('u99', at + 60_000), 'u100', true],
    ['what it numbered after, in the same second', said('u101', at - 400), 'u100', false],
    ['an unnumbered message of a second that was over', said('wamid.x', at - 1_000), markOf('wamid.y'), true],
    ['an unnumbered message of the same second', said('wamid.x', at - 400), markOf('wamid.y'), false],
    ['the wish itself, where nothing is numbered', said('wamid.y', at - 400), markOf('wamid.y'), true],
    ['what is said later', said('wamid.z', at + 5_000), markOf('wamid.y'), false],
  ])('%s: let go %4$s', (_, inbound, by, letGo) => {
    expect(isFromBefore(inbound, { at, by }, true)).toBe(letGo);
  });

  it('is about nothing that is still there while nobody new wrote: a reaction, a block, a file that comes late', () => {
    const reaction = said('u200', at + 5_000, { kind: 'reaction', messageId: '7', emoji: '👍' });
    expect(isFromBefore(reaction, { at, by: 'u100' }, true)).toBe(true);
    expect(isFromBefore(reaction, { at, by: 'u100' }, false)).toBe(false);
    const failed = { kind: 'failed', why: 'gone' } as const;
    const file = (ticket: unknown) => ({
      ...said('fetched#1', at + 5_000, { kind: 'fetched', outcome: failed, ticket }),
      from: null,
    });
    expect(isFromBefore(file({ at: at - 1 }), { at, by: 'u100' }, false)).toBe(true);
    expect(isFromBefore(file({ at: at + 1 }), { at, by: 'u100' }, false)).toBe(false);
  });

  it('keeps no id that may hold a phone number', () => {
    expect(markOf('wamid.HBgMMzA2OTcxMTEyMjMz')).not.toContain('HBg');
    expect(markOf('u100')).toBe('u100');
  });
});
