import { describe, expect, it } from 'vitest';
import { joinedCase, leftCase } from '#shared/desk/joined.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import { caseOf, home, now } from './given-case.ts';

const elsewhere = 'whatsapp/1/GR.7/';

describe('two customers who turn out to be one person', () => {
  it('go on as one: the longer wait counts, whoever has the talk keeps it, and answers go to where they wrote last', () => {
    const into = caseOf({
      baton: 'person',
      owner: 'maria',
      home: elsewhere,
      answered: { by: 'maria', at: now - 9 },
    });
    const from = caseOf({
      baton: 'waiting',
      waitingSince: now - 60_000,
      answerBy: now + 60_000,
      alerts: 1,
      home,
      callback: { when: 'now', at: now },
      answered: { by: 'eleni', at: now - 99 },
    });
    const both = joinedCase(into, from);
    expect(both.into).toMatchObject({
      baton: 'person',
      owner: 'maria',
      waitingSince: now - 60_000,
      answerBy: now + 60_000,
      alerts: 1,
      home,
      callback: { when: 'now' },
      answered: { by: 'maria' },
    });
    expect(both.from).toMatchObject({ baton: 'bot', owner: null, waitingSince: null, callback: null });
  });

  it('of whose car the newest danger counts, and only for the one who is left', () => {
    const brakes = caseOf({ danger: { kind: 'brakes', at: 5 } });
    const smoke = caseOf({ danger: { kind: 'smoke', at: 9 } });
    expect(joinedCase(brakes, smoke)).toMatchObject({
      into: { danger: { kind: 'smoke' } },
      from: { danger: null },
    });
    expect(joinedCase(brakes, caseOf({})).into.danger).toEqual({ kind: 'brakes', at: 5 });
    expect(joinedCase(caseOf({}), smoke).into.danger).toEqual({ kind: 'smoke', at: 9 });
  });

  it('of whom both wait have waited since the first of them', () => {
    const one = caseOf({ waitingSince: 5, answerBy: 50, alerts: 3 });
    const other = caseOf({ waitingSince: 9, answerBy: 90, alerts: 0 });
    for (const { into } of [joinedCase(one, other), joinedCase(other, one)])
      expect(into).toMatchObject({ waitingSince: 5, answerBy: 50, alerts: 3 });
  });
});

describe('a chat that leaves a customer', () => {
  const staying = { ...newCustomer(home, 'Lena'), addresses: [home] };

  it('takes nothing along; answers go to a chat that is still theirs', () => {
    expect(leftCase(caseOf({ home: elsewhere }), staying)).toMatchObject({ home, lastMessageId: null });
    expect(leftCase(caseOf({ home }), staying)).toEqual({});
  });
});
