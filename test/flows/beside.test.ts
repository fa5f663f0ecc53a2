import { describe, expect, it } from 'vitest';
import { given } from './given.ts';

/** What happens beside a talk: timers, states of other versions, links with too much in them. */

describe('words that are still being collected', () => {
  it('are answered although a timer of this person falls due in between', () => {
    const lena = given().person();
    lena.sends('start').says('qwerty');
    lena.timers.set('clock#ABC234', { dueAt: lena.town.now, data: null });
    lena.ticks().waits();
    expect(lena.heard).toEqual(['help']);
  });
});

describe('a timer that no flow of this version knows', () => {
  it.each(['gone#something', '', 'book#nudge'])('"%s" says nothing and goes away', (key) => {
    const lena = given().person();
    lena.sends('start');
    lena.timers.set(key, { dueAt: lena.town.now, data: { any: 'thing' } });
    const rows = lena.rows.length;
    lena.ticks();
    expect(lena.rows).toHaveLength(rows);
    expect(lena.timers.size).toBe(0);
  });
});

describe('a flow that this version does not know', () => {
  it('does not keep a person from help, and the second time from an advisor', () => {
    const lena = given().person();
    lena.sends('start');
    lena.conversation = { ...lena.conversation, flow: { name: 'old-flow', state: { step: 7 } } };
    lena.says('qwerty').waits();
    expect(lena.heard).toEqual(['help']);
    lena.says('asdf').waits();
    expect(lena.heard).toEqual(['personCalled']);
  });
});

describe('a link that carries more than a link can', () => {
  it('starts the talk and is not remembered', () => {
    const lena = given().person();
    lena.sends('start', 'x'.repeat(5_000));
    expect(lena.heard).toEqual(['greeting']);
    expect(lena.customer.source).toBeNull();
    lena.sends('start', 'counter_card');
    expect(lena.customer.source).toBe('counter_card');
  });
});
