import { describe, expect, it } from 'vitest';
import { addressOf } from '#shared/domain/address.ts';
import type { InboundEvent } from '#shared/domain/inbound.ts';
import type { Forgotten } from '#shared/store/erase/forgotten.ts';
import { isTheirLetter } from '#shared/store/erase/letters.ts';

const at = Date.parse('2026-11-24T10:41:00Z');
const [theirs, other, group] = ['telegram/4242/501/', 'telegram/4242/502/', '-1002000000001'];

const who: Forgotten = {
  at,
  now: at + 60_000,
  people: [theirs],
  addresses: [theirs],
  stage: 'clear',
  round: 1,
  words: ['+306971112233', '6971112233', 'CNR-4821', 'Dimitra Canaridou'],
  names: ['Dimitra Canaridou'],
  related: [],
  visits: [],
  places: [{ chat: group, thread: '811' }],
  desk: 'telegram/4242/desk/',
  links: [],
  vacant: new Set([theirs]),
  own: 'erase-u90',
};

function inbound(address: string, event: InboundEvent, when = at - 1): unknown {
  return {
    v: 1,
    inbound: { id: 'u1', address: addressOf(address), at: when, from: null, messageId: '1', event },
  };
}
const says = (text: string): InboundEvent => ({ kind: 'text', text });

const erasure = (people: readonly string[], related: readonly string[]) => ({
  v: 1,
  kind: 'erase',
  id: 'erase-u91',
  at,
  people,
  addresses: people,
  cancelled: [],
  receipt: null,
  traces: { words: [], names: [], related, places: [] },
});

describe('of the dead letters', () => {
  it.each<[string, unknown]>([
    ['what they wrote', inbound(theirs, says('hello'))],
    ['the wake of their chat', { v: 1, destination: theirs }],
    [
      'what was put aside for them',
      { v: 1, kind: 'inbound', ...Object(inbound(theirs, { kind: 'quiet', burst: 1 })) },
    ],
    ['a file of theirs', { v: 1, kind: 'fetch', id: 'x', tell: addressOf(theirs), ticket: null }],
    [
      'a document about their order',
      { v: 1, kind: 'document', of: theirs, tell: addressOf('telegram/4242/desk/') },
    ],
    ['what was written in their topic', inbound(`telegram/4242/${group}/811`, says('hello'))],
    ['what was said of their car in General', inbound(`telegram/4242/${group}/`, says('cnr 4821 is ready'))],
    ['their own erasure that got stuck before', erasure([theirs], [])],
  ])('%s goes', (_what, letter) => {
    expect(isTheirLetter(JSON.stringify(letter), who, group)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['what somebody else wrote', inbound(other, says('hello'))],
    ['what somebody else wrote of a car with the same plate', inbound(other, says('my CNR-4821'))],
    ['the wake of another chat', { v: 1, destination: other }],
    ['the wake of a chat whose number begins alike', { v: 1, destination: 'telegram/4242/5011/' }],
    ['another topic', inbound(`telegram/4242/${group}/812`, says('hello'))],
    ['other talk in General', inbound(`telegram/4242/${group}/`, says('/day'))],
    ['the erasure of somebody who had to do with them', erasure([other], [theirs])],
    ['what is no message at all', 'not JSON'],
  ])('%s stays', (_what, letter) => {
    expect(isTheirLetter(JSON.stringify(letter), who, group)).toBe(false);
  });

  it('what somebody new wrote from that address since stays, what is from before still goes', () => {
    const taken = { ...who, vacant: new Set<string>() };
    expect(isTheirLetter(JSON.stringify(inbound(theirs, says('hi'), at + 1)), taken, group)).toBe(false);
    expect(isTheirLetter(JSON.stringify(inbound(theirs, says('hi'), at - 1)), taken, group)).toBe(true);
  });
});
