import { describe, expect, it } from 'vitest';
import { readOrder, usage } from '#infra/ops/order.ts';

const prod = { stage: 'prod', local: null };

describe('the command line of an operator', () => {
  it.each([
    ['dead-letters list', { command: { do: 'list' }, ...prod }],
    ['dead-letters redrive', { command: { do: 'redrive', queue: null, perSecond: null }, ...prod }],
    [
      'dead-letters redrive inbound --max 5',
      { command: { do: 'redrive', queue: 'inbound', perSecond: 5 }, ...prod },
    ],
    ['erase telegram:7000001', { command: { do: 'erase', who: 'telegram:7000001', yes: false }, ...prod }],
    [
      'erase +306971112233 --yes --stage demo',
      { command: { do: 'erase', who: '+306971112233', yes: true }, stage: 'demo', local: null },
    ],
    ['erase-again', { command: { do: 'eraseAgain' }, ...prod }],
    ['export 7 --to out', { command: { do: 'export', who: '7', folder: 'out' }, ...prod }],
    ['rotate-secret whatsapp', { command: { do: 'rotate', messenger: 'whatsapp' }, ...prod }],
    [
      'dead-letters list --local http://127.0.0.1:3000/',
      { command: { do: 'list' }, stage: 'prod', local: 'http://127.0.0.1:3000' },
    ],
  ])('reads %s', (line, order) => {
    expect(readOrder(line.split(' '))).toEqual(order);
  });

  it.each([
    '',
    'sing',
    'dead-letters',
    'dead-letters redrive inbound --max 0',
    'dead-letters redrive --max many',
    'erase',
    'erase 30 697',
    'rotate-secret',
    'rotate-secret viber',
    'export 7 --stage ../x',
    'erase-again 7',
    'dead-letters list --local here',
    'erase 7 --force',
  ])('says what is wrong with "%s"', (line) => {
    expect(typeof readOrder(line.split(' ').filter(Boolean))).toBe('string');
  });

  it('explains every command', () => {
    for (const name of ['list', 'redrive', 'erase ', 'erase-again', 'export', 'rotate-secret'])
      expect(usage).toContain(name);
  });
});
